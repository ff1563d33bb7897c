import type { DateToken } from './date-tokens.ts';
import { isMark, phraseAt } from './date-tokens.ts';
import { HIJRI_MONTHS, isHijriYear } from './hijri.ts';
import { fullYear } from './mail-date.ts';
import { MONTHS, ORDINAL_DAYS } from './months.ts';

/** A day as written; `year` may be missing or stand elsewhere in the text. `numeric` days have no month name. */
export interface WrittenDay {
  calendar: 'gregorian' | 'hijri';
  numeric: boolean;
  day: number;
  month: number;
  year: number | undefined;
}

interface Read<T> {
  value: T;
  next: number;
}

const JOINT_MARKS = new Set([',', '-', '.', '/', '(', ')']);
const JOINT_WORDS = new Set(['من', 'شهر', 'لشهر', 'عام', 'العام', 'سنه', 'لعام', 'لسنه', 'of', 'the']);
const DAY_SUFFIXES = new Set(['st', 'nd', 'rd', 'th']);
const GREGORIAN_ERAS = new Set(['م', 'ميلادي', 'ميلاديه', 'ad', 'ce']);
const HIJRI_ERAS = new Set(['ه', 'هجري', 'هجريه', 'ah']);

function skipJoints(tokens: readonly DateToken[], start: number): number {
  let at = start;
  for (;;) {
    const token = tokens[at];
    const joint =
      token !== undefined &&
      (token.kind === 'mark'
        ? JOINT_MARKS.has(token.text)
        : token.kind === 'word' && JOINT_WORDS.has(token.text));
    if (!joint) return at;
    at += 1;
  }
}

/** The calendar of the era that stands at `at`, if any. */
export function readEra(tokens: readonly DateToken[], at: number): Read<'gregorian' | 'hijri'> | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  if (GREGORIAN_ERAS.has(token.text)) return { value: 'gregorian', next: at + 1 };
  return HIJRI_ERAS.has(token.text) ? { value: 'hijri', next: at + 1 } : undefined;
}

function numberOf(tokens: readonly DateToken[], at: number, longest: number): number | undefined {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length <= longest ? token.value : undefined;
}

function fourDigits(tokens: readonly DateToken[], at: number): number | undefined {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length === 4 ? token.value : undefined;
}

function startsTime(tokens: readonly DateToken[], at: number): boolean {
  return tokens[at]?.kind === 'number' && isMark(tokens, at + 1, ':') && tokens[at + 2]?.kind === 'number';
}

function readDayNumber(tokens: readonly DateToken[], at: number): Read<number> | undefined {
  const ordinal = phraseAt(tokens, at, ORDINAL_DAYS);
  if (ordinal !== undefined) return ordinal;
  const value = numberOf(tokens, at, 2);
  if (value === undefined || startsTime(tokens, at)) return undefined;
  const suffix = tokens[at + 1];
  const suffixed = suffix?.kind === 'word' && !suffix.spaced && DAY_SUFFIXES.has(suffix.text);
  return { value, next: suffixed ? at + 2 : at + 1 };
}

type Month = Pick<WrittenDay, 'calendar' | 'month'>;

function readOneMonth(tokens: readonly DateToken[], at: number): Read<Month> | undefined {
  const gregorian = phraseAt(tokens, at, MONTHS);
  const hijri = phraseAt(tokens, at, HIJRI_MONTHS);
  if (gregorian) return { value: { calendar: 'gregorian', month: gregorian.value }, next: gregorian.next };
  return hijri && { value: { calendar: 'hijri', month: hijri.value }, next: hijri.next };
}

/** A month under one name, or under several that agree (`مارس/ آذار`); names that disagree are no month at all. */
function readMonth(tokens: readonly DateToken[], at: number): Read<Month> | undefined {
  const month = readOneMonth(tokens, at);
  let end = month;
  while (month !== undefined && end !== undefined) {
    const other = readOneMonth(tokens, skipJoints(tokens, end.next));
    if (other === undefined) return { value: month.value, next: end.next };
    if (other.value.calendar !== month.value.calendar || other.value.month !== month.value.month)
      return undefined;
    end = other;
  }
  return undefined;
}

/** Two digits are a year only where RFC 822 puts them: after the English name of the month and before the time. */
function readYear(tokens: readonly DateToken[], at: number, short: boolean): Read<number> | undefined {
  const full = fourDigits(tokens, at);
  if (full !== undefined) return { value: full, next: readEra(tokens, at + 1)?.next ?? at + 1 };
  const token = tokens[at];
  const two = token?.kind === 'number' && token.text.length === 2 ? token.value : undefined;
  if (two === undefined || !short || startsTime(tokens, at) || !startsTime(tokens, at + 1)) return undefined;
  return { value: fullYear(two), next: at + 1 };
}

function isLatinWord(token: DateToken | undefined): boolean {
  return token?.kind === 'word' && token.text.charCodeAt(0) < 0x80;
}

/** Reads a day whose month has a name: day, month, year; month, day, year; or year, month, day. */
export function readNamedDay(tokens: readonly DateToken[], at: number): Read<WrittenDay> | undefined {
  const leadingYear = fourDigits(tokens, at);
  const leadingDay = leadingYear === undefined ? readDayNumber(tokens, at) : undefined;
  let monthAt = at;
  if (leadingYear !== undefined) monthAt = skipJoints(tokens, readEra(tokens, at + 1)?.next ?? at + 1);
  else if (leadingDay !== undefined) monthAt = skipJoints(tokens, leadingDay.next);
  const month = readMonth(tokens, monthAt);
  if (month === undefined) return undefined;
  const afterMonth = skipJoints(tokens, month.next);
  const written = { ...month.value, numeric: false };
  if (leadingDay !== undefined) {
    const year = readYear(tokens, afterMonth, isLatinWord(tokens[monthAt]));
    return {
      value: { ...written, day: leadingDay.value, year: year?.value },
      next: year?.next ?? month.next,
    };
  }
  const day = readDayNumber(tokens, afterMonth);
  if (day === undefined) return undefined;
  if (leadingYear !== undefined)
    return { value: { ...written, day: day.value, year: leadingYear }, next: day.next };
  const year = readYear(tokens, skipJoints(tokens, day.next), false);
  return { value: { ...written, day: day.value, year: year?.value }, next: year?.next ?? day.next };
}

/**
 * Day and month of the two short numbers of `03/04/2024`. An Arabic text puts the day first. So does another text whose
 * first number is past twelve; its month is first when the second is; when neither is, and they differ, it is not known.
 */
function dayAndMonth(
  first: number,
  second: number,
  arabic: boolean,
): { day: number; month: number } | undefined {
  if (arabic || first > 12 || first === second) return { day: first, month: second };
  return second > 12 ? { day: second, month: first } : undefined;
}

/** Reads three numbers between two like marks of `/ - .`; a year of four digits at one end tells which end is which. */
export function readNumericDay(
  tokens: readonly DateToken[],
  at: number,
  arabic: boolean,
): Read<WrittenDay> | undefined {
  const mark = ['/', '-', '.'].find((candidate) => isMark(tokens, at + 1, candidate));
  if (mark === undefined || !isMark(tokens, at + 3, mark)) return undefined;
  const middle = numberOf(tokens, at + 2, 2);
  const yearFirst = fourDigits(tokens, at) !== undefined;
  const year = fourDigits(tokens, yearFirst ? at : at + 4);
  const short = numberOf(tokens, yearFirst ? at + 4 : at, 2);
  if (middle === undefined || year === undefined || short === undefined) return undefined;
  const order = yearFirst ? { day: short, month: middle } : dayAndMonth(short, middle, arabic);
  if (order === undefined) return undefined;
  const era = readEra(tokens, at + 5);
  const hijri = era?.value === 'hijri' && isHijriYear(year);
  return {
    value: { ...order, calendar: hijri ? 'hijri' : 'gregorian', numeric: true, year },
    next: era?.next ?? at + 5,
  };
}
