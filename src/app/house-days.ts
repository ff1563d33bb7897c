import { dayStarts, knownDays } from '../domain/day-tally.ts';
import type { Clock, Store } from '../domain/ports.ts';
import type { HouseDays } from './stats-chart.ts';

const DAY = 24 * 3_600_000;
const SHOWN_DAYS = 30;

/** The last thirty days by the calendar of a zone; what is older than `keptDays` has gone. */
export function createHouseDays(
  store: Pick<Store, 'dayTallies'>,
  now: Clock,
  keptDays: number,
): (timeZone: string) => Promise<HouseDays> {
  return async (timeZone) => {
    const starts = dayStarts(now(), timeZone, SHOWN_DAYS);
    const tallies = await store.dayTallies(starts);
    return { starts: starts.slice(0, -1), days: knownDays(tallies, starts, now() - keptDays * DAY) };
  };
}
