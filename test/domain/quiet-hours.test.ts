import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuietHours } from '../../src/domain/quiet-hours.ts';
import { isQuiet, quietHoursShape } from '../../src/domain/quiet-hours.ts';

const MINUTE = 60_000;
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const iso = (instant: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toString({ timeZone, smallestUnit: 'minute' });

/** Quiet from then on, and over at the very instant named. */
function expectQuietUntil(quiet: QuietHours, zone: string, now: number, end: number): void {
  for (let moment = now; moment < end; moment += 15 * MINUTE) expect(isQuiet(quiet, zone, moment)).toBe(true);
  expect(isQuiet(quiet, zone, end - 1)).toBe(true);
  expect(isQuiet(quiet, zone, end)).toBe(false);
}

const night = { from: '22:00', to: '07:00' };
const siesta = { from: '13:00', to: '15:30' };

describe('quiet hours', () => {
  it.each([
    ['before the night', night, '21:59', false],
    ['when the night begins', night, '22:00', true],
    ['at midnight', night, '00:00', true],
    ['a minute before it ends', night, '06:59', true],
    ['when it ends', night, '07:00', false],
    ['within the siesta', siesta, '14:00', true],
    ['after the siesta', siesta, '15:30', false],
    ['when both ends are one', { from: '08:00', to: '08:00' }, '08:00', false],
  ])('%s', (_what, quiet, time, expected) => {
    expect(isQuiet(quiet, 'Asia/Riyadh', at(`2026-11-24T${time}+03:00`))).toBe(expected);
  });

  it.each([
    ['this morning', night, '2026-11-24T03:00+03:00', '2026-11-24T07:00+03:00'],
    ['tomorrow morning', night, '2026-11-24T23:00+03:00', '2026-11-25T07:00+03:00'],
    ['this afternoon', siesta, '2026-11-24T13:00+03:00', '2026-11-24T15:30+03:00'],
  ])('end %s', (_what, quiet, now, expected) => {
    expectQuietUntil(quiet, 'Asia/Riyadh', at(now), at(expected));
  });

  it.each([
    [
      'a start in the gap',
      { from: '00:15', to: '07:00' },
      '2027-04-30T01:00+03:00',
      '2027-04-30T07:00+03:00',
    ],
    ['an end in the gap', { from: '22:00', to: '00:30' }, '2027-04-29T23:00+02:00', '2027-04-30T01:00+03:00'],
    [
      'a start shown twice',
      { from: '23:30', to: '07:00' },
      '2027-10-28T23:10+02:00',
      '2027-10-29T07:00+02:00',
    ],
    [
      'an end shown twice',
      { from: '21:00', to: '23:30' },
      '2027-10-28T23:40+03:00',
      '2027-10-28T23:30+02:00',
    ],
  ])('in Cairo, when clocks change, know %s', (_what, quiet, now, expected) => {
    expectQuietUntil(quiet, 'Africa/Cairo', at(now), at(expected));
  });

  it('of no length are none in the hour that clocks show twice either', () => {
    const none = { from: '23:30', to: '23:30' };
    expect(isQuiet(none, 'Africa/Cairo', at('2027-10-28T23:40+03:00'))).toBe(false);
  });

  it('go on where clocks go back over midnight after they began', () => {
    const quiet = { from: '00:00', to: '07:00' };
    const now = at('2010-11-06T23:30-03:30');
    expectQuietUntil(quiet, 'America/St_Johns', now, at('2010-11-07T07:00-03:30'));
  });

  it('join two stretches when clocks leap over all that lies between', () => {
    const quiet = { from: '00:30', to: '00:15' };
    const now = at('2027-04-29T12:00+02:00');
    expectQuietUntil(quiet, 'Africa/Cairo', now, at('2027-05-01T00:15+03:00'));
  });

  it('hold whenever the wall clock shows them, in any zone at any time', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const zone = fc.constantFrom('Africa/Cairo', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Riyadh');
    const near = fc.constantFrom(
      '2027-04-29T22:00Z',
      '2027-10-28T21:00Z',
      '2027-10-02T15:30Z',
      '2026-11-24T00:00Z',
    );
    fc.assert(
      fc.property(
        time,
        time,
        zone,
        near,
        fc.integer({ min: -1500, max: 1500 }),
        (from, to, place, day, minutes) => {
          const quiet = { from, to };
          const now = at(day) + minutes * MINUTE;
          // Outside them the wall clock agrees except within an hour that repeats.
          const shown = iso(now, place).slice(11, 16);
          const inside = from <= to ? shown >= from && shown < to : shown >= from || shown < to;
          if (inside && from !== to) expect(isQuiet(quiet, place, now)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are times of day', () => {
    expect(quietHoursShape.safeParse(night).success).toBe(true);
    expect(quietHoursShape.safeParse({ from: '24:00', to: '07:00' }).success).toBe(false);
  });
});
