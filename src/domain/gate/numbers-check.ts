import type { WrittenNumber } from '../../text/number-words.ts';
import { beside, countSame, isPercent, measureOf, OF } from './counted.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import { shared } from './facts.ts';
import type { Fault } from './fault.ts';
import { isClock, isListed } from './figures.ts';
import { boundOf, isRounded, significant } from './rounding.ts';
import { vagueFault } from './vague-amounts.ts';

/** How like a sentence must be, beside the likest that counts the same. */
const LIKE_ENOUGH = 0.4;
/** The share of a short sentence that makes it one that is told, whatever is likest. */
const MOST_OF = 0.5;
/** A number of so many digits is hardly another's by chance. */
const TELLING_DIGITS = 3;
const AGAINST = /^(?:مقابل|في)$/;
/** Words behind a number among which its half is looked for. */
const AS_FAR = 4;
const HALF = /^(?:half|و?(?:ال)?نصف)$/;
/** What a side of a score is called, by its goals. */
const SCORES: readonly RegExp[] = [
  /^(?:صفر|رد|نظيف(?:ه|ين)?|سلبي(?:ا|ه)?|اهداف|nil|goalless)$/u,
  /^(?:[وفبل]{0,2}(?:ال)?هدفا?|مثله|one)$/u,
  /^(?:ب\p{L}{3,}ين|[وفبل]{0,2}(?:ال)?(?:هدف|نقطت|شوط|مجموعت)[اي]ن|[وفبل]{0,2}ثنائي[هت]\p{L}*)$/u,
];
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
  return vagueFault(summary, facts);
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
  if (isHalfMore(number, facts)) return true;
  if (pair && number.value <= 2) return toldScore(number.value, facts);
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
  const bound = boundOf(number, sentence);
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
      if (!isSameFigure(other, number) || isPercent(other, place) !== percent) continue;
      if (serial && !isSerial(other, place)) continue;
      const told = boundOf(other, place);
      if (bound && told && bound !== told) continue;
      const counted = beside(other, place);
      if (countSame(own, counted)) return true;
      // Kilograms are no tonnes.
      const [measured, toldIn] = [measureOf(number, sentence), measureOf(other, place)];
      if (measured !== undefined && toldIn !== undefined && measured !== toldIn) continue;
      fits = true;
      // «Sahakyan, 17, won»: a number by itself may be a number of anything.
      bare ||= counted.length === 0;
    }
  }
  return fits && (percent || bare || isOutOf(number, sentence) || !countsOther(number, sentence, facts));
}

/** What is no number of the news (`08.30`, `007`) is the same where its digits are. */
function isSameFigure(one: WrittenNumber, other: WrittenNumber): boolean {
  return one.value === other.value || (one.digits !== '' && one.digits === other.digits);
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

/** `Zarqa-2`: part of a name. */
function isSerial({ at }: WrittenNumber, { words }: FactSentence): boolean {
  const before = words[at - 1];
  return before !== undefined && before.script !== 'number' && DASH.test(words[at]?.gap ?? '');
}

/** “Three and a half hours” are the article's “three hours and a half”: the half stands a few words behind its number. */
function isHalfMore({ value }: WrittenNumber, facts: Facts): boolean {
  if (value % 1 !== 0.5) return false;
  const whole = Math.floor(value);
  return (facts.numbers.get(whole) ?? []).some(({ words, numbers }) =>
    numbers.some((told) => told.value === whole && hasHalfBehind(words.slice(told.at + told.length))),
  );
}

function hasHalfBehind(words: readonly FactWord[]): boolean {
  const behind = words.slice(0, AS_FAR);
  if (behind.some(({ gap }) => gap.includes('½'))) return true;
  const half = behind.findIndex(({ form }) => HALF.test(form));
  return (
    half > 0 && (/^و/.test(behind[half]?.form ?? '') || /^(?:a|and)$/.test(behind[half - 1]?.form ?? ''))
  );
}

/** «بهدفين», «لهدف», «دون رد»: how a score is told in words. */
function toldScore(value: number, { forms }: Facts): boolean {
  for (const form of forms) if (SCORES[value]?.test(form)) return true;
  return false;
}
