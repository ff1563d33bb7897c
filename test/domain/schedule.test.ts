import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalSlot, Slot } from '../../src/domain/local-slot.ts';
import { compareSlots, localDay, slotInstant } from '../../src/domain/local-slot.ts';
import type { Schedule } from '../../src/domain/schedule.ts';
import { latestSlot, MOST_TIMES, nextSlot, scheduleOf, scheduleShape } from '../../src/domain/schedule.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const daily = (timeZone: string, ...times: string[]) => scheduleOf(times, [], timeZone);
/** `2027-04-30 00:30 = 2027-04-30T01:00+03:00`: the slot's own name, and what the clock on the wall shows. */
const told = (slot: Slot, timeZone: string) => {
  const wall = Temporal.Instant.fromEpochMilliseconds(slot.at).toString({
    timeZone,
    smallestUnit: 'minute',
  });
  return `${slot.date} ${slot.time} = ${wall}`;
};

/** What comes from an instant on, each slot done at once, as the minute tick would do it: no slot is asked for ahead of its time. */
function lived(schedule: Schedule, from: string, until: string): string[] {
  const slots: string[] = [];
  let planned = nextSlot(schedule, at(from));
  for (let now = at(from); now < at(until); now += MINUTE) {
    if (now < planned.at) continue;
    slots.push(told(planned, schedule.timeZone));
    planned = nextSlot(schedule, now, planned);
  }
  return slots;
}

describe('the next slot', () => {
  it.each([
    ['later today', '2026-11-24T04:00Z', '2026-11-24 08:00'],
    ['tomorrow, when it is now: strictly after', '2026-11-24T05:00Z', '2026-11-25 08:00'],
    ['a millisecond before it', '2026-11-24T04:59:59.999Z', '2026-11-24 08:00'],
    ['over the end of a year', '2026-12-31T12:00Z', '2027-01-01 08:00'],
    ['on a leap day', '2028-02-28T12:00Z', '2028-02-29 08:00'],
  ])('is %s', (_what, now, expected) => {
    const slot = nextSlot(daily('Asia/Riyadh', '08:00'), at(now));
    expect(`${slot.date} ${slot.time}`).toBe(expected);
    expect(slot.at).toBe(at(`${slot.date}T08:00+03:00`));
  });

  it('goes through the times of a day in order', () => {
    expect(
      lived(
        daily('Asia/Dubai', '20:15', '08:00', '13:30'),
        '2026-11-24T00:00+04:00',
        '2026-11-25T09:00+04:00',
      ),
    ).toEqual([
      '2026-11-24 08:00 = 2026-11-24T08:00+04:00',
      '2026-11-24 13:30 = 2026-11-24T13:30+04:00',
      '2026-11-24 20:15 = 2026-11-24T20:15+04:00',
      '2026-11-25 08:00 = 2026-11-25T08:00+04:00',
    ]);
  });

  it('keeps to the weekdays of the zone, not of UTC', () => {
    // 2026-11-26 is a Thursday; at half past midnight in Auckland UTC is still on Wednesday.
    const schedule = scheduleOf(['00:30'], [7, 1, 2, 3, 4], 'Pacific/Auckland');
    expect(lived(schedule, '2026-11-25T00:00Z', '2026-11-30T00:00Z')).toEqual([
      '2026-11-26 00:30 = 2026-11-26T00:30+13:00',
      '2026-11-29 00:30 = 2026-11-29T00:30+13:00',
      '2026-11-30 00:30 = 2026-11-30T00:30+13:00',
    ]);
  });

  it('leaves out a day that is done, whatever the clock says', () => {
    const done = { date: '2026-11-24', time: '08:00' };
    const slot = nextSlot(daily('Asia/Riyadh', '08:00'), at('2026-11-23T00:00Z'), done);
    expect(slot.date).toBe('2026-11-25');
  });

  it('allows a time added later on a day whose earlier edition is done', () => {
    const done = { date: '2026-11-24', time: '08:00' };
    const slot = nextSlot(daily('Asia/Riyadh', '07:00', '18:00'), at('2026-11-24T05:00Z'), done);
    expect(`${slot.date} ${slot.time}`).toBe('2026-11-24 18:00');
  });

  it.each([
    ['westward, the day is done already', 'Europe/London', 'America/New_York', '2026-11-25'],
    ['over the date line, two days are done', 'Pacific/Kiritimati', 'Pacific/Honolulu', '2026-11-25'],
    ['eastward, where it is next morning', 'America/New_York', 'Asia/Tokyo', '2026-11-25'],
  ])('after a move of the chat %s comes on the day after the last one done', (_what, from, to, expected) => {
    const before = nextSlot(daily(from, '08:00'), at('2026-11-23T14:00Z'));
    const slot = nextSlot(daily(to, '08:00'), before.at + MINUTE, before);
    expect([before.date, slot.date]).toEqual(['2026-11-24', expected]);
  });
});

describe('changes of clocks', () => {
  it('Cairo 2027-04-30: half past midnight is leapt over and comes at the end of the gap', () => {
    expect(lived(daily('Africa/Cairo', '00:30'), '2027-04-29T00:00+02:00', '2027-05-02T00:00+03:00')).toEqual(
      [
        '2027-04-29 00:30 = 2027-04-29T00:30+02:00',
        '2027-04-30 00:30 = 2027-04-30T01:00+03:00',
        '2027-05-01 00:30 = 2027-05-01T00:30+03:00',
      ],
    );
  });

  it('Cairo 2027-04-30: slots on one instant are one edition, named by the last', () => {
    const schedule = daily('Africa/Cairo', '00:00', '00:30', '00:45', '01:15');
    expect(lived(schedule, '2027-04-29T12:00+02:00', '2027-05-01T00:10+03:00')).toEqual([
      '2027-04-30 00:45 = 2027-04-30T01:00+03:00',
      '2027-04-30 01:15 = 2027-04-30T01:15+03:00',
      '2027-05-01 00:00 = 2027-05-01T00:00+03:00',
    ]);
    const meeting = daily('Africa/Cairo', '00:00', '00:30', '01:00');
    expect(lived(meeting, '2027-04-29T12:00+02:00', '2027-04-30T23:00+03:00')).toEqual([
      '2027-04-30 01:00 = 2027-04-30T01:00+03:00',
    ]);
    for (const time of ['00:00', '00:30', '01:00']) {
      expect(slotInstant(Temporal.PlainDate.from('2027-04-30'), time, 'Africa/Cairo')?.at).toBe(
        at('2027-04-29T22:00Z'),
      );
    }
  });

  it('Cairo 2027-10-28: 23:30 is shown twice and comes the first time alone', () => {
    expect(lived(daily('Africa/Cairo', '23:30'), '2027-10-28T00:00+03:00', '2027-10-30T00:00+02:00')).toEqual(
      ['2027-10-28 23:30 = 2027-10-28T23:30+03:00', '2027-10-29 23:30 = 2027-10-29T23:30+02:00'],
    );
  });

  it('Beirut 2027-03-28: midnight is leapt over', () => {
    expect(lived(daily('Asia/Beirut', '00:00'), '2027-03-26T12:00+02:00', '2027-03-29T12:00+03:00')).toEqual([
      '2027-03-27 00:00 = 2027-03-27T00:00+02:00',
      '2027-03-28 00:00 = 2027-03-28T01:00+03:00',
      '2027-03-29 00:00 = 2027-03-29T00:00+03:00',
    ]);
  });

  it('Beirut 2026-10-24: the day before midnight repeats and midnight comes once', () => {
    expect(
      lived(daily('Asia/Beirut', '00:00', '23:15'), '2026-10-24T12:00+03:00', '2026-10-25T12:00+02:00'),
    ).toEqual(['2026-10-24 23:15 = 2026-10-24T23:15+03:00', '2026-10-25 00:00 = 2026-10-25T00:00+02:00']);
  });

  it('Casablanca: clocks go back for Ramadan on 2026-02-15 and forward again on 2026-03-22', () => {
    const schedule = daily('Africa/Casablanca', '02:30');
    expect(lived(schedule, '2026-02-14T00:00Z', '2026-02-17T00:00Z')).toEqual([
      '2026-02-14 02:30 = 2026-02-14T02:30+01:00',
      '2026-02-15 02:30 = 2026-02-15T02:30+01:00',
      '2026-02-16 02:30 = 2026-02-16T02:30+00:00',
    ]);
    expect(lived(schedule, '2026-03-21T00:00Z', '2026-03-24T00:00Z')).toEqual([
      '2026-03-21 02:30 = 2026-03-21T02:30+00:00',
      '2026-03-22 02:30 = 2026-03-22T03:00+01:00',
      '2026-03-23 02:30 = 2026-03-23T02:30+01:00',
    ]);
  });

  it('Lord Howe moves by half an hour', () => {
    const schedule = daily('Australia/Lord_Howe', '01:45', '02:15');
    expect(lived(schedule, '2027-04-03T12:00Z', '2027-04-04T12:00Z')).toEqual([
      '2027-04-04 01:45 = 2027-04-04T01:45+11:00',
      '2027-04-04 02:15 = 2027-04-04T02:15+10:30',
    ]);
    expect(lived(schedule, '2027-10-02T12:00Z', '2027-10-03T12:00Z')).toEqual([
      '2027-10-03 01:45 = 2027-10-03T01:45+10:30',
      '2027-10-03 02:15 = 2027-10-03T02:30+11:00',
    ]);
  });

  it('Nuuk leaps over midnight: the last hour of a day comes on the next, under its own date', () => {
    expect(lived(daily('America/Nuuk', '23:30'), '2027-03-26T12:00Z', '2027-03-30T00:00Z')).toEqual([
      '2027-03-26 23:30 = 2027-03-26T23:30-02:00',
      '2027-03-27 23:30 = 2027-03-28T00:00-01:00',
      '2027-03-28 23:30 = 2027-03-28T23:30-01:00',
    ]);
  });

  it('Apia had no 2011-12-30, and no edition of that day', () => {
    expect(lived(daily('Pacific/Apia', '08:00'), '2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00')).toEqual(
      ['2011-12-29 08:00 = 2011-12-29T08:00-10:00', '2011-12-31 08:00 = 2011-12-31T08:00+14:00'],
    );
    const fridays = scheduleOf(['08:00'], [5], 'Pacific/Apia');
    expect(nextSlot(fridays, at('2011-12-24T00:00Z')).date).toBe('2012-01-06');
  });

  it('St. John’s went back over midnight in 2010: the new day’s first slot was past when the old day came again', () => {
    const schedule = daily('America/St_Johns', '00:00', '23:30');
    expect(lived(schedule, '2010-11-06T22:00-02:30', '2010-11-07T12:00-03:30')).toEqual([
      '2010-11-06 23:30 = 2010-11-06T23:30-02:30',
      '2010-11-07 00:00 = 2010-11-07T00:00-02:30',
    ]);
    expect(latestSlot(schedule, at('2010-11-06T23:40-03:30')).date).toBe('2010-11-07');
  });

  it('Kiritimati is the first to see the day', () => {
    const slot = nextSlot(daily('Pacific/Kiritimati', '00:00'), at('2026-12-31T09:00Z'));
    expect(told(slot, 'UTC')).toBe('2027-01-01 00:00 = 2026-12-31T10:00+00:00');
  });
});

const zone = fc.constantFrom(
  'Africa/Cairo',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'America/Nuuk',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  '+05:30',
);
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const schedule = fc
  .tuple(
    fc.array(time, { minLength: 1, maxLength: MOST_TIMES }),
    fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    zone,
  )
  .map(([times, weekdays, timeZone]) => scheduleOf(times, weekdays, timeZone));
const instant = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2031-01-01T00:00Z') });

describe('any schedule', () => {
  it('under a clock and a zone that jump about never comes back to a slot', () => {
    const step = fc.record({ now: instant, timeZone: zone });
    fc.assert(
      fc.property(schedule, fc.array(step, { minLength: 2, maxLength: 8 }), (start, steps) => {
        let done: LocalSlot | undefined;
        for (const { now, timeZone } of steps) {
          const slot = nextSlot({ ...start, timeZone }, now, done);
          expect(slot.at).toBeGreaterThan(now);
          if (done !== undefined) expect(compareSlots(slot, done)).toBeGreaterThan(0);
          done = slot;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has no slot between the latest and the next', () => {
    fc.assert(
      fc.property(schedule, instant, (chosen, now) => {
        const latest = latestSlot(chosen, now);
        const next = nextSlot(chosen, now);
        expect(latest.at).toBeLessThanOrEqual(now);
        expect(nextSlot(chosen, latest.at)).toEqual(next);
        expect(latestSlot(chosen, next.at)).toEqual(next);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps to its times and weekdays', () => {
    fc.assert(
      fc.property(schedule, instant, (chosen, now) => {
        const { date, time: slotTime } = nextSlot(chosen, now);
        expect(chosen.times).toContain(slotTime);
        const weekday = Temporal.PlainDate.from(date).dayOfWeek;
        if (chosen.weekdays.length > 0) expect(chosen.weekdays).toContain(weekday);
        const today = localDay(now, chosen.timeZone).toString();
        expect(Date.parse(date) - Date.parse(today)).toBeLessThanOrEqual(8 * DAY);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the shape of a schedule', () => {
  it('is sorted, without doubles, and writes the whole week as none', () => {
    expect(scheduleOf(['18:00', '08:00', '18:00'], [7, 1, 2, 3, 4, 5, 6], 'UTC')).toEqual({
      times: ['08:00', '18:00'],
      weekdays: [],
      timeZone: 'UTC',
    });
    expect(scheduleOf(['08:00'], [7, 1, 4, 1], 'UTC').weekdays).toEqual([1, 4, 7]);
  });

  const good = { times: ['08:00'], weekdays: [1], timeZone: 'Africa/Cairo' };
  it.each([
    ['no time', { times: [] }],
    ['25 times', { times: Array.from({ length: 25 }, (_, hour) => `00:${10 + hour}`) }],
    ['25:00', { times: ['25:00'] }],
    ['8:00 without its zero', { times: ['8:00'] }],
    ['times out of order', { times: ['18:00', '08:00'] }],
    ['a time twice', { times: ['08:00', '08:00'] }],
    ['weekday 0', { weekdays: [0] }],
    ['weekday 8', { weekdays: [8] }],
    ['all weekdays', { weekdays: [1, 2, 3, 4, 5, 6, 7] }],
    ['an unknown zone', { timeZone: 'Asia/Atlantis' }],
  ])('refuses %s', (_what, part) => {
    expect(scheduleShape.safeParse(good).success).toBe(true);
    expect(scheduleShape.safeParse({ ...good, ...part }).success).toBe(false);
  });
});
