/**
 * Every zone that the runtime knows, every change of its clocks from 2024 to 2030. The expected instant of a slot comes from the
 * offsets before and after a change alone: the first instant at which the wall clock shows that time or a later one.
 * MUJAZ_EVERY_MINUTE=true tries every minute around every change; otherwise each distinct change of clocks (so much, at that time of
 * day) is tried in full once, and all others at their edges.
 */
import { describe, expect, it } from 'vitest';
import { latestSlot, nextSlot, scheduleOf } from '../../src/domain/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2024, 0, 1);
const UNTIL = Date.UTC(2031, 0, 1);
const EVERY_MINUTE = process.env.MUJAZ_EVERY_MINUTE === 'true';

/** Offsets in ms east of UTC. */
interface Change {
  at: number;
  before: number;
  after: number;
}

function changesOf(zone: string): Change[] {
  const changes: Change[] = [];
  let from = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
  for (;;) {
    const to = from.getTimeZoneTransition('next');
    if (to === null || to.epochMilliseconds >= UNTIL) return changes;
    const before = to.subtract({ nanoseconds: 1 });
    changes.push({
      at: to.epochMilliseconds,
      before: before.offsetNanoseconds / 1e6,
      after: to.offsetNanoseconds / 1e6,
    });
    from = to;
  }
}

const zones = Intl.supportedValuesOf('timeZone');
/** Zones whose clocks always show the same, with one of them to stand for all. */
const families = Map.groupBy(
  zones.map((zone) => ({ zone, changes: changesOf(zone) })),
  ({ zone, changes }) =>
    changes.length > 0
      ? JSON.stringify(changes)
      : Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone).offset,
);

const isoDate = (wall: number) => new Date(wall).toISOString().slice(0, 10);
const isoTime = (wall: number) => new Date(wall).toISOString().slice(11, 16);

/** The first instant at which clocks that change once show this wall time (ms as if UTC) or a later one. */
const firstShown = ({ at, before, after }: Change, wall: number) =>
  wall < at + before ? wall - before : Math.max(at, wall - after);

/** What is wrong with a daily slot at a time of day in the three days around a change, if anything. */
function fault(zone: string, change: Change, minuteOfDay: number): string | undefined {
  const midnight = Math.floor((change.at + change.before) / DAY) * DAY;
  const walls = [-1, 0, 1].map((day) => midnight + day * DAY + minuteOfDay * MINUTE);
  const time = isoTime(walls[0]!);
  const schedule = scheduleOf([time], [], zone);
  let after = firstShown(change, walls[0]!) - 1;
  let done: { date: string; time: string } | undefined;
  for (const wall of walls) {
    const slot = nextSlot(schedule, after, done);
    const expected = { date: isoDate(wall), time, at: firstShown(change, wall) };
    if (slot.date !== expected.date || slot.time !== time || slot.at !== expected.at) {
      return `${zone} ${JSON.stringify(slot)} instead of ${JSON.stringify(expected)}`;
    }
    done = slot;
    after = slot.at;
  }
  const last = latestSlot(schedule, after);
  return last.date === done?.date && last.at === after ? undefined : `${zone} latest ${JSON.stringify(last)}`;
}

const minuteOfDay = (wall: number) => ((((wall / MINUTE) % 1440) + 1440) % 1440) | 0;

/** Two hours to either side of what the change skips or repeats. */
function minutesAround({ at, before, after }: Change): number[] {
  const first = Math.min(at + before, at + after) - 2 * HOUR;
  const last = Math.max(at + before, at + after) + 2 * HOUR;
  const minutes = [];
  for (let wall = first; wall <= last; wall += MINUTE) minutes.push(minuteOfDay(wall));
  return minutes;
}

function minutesAtEdges({ at, before, after }: Change): number[] {
  const first = Math.min(at + before, at + after);
  const last = Math.max(at + before, at + after);
  return [first - MINUTE, first, (first + last) / 2, last - MINUTE, last, Math.floor(last / DAY) * DAY].map(
    minuteOfDay,
  );
}

describe('a daily slot in every zone', () => {
  it('comes exactly once on every local date around every change of clocks, 2024-2030', () => {
    const seen = new Set<string>();
    const faults: string[] = [];
    let changes = 0;
    let slots = 0;
    for (const [family] of families.values()) {
      for (const change of family!.changes) {
        changes++;
        const kind = `${minuteOfDay(change.at + change.before)} ${change.after - change.before}`;
        const minutes =
          EVERY_MINUTE || !seen.has(kind) ? minutesAround(change) : new Set(minutesAtEdges(change));
        seen.add(kind);
        for (const minute of minutes) {
          slots++;
          const found = fault(family!.zone, change, minute);
          if (found !== undefined) faults.push(found);
        }
      }
    }
    expect(faults.slice(0, 5)).toEqual([]);
    expect(zones.length).toBeGreaterThan(400);
    expect(changes).toBeGreaterThan(400);
    expect(slots).toBeGreaterThan(changes * 5);
  }, 600_000);

  it('comes exactly once on every date of seven years in a zone of each family', () => {
    const days = (UNTIL - FROM) / DAY;
    const moving = [...families.values()].filter(([family]) => family!.changes.length > 0);
    // A prime step over the families and minutes: every zone gets a time of day of its own.
    const wrong = moving.filter(([family], index) => {
      const schedule = scheduleOf([isoTime(((index * 37) % 1440) * MINUTE)], [], family!.zone);
      let slot = nextSlot(schedule, FROM - 2 * DAY);
      const first = Date.parse(slot.date);
      for (let day = 1; day <= days; day += 1) {
        const next = nextSlot(schedule, slot.at, slot);
        if (next.date !== isoDate(first + day * DAY) || next.at <= slot.at) return true;
        slot = next;
      }
      return false;
    });
    expect(wrong).toEqual([]);
    expect(moving.length).toBeGreaterThan(20);
  });
});
