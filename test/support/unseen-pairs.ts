/** Articles with good summaries written before the gate's rules were looked at, and hand-written ways to spoil each. */
import { readFileSync } from 'node:fs';
import type { Chance } from '../bench/chance.ts';
import { below } from '../bench/chance.ts';

export interface UnseenPair {
  id: string;
  language: 'ar' | 'en';
  /** Title and text of the article. */
  source: string;
  text: string;
  people: readonly string[];
  places: readonly string[];
  /** What stands in the summary and what turns it round. */
  turned: readonly (readonly [string, string])[];
}

interface Told {
  id: string;
  title: string;
  text: string;
  summaries: (Omit<UnseenPair, 'id' | 'source' | 'turned'> & { turned: [string, string][] })[];
}

/** The pairs of one batch: each was written before the rules that it scored first had been mended on it; see decision 10. */
export function unseenPairs(
  batch: 'first' | 'second' | 'third' | 'fourth' | 'fifth' | 'sixth' | 'seventh' | 'eighth',
): UnseenPair[] {
  const file = new URL(`../fixtures/summaries/unseen/${batch}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as Told[]).flatMap(({ id, title, text, summaries }) =>
    summaries.map((summary) => ({ ...summary, id, source: `${title}\n${text}` })),
  );
}

const STRANGERS = {
  ar: 'سالم الحضرمي|عبير المنصور|ماجدة رزق|طارق البيطار|فؤاد شاهين|روبرت كلاين|لورا مارتيني|زينب الموسوي|هشام الغندور|كارلوس فيغا',
  en: 'Salem al-Hadrami|Abeer Mansour|Majda Rizk|Tarek Bitar|Robert Klein|Laura Martini|Hisham Ghandour|Carlos Vega|Viktor Petrov|Aiko Tanaka',
};

/** The summary with each person's name replaced by a stranger's: the whole name, the given name, the family's. */
export function withStrangers({ text, people, language }: UnseenPair, chance: Chance): string[] {
  const strangers = STRANGERS[language].split('|');
  return people.flatMap((name) => {
    const other = strangers[below(chance, strangers.length)] ?? '';
    const [given = '', ...family] = name.split(' ');
    const [otherGiven = '', ...otherFamily] = other.split(' ');
    return [other, `${otherGiven} ${family.join(' ')}`, `${given} ${otherFamily.join(' ')}`].map((stranger) =>
      text.replace(name, stranger),
    );
  });
}

/** The summary with each of its turns. */
export function turnedRound({ text, turned }: UnseenPair): string[] {
  return turned.map(([said, instead]) => text.replace(said, instead));
}

/** The summary with every digit in turn made another. */
export function withOtherDigits({ text }: UnseenPair, chance: Chance): string[] {
  return [...text.matchAll(/\d/g)].map(({ 0: digit, index }) => {
    const other = (Number(digit) + 1 + below(chance, 9)) % 10;
    return text.slice(0, index) + other + text.slice(index + 1);
  });
}
