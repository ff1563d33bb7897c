/** How many entries a week a feed is said to bring, and what is known again of it. */
import { describe, expect, it } from 'vitest';
import type { PollingState, SeenItem } from '../../src/domain/polling.ts';
import { newSource, nextCheck, seenBefore } from '../../src/domain/polling.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const asked = (state: PollingState, items: readonly SeenItem[], now = NOW) =>
  nextCheck(state, { kind: 'fetched', items }, { now, jitter: 0 });
const dated = (...ago: (number | undefined)[]): SeenItem[] =>
  ago.map((ms, at) => ({ key: `${at}`, ...(ms === undefined ? {} : { publishedAt: NOW - ms }) }));

describe('entries a week', () => {
  it.each<[string, SeenItem[], number | undefined]>([
    ['of two dates are those over the time that they reach back', dated(DAY, 2 * DAY), 7],
    ['undated ones among them do not count', dated(DAY, undefined, 2 * DAY, undefined), 7],
    ['nor do dates to come', dated(DAY, 2 * DAY, -DAY), 7],
    ['this moment does', dated(0, 2 * DAY), 7],
    [
      'of a feed that reaches back for more than a week are those of the week',
      dated(DAY, 2 * DAY, 8 * DAY),
      2,
    ],
    ['of a feed that is minutes old are reckoned over an hour', dated(MINUTE, 2 * MINUTE), 2 * 7 * 24],
    ['are not known of one date', dated(DAY), undefined],
  ])('%s', (_, items, expected) => {
    expect(asked(newSource, items).state.weekly).toBe(expected);
  });

  it('without dates are what was new since the fetch before, each fetch weighing a quarter', () => {
    const feed = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `${at}` }));
    const first = asked(newSource, feed(5), NOW).state;
    expect(first.weekly).toBeUndefined();
    const second = asked(first, feed(6), NOW + DAY).state;
    expect(second.weekly).toBe(7);
    const third = asked(second, feed(9), NOW + 2 * DAY).state;
    expect(third.weekly).toBe(7 * 0.75 + 21 * 0.25);
    expect(asked(third, feed(99), NOW + 2 * DAY).state.weekly).toBe(third.weekly);
  });
});

describe('of a feed', () => {
  it('the newest two hundred are known again, wherever they stand', () => {
    const items = Array.from({ length: 250 }, (_, at) => ({
      key: `${at}`,
      publishedAt: NOW - (250 - at) * MINUTE,
    }));
    const known = seenBefore(asked(newSource, [{ key: 'undated' }, ...items]).state);
    expect(items.filter(({ key }) => known(key)).map(({ key }) => Number(key))).toEqual(
      Array.from({ length: 200 }, (_, at) => 50 + at),
    );
    expect(known('undated')).toBe(false);
  });

  it('undated items are known in the order of the feed', () => {
    const items = Array.from({ length: 250 }, (_, at) => ({ key: `${at}` }));
    const known = seenBefore(asked(newSource, items).state);
    expect(items.filter(({ key }) => known(key))).toEqual(items.slice(0, 200));
  });

  it('that gave everything a new name and brought news besides nothing is lost', () => {
    const state = asked(newSource, dated(2 * DAY, 3 * DAY)).state;
    const renamed = [
      { key: 'n0', publishedAt: NOW + DAY },
      { key: 'n1', publishedAt: NOW - 2 * DAY },
    ];
    expect(asked(state, renamed, NOW + 2 * DAY).turnedOver).toBe(false);
    expect(asked(state, renamed.slice(0, 1), NOW + 2 * DAY).turnedOver).toBe(true);
  });

  it('that fails nothing is said to be lost', () => {
    const failed = (gone: boolean) =>
      nextCheck(newSource, { kind: 'failed', gone }, { now: NOW, jitter: 0 }).turnedOver;
    expect([failed(false), failed(true)]).toEqual([false, false]);
  });
});
