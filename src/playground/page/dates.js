import { locale, t } from './i18n.js';
import { present } from './present.js';

/** A Date reaches no further, in seconds before and after 1970 (ECMA-262, 21.4.1.1). */
const FURTHEST = 8_640_000_000_000;

/** All times are Unix seconds, as Telegram counts them. @param {number} seconds */
const at = (seconds) => new Date(Math.max(-FURTHEST, Math.min(FURTHEST, seconds)) * 1000);

/** For the `datetime` of a `<time>`. @param {number} seconds */
export const isoDate = (seconds) => at(seconds).toISOString();

/** @param {number} seconds @param {Intl.DateTimeFormatOptions} options */
const format = (seconds, options) => new Intl.DateTimeFormat(locale(), options).format(at(seconds));

/** @type {Intl.DateTimeFormatOptions} */
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** @param {number} seconds */
export const clock = (seconds) => format(seconds, CLOCK);

/** @param {number} seconds */
export const fullDate = (seconds) =>
  format(seconds, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' });

/** A day near enough to need no year. @param {number} seconds */
export const dayAndClock = (seconds) =>
  format(seconds, { weekday: 'long', day: 'numeric', month: 'long', ...CLOCK });

/** The local calendar day, to compare. @param {number} seconds */
export const dayKey = (seconds) => at(seconds).toDateString();

/** How many calendar days ago, by the reader's own midnight. @param {number} seconds @param {number} now */
function daysAgo(seconds, now) {
  const midnight = (/** @type {Date} */ date) =>
    Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(at(now)) - midnight(at(seconds))) / 86_400_000);
}

/** @param {number} seconds @param {number} [now] */
export function dayInWords(seconds, now = present() / 1000) {
  const ago = daysAgo(seconds, now);
  if (ago === 0) return t('today');
  if (ago === 1) return t('yesterday');
  const sameYear = at(seconds).getFullYear() === at(now).getFullYear();
  return format(seconds, {
    weekday: ago > 1 && ago < 7 ? 'long' : undefined,
    day: 'numeric',
    month: 'long',
    year: sameYear ? undefined : 'numeric',
  });
}

/** For the list of chats: the clock today, else a short date. @param {number} seconds @param {number} [now] */
export function brief(seconds, now = present() / 1000) {
  const ago = daysAgo(seconds, now);
  if (ago === 0) return clock(seconds);
  if (ago === 1) return t('yesterday');
  return format(seconds, { day: 'numeric', month: 'short' });
}

/**
 * A date_time entity in the reader's language. `pattern` is Telegram's `r|w?[dD]?[tT]?`; null when it is empty,
 * since the text then stands as it was written.
 * @param {number} seconds
 * @param {string | undefined} pattern
 * @param {number} [now]
 * @returns {string | null}
 */
export function byPattern(seconds, pattern, now = present() / 1000) {
  if (!pattern) return null;
  if (pattern === 'r') return relative(seconds - now);
  /** @type {Intl.DateTimeFormatOptions} */
  const options = {};
  if (pattern.includes('w')) options.weekday = 'long';
  if (pattern.includes('d')) Object.assign(options, { day: 'numeric', month: 'numeric', year: 'numeric' });
  if (pattern.includes('D')) Object.assign(options, { day: 'numeric', month: 'long', year: 'numeric' });
  if (pattern.includes('t')) Object.assign(options, CLOCK);
  if (pattern.includes('T')) Object.assign(options, CLOCK, { second: '2-digit' });
  return format(seconds, options);
}

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** @param {number} difference in seconds, negative in the past */
function relative(difference) {
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  for (const [unit, length] of UNITS) {
    if (Math.abs(difference) >= length) return words.format(Math.trunc(difference / length), unit);
  }
  return words.format(0, 'second');
}
