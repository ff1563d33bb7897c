/** A zone as a text names it: minutes east of UTC, or an IANA name whose offset depends on the day. */
export type Zone = number | string;

/** What a text names: an instant, or a day, of which `at` is the first instant. `at` is in ms since the epoch, UTC. */
export interface Moment {
  at: number;
  precision: 'instant' | 'day';
}

/** A time of day as written; `second` may be 60, which RFC 3339 allows for a leap second. */
export interface TimeOfDay {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const MINUTE = 60_000;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a Gregorian day exists and its year lies in 1900-2199, the only years a news date is believed in. */
export function isCivilDay(year: number, month: number, day: number): boolean {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR) || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && leap ? 29 : MONTH_LENGTHS[month - 1];
  return length !== undefined && day <= length;
}

/** Whether the fields are a time of day, 00:00:00 to 23:59:60. */
export function isTimeOfDay(hour: number, minute: number, second: number): boolean {
  return hour <= 23 && minute <= 59 && second <= 60;
}

/**
 * The instant, in ms since the epoch, at which clocks in `zone` show the given day and time.
 * In a gap of summer time the clock is read with the offset before it, in an overlap the first of the two instants is
 * meant (Temporal's "compatible"). `undefined` for a zone that does not exist. The day must exist: see `isCivilDay`.
 */
export function instantAt(
  year: number,
  month: number,
  day: number,
  time: TimeOfDay,
  zone: Zone,
): number | undefined {
  const sinceMinute = time.second * 1000 + time.millisecond;
  if (typeof zone === 'number' || zone === 'UTC') {
    const wall = Date.UTC(year, month - 1, day, time.hour, time.minute) + sinceMinute;
    return typeof zone === 'number' ? wall - zone * MINUTE : wall;
  }
  try {
    const wall = new Temporal.PlainDateTime(year, month, day, time.hour, time.minute);
    return wall.toZonedDateTime(zone).epochMilliseconds + sinceMinute;
  } catch {
    return undefined;
  }
}

/**
 * The first instant of a day in `zone`, in ms since the epoch: not always midnight, which Cairo and Beirut skip once
 * a year. `undefined` for a zone that does not exist.
 */
export function startOfDay(year: number, month: number, day: number, zone: Zone): number | undefined {
  if (typeof zone === 'number') return Date.UTC(year, month - 1, day) - zone * MINUTE;
  if (zone === 'UTC') return Date.UTC(year, month - 1, day);
  try {
    return new Temporal.PlainDate(year, month, day).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return undefined;
  }
}
