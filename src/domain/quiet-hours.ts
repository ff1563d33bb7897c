import { z } from 'zod';
import { localDay, slotInstant } from './local-slot.ts';
import { timeOfDay } from './schedule.ts';

/** Local times between which nothing rings, over midnight where `to` is earlier; none when both are equal. */
export const quietHoursShape = z.object({ from: timeOfDay, to: timeOfDay });

export type QuietHours = z.infer<typeof quietHoursShape>;

/**
 * Whether `now` (ms) lies in quiet hours, `to` itself no longer. A night is one stretch, from the first time clocks show
 * `from` to the last time they show `to`: an hour that repeats wakes nobody who already sleeps. A time in a gap is the
 * gap's end.
 */
export function isQuiet(quiet: QuietHours, timeZone: string, now: number): boolean {
  if (quiet.from === quiet.to) return false;
  const overnight = quiet.to < quiet.from;
  const today = localDay(now, timeZone);
  // The day after too: a clock set back over midnight shows the old day again within the night of the new one.
  for (const days of [1, 0, -1]) {
    const day = today.add({ days });
    const start = slotInstant(day, quiet.from, timeZone)?.at;
    if (start === undefined || start > now) continue;
    const end = lastInstant(overnight ? day.add({ days: 1 }) : day, quiet.to, timeZone);
    if (now < end) return true;
  }
  return false;
}

function lastInstant(day: Temporal.PlainDate, time: string, timeZone: string): number {
  const first = slotInstant(day, time, timeZone);
  const last = day.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'later' });
  return first === undefined || !first.skipped ? last.epochMilliseconds : first.at;
}
