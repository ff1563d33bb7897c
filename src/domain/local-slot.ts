/** A time of day on a day, as a wall clock shows it: the identity of an edition within its subscription. */
export interface LocalSlot {
  /** ISO date, `2027-04-30`. */
  date: string;
  /** `HH:MM`, 00:00 to 23:59. */
  time: string;
}

/** A local slot and the instant it falls on, in ms since the epoch. */
export interface Slot extends LocalSlot {
  at: number;
}

/** Below zero when `a` stands before `b` on the calendar, whatever the zones they were kept in; zero for the same slot. */
export function compareSlots(a: LocalSlot, b: LocalSlot): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.time === b.time) return 0;
  return a.time < b.time ? -1 : 1;
}

/**
 * The first instant at which the clocks of `timeZone` show this time of this day or a later one: the first pass of an
 * hour that repeats, the end of the gap for a time that clocks leap over (`skipped`). `undefined` for a day that the zone's calendar
 * leaves out whole (Apia, 2011-12-30). Throws a RangeError for a zone that does not exist.
 */
export function slotInstant(
  date: Temporal.PlainDate,
  time: string,
  timeZone: string,
): { at: number; skipped: boolean } | undefined {
  const wall = date.toPlainDateTime(time);
  // Temporal's "compatible" takes the first pass too, but carries a skipped time past the gap by the gap's own length.
  const shown = wall.toZonedDateTime(timeZone);
  if (shown.minute === wall.minute && shown.hour === wall.hour && shown.day === wall.day) {
    return { at: shown.epochMilliseconds, skipped: false };
  }
  if (!date.toZonedDateTime(timeZone).toPlainDate().equals(date)) return undefined;
  const before = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const leap = before.getTimeZoneTransition('next') ?? shown;
  return { at: leap.epochMilliseconds, skipped: true };
}

/** The day that the clocks of `timeZone` show at an instant (ms since the epoch). */
export function localDay(at: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}
