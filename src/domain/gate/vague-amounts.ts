import { isYearLike } from './counted.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import type { Fault } from './fault.ts';

/** Amounts that are told by their size alone, and the least of it; normalised. */
const VAGUE: ReadonlyMap<string, number> = new Map(
  (
    [
      [10, 'dozens tens scores عشرات'],
      [100, 'hundreds مئات مءات مائات'],
      [1000, 'thousands الاف'],
      [1e6, 'millions ملايين'],
      [1e9, 'billions مليارات'],
    ] as const
  ).flatMap(([least, forms]) => forms.split(' ').map((form) => [form, least] as const)),
);
/** “Several hundred”, “two dozen”: sizes in the singular, which only the sources may tell so. */
const SINGULAR: ReadonlyMap<string, number> = new Map([
  ['dozen', 10],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
]);
const SEVERAL = /^(?:several|few|many|couple|some|two|three)$/;
/** Nobody calls less than two of them hundreds. */
const LEAST = 1.9;
const MOST = 1000;

/** The first «مئات», “tens of thousands” of a summary of whose size the sources have neither the word nor a number. */
export function vagueFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  for (const { words, numbers } of summary) {
    for (let at = 0; at < words.length; at++) {
      const vague = vagueAt(words, at);
      if (!vague || numbers.some((one) => at >= one.at && at < one.at + one.length)) continue;
      if (!isToldOf(vague.least, facts)) return { check: 'numbers', what: words[at]?.raw ?? '' };
      at += vague.length - 1;
    }
  }
  return undefined;
}

/** The least of a vague amount, and how many words it takes: «عشرات الآلاف», “hundreds of thousands” are one. */
function vagueAt(words: readonly FactWord[], at: number): { least: number; length: number } | undefined {
  const [form, next] = [words[at]?.form ?? '', words[at + 1]?.form ?? ''];
  const least = sizeOf(form);
  // Who scores, shoots.
  if (least === undefined || (form === 'scores' && next !== 'of')) return undefined;
  const behind = next === 'of' ? 2 : 1;
  const more = sizeOf(words[at + behind]?.form ?? '');
  return more !== undefined && more > least
    ? { least: least * more, length: behind + 1 }
    : { least, length: 1 };
}

function isToldOf(least: number, { sentences, numbers }: Facts): boolean {
  for (const { words } of sentences) {
    for (let at = 0; at < words.length; at++) {
      const vague = vagueAt(words, at);
      if (vague?.least === least) return true;
      if (vague) at += vague.length - 1;
      const isSeveral = SEVERAL.test(words[at - 1]?.form ?? '');
      if (isSeveral && SINGULAR.get(words[at]?.form ?? '') === least) return true;
    }
  }
  for (const value of numbers.keys()) {
    if (!isYearLike(value) && value > LEAST * least && value < MOST * least) return true;
  }
  return false;
}

function sizeOf(form: string): number | undefined {
  return VAGUE.get(form) ?? VAGUE.get(form.replace(/^[وفبل]?(?:ال|ل)?/, ''));
}
