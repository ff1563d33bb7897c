import type { Moment, Zone } from './civil-time.ts';
import { isCivilDay, startOfDay } from './civil-time.ts';
import { digitsAt, readIsoDate } from './iso-date.ts';
import { readMailDate } from './mail-date.ts';
import { readWrittenDate } from './written-date.ts';

/** A date as read: `at` in ms since the epoch, UTC; with precision `day` it is the first instant of that day. */
export type ReadDate = Moment;

const LONGEST = 200;
const FIRST_AFTER = Date.UTC(2200, 0, 1);

// ISO 8601 fixes no length for a year or a month, so neither has a place here; weeks may stand beside days.
const DURATION =
  /^P(?:(\d{1,9}(?:[.,]\d{1,9})?)W)?(?:(\d{1,9}(?:[.,]\d{1,9})?)D)?(?:T(?:(\d{1,9}(?:[.,]\d{1,9})?)H)?(?:(\d{1,9}(?:[.,]\d{1,9})?)M)?(?:(\d{1,9}(?:[.,]\d{1,9})?)S)?)?$/;
const UNIT_LENGTHS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/** Unix time in seconds (10 digits) or milliseconds (13); eight digits are the basic ISO form of a day, `20240126`. */
function readDigits(text: string, zone: Zone): Moment | undefined {
  const { length } = text;
  if (length === 8) {
    const value = digitsAt(text, 0, 8);
    const day = value % 100;
    const month = ((value - day) / 100) % 100;
    const year = Math.floor(value / 10_000);
    const at = isCivilDay(year, month, day) ? startOfDay(year, month, day, zone) : undefined;
    return at === undefined ? undefined : { at, precision: 'day' };
  }
  if ((length !== 10 && length !== 13) || text[0] === '0') return undefined;
  const at = digitsAt(text, 0, length) * (length === 10 ? 1000 : 1);
  return at >= 0 && at < FIRST_AFTER ? { at, precision: 'instant' } : undefined;
}

/** What fits in the length of whole words: a word cut in half could pass for another (20|24). */
function opening(text: string): string {
  let end = LONGEST;
  while (end > 0 && text.charAt(end).trim() !== '') end -= 1;
  return text.slice(0, end).trim();
}

/**
 * Reads the date of an article in the forms news is published with; what cannot be read in full is `undefined`, never a
 * guess: no year, no such day, a relative time, a word that has no part in a date.
 *
 * In this order: ISO 8601 and RFC 3339; Unix time in 10 or 13 digits; RFC 822 and 2822 with the faults of feeds; then
 * dates for people, English or Arabic, in the Gulf's, Egypt's, the Maghreb's or the Levant's month names, in digits of
 * any kind, and Hijri dates with a month name (Umm al-Qura, 1318-1500), which yield to a Gregorian date beside them.
 *
 * Numeric dates: a year of four digits comes first or last. `03/04/2024` puts the day first in a text with Arabic letters
 * or digits, or when only that can be; in any other it is `undefined`. Years outside 1900-2199 are `undefined`.
 * Two digits are a year in RFC 822 alone. A weekday that contradicts the date is ignored. Only the first 200 characters are
 * looked at.
 *
 * `options.zone` (IANA, `UTC` by default) serves for a text that names no zone; if it does not exist, so that the
 * instant cannot be known, the answer is `undefined`. Nothing is thrown.
 */
export function readDate(text: string, options?: { zone?: string }): ReadDate | undefined {
  const zone = options?.zone ?? 'UTC';
  const trimmed = text.length > LONGEST ? opening(text) : text.trim();
  if (trimmed === '') return undefined;
  return (
    readIsoDate(trimmed, zone) ??
    readDigits(trimmed, zone) ??
    readMailDate(trimmed, zone) ??
    readWrittenDate(trimmed, zone)
  );
}

/**
 * The length in ms of an ISO 8601 duration of weeks, days, hours, minutes and seconds (`PT3H20M`, `P1DT2H`, `P2W`).
 * The last part alone may have a fraction. `undefined` for anything else: years, months, a sign, no part at all.
 */
export function readDuration(iso: string): number | undefined {
  const match = iso.length > 100 || iso.endsWith('T') ? null : DURATION.exec(iso);
  if (match === null) return undefined;
  let total = 0;
  let parts = 0;
  let fractional = false;
  for (const [index, length] of UNIT_LENGTHS.entries()) {
    const part = match[index + 1];
    if (part === undefined) continue;
    if (fractional) return undefined;
    fractional = part.includes('.') || part.includes(',');
    total += Number(part.replace(',', '.')) * length;
    parts += 1;
  }
  const rounded = Math.round(total);
  return parts > 0 && Number.isSafeInteger(rounded) ? rounded : undefined;
}
