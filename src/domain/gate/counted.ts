import type { WrittenNumber } from '../../text/number-words.ts';
import { isMeasure, unitOf } from '../../text/units.ts';
import type { FactSentence, FactWord } from './facts.ts';
import { isKin } from './facts.ts';

const PERCENT_WORDS = new Set('percent cent المئه المائه بالمئه بالمائه مئويه percentage'.split(' '));
/** Words behind a number among which what it counts is looked for: five of the 14 stations. */
const AHEAD = 4;
export const OF = /^(?:of|the|من)$/;
const RATE = /^(?:an?|per|each|every|يوميا|سنويا|شهريا|اسبوعيا)$/;
/** Signs of money before a number, as the units they stand for. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
]);
/** What parts a number from what follows. */
const ENDS = /[,،;؛:.()–—]/;
const IN_YEAR =
  /^(?:in|since|by|until|of|from|between|and|للعام|لعام|لسنه|[وفبل]?عام|[وفبل]?سنه|منذ|في|حتي|عامي|الي|january|february|march|april|may|june|july|august|\p{L}+ber)$/u;

/** The words a number may count: the next telling one, or else the unit close behind it, and a unit before it («الدقيقة 89»). */
export function beside({ at, length }: WrittenNumber, { words, numbers }: FactSentence): FactWord[] {
  const found: FactWord[] = [];
  if (isYear({ at, length }, words) || isRank({ at, length }, words)) return found;
  // «أربعة من المصابين الـ21», four of the 21: of what, the other number tells.
  const whole = numbers.find((other) => other.at > at && other.at <= at + length + AHEAD);
  if (whole && OF.test(words[at + length]?.form ?? '')) return found;
  for (let step = at + length; step < at + length + AHEAD; step++) {
    const word = words[step];
    // «barrels a day» are barrels.
    if (!word || ENDS.test(word.gap) || (found.length > 0 && RATE.test(word.form))) break;
    const number = numbers.some((other) => other.at === step);
    if (number && (found.length > 0 || !OF.test(words[step - 1]?.form ?? ''))) break;
    const unit = unitOf(word.form) !== undefined;
    // «كيلو مترا» in two words.
    const whole =
      word.form === 'كيلو' && /^متر/.test(words[step + 1]?.form ?? '') ? { ...word, form: 'كيلومتر' } : word;
    if (unit || (word.telling && found.length === 0)) found.push(whole);
    if (unit) break;
  }
  const sign = SIGNS.get(/[$€£]$/.exec(words[at]?.gap ?? '')?.[0] ?? '');
  const figure = words[at];
  if (sign && figure) found.push({ ...figure, form: sign });
  const before = words[at - 1];
  // «أهدافه العشرة»: what is counted stands before.
  if (before && (unitOf(before.form) || (before.telling && words[at]?.form.startsWith('ال'))))
    found.push(before);
  return found;
}

/** `in 2019`, «عام 2019»: a year counts nothing. */
function isYear({ at, length }: Pick<WrittenNumber, 'at' | 'length'>, words: readonly FactWord[]): boolean {
  return length === 1 && /^[12]\d{3}$/.test(words[at]?.form ?? '') && IN_YEAR.test(words[at - 1]?.form ?? '');
}

/** `fourth in the 800 metres`: a rank counts nothing. */
function isRank({ at, length }: Pick<WrittenNumber, 'at' | 'length'>, words: readonly FactWord[]): boolean {
  return (
    /(?:th|third)$/.test(words[at + length - 1]?.form ?? '') &&
    /^(?:in|at|on|for|behind|from)$/.test(words[at + length]?.form ?? '')
  );
}

/** Whether one of the words is the other's unit, or its kin. */
export function countSame(some: readonly FactWord[], others: readonly FactWord[]): boolean {
  return some.some((one) =>
    others.some((other) => {
      const [unit, otherUnit] = [unitOf(one.form), unitOf(other.form)];
      return unit || otherUnit ? unit === otherUnit : isKin(one, other);
    }),
  );
}

/** Whether a number is a share of a hundred; percentage points are none. */
export function isPercent({ at, length }: WrittenNumber, { words, text }: FactSentence): boolean {
  const last = words[at + length - 1];
  if (!last) return false;
  const next = words[at + length];
  if (/[%٪]/.test(next ? next.gap : text.slice(-3))) return true;
  // «%7»: in Arabic the sign often stands before.
  if (/[%٪]$/.test(words[at]?.gap ?? '') && words[at - 1]?.script !== 'number') return true;
  if (next?.form === 'percentage' && /^points?$/.test(words[at + length + 1]?.form ?? '')) return false;
  if (PERCENT_WORDS.has(next?.form ?? '')) return true;
  return /^(?:في|نقطه|per)$/.test(next?.form ?? '') && PERCENT_WORDS.has(words[at + length + 1]?.form ?? '');
}

/** Whether one of the words measures. */
export function hasMeasure(words: readonly FactWord[]): boolean {
  return words.some(({ form }) => {
    const unit = unitOf(form);
    return unit !== undefined && isMeasure(unit);
  });
}

/** What a number measures, by the sign before it or the unit right behind it; nothing for what is only counted. */
export function measureOf({ at, length }: WrittenNumber, { words }: FactSentence): number | undefined {
  const sign = SIGNS.get(/[$€£]$/.exec(words[at]?.gap ?? '')?.[0] ?? '');
  const [next, then] = [words[at + length]?.form ?? '', words[at + length + 1]?.form ?? ''];
  const isKilo = sign === undefined && next === 'كيلو';
  // «كيلو» alone may be either.
  if (isKilo && !/^متر/.test(then)) return undefined;
  const unit = unitOf(sign ?? (isKilo ? 'كيلومتر' : next));
  return unit !== undefined && isMeasure(unit) ? unit : undefined;
}

/** Whether a number is more likely a year than an amount: 1995, but not 2000. */
export function isYearLike(value: number): boolean {
  return value >= 1900 && value < 2050 && value % 100 !== 0;
}
