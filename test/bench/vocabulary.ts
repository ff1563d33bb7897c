import type { Chance } from './chance.ts';
import { below, seeded } from './chance.ts';

/** Words by rank, the commonest first, and a way to draw them. */
export interface Vocabulary {
  words: readonly string[];
  /** Rank of a word drawn by its frequency; with `from`, of one no commoner than that rank. */
  draw(chance: Chance, from?: number): number;
}

const LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
/** Patterns over a root of three letters, as Arabic makes its words; digits are places of the root's letters. */
const PATTERNS = [
  '123',
  '1ا23',
  'م12و3',
  'ت12ي3',
  '12ا3',
  '12و3',
  'م1ا23',
  'ا1ت2ا3',
  'است12ا3',
  'م12ي3',
  '12ي3',
  'ا12ا3',
  'ت1ا23',
  'ان12ا3',
];
const BEFORE = ['', '', 'ال', 'ال', 'ال', 'وال', 'بال', 'لل', 'و', 'ي', 'ت'];
const AFTER = ['', '', '', '', 'ة', 'ه', 'ات', 'ين', 'ون', 'ها', 'ي'];
const ROOTS = 3500;
/** Zipf-Mandelbrot: frequency falls as 1 / (rank + SHIFT) ^ POWER, much as in news texts. */
const POWER = 1.05;
const SHIFT = 2.7;

export function makeVocabulary(size: number): Vocabulary {
  const chance = seeded(20_240_126);
  const letter = () => LETTERS[below(chance, LETTERS.length)] ?? '';
  const roots = Array.from({ length: ROOTS }, () => [letter(), letter(), letter()]);
  const made = new Set<string>();
  while (made.size < size) {
    const root = roots[below(chance, ROOTS)] ?? [];
    const pattern = PATTERNS[below(chance, PATTERNS.length)] ?? '';
    const stem = pattern.replace(/\d/g, (place) => root[Number(place) - 1] ?? '');
    made.add(`${BEFORE[below(chance, BEFORE.length)]}${stem}${AFTER[below(chance, AFTER.length)]}`);
  }
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 1 + SHIFT) ** POWER;
    sums[rank] = sum;
  }
  return {
    words: [...made],
    draw(random, from = 0) {
      const least = from === 0 ? 0 : (sums[from - 1] ?? 0);
      const wanted = least + random() * (sum - least);
      let [low, high] = [from, size - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
