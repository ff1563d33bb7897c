import type { WrittenNumber } from '../../text/number-words.ts';
import { beside, countSame } from './counted.ts';
import type { FactSentence, Facts } from './facts.ts';

/** Words that mark a number as rounded, by the way it is rounded; normalised. */
const ABOUT = new Set(
  'نحو حوالي قرابه زهاء تقريبا يناهز تناهز ناهز يقارب تقارب قارب about around some roughly approximately nearly almost'.split(
    ' ',
  ),
);
const OVER = new Set(
  'اكثر فوق ازيد يزيد تزيد زاد زادت يربو تربو يتجاوز تتجاوز تجاوز تجاوزت يفوق فاق over more than exceeding exceeds exceeded above upwards least'.split(
    ' ',
  ),
);
const UNDER = new Set('اقل دون under below less fewer'.split(' '));
/** Words that may stand between a rounding word and its number. */
const NEAR = 3;
/** How far a rounded number may lie from the true one, as a share. */
const MOST_ROUNDED = 0.03;

/**
 * Fewer significant digits than a number of the source that it rounds, and a word that says so. Where the sources count what
 * this number counts, it rounds one of those numbers and no other.
 */
export function isRounded(number: WrittenNumber, sentence: FactSentence, facts: Facts): boolean {
  const before = sentence.words.slice(Math.max(0, number.at - NEAR), number.at).map(({ form }) => form);
  const about = before.some((form) => ABOUT.has(form) || ABOUT.has(form.slice(1)));
  const over = before.some((form) => OVER.has(form) || OVER.has(form.slice(1)));
  const under = before.some((form) => UNDER.has(form) || UNDER.has(form.slice(1)));
  if (!about && !over && !under) return false;
  const digits = significant(number.value);
  const own = beside(number, sentence);
  const counts = (value?: number) => (source: FactSentence) =>
    source.numbers.some(
      (other) => (value === undefined || other.value === value) && countSame(own, beside(other, source)),
    );
  const isCounted = facts.sentences.some(counts());
  for (const [value, places] of facts.numbers) {
    if (isCounted && !places.some(counts(value))) continue;
    // Less than ten hours are nine hours and some minutes.
    if (
      under &&
      number.value > value &&
      digits <= significant(value) &&
      number.value - value <= Math.max(1, MOST_ROUNDED * value)
    )
      return true;
    if (Math.abs(value - number.value) > MOST_ROUNDED * value || significant(value) <= digits) continue;
    if (about && Number(value.toPrecision(digits)) === number.value) return true;
    if ((over && number.value < value) || (under && number.value > value)) return true;
  }
  return false;
}

/** Significant digits of a number: 41500 has three, 42000 two. */
export function significant(value: number): number {
  const digits = value.toExponential().split('e')[0]?.replace('.', '') ?? '';
  return digits.replace(/0+$/, '').length || 1;
}
