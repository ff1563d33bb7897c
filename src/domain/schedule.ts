/**
 * When a chat's editions are due. A slot is a local time on a local day: the clock may move and the zone may change, the
 * same local slot never comes twice.
 */
import { z } from 'zod';
import type { LocalSlot, Slot } from './local-slot.ts';
import { compareSlots, localDay, slotInstant } from './local-slot.ts';
import { isTimeZone } from './time-zone.ts';

/** Most times a day in one schedule. */
export const MOST_TIMES = 24;

/** A week and a day, and as much again for the day that a move over the date line leaves out. */
const DAYS_AHEAD = 16;

export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Local times, ISO weekdays (1 Monday to 7 Sunday; none: every day) and zone, in the form that `scheduleOf` gives. */
export const scheduleShape = z.object({
  times: z.array(timeOfDay).min(1).max(MOST_TIMES).refine(isAscending),
  weekdays: z.array(z.int().min(1).max(7)).max(6).refine(isAscending),
  timeZone: z.string().refine(isTimeZone),
});

export interface Schedule {
  readonly times: readonly string[];
  readonly weekdays: readonly number[];
  readonly timeZone: string;
}

/**
 * A schedule in its one form: times and weekdays sorted, each once, all seven days written as none. Throws a ZodError for
 * no time or more than `MOST_TIMES`, a time or weekday out of range, an unknown zone.
 */
export function scheduleOf(
  times: readonly string[],
  weekdays: readonly number[],
  timeZone: string,
): Schedule {
  const days = [...new Set(weekdays)].sort();
  return scheduleShape.parse({
    times: [...new Set(times)].sort(),
    weekdays: days.length === 7 ? [] : days,
    timeZone,
  });
}

/**
 * The first slot strictly after the instant `after` (ms) and, on the calendar, after the last one `done`, in whatever
 * zone that was. Slots that a leap of the clock brings onto one instant (Cairo's 00:00, 00:30 and 01:00, on one night of the year) are one
 * edition under the name of the last of them: what is done is done up to there.
 */
export function nextSlot(schedule: Schedule, after: number, done?: LocalSlot): Slot {
  const today = localDay(after, schedule.timeZone).toString();
  const first = done !== undefined && done.date > today ? done.date : today;
  let merged: Slot | undefined;
  for (const { slot, skipped } of slotsFrom(schedule, Temporal.PlainDate.from(first))) {
    if (merged !== undefined && slot.at > merged.at) return merged;
    if (slot.at <= after || (done !== undefined && compareSlots(slot, done) <= 0)) continue;
    if (!skipped) return slot;
    merged = slot;
  }
  if (merged !== undefined) return merged;
  throw new RangeError('a schedule without times or weekdays');
}

/** The last slot at or before the instant `now` (ms), merged ones under the name of the last. */
export function latestSlot(schedule: Schedule, now: number): Slot {
  // A clock set back over midnight shows the day before again when slots of the new day are past.
  let day = localDay(now, schedule.timeZone).add({ days: 1 });
  for (let tried = 0; tried <= DAYS_AHEAD; tried++, day = day.subtract({ days: 1 })) {
    if (!isOn(schedule, day)) continue;
    for (let index = schedule.times.length - 1; index >= 0; index--) {
      const time = schedule.times[index] ?? '';
      const found = slotInstant(day, time, schedule.timeZone);
      if (found !== undefined && found.at <= now) return { date: day.toString(), time, at: found.at };
    }
  }
  throw new RangeError('a schedule without times or weekdays');
}

/** In calendar order, which is the order of their instants too: a clock set back shows nothing for the first time. */
function* slotsFrom(
  schedule: Schedule,
  first: Temporal.PlainDate,
): Generator<{ slot: Slot; skipped: boolean }> {
  let day = first;
  for (let tried = 0; tried <= DAYS_AHEAD; tried++, day = day.add({ days: 1 })) {
    if (!isOn(schedule, day)) continue;
    const date = day.toString();
    for (const time of schedule.times) {
      const found = slotInstant(day, time, schedule.timeZone);
      if (found !== undefined) yield { slot: { date, time, at: found.at }, skipped: found.skipped };
    }
  }
}

function isOn(schedule: Schedule, day: Temporal.PlainDate): boolean {
  return schedule.weekdays.length === 0 || schedule.weekdays.includes(day.dayOfWeek);
}

function isAscending(values: readonly (string | number)[]): boolean {
  return values.every((value, index) => {
    const before = values[index - 1];
    return before === undefined || before < value;
  });
}
