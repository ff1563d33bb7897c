import type { WrittenNumber } from '../../text/number-words.ts';
import { beside, countSame, hasUnit } from './counted.ts';
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
/** What may stand between such a word and its number: “more than 12”, «لا يقل عن 12». */
const OF = /^(?:than|of|عن|علي|من)$/;
/** «تقل 45 راكبا» carries them: only «تقل عن» is less. */
const CARRIES = /^[وف]?[يت]قل$/;
/** A boat, where it does not stand before its number. */
const BOAT = 'قارب';
/** Words that may stand between a word for “about” and its number. */
const NEAR = 3;
/** How far a rounded number may lie from the true one, as a share. */
const MOST_ROUNDED = 0.03;
/** «more than a thousand»: an order of magnitude in words rounds all below twice as many. */
const MAGNITUDES = new Set([100, 1000, 1e6, 1e9]);

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
      return own.length > 0 && hasUnit(counted) && !countSame(own, counted);
    });
  for (const [value, places] of facts.numbers) {
    if (!places.every(isOther(value)) && rounds(number, value, bound)) return true;
  }
  return false;
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
  if (Math.abs(value - told) > MOST_ROUNDED * value || significant(value) <= digits) return false;
  if (bound === undefined) return Number(value.toPrecision(digits)) === told;
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
    if ((form === 'most' && before === 'at') || (form === 'to' && before === 'up')) return 'under';
    const bound = BOUNDS.get(form) ?? BOUNDS.get(form.slice(1));
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
