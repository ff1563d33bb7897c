import type { WrittenNumber } from '../../text/number-words.ts';
import { beside, countSame, hasMeasure, isYearLike } from './counted.ts';
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
const NOT = /^[وف]?(?:لا|لم|لن|ليس|ليست)$|^(?:no|not|never|cannot|t)$/;
/** What may stand between such a word and its number: “more than 12”, «لا يقل عن 12». */
const OF = /^(?:than|of|عن|علي|من)$/;
/** «تقل 45 راكبا» carries them: only «تقل عن» is less. */
const CARRIES = /^[وف]?[يت]قل$/;
/** “The death toll is up to 45”: that many it is. */
const COMES = /^(?:is|was|are|were|went|goes|gone|brings?|brought|bringing|takes?|took|taking|now|toll)$/;
/** A boat, where it does not stand before its number. */
const BOAT = 'قارب';
/** Words that may stand between a word for “about” and its number. */
const NEAR = 3;
/** How far a rounded number may lie from the true one, as a share. */
const MOST_ROUNDED = 0.03;
/** «more than a thousand»: an order of magnitude in words rounds all below twice as many. */
const MAGNITUDES = new Set([100, 1000, 1e6, 1e9]);
/** “Nearly a thousand”, “more than half a million” lie farther from what they round. */
const ROUND_IN_WORDS = new Set([...MAGNITUDES, 25e4, 5e5, 75e4, 25e7, 5e8, 75e7]);
const MOST_IN_WORDS = 0.1;

/**
 * Fewer significant digits than a number of the source that it rounds, and a word that says so. A number of a unit that is
 * not counted here is not rounded.
 */
export function isRounded(number: WrittenNumber, sentence: FactSentence, facts: Facts): boolean {
  const bound = boundOf(number, sentence);
  if (bound === undefined && !isAbout(number, sentence)) return false;
  const own = beside(number, sentence);
  const isOther = (value: number) => (source: FactSentence) =>
    source.numbers.every((other) => {
      if (other.value !== value) return true;
      const counted = beside(other, source);
      return own.length > 0 && hasMeasure(counted) && !countSame(own, counted);
    });
  const isCounted = facts.sentences.some(countsBy(own));
  for (const [value, places] of facts.numbers) {
    if (places.every(isOther(value)) || !rounds(number, value, bound)) continue;
    // So wide a rounding is of the same things, or of what the sources count by no other number.
    const isWide = value > number.value && value - number.value > MOST_ROUNDED * value;
    if (!isWide || places.some(countsBy(own, value))) return true;
    if (!isCounted && !isYearLike(value)) return true;
  }
  return false;
}

/** Whether a sentence counts the same things, by this number or by any. */
function countsBy(own: ReturnType<typeof beside>, value?: number): (source: FactSentence) => boolean {
  return (source) =>
    source.numbers.some(
      (other) => (value === undefined || other.value === value) && countSame(own, beside(other, source)),
    );
}

function rounds(
  { value: told, digits: figures }: WrittenNumber,
  value: number,
  bound: Bound | undefined,
): boolean {
  const digits = significant(told);
  if (bound === 'over') {
    // More than three hours are three and a half.
    if (!Number.isInteger(value) && Math.floor(value) === told) return true;
    if (figures === '' && MAGNITUDES.has(told) && value > told && value < 2 * told) return true;
  }
  // Less than ten hours are nine hours and some minutes.
  if (
    bound === 'under' &&
    told > value &&
    digits <= significant(value) &&
    told - value <= Math.max(1, MOST_ROUNDED * value)
  )
    return true;
  const most = figures === '' && ROUND_IN_WORDS.has(told) ? MOST_IN_WORDS : MOST_ROUNDED;
  if (Math.abs(value - told) > most * value || significant(value) <= digits) return false;
  if (bound === undefined) return most === MOST_IN_WORDS || Number(value.toPrecision(digits)) === told;
  return bound === 'over' ? told < value : told > value;
}

function isAbout({ at }: WrittenNumber, { words }: FactSentence): boolean {
  return words.slice(Math.max(0, at - NEAR), at).some(({ form }, index, before) => {
    const isNext = index === before.length - 1;
    return (ABOUT.has(form) || ABOUT.has(form.slice(1))) && (isNext || !form.endsWith(BOAT));
  });
}

/** Whether a number is a least or a most: “at least 12”, «لا يقل عن 12», “up to 12”, «12 على الأكثر»; nothing where it is neither. */
export function boundOf({ at, length }: WrittenNumber, { words }: FactSentence): Bound | undefined {
  // «تزيد سعته على 12»: what leads on to the number reaches over a word.
  const isReached = OF.test(words[at - 1]?.form ?? '');
  for (let step = at - 1; step >= Math.max(0, at - NEAR); step--) {
    const form = words[step]?.form ?? '';
    const before = words[step - 1]?.form ?? '';
    const isUpTo = form === 'to' && before === 'up' && !COMES.test(words[step - 2]?.form ?? '');
    if ((form === 'most' && before === 'at') || isUpTo) return 'under';
    const bound = BOUNDS.get(form) ?? (/^[وفبل]/.test(form) ? BOUNDS.get(form.slice(1)) : undefined);
    const carries = CARRIES.test(form) && words[step + 1]?.form !== 'عن';
    if (bound !== undefined && !carries) {
      if (!NOT.test(before)) return bound;
      return bound === 'over' ? 'under' : 'over';
    }
    if (!isReached && !OF.test(form)) break;
  }
  for (let step = at + length; step < at + length + NEAR; step++) {
    if (words[step]?.form !== 'علي') continue;
    if (words[step + 1]?.form === 'الاقل') return 'over';
    if (words[step + 1]?.form === 'الاكثر') return 'under';
  }
  return undefined;
}

/** Significant digits of a number: 41500 has three, 42000 two. */
export function significant(value: number): number {
  const digits = value.toExponential().split('e')[0]?.replace('.', '') ?? '';
  return digits.replace(/0+$/, '').length || 1;
}
