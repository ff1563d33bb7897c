import { arabicConsonants, latinConsonants } from '../../text/name-tables/consonants.ts';
import type { NameWord } from '../../text/name-tables/name-words.ts';
import { withoutClitics } from '../../text/name-tables/name-words.ts';
import { FEW_WORDS, remembering } from '../../text/word-memory.ts';

/** Names with fewer consonants are told by their neighbours. */
const LEAST_CONSONANTS = 2;

/** The consonants of a word as both scripts write them, for every reading of its joined particles. */
export function skeletonsOf({ form, script }: Pick<NameWord, 'form' | 'script'>): readonly string[] {
  return script === 'arabic' ? arabicSkeletons(form) : latinSkeletons(form);
}

const arabicSkeletons = remembering(
  (form) =>
    bones(
      withoutClitics(form).map((reading) =>
        arabicConsonants(reading.startsWith('ال') && reading.length > 4 ? reading.slice(2) : reading),
      ),
    ),
  FEW_WORDS,
);

const latinSkeletons = remembering((form) => {
  const readings = [form];
  // Sabratha is صبراتة, and Thamer ثامر; Rojas is روخاس, and Juma جمعة.
  if (form.includes('th')) readings.push(form.replaceAll('th', 't'), form.replaceAll('th', 'dh'));
  if (form.includes('j')) readings.push(form.replaceAll('j', 'kh'));
  // Deng is دينق, where ق is said so.
  if (form.includes('g')) readings.push(form.replaceAll('g', 'k'));
  // Wells is ويلز, Brothers براذرز.
  if (form.endsWith('s')) readings.push(...readings.map((each) => `${each.slice(0, -1)}z`));
  return bones(readings.map((reading) => latinConsonants(withoutArticle(reading))));
}, FEW_WORDS);

/** Rows of consonants that are long enough to tell a name, doubled letters single. */
function bones(rows: readonly string[]): readonly string[] {
  return rows.map((row) => row.replace(/(.)\1+/g, '$1')).filter(({ length }) => length >= LEAST_CONSONANTS);
}

/** Consonants of an Arabic name that Latin letters join with the particle before it: Abdullah, Abdelkhalek. */
export function joinedSkeleton(words: readonly NameWord[], at: number): string | undefined {
  const [particle, word] = [words[at - 1], words[at]];
  if (!word || !particle || !/^[وفبل]?(?:عبد|ابو|ابي|بن|ابن|ولد)$/.test(particle.form)) return undefined;
  const bare = word.form.startsWith('ال') && particle.form.endsWith('عبد') ? word.form.slice(1) : word.form;
  return arabicConsonants(particle.form + bare).replace(/(.)\1+/g, '$1');
}

/** Latin names with the Arabic article are one word in names without a hyphen. */
function withoutArticle(form: string): string {
  return /^(?:al|el)[^aeiou]/.test(form) && form.length > 6 ? form.slice(2) : form;
}
