import { expect, test } from 'vitest';
import { axisEnd, dayStarts, knownDays } from '../../src/domain/day-tally.ts';

const HOUR = 3_600_000;

test('days begin at midnight of the zone, also where the clock was changed', () => {
  // Cairo put its clocks forward in the night to 26 April 2024: that day begins at one.
  const starts = dayStarts(Date.UTC(2024, 3, 27, 9), 'Africa/Cairo', 3);
  expect(starts.map((at) => new Date(at).toISOString())).toEqual([
    '2024-04-24T22:00:00.000Z',
    '2024-04-25T22:00:00.000Z',
    '2024-04-26T21:00:00.000Z',
    '2024-04-27T21:00:00.000Z',
  ]);
});

test('a day without any record, or whose records have gone, is unknown and not zero', () => {
  const none = { articles: 0, stories: 0, messages: 0, readers: 0 };
  const some = { ...none, articles: 3 };
  expect(knownDays([some, none, some], [0, 24 * HOUR, 48 * HOUR], HOUR)).toEqual([
    undefined,
    undefined,
    some,
  ]);
});

test('an axis ends at a round number whose half is whole', () => {
  for (let most = 0; most < 3000; most++) {
    const end = axisEnd(most);
    expect(end).toBeGreaterThanOrEqual(most);
    expect(end).toBeLessThanOrEqual(Math.max(2, 2 * most));
    expect(end % 2).toBe(0);
  }
  expect([0, 2, 3, 11, 84, 501].map(axisEnd)).toEqual([2, 2, 4, 20, 100, 600]);
});
