/** Hours of the day as people type them, in both languages and any digits. */
import { isMark, phraseAt } from './date-tokens.ts';
import type { HourToken } from './hour-tokens.ts';
import { hourTokens, isListMark } from './hour-tokens.ts';
import type { DayPart } from './hour-words.ts';
import {
  CLOCK_WORDS,
  DAY_PARTS,
  ENGLISH_MINUTES,
  FILLERS,
  FRACTIONS,
  HOUR_WORDS,
  LACKING,
  MORE,
  NAMED_TIMES,
  PAST_OR_TO,
} from './hour-words.ts';

const DAY_MINUTES = 24 * 60;

/**
 * What stands in a list of hours, with its place in the text: a time (minutes since midnight), one that can be read two ways (12 in
 * the evening), one that is none (25:00), or a word that is not about hours.
 */
export type HourEntry = { from: number; to: number } & (
  | { kind: 'time'; minutes: number }
  | { kind: 'either'; choices: readonly number[] }
  | { kind: 'wrong' }
  | { kind: 'other' }
);

type Reading = { next: number } & (
  | { kind: 'time'; minutes: number }
  | { kind: 'either'; choices: readonly number[] }
  | { kind: 'wrong' }
);

/**
 * The entries of a list divided by commas, spaces, `و` or `and`. An hour without a half of the day is read by the clock of
 * 24 hours: 8 and الثامنة are 08:00.
 */
export function scanHours(text: string): HourEntry[] {
  const tokens = hourTokens(text);
  const entries: HourEntry[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const filler = phraseAt(tokens, at, FILLERS);
    if (isListMark(token) || isStop(tokens, at)) at += 1;
    else if (filler !== undefined) at = filler.next;
    else {
      const read = readingAt(tokens, at) ?? { kind: 'other' as const, next: at + 1 };
      const whole = endOfRun(tokens, read.next);
      const place = { from: token.from, to: tokens[whole - 1]?.to ?? token.to };
      const { next: _, ...reading } = read;
      if (whole === read.next || read.kind === 'other') entries.push({ ...reading, ...place });
      else entries.push({ kind: 'wrong', ...place });
      at = whole;
    }
  }
  return entries;
}

function readingAt(tokens: readonly HourToken[], at: number): Reading | undefined {
  const toHour = phraseAt(tokens, at, PAST_OR_TO);
  if (toHour !== undefined) {
    const hour = hourAt(tokens, toHour.next);
    if (hour !== undefined) return inHalf(tokens, hour.next, hour.hour, toHour.value);
  }
  const word = phraseAt(tokens, at, HOUR_WORDS);
  if (word !== undefined) {
    const spoken = phraseAt(tokens, word.next, ENGLISH_MINUTES);
    return withFraction(tokens, spoken?.next ?? word.next, word.value, spoken?.value ?? 0);
  }
  const named = phraseAt(tokens, at, NAMED_TIMES);
  if (named !== undefined) return { kind: 'time', minutes: named.value, next: named.next };
  const token = tokens[at];
  if (token?.kind !== 'number') return undefined;
  if (token.text.length === 4) {
    return inHalf(tokens, at + 1, Math.floor(token.value / 100), token.value % 100);
  }
  if (token.text.length > 2) return { kind: 'wrong', next: at + 1 };
  return afterHour(tokens, at + 1, token.value);
}

/** Minutes after a colon, a full stop, an `h` or a space; `20h` is an hour alone. */
function afterHour(tokens: readonly HourToken[], at: number, hour: number): Reading {
  const mark = tokens[at];
  const minutes = tokens[at + 1];
  const french = mark?.kind === 'word' && mark.text === 'h' && !mark.spaced;
  // «8 30»: what is no hour behind one is its minutes, unless hours are listed so.
  if (
    tokens[at - 2]?.kind !== 'number' &&
    mark?.kind === 'number' &&
    mark.text.length === 2 &&
    (mark.value === 0 || mark.value > 24) &&
    mark.value < 60
  )
    return inHalf(tokens, at + 1, hour, mark.value);
  const divided = isMark(tokens, at, ':') || isMark(tokens, at, '.') || french;
  if (!divided || minutes?.kind !== 'number' || (mark?.text === '.' && minutes.spaced)) {
    return withFraction(tokens, french ? at + 1 : at, hour, 0);
  }
  if (minutes.text.length !== 2) return { kind: 'wrong', next: at + 2 };
  return inHalf(tokens, at + 2, hour, minutes.value);
}

function hourAt(tokens: readonly HourToken[], at: number): { hour: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind === 'number' && token.value >= 1 && token.value <= 12) {
    return { hour: token.value, next: at + 1 };
  }
  const word = phraseAt(tokens, at, HOUR_WORDS);
  return word && { hour: word.value, next: word.next };
}

/** `والنصف`, `إلا ربعا`, `والنصف إلا خمس دقائق`, then the half of the day. */
function withFraction(tokens: readonly HourToken[], at: number, hour: number, minutes: number): Reading {
  let next = at;
  let sum = minutes;
  for (;;) {
    const joint = tokens[next];
    const lacking = joint?.text === 'الا';
    if (joint?.text !== 'و' && !lacking) break;
    const part = phraseAt(tokens, next + 1, lacking ? LACKING : sum === 30 ? MORE : FRACTIONS);
    if (part === undefined) break;
    sum += lacking ? -part.value : part.value;
    next = part.next;
  }
  return inHalf(tokens, next, hour, sum);
}

function inHalf(tokens: readonly HourToken[], at: number, told: number, more: number): Reading {
  const clock = phraseAt(tokens, at, CLOCK_WORDS)?.next ?? at;
  const part = phraseAt(tokens, clock, DAY_PARTS);
  // A quarter to twelve in the evening is before midnight; 12 am and 12 pm mean what they always do.
  const isWord = !/^(?:[ap]m?|[صم])$/.test(tokens[clock]?.text ?? '');
  const isBefore = told === 12 && more < 0 && isWord && /^(?:morning|evening)$/.test(part?.value ?? '');
  const [hour, minutes] = isBefore ? [11, more + 60] : [told, more];
  const hours = part && hoursOfDay(hour, part.value);
  // "8, noon" is a list; "8 ظهرا" is a mistake.
  const own = hours === undefined && (part?.value === 'noon' || part?.value === 'midnight');
  const next = part === undefined || own ? clock : part.next;
  const possible = part === undefined || own ? (hour <= 24 ? [hour] : []) : (hours ?? []);
  const whole = minutes > -60 && minutes < 60 && !(hour === 24 && minutes !== 0);
  const [first, second] = possible.map((one) => (one * 60 + minutes + DAY_MINUTES) % DAY_MINUTES);
  if (!whole || first === undefined) return { kind: 'wrong', next };
  return second === undefined
    ? { kind: 'time', minutes: first, next }
    : { kind: 'either', choices: [first, second], next };
}

/**
 * The hours, 0-23, that an hour of a part of the day may be; none when they contradict. Twelve in the morning is midnight,
 * 12 pm noon, twelve in the evening either. Night lasts from six to five, midday from eleven to three.
 */
function hoursOfDay(hour: number, part: DayPart): readonly number[] | undefined {
  const ofHalf = hour % 12;
  const afternoon = part === 'afternoon' || part === 'evening' || part === 'night';
  if (hour > 12) return afternoon && hour < 24 ? [hour] : undefined;
  if (hour === 0) return part === 'morning' || part === 'night' || part === 'midnight' ? [0] : undefined;
  switch (part) {
    case 'morning':
      return [ofHalf];
    case 'afternoon':
      return [ofHalf + 12];
    case 'evening':
      return hour === 12 ? [0, 12] : [ofHalf + 12];
    case 'night':
      return [ofHalf < 6 ? ofHalf : ofHalf + 12];
    case 'midnight':
      return ofHalf < 4 ? [ofHalf] : undefined;
    default:
      if (hour === 11) return [11];
      return ofHalf < 4 ? [ofHalf + 12] : undefined;
  }
}

/** The place after the tokens that belong to the one before `at` by being written onto it: `8:75`, `8x`, `8-10`. */
function endOfRun(tokens: readonly HourToken[], at: number): number {
  let next = at;
  for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
    if (token.spaced || isListMark(token) || isStop(tokens, next)) break;
    next += 1;
  }
  return next;
}

/** A full stop that ends a sentence. */
function isStop(tokens: readonly HourToken[], at: number): boolean {
  const after = tokens[at + 1];
  return isMark(tokens, at, '.') && (after === undefined || after.spaced);
}
