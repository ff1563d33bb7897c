import type { Moment, Zone } from './civil-time.ts';
import { instantAt, isCivilDay, isTimeOfDay } from './civil-time.ts';
import { digitsAt, offsetAt } from './iso-date.ts';
import { MONTHS, WEEKDAYS } from './months.ts';
import { ZONE_ABBREVIATIONS } from './zones.ts';

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function endOfLetters(text: string, start: number): number {
  let at = start;
  while (isLetter(text.charCodeAt(at))) at += 1;
  return at;
}

/** Past the spaces, commas, hyphens and full stops that feeds put between the parts of a day. */
function endOfJoint(text: string, start: number): number {
  let at = start;
  for (;;) {
    const mark = text[at];
    if (mark !== ' ' && mark !== ',' && mark !== '-' && mark !== '.') return at;
    at += 1;
  }
}

function endOfSpaces(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at += 1;
  return at;
}

/** Two digits of a year as RFC 2822 section 4.3 reads them: 00-49 in the 2000s, 50-99 in the 1900s. */
export function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits < 50 ? 2000 : 1900);
}

/** The zone that fills the rest of the text, a closing comment in parentheses aside. */
function zoneAt(text: string, start: number, fallback: Zone): Zone | undefined {
  const comment = text.indexOf('(', start);
  if (comment >= 0 && text.indexOf(')', comment) !== text.length - 1) return undefined;
  let end = comment >= 0 ? comment : text.length;
  while (end > start && text[end - 1] === ' ') end -= 1;
  // A comment that stands alone may itself name the zone, which the tolerant reader looks into.
  if (end <= start) return comment >= 0 ? undefined : fallback;
  const written = text.slice(start, end);
  return offsetAt(written, 0) ?? ZONE_ABBREVIATIONS.get(written.toLowerCase());
}

/**
 * Reads RFC 822 and RFC 2822 dates in a single pass, with the everyday faults of feeds: any or no weekday, two-digit
 * years, one-digit days and hours, full month names, no seconds, any case, stray commas, hyphens and spaces, a comment at
 * the end. What it declines, the tolerant reader may still read. `zone` serves when the text names none.
 */
export function readMailDate(text: string, zone: Zone): Moment | undefined {
  let at = endOfLetters(text, 0);
  // A comma marks the weekday's place, whatever is written there.
  if (at > 0 && text[at] !== ',' && !WEEKDAYS.has(text.slice(0, at).toLowerCase())) return undefined;
  at = endOfJoint(text, at);

  const dayLength = digitsAt(text, at, 2) >= 0 ? 2 : 1;
  const day = digitsAt(text, at, dayLength);
  if (day < 0) return undefined;
  at = endOfJoint(text, at + dayLength);

  const monthEnd = endOfLetters(text, at);
  const month = MONTHS.get(text.slice(at, monthEnd).toLowerCase());
  if (month === undefined) return undefined;
  at = endOfJoint(text, monthEnd);

  const yearLength = digitsAt(text, at, 4) >= 0 ? 4 : 2;
  const written = digitsAt(text, at, yearLength);
  if (written < 0 || digitsAt(text, at + yearLength, 1) >= 0) return undefined;
  const year = yearLength === 4 ? written : fullYear(written);
  if (!isCivilDay(year, month, day)) return undefined;
  at = endOfJoint(text, at + yearLength);

  const hourLength = digitsAt(text, at, 2) >= 0 ? 2 : 1;
  const hour = digitsAt(text, at, hourLength);
  const minuteStart = at + hourLength + 1;
  const minute = digitsAt(text, minuteStart, 2);
  if (hour < 0 || minute < 0 || text[minuteStart - 1] !== ':') return undefined;
  at = minuteStart + 2;
  let second = 0;
  if (text[at] === ':') {
    second = digitsAt(text, at + 1, 2);
    if (second < 0) return undefined;
    at += 3;
  }
  if (!isTimeOfDay(hour, minute, second)) return undefined;

  const own = zoneAt(text, endOfSpaces(text, at), zone);
  if (own === undefined) return undefined;
  const instant = instantAt(year, month, day, { hour, minute, second, millisecond: 0 }, own);
  return instant === undefined ? undefined : { at: instant, precision: 'instant' };
}
