import { z } from 'zod';
import { localDay, slotInstant } from './local-slot.ts';
import { timeOfDay } from './schedule.ts';

/** Local times between which nothing rings, over midnight where `to` is earlier; none when both are equal. */
export const quietHoursShape = z.object({ from: timeOfDay, to: timeOfDay });

export type QuietHours = z.infer<typeof quietHoursShape>;

/** Enough stretches in a row to leave the nights on which a leap of the clock joins two of them. */
const MOST_JOINED = 4;

/** Whether `now` (ms) lies in quiet hours, `to` itself no longer. */
export function isQuiet(quiet: QuietHours, timeZone: string, now: number): boolean {
  return stretchEnd(quiet, timeZone, now) !== undefined;
}

/** When the quiet hours that `now` (ms) lies in are over; `now` itself outside them. */
export function quietEnds(quiet: QuietHours, timeZone: string, now: number): number {
  let end = now;
  for (let joined = 0; joined < MOST_JOINED; joined++) {
    const later = stretchEnd(quiet, timeZone, end);
    if (later === undefined) break;
    end = later;
  }
  return end;
}

/**
 * A night is one stretch, from the first time clocks show `from` to the last time they show `to`: an hour that repeats
 * wakes nobody who already sleeps. A time in a gap is the gap's end.
 */
function stretchEnd(quiet: QuietHours, timeZone: string, now: number): number | undefined {
  if (quiet.from === quiet.to) return undefined;
  const overnight = quiet.to < quiet.from;
  const today = localDay(now, timeZone);
  // The day after too: a clock set back over midnight shows the old day again within the night of the new one.
  for (const days of [1, 0, -1]) {
    const day = today.add({ days });
    const start = slotInstant(day, quiet.from, timeZone)?.at;
    if (start === undefined || start > now) continue;
    const end = lastInstant(overnight ? day.add({ days: 1 }) : day, quiet.to, timeZone);
    if (now < end) return end;
  }
  return undefined;
}

function lastInstant(day: Temporal.PlainDate, time: string, timeZone: string): number {
  const first = slotInstant(day, time, timeZone);
  const last = day.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'later' });
  return first === undefined || !first.skipped ? last.epochMilliseconds : first.at;
}
