import type { Moment, TimeOfDay, Zone } from './civil-time.ts';
import { instantAt, isCivilDay, isTimeOfDay, startOfDay } from './civil-time.ts';

/** The value of `count` ASCII digits at `start`, or -1 when one of them is anything else. */
export function digitsAt(text: string, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** `Z`, `±hh`, `±hhmm` or `±hh:mm` from `start` to the end of the text, in minutes east; `undefined` for anything else. */
export function offsetAt(text: string, start: number): number | undefined {
  const sign = text[start];
  const length = text.length - start;
  if (length === 1 && (sign === 'Z' || sign === 'z')) return 0;
  if (sign !== '+' && sign !== '-') return undefined;
  const colon = text[start + 3] === ':';
  if (length !== 3 && length !== (colon ? 6 : 5)) return undefined;
  const hours = digitsAt(text, start + 1, 2);
  const minutes = length === 3 ? 0 : digitsAt(text, start + (colon ? 4 : 3), 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined;
  const total = hours * 60 + minutes;
  return sign === '-' ? -total : total;
}

/** Milliseconds of a fraction of a second whose digits stand in [start, end); further digits are dropped, not rounded. */
function fractionAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < start + 3; at += 1)
    value = value * 10 + (at < end ? text.charCodeAt(at) - 48 : 0);
  return value;
}

function endOfDigits(text: string, start: number): number {
  let at = start;
  while (digitsAt(text, at, 1) >= 0) at += 1;
  return at;
}

function readTime(text: string, start: number): { time: TimeOfDay; end: number } | undefined {
  const hour = digitsAt(text, start, 2);
  const minute = digitsAt(text, start + 3, 2);
  if (hour < 0 || minute < 0 || text[start + 2] !== ':') return undefined;
  let second = 0;
  let millisecond = 0;
  let end = start + 5;
  if (text[end] === ':') {
    second = digitsAt(text, end + 1, 2);
    if (second < 0) return undefined;
    end += 3;
    if (text[end] === '.' || text[end] === ',') {
      const fraction = end + 1;
      end = endOfDigits(text, fraction);
      if (end === fraction) return undefined;
      millisecond = fractionAt(text, fraction, end);
    }
  }
  return isTimeOfDay(hour, minute, second) ? { time: { hour, minute, second, millisecond }, end } : undefined;
}

/**
 * Reads the extended forms of ISO 8601 and RFC 3339: `2024-01-26`, then optionally `T` or a space, hours and minutes,
 * seconds, a fraction after a point or a comma, and `Z` or an offset. `zone` serves when the text names none.
 */
export function readIsoDate(text: string, zone: Zone): Moment | undefined {
  if (text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  if (!isCivilDay(year, month, day)) return undefined;
  const joint = text[10];
  if (joint !== 'T' && joint !== 't' && joint !== ' ') {
    const own = joint === undefined ? zone : offsetAt(text, 10);
    const start = own === undefined ? undefined : startOfDay(year, month, day, own);
    return start === undefined ? undefined : { at: start, precision: 'day' };
  }
  const clock = readTime(text, 11);
  if (clock === undefined) return undefined;
  const zoneStart = text[clock.end] === ' ' ? clock.end + 1 : clock.end;
  const own = zoneStart === text.length ? zone : offsetAt(text, zoneStart);
  const at = own === undefined ? undefined : instantAt(year, month, day, clock.time, own);
  return at === undefined ? undefined : { at, precision: 'instant' };
}
