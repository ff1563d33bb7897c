import type { WrittenNumber } from '../../text/number-words.ts';
import { beside, countSame } from './counted.ts';
import type { FactSentence, Facts } from './facts.ts';

/** On which side of a number what is counted lies. */
type Bound = 'over' | 'under';

/** Words that mark a number as rounded, by the way it is rounded; normalised. */
const ABOUT = new Set(
  'نحو حوالي قرابه زهاء تقريبا يناهز تناهز ناهز يقارب تقارب قارب about around some roughly approximately nearly almost'.split(
    ' ',
  ),
);
const OVER =
  'اكثر فوق ازيد يزيد تزيد زاد زادت يربو تربو يتجاوز تتجاوز تجاوز تجاوزت يفوق فاق over more exceed exceeding exceeds exceeded above upwards least';
const UNDER = 'اقل يقل تقل دون under below less fewer';
const BOUNDS: ReadonlyMap<string, Bound> = new Map([
  ...OVER.split(' ').map((form) => [form, 'over'] as const),
  ...UNDER.split(' ').map((form) => [form, 'under'] as const),
]);
const NOT = /^[وف]?(?:لا|لم|لن)$|^(?:no|not|never|t)$/;
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
  const bound = boundOf(number, sentence);
  if (!about && bound === undefined) return false;
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
      bound === 'under' &&
      number.value > value &&
      digits <= significant(value) &&
      number.value - value <= Math.max(1, MOST_ROUNDED * value)
    )
      return true;
    if (Math.abs(value - number.value) > MOST_ROUNDED * value || significant(value) <= digits) continue;
    if (about && Number(value.toPrecision(digits)) === number.value) return true;
    if ((bound === 'over' && number.value < value) || (bound === 'under' && number.value > value))
      return true;
  }
  return false;
}

/** Whether a number is a least or a most: “at least 12”, «لا يقل عن 12», “no more than 12”; nothing where it is neither. */
export function boundOf({ at }: WrittenNumber, { words }: FactSentence): Bound | undefined {
  for (let step = at - 1; step >= Math.max(0, at - NEAR); step--) {
    const form = words[step]?.form ?? '';
    if (form === 'most' && words[step - 1]?.form === 'at') return 'under';
    const bound = BOUNDS.get(form) ?? BOUNDS.get(form.slice(1));
    if (bound === undefined) continue;
    if (!NOT.test(words[step - 1]?.form ?? '')) return bound;
    return bound === 'over' ? 'under' : 'over';
  }
  return undefined;
}

/** Significant digits of a number: 41500 has three, 42000 two. */
export function significant(value: number): number {
  const digits = value.toExponential().split('e')[0]?.replace('.', '') ?? '';
  return digits.replace(/0+$/, '').length || 1;
}
