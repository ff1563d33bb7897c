/** Hours of a subscription as people type them. */
import type { HourEntry } from '../text/hours.ts';
import { scanHours } from '../text/hours.ts';
import { MOST_TIMES } from './schedule.ts';

/**
 * Times `HH:MM`, sorted, each once; or what is wrong, with the words it is about as they were typed. `ambiguous` is 12 in the
 * evening, which is noon to some and midnight to others.
 */
export type HoursRead =
  | { times: string[] }
  | { problem: 'none' }
  | { problem: 'invalid'; what: string }
  | { problem: 'ambiguous'; what: string; choices: string[] }
  | { problem: 'too-many'; count: number; limit: number };

/** Longest stretch of somebody's own words that is shown back, in characters. */
const LONGEST_ECHO = 40;

/**
 * Reads a list of hours in either language and any digits: `08:30, 8pm`, `الثامنة والنصف صباحا والظهر`. An hour
 * without a half of the day is one of 24: `8` and `الثامنة` are 08:00.
 */
export function readHours(words: string): HoursRead {
  return hoursOf(words, scanHours(words));
}

/** The same for entries already found in `words`. */
export function hoursOf(words: string, entries: readonly HourEntry[]): HoursRead {
  const times = new Set<string>();
  for (const entry of entries) {
    const what = echoed(words.slice(entry.from, entry.to));
    if (entry.kind === 'either') {
      return { problem: 'ambiguous', what, choices: entry.choices.map(clockTime).sort() };
    }
    if (entry.kind !== 'time') return { problem: 'invalid', what };
    times.add(clockTime(entry.minutes));
  }
  if (times.size === 0) return { problem: 'none' };
  if (times.size > MOST_TIMES) return { problem: 'too-many', count: times.size, limit: MOST_TIMES };
  return { times: [...times].sort() };
}

/** `HH:MM` of minutes since midnight. */
export function clockTime(minutes: number): string {
  const parts = [Math.floor(minutes / 60), minutes % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function echoed(words: string): string {
  const characters = [...words];
  return characters.length > LONGEST_ECHO ? `${characters.slice(0, LONGEST_ECHO - 1).join('')}…` : words;
}
