/** What came about on one day. */
export interface DayTally {
  /** Articles that came in, and stories that began with one of them. */
  articles: number;
  stories: number;
  /** Messages of the outbox that arrived, and the chats they arrived in. */
  messages: number;
  readers: number;
}

/** What the house asks of the store for the chart of its days; part of `WorkStore`. */
export interface DayTallyStore {
  /** One tally for each day, of which `starts` are the beginnings in order and the last one the end, in ms. */
  dayTallies(starts: readonly number[]): Promise<DayTally[]>;
}

/** Beginnings of the last so many days of a zone, oldest first, and the end of the present one; in ms. */
export function dayStarts(now: number, timeZone: string, days: number): number[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay();
  return Array.from(
    { length: days + 1 },
    (_, at) => today.add({ days: at - days + 1 }).startOfDay().epochMilliseconds,
  );
}

/**
 * The days as far as something is known of them: a day without a single record tells nothing (the house did not run), and one
 * that began before `keptSince` has lost records since.
 */
export function knownDays(
  tallies: readonly DayTally[],
  starts: readonly number[],
  keptSince: number,
): (DayTally | undefined)[] {
  return tallies.map((tally, at) => {
    const { articles, stories, messages } = tally;
    const known = (starts[at] ?? 0) >= keptSince && articles + stories + messages > 0;
    return known ? tally : undefined;
  });
}

/** The end of an axis that holds this value: a round number whose half is a whole one. */
export function axisEnd(most: number): number {
  for (let power = 1; ; power *= 10) {
    const end = [2, 4, 6, 8, 10].map((each) => each * power).find((each) => each >= most);
    if (end !== undefined) return end;
  }
}
