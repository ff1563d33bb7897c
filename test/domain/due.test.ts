import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueVerdict, editionExpires, LONGEST_DELAY, LONGEST_USE, ON_TIME } from '../../src/domain/due.ts';
import { nextSlot, scheduleOf } from '../../src/domain/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;

const daily = scheduleOf(['08:00'], [], 'Asia/Riyadh');
const planned = nextSlot(daily, at('2026-11-23T12:00Z'));

/** `late 2026-11-24 08:00, then 2026-11-25 08:00`. */
function judged(now: number, schedule = daily, slot = planned): string {
  const verdict = dueVerdict(schedule, slot, now);
  if (verdict.kind === 'early') return 'early';
  const name = ({ date, time }: { date: string; time: string }) => `${date} ${time}`;
  return `${verdict.kind} ${name(verdict.slot)}, then ${name(verdict.next)}`;
}

describe('a planned slot', () => {
  it.each([
    ['a millisecond early', -1, 'early'],
    ['a day early', -24 * HOUR, 'early'],
    ['at once', 0, 'on-time 2026-11-24 08:00, then 2026-11-25 08:00'],
    ['5 minutes after', ON_TIME, 'on-time 2026-11-24 08:00, then 2026-11-25 08:00'],
    ['just over 5 minutes after', ON_TIME + 1, 'late 2026-11-24 08:00, then 2026-11-25 08:00'],
    ['10 minutes after', 10 * MINUTE, 'late 2026-11-24 08:00, then 2026-11-25 08:00'],
    ['3 hours after', LONGEST_DELAY, 'late 2026-11-24 08:00, then 2026-11-25 08:00'],
    ['just over 3 hours after', LONGEST_DELAY + 1, 'skip 2026-11-24 08:00, then 2026-11-25 08:00'],
    ['4 hours after', 4 * HOUR, 'skip 2026-11-24 08:00, then 2026-11-25 08:00'],
    ['3 days after, at 10:00', 74 * HOUR, 'late 2026-11-27 08:00, then 2026-11-28 08:00'],
    ['3 days after, at 08:02', 72 * HOUR + 2 * MINUTE, 'on-time 2026-11-27 08:00, then 2026-11-28 08:00'],
    ['3 days after, at 20:00', 84 * HOUR, 'skip 2026-11-27 08:00, then 2026-11-28 08:00'],
  ])('seen %s', (_what, delay, expected) => {
    expect(judged(planned.at + delay)).toBe(expected);
  });

  it('is late for half the distance to the next slot where that is under 3 hours', () => {
    const schedule = scheduleOf(['08:00', '10:00'], [], 'Asia/Riyadh');
    const first = nextSlot(schedule, at('2026-11-23T12:00Z'));
    expect(judged(first.at + HOUR, schedule, first)).toMatch(/^late 2026-11-24 08:00/);
    expect(judged(first.at + HOUR + 1, schedule, first)).toBe('skip 2026-11-24 08:00, then 2026-11-24 10:00');
  });

  it('gives way to the one after it when both are past', () => {
    const schedule = scheduleOf(['08:00', '08:03'], [], 'Asia/Riyadh');
    const first = nextSlot(schedule, at('2026-11-23T12:00Z'));
    expect(judged(first.at + 2 * MINUTE, schedule, first)).toMatch(/^on-time 2026-11-24 08:00/);
    expect(judged(first.at + 3 * MINUTE, schedule, first)).toMatch(/^on-time 2026-11-24 08:03/);
  });

  it('gives way to a day that was chosen only', () => {
    const fridays = scheduleOf(['08:00'], [5], 'Asia/Riyadh');
    const first = nextSlot(fridays, at('2026-11-23T12:00Z'));
    const days = (count: number) => first.at + count * 24 * HOUR;
    expect(judged(days(1), fridays, first)).toBe('skip 2026-11-27 08:00, then 2026-12-04 08:00');
    expect(judged(days(7) + HOUR, fridays, first)).toBe('late 2026-12-04 08:00, then 2026-12-11 08:00');
    expect(judged(days(8) + HOUR, fridays, first)).toBe('skip 2026-12-04 08:00, then 2026-12-11 08:00');
  });

  it('in the night that clocks leap is still judged by its instant', () => {
    const cairo = scheduleOf(['00:30'], [], 'Africa/Cairo');
    const slot = nextSlot(cairo, at('2027-04-29T12:00Z'));
    expect(judged(slot.at, cairo, slot)).toBe('on-time 2027-04-30 00:30, then 2027-05-01 00:30');
    expect(judged(slot.at - 1, cairo, slot)).toBe('early');
  });

  it('never leads to two editions, to one before its time, or out of order, whatever the times of looking', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const schedules = fc
      .tuple(
        fc.array(time, { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
        fc.constantFrom('Africa/Cairo', 'Asia/Beirut', 'Australia/Lord_Howe', 'Asia/Riyadh'),
      )
      .map((parts) => scheduleOf(...parts));
    const start = fc.integer({ min: at('2027-03-25T00:00Z'), max: at('2027-05-05T00:00Z') });
    const pauses = fc.array(fc.integer({ min: -2 * HOUR, max: 80 * HOUR }), { maxLength: 20 });
    fc.assert(
      fc.property(schedules, start, pauses, (schedule, from, waits) => {
        let slot = nextSlot(schedule, from);
        let now = from;
        const sent: string[] = [];
        for (const wait of waits) {
          now += wait;
          const verdict = dueVerdict(schedule, slot, now);
          if (verdict.kind === 'early') continue;
          expect(verdict.slot.at).toBeLessThanOrEqual(now);
          expect(verdict.next.at).toBeGreaterThan(now);
          if (verdict.kind !== 'skip') sent.push(`${verdict.slot.date} ${verdict.slot.time}`);
          if (verdict.kind === 'late') expect(now - verdict.slot.at).toBeLessThanOrEqual(LONGEST_DELAY);
          slot = verdict.next;
        }
        expect(sent).toEqual([...new Set(sent)].sort());
      }),
      { numRuns: 300 },
    );
  });
});

describe('an edition is worth delivering', () => {
  it.each([
    ['for 12 hours when the next is a day away', 24 * HOUR, LONGEST_USE],
    ['for 12 hours when the next is a week away', 168 * HOUR, LONGEST_USE],
    ['for half the distance when that is less', 6 * HOUR, 3 * HOUR],
    ['for 5 minutes when the next is a minute away', MINUTE, ON_TIME],
  ])('%s', (_what, distance, expected) => {
    const next = { date: '2026-11-25', time: '08:00', at: planned.at + distance };
    expect(editionExpires(planned.at, next) - planned.at).toBe(expected);
  });
});
