import type { WrittenNumber } from '../../text/number-words.ts';
import { unitOf } from '../../text/units.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import { isKin, shared } from './facts.ts';
import type { Fault } from './fault.ts';
import { isClock, isListed } from './figures.ts';

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
const PERCENT_WORDS = new Set('percent cent المئه المائه بالمئه بالمائه مئويه percentage'.split(' '));
/** Words that may stand between a rounding word and its number. */
const NEAR = 3;
/** Words behind a number among which what it counts is looked for: five of the 14 stations. */
const AHEAD = 4;
/** How like a sentence must be, beside the likest that counts the same. */
const LIKE_ENOUGH = 0.4;
/** The share of a short sentence that makes it one that is told, whatever is likest. */
const MOST_OF = 0.5;
/** How far a rounded number may lie from the true one, as a share. */
const MOST_ROUNDED = 0.03;
/** A number of so many digits is hardly another's by chance. */
const TELLING_DIGITS = 3;
const OF = /^(?:of|the|من)$/;
const RATE = /^(?:an?|per|each|every|يوميا|سنويا|شهريا|اسبوعيا)$/;
const AGAINST = /^(?:مقابل|في)$/;
/** What parts a number from what follows. */
const ENDS = /[,،;؛:.()–—]/;
const IN_YEAR =
  /^(?:in|since|by|until|of|from|between|and|للعام|لعام|لسنه|[وفبل]?عام|[وفبل]?سنه|منذ|في|حتي|عامي|الي|\p{L}*(?:uary|ch|il|ay|ne|ly|st|ber))$/u;
const DASH = /^[-–‐]$/;

/** The first number of a summary that its sources do not hold in the same sense, rounding aside where it is marked. */
export function numberFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  for (const sentence of summary) {
    for (const number of sentence.numbers) {
      if (isFree(number) || isClock(number, sentence, facts) || isHeld(number, sentence, facts)) continue;
      const words = sentence.words.slice(number.at, number.at + number.length);
      return { check: 'numbers', what: words.map(({ raw }) => raw).join(' ') };
    }
  }
  return undefined;
}

/** One and two in words are articles, duals and ways of speaking more often than counts. */
function isFree({ value, digits }: WrittenNumber): boolean {
  return digits === '' && value <= 2;
}

function isHeld(number: WrittenNumber, sentence: FactSentence, facts: Facts): boolean {
  const pair = pairOf(number, sentence);
  if (pair && facts.sentences.some((source) => pairsIn(source).length > 0)) {
    return facts.sentences.some((source) => pairsIn(source).some((other) => isSamePair(pair, other)));
  }
  const places = facts.numbers.get(number.value);
  if (places && fitsAPlace(number, sentence, places, facts)) return true;
  if (pair && number.value <= 2) return hasDual(facts);
  if (number.digits === '' && isListed(number.value, beside(number, sentence), facts)) return true;
  return isRounded(number, sentence, facts);
}

type Pair = readonly [number, number];

/** `2-1`, `29 مقابل 27`, `50-500`: two numbers with a dash or its like between them, one of them this. */
function pairOf({ at, value }: WrittenNumber, { words, numbers }: FactSentence): Pair | undefined {
  const joins = (from: number, to: number) => {
    const between = words.slice(from + 1, to).map(({ form }) => form);
    return between.length === 0
      ? DASH.test(words[to]?.gap ?? '')
      : between.every((form) => AGAINST.test(form));
  };
  const next = numbers.find((other) => other.at > at && other.at <= at + 3);
  if (next && joins(at, next.at)) return [value, next.value];
  const before = numbers.findLast((other) => other.at < at && other.at >= at - 3);
  return before && joins(before.at, at) ? [before.value, value] : undefined;
}

function pairsIn(sentence: FactSentence): Pair[] {
  return sentence.numbers.flatMap((number) => {
    const pair = pairOf(number, sentence);
    return pair ? [pair] : [];
  });
}

function isSamePair(one: Pair, other: Pair): boolean {
  return (one[0] === other[0] && one[1] === other[1]) || (one[0] === other[1] && one[1] === other[0]);
}

/** Whether one of the places speaks of what this sentence speaks of, counting the same. */
function fitsAPlace(
  number: WrittenNumber,
  sentence: FactSentence,
  places: readonly FactSentence[],
  facts: Facts,
): boolean {
  const percent = isPercent(number, sentence);
  const serial = isSerial(number, sentence);
  const own = beside(number, sentence);
  const rivals = facts.sentences.filter(
    (source) =>
      source.script === sentence.script &&
      source.numbers.some((other) => countSame(own, beside(other, source))),
  );
  const likest = Math.max(0, ...rivals.map((source) => shared(source, sentence)));
  let [fits, bare] = [false, own.length === 0];
  for (const place of places) {
    // Where several sentences count the same thing, the one that speaks of something else lends its number to nobody.
    const like = place.script === sentence.script ? shared(place, sentence) : undefined;
    if (
      like !== undefined &&
      significant(number.value) < TELLING_DIGITS &&
      (like === 0 || (like < LIKE_ENOUGH * likest && like < MOST_OF * place.kin.size))
    )
      continue;
    for (const other of place.numbers) {
      if (other.value !== number.value || isPercent(other, place) !== percent) continue;
      if (serial && !isSerial(other, place)) continue;
      const counted = beside(other, place);
      if (countSame(own, counted)) return true;
      fits = true;
      // «Sahakyan, 17, won»: a number by itself may be a number of anything.
      bare ||= counted.length === 0;
    }
  }
  return fits && (percent || bare || isOutOf(number, sentence) || !countsOther(number, sentence, facts));
}

/** `91 of 100 cases`: the second number counts what the first does. */
function isOutOf({ at }: WrittenNumber, { words, numbers }: FactSentence): boolean {
  const before = words.slice(Math.max(0, at - 3), at);
  return (
    before.some(({ form }) => OF.test(form)) && numbers.some((other) => other.at < at && other.at >= at - 4)
  );
}

/** Whether what this number counts is counted in the sources, only never by this number: the minutes are 7 there, not 8. */
function countsOther(number: WrittenNumber, sentence: FactSentence, facts: Facts): boolean {
  const own = beside(number, sentence);
  return facts.sentences.some((source) =>
    source.numbers.some((other) => countSame(own, beside(other, source)) && other.value !== number.value),
  );
}

/** The words a number may count: the next telling one, or else the unit close behind it, and a unit before it («الدقيقة 89»). */
function beside({ at, length }: WrittenNumber, { words, numbers }: FactSentence): FactWord[] {
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
    if (unit || (word.telling && found.length === 0)) found.push(word);
    if (unit) break;
  }
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

function countSame(some: readonly FactWord[], others: readonly FactWord[]): boolean {
  return some.some((one) =>
    others.some((other) => {
      const [unit, otherUnit] = [unitOf(one.form), unitOf(other.form)];
      return unit || otherUnit ? unit === otherUnit : isKin(one, other);
    }),
  );
}

function isPercent({ at, length }: WrittenNumber, { words, text }: FactSentence): boolean {
  const last = words[at + length - 1];
  if (!last) return false;
  const next = words[at + length];
  if (/[%٪]/.test(next ? next.gap : text.slice(-3))) return true;
  if (PERCENT_WORDS.has(next?.form ?? '')) return true;
  return /^(?:في|نقطه|per)$/.test(next?.form ?? '') && PERCENT_WORDS.has(words[at + length + 1]?.form ?? '');
}

/** `Zarqa-2`: part of a name. */
function isSerial({ at }: WrittenNumber, { words }: FactSentence): boolean {
  const before = words[at - 1];
  return before !== undefined && before.script !== 'number' && DASH.test(words[at]?.gap ?? '');
}

/** `بهدفين`: a noun in the dual, by its form. */
function hasDual({ forms }: Facts): boolean {
  for (const form of forms) if (form.length > 4 && /^ب?\p{L}+ين$/u.test(form)) return true;
  return false;
}

/** Fewer significant digits than a number of the source that it rounds, and a word that says so. */
function isRounded(number: WrittenNumber, { words }: FactSentence, facts: Facts): boolean {
  const before = words.slice(Math.max(0, number.at - NEAR), number.at).map(({ form }) => form);
  const about = before.some((form) => ABOUT.has(form) || ABOUT.has(form.slice(1)));
  const over = before.some((form) => OVER.has(form) || OVER.has(form.slice(1)));
  const under = before.some((form) => UNDER.has(form) || UNDER.has(form.slice(1)));
  if (!about && !over && !under) return false;
  const digits = significant(number.value);
  for (const value of facts.numbers.keys()) {
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
function significant(value: number): number {
  const digits = value.toExponential().split('e')[0]?.replace('.', '') ?? '';
  return digits.replace(/0+$/, '').length || 1;
}
