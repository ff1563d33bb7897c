import type { TimeOfDay, Zone } from './civil-time.ts';
import { isTimeOfDay } from './civil-time.ts';
import type { DateToken } from './date-tokens.ts';
import { isMark, phraseAt } from './date-tokens.ts';
import { PLACE_ZONES, ZONE_ABBREVIATIONS } from './zones.ts';

type HalfDay = 'morning' | 'afternoon' | 'midday' | 'night';

const HALF_DAYS: ReadonlyMap<string, HalfDay> = new Map<string, HalfDay>([
  ...['am', 'a m', 'ص', 'صباحا', 'الصباح', 'في الصباح', 'قبل الظهر', 'فجرا', 'ضحي'].map(
    (name) => [name, 'morning'] as const,
  ),
  ...['pm', 'p m', 'م', 'مساء', 'مساءا', 'المساء', 'في المساء', 'بعد الظهر', 'بعد ظهر', 'عصرا'].map(
    (name) => [name, 'afternoon'] as const,
  ),
  ['ظهرا', 'midday'],
  ...['ليلا', 'بعد منتصف الليل'].map((name) => [name, 'night'] as const),
]);

/**
 * The hour of the day, 0-23; `undefined` when hour and half contradict. Twelve in the morning is midnight and twelve in
 * the afternoon noon; `ظهرا` lasts from ten to nine, `ليلا` from six to five. An hour past twelve may keep its "PM".
 */
function hourOfDay(hour: number, half: HalfDay): number | undefined {
  if (hour > 12) return half === 'afternoon' || half === 'night' ? hour : undefined;
  if (hour === 0) return half === 'morning' || half === 'night' ? 0 : undefined;
  const hourOfHalf = hour % 12;
  if (half === 'morning') return hourOfHalf;
  if (half === 'afternoon') return hourOfHalf + 12;
  if (half === 'midday') return hour === 10 || hour === 11 ? hour : hourOfHalf + 12;
  return hourOfHalf < 6 ? hourOfHalf : hourOfHalf + 12;
}

function numberAt(tokens: readonly DateToken[], at: number, digits: number): number | undefined {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length === digits ? token.value : undefined;
}

/**
 * Reads a time of day: hours and minutes with a colon, optionally seconds and a fraction, in 24 hours or with a half
 * day; or an hour with a half day alone. A full stop serves for the colon
 * before a half day (`3.05pm`) and when `announced`, that is after `الساعة`, where `14` alone is an hour too if past twelve.
 */
export function readTime(
  tokens: readonly DateToken[],
  at: number,
  announced: boolean,
): { time: TimeOfDay; next: number } | undefined {
  const first = tokens[at];
  if (first?.kind !== 'number' || first.text.length > 2) return undefined;
  let next = at + 1;
  let minute: number | undefined;
  let second = 0;
  let millisecond = 0;
  const point =
    isMark(tokens, next, '.') && (announced || phraseAt(tokens, next + 2, HALF_DAYS) !== undefined);
  if (point || isMark(tokens, next, ':')) {
    minute = numberAt(tokens, next + 1, 2);
    if (minute === undefined) return undefined;
    next += 2;
    const seconds = isMark(tokens, next, ':') ? numberAt(tokens, next + 1, 2) : undefined;
    if (seconds !== undefined) {
      second = seconds;
      next += 2;
      const fraction = tokens[next + 1];
      const separated = isMark(tokens, next, '.') || isMark(tokens, next, ',');
      if (separated && fraction?.kind === 'number' && !fraction.spaced && !tokens[next]?.spaced) {
        millisecond = Number(fraction.text.slice(0, 3).padEnd(3, '0'));
        next += 2;
      }
    }
  }
  const half = phraseAt(tokens, next, HALF_DAYS);
  const past12 = announced && first.value > 12;
  if (half === undefined && minute === undefined && !past12) return undefined;
  const hour = half === undefined ? first.value : hourOfDay(first.value, half.value);
  if (hour === undefined || !isTimeOfDay(hour, minute ?? 0, second)) return undefined;
  return { time: { hour, minute: minute ?? 0, second, millisecond }, next: half?.next ?? next };
}

// Beyond this a sign before digits is a dash before a date: no zone is further from UTC (Kiribati, +14:00).
const LARGEST_OFFSET_HOURS = 14;

/** Reads `+3`, `+03`, `+0300` or `-05:30`, the sign close to its digits, as minutes east of UTC. */
export function readOffset(
  tokens: readonly DateToken[],
  at: number,
): { zone: number; next: number } | undefined {
  const negative = isMark(tokens, at, '-');
  const token = tokens[at + 1];
  if ((!negative && !isMark(tokens, at, '+')) || token?.kind !== 'number' || token.spaced) return undefined;
  const digits = token.text.length;
  if (digits !== 1 && digits !== 2 && digits !== 4) return undefined;
  let next = at + 2;
  let hours = token.value;
  let minutes = 0;
  if (digits === 4) {
    minutes = hours % 100;
    hours = (hours - minutes) / 100;
  } else if (isMark(tokens, next, ':')) {
    const written = numberAt(tokens, next + 1, 2);
    if (written === undefined) return undefined;
    minutes = written;
    next += 2;
  } else if (
    ['/', '-', '.'].some((mark) => isMark(tokens, next, mark)) &&
    tokens[next + 1]?.kind === 'number'
  ) {
    return undefined;
  }
  if (hours > LARGEST_OFFSET_HOURS || minutes > 59) return undefined;
  const total = hours * 60 + minutes;
  return { zone: negative ? -total : total, next };
}

const ZONE_HERALDS: ReadonlyMap<string, true> = new Map(
  ['بتوقيت', 'توقيت', 'لتوقيت'].map((name) => [name, true] as const),
);

/**
 * Reads a zone in letters: an abbreviation, `GMT+3`, or a place. A place counts only after `بتوقيت` or after a time of
 * day (`timed`), so that the city of a dateline is never taken for a zone.
 */
export function readZone(
  tokens: readonly DateToken[],
  at: number,
  timed: boolean,
): { zone: Zone; next: number } | undefined {
  const herald = phraseAt(tokens, at, ZONE_HERALDS);
  const start = herald?.next ?? at;
  const named = phraseAt(tokens, start, ZONE_ABBREVIATIONS);
  if (named !== undefined) {
    const offset = named.value === 0 ? readOffset(tokens, named.next) : undefined;
    return offset ?? { zone: named.value, next: named.next };
  }
  const place = herald !== undefined || timed ? phraseAt(tokens, start, PLACE_ZONES) : undefined;
  return place && { zone: place.value, next: place.next };
}
