import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckOutcome, PollingState } from '../../src/domain/polling.ts';
import { newSource, nextCheck, pollingState } from '../../src/domain/polling.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So many items, one each `gap` ms, the newest `gap` before `now`; numbered on from `first`. */
const items = (count: number, gap: number, now = NOW, first = 0) =>
  Array.from({ length: count }, (_, index) => ({
    key: `item ${first + index}`,
    publishedAt: now - (index + 1) * gap,
  }));

const undated = (count: number, first = 0) =>
  Array.from({ length: count }, (_, index) => ({ key: `item ${first + index}` }));

const fetched = (list: readonly { key: string; publishedAt?: number }[], rest = {}): CheckOutcome => ({
  kind: 'fetched',
  items: list,
  ...rest,
});

const at = { now: NOW, jitter: 0 };

/** Minutes until the next check. */
const minutes = (
  state: PollingState,
  outcome: CheckOutcome,
  options: Partial<Parameters<typeof nextCheck>[2]> = {},
) =>
  ((nextCheck(state, outcome, { ...at, ...options }).nextAt ?? Number.NaN) - (options.now ?? NOW)) / MINUTE;

describe('a source that answers', () => {
  it('with a long feed that stays the same is quiet, as one with a short feed is', () => {
    let state = newSource;
    for (let day = 0; day < 8; day++)
      ({ state } = nextCheck(state, fetched(undated(500)), { ...at, now: NOW + day * DAY }));
    expect(state.changedAt).toBe(NOW);
    expect(minutes(state, fetched(undated(500)), { now: NOW + 8 * DAY })).toBe(24 * 60);
  });

  it('with a long feed of which an old half is still there has not turned over', () => {
    const { state } = nextCheck(newSource, fetched(undated(500, 300)), at);
    const later = { ...at, now: NOW + DAY };
    expect(nextCheck(state, fetched(undated(500)), later).turnedOver).toBe(false);
    expect(nextCheck(state, fetched(undated(300)), later).turnedOver).toBe(true);
  });

  it.each([
    ['every minute', 30, MINUTE, 5],
    ['each quarter of an hour', 30, 15 * MINUTE, 5],
    ['hourly', 30, HOUR, 15],
    ['four-hourly', 40, 4 * HOUR, 60],
    ['twice a day', 30, 12 * HOUR, (7 * 24 * 60) / (13 * 4)],
    ['daily', 30, DAY, 420],
    ['weekly', 20, 7 * DAY, 24 * 60],
    ['monthly', 20, 30 * DAY, 24 * 60],
  ])('with news %s is checked by that rate', (_what, count, gap, expected) => {
    expect(minutes(newSource, fetched(items(count, gap)))).toBeCloseTo(expected, 4);
  });

  it('is not checked before it allows', () => {
    const busy = items(30, MINUTE);
    expect(minutes(newSource, fetched(busy, { ttlMs: HOUR }))).toBe(60);
    expect(minutes(newSource, fetched(busy, { freshForMs: 2 * HOUR, ttlMs: HOUR }))).toBe(120);
    expect(minutes(newSource, fetched(busy, { retryAfterMs: 3 * HOUR }))).toBe(180);
    expect(minutes(newSource, fetched(busy), { everyMinutes: 45 })).toBe(45);
    expect(minutes(newSource, fetched(busy), { everyMinutes: 1 })).toBe(5);
  });

  it('cannot ask for more than a day', () => {
    for (const rest of [
      { ttlMs: 9 * DAY },
      { freshForMs: Number.MAX_SAFE_INTEGER },
      { retryAfterMs: 9 * DAY },
    ]) {
      expect(minutes(newSource, fetched(items(30, MINUTE), rest))).toBe(24 * 60);
    }
    expect(minutes(newSource, fetched([]), { everyMinutes: 1e6 })).toBe(24 * 60);
  });

  it('keeps its ttl through answers that nothing changed', () => {
    const { state } = nextCheck(
      newSource,
      fetched(items(30, MINUTE), { ttlMs: HOUR, freshForMs: 5 * HOUR }),
      at,
    );
    expect(minutes(state, { kind: 'notModified' })).toBe(60);
    expect(minutes(state, { kind: 'notModified', freshForMs: 2 * HOUR })).toBe(120);
  });

  it('is checked ever more seldom while it is silent', () => {
    const { state } = nextCheck(newSource, fetched(items(30, MINUTE)), at);
    const silent = (ms: number) => minutes(state, { kind: 'notModified' }, { now: NOW + ms });
    expect(silent(10 * MINUTE)).toBe(5);
    expect(silent(10 * HOUR)).toBeCloseTo(60, 0);
    expect(silent(5 * DAY)).toBeCloseTo(720, 0);
    expect(silent(60 * DAY)).toBe(24 * 60);
  });

  it('without dates is known by what was new from one fetch to the next', () => {
    const first = nextCheck(newSource, fetched(undated(20)), at);
    expect(first.state.weekly).toBeUndefined();
    expect(first.nextAt).toBe(NOW + DAY);
    const now = NOW + DAY;
    const second = nextCheck(first.state, fetched(undated(20, 12)), { now, jitter: 0 });
    expect(second.state.weekly).toBeCloseTo(12 * 7);
    expect((second.nextAt ?? 0) - now).toBeCloseTo((7 * DAY) / (12 * 7 * 4), 0);
  });

  it('clears its failures', () => {
    expect(nextCheck({ ...newSource, errors: 7 }, { kind: 'notModified' }, at).state.errors).toBe(0);
  });

  it('drifts by up to a tenth', () => {
    expect(minutes(newSource, fetched(items(30, HOUR)), { jitter: 0.5 })).toBeCloseTo(15.75);
  });
});

describe('a source that fails', () => {
  it('is tried again after twice as long each time, up to a day', () => {
    let state = newSource;
    const waits: number[] = [];
    for (let failures = 0; failures < 14; failures++) {
      const next = nextCheck(state, { kind: 'failed' }, at);
      waits.push(((next.nextAt ?? 0) - NOW) / MINUTE);
      state = next.state;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440, 1440]);
    expect(state.errors).toBe(14);
  });

  it('is not tried before it allows', () => {
    expect(minutes(newSource, { kind: 'failed', retryAfterMs: HOUR })).toBe(60);
    expect(minutes({ ...newSource, errors: 9 }, { kind: 'failed', retryAfterMs: HOUR })).toBe(512);
    expect(minutes(newSource, { kind: 'failed', retryAfterMs: 50 * DAY })).toBe(24 * 60);
  });

  it('drifts by up to half', () => {
    expect(minutes({ ...newSource, errors: 3 }, { kind: 'failed' }, { jitter: 0.5 })).toBe(10);
  });

  it('keeps what was known of it', () => {
    const { state } = nextCheck(
      newSource,
      fetched(items(30, HOUR), { permanentUrl: 'https://new.test/' }),
      at,
    );
    expect(nextCheck(state, { kind: 'failed' }, at).state).toEqual({ ...state, errors: 1 });
  });

  it('and is gone is muted', () => {
    const next = nextCheck(newSource, { kind: 'failed', gone: true, retryAfterMs: 5 }, at);
    expect(next).toEqual({ state: { ...newSource, muted: 'gone' }, turnedOver: false });
    expect(nextCheck(next.state, fetched(items(3, HOUR)), at).state.muted).toBeUndefined();
  });
});

describe('a permanent redirect', () => {
  const to = 'https://new.test/feed';
  /** Outcomes, one each `gap` ms; the adopted URL of each. */
  const run = (outcomes: readonly CheckOutcome[], gap: number) => {
    let state = newSource;
    return outcomes.map((outcome, index) => {
      const next = nextCheck(state, outcome, { now: NOW + index * gap, jitter: 0 });
      state = pollingState.parse(JSON.parse(JSON.stringify(next.state)));
      return next.adopt;
    });
  };
  const moved: CheckOutcome = { kind: 'notModified', permanentUrl: to };

  it('is adopted after three days and ten fetches', () => {
    expect(run(Array(10).fill(moved), 8 * HOUR).findIndex(Boolean)).toBe(9);
    expect(run(Array(40).fill(moved), 2 * HOUR).findIndex(Boolean)).toBe(36);
    expect(run(Array(12).fill(moved), DAY).findIndex(Boolean)).toBe(9);
    expect(run(Array(10).fill(moved), 8 * HOUR).at(-1)).toBe(to);
  });

  it('is not adopted sooner, however often or long', () => {
    expect(run(Array(100).fill(moved), 40 * MINUTE).some(Boolean)).toBe(false);
    expect(run(Array(9).fill(moved), 30 * DAY).some(Boolean)).toBe(false);
  });

  it('starts again when it leads elsewhere or nowhere, not when the source is down', () => {
    const nine: CheckOutcome[] = Array(9).fill(moved);
    expect(run([...nine, { kind: 'notModified' }, ...nine], DAY).some(Boolean)).toBe(false);
    expect(run([...nine, { ...moved, permanentUrl: 'https://x.test/' }, ...nine], DAY).some(Boolean)).toBe(
      false,
    );
    expect(run([...nine, { kind: 'failed' }, moved], DAY).at(-1)).toBe(to);
  });
});

describe('a feed that turned over', () => {
  const first = nextCheck(newSource, fetched(items(10, HOUR)), at).state;
  const later = (list: readonly { key: string; publishedAt?: number }[]) =>
    nextCheck(first, fetched(list), { now: NOW + DAY, jitter: 0 });

  it('shows nothing of what it showed before', () => {
    const next = later(items(10, HOUR, NOW + DAY, 100));
    expect(next.turnedOver).toBe(true);
    expect(next.state.turnedOverAt).toBe(NOW + DAY);
  });

  it('is looked at twice as often at once', () => {
    const list = items(10, 2 * HOUR, NOW + DAY, 100).map((item) => ({
      ...item,
      publishedAt: item.publishedAt + 0,
    }));
    const calm = nextCheck(newSource, fetched(list), { now: NOW + DAY, jitter: 0 });
    const turned = later(list);
    expect(turned.turnedOver).toBe(true);
    expect((turned.nextAt ?? 0) - NOW - DAY).toBeCloseTo(((calm.nextAt ?? 0) - NOW - DAY) / 2, 0);
  });

  it.each([
    ['one item is left', [...items(9, HOUR, NOW + DAY, 100), { key: 'item 0', publishedAt: NOW - HOUR }]],
    ['the keys changed and the dates did not', items(10, HOUR, NOW, 100)],
    ['it is empty', []],
  ])('is not meant when %s', (_what, list) => {
    expect(later(list).turnedOver).toBe(false);
  });

  it('is not meant at the first fetch, nor after an empty one in between', () => {
    expect(nextCheck(newSource, fetched(undated(5)), at).turnedOver).toBe(false);
    const empty = later([]).state;
    expect(nextCheck(empty, fetched(items(10, HOUR)), at).turnedOver).toBe(false);
  });

  it('is recognised in feeds larger than what is remembered', () => {
    const large = nextCheck(newSource, fetched(items(1000, MINUTE)), at).state;
    expect(large.seen.length).toBe(200);
    const shifted = [{ key: 'new', publishedAt: NOW }, ...items(999, MINUTE)];
    const reversed = shifted.toReversed();
    expect(nextCheck(large, fetched(reversed), at).turnedOver).toBe(false);
  });
});

const anyItem = fc.record(
  {
    key: fc.string({ maxLength: 5 }),
    publishedAt: fc.integer({ min: NOW - 400 * DAY, max: NOW + 400 * DAY }),
  },
  { requiredKeys: ['key'] },
);
const anyMs = fc.integer({ min: 0, max: 100 * DAY });
const url = fc.constantFrom('https://a.test/', 'https://b.test/');
const anyOutcome = fc.oneof(
  fc.record(
    {
      kind: fc.constant('fetched' as const),
      items: fc.array(anyItem, { maxLength: 30 }),
      ttlMs: anyMs,
      freshForMs: anyMs,
      retryAfterMs: anyMs,
      permanentUrl: url,
    },
    { requiredKeys: ['kind', 'items'] },
  ),
  fc.record(
    { kind: fc.constant('notModified' as const), freshForMs: anyMs, retryAfterMs: anyMs, permanentUrl: url },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: fc.constant('failed' as const), retryAfterMs: anyMs }, { requiredKeys: ['kind'] }),
);
const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const history = fc.array(
  fc.record({ outcome: anyOutcome, jitter, pause: fc.integer({ min: -DAY, max: 30 * DAY }) }),
  {
    minLength: 1,
    maxLength: 25,
  },
);

describe('whatever happens', () => {
  it('the next check lies within bounds, and after every floor', () => {
    fc.assert(
      fc.property(
        history,
        fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
        (steps, everyMinutes) => {
          let state = newSource;
          let now = NOW;
          for (const { outcome, jitter, pause } of steps) {
            now += pause;
            const next = nextCheck(state, outcome, {
              now,
              jitter,
              ...(everyMinutes ? { everyMinutes } : {}),
            });
            const wait = (next.nextAt ?? Number.NaN) - now;
            expect(Number.isSafeInteger(next.nextAt)).toBe(true);
            expect(wait).toBeLessThanOrEqual(DAY);
            expect(wait).toBeGreaterThanOrEqual(outcome.kind === 'failed' ? MINUTE : 5 * MINUTE);
            expect(wait).toBeGreaterThanOrEqual(Math.min(outcome.retryAfterMs ?? 0, DAY));
            if (outcome.kind !== 'failed') {
              expect(wait).toBeGreaterThanOrEqual(Math.min((everyMinutes ?? 0) * MINUTE, DAY));
              expect(wait).toBeGreaterThanOrEqual(Math.min(outcome.freshForMs ?? 0, DAY));
              expect(wait).toBeGreaterThanOrEqual(
                Math.min((outcome.kind === 'fetched' && outcome.ttlMs) || 0, DAY),
              );
            }
            state = next.state;
          }
        },
      ),
    );
  });

  it('the same history gives the same answer, also through JSON, and changes nothing handed in', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let state = newSource;
        let now = NOW;
        for (const { outcome, jitter, pause } of steps) {
          now += pause;
          const before = JSON.stringify([state, outcome]);
          const next = nextCheck(state, outcome, { now, jitter });
          const stored = pollingState.parse(JSON.parse(JSON.stringify(state)));
          expect(nextCheck(stored, outcome, { now, jitter })).toEqual(next);
          expect(JSON.stringify([state, outcome])).toBe(before);
          expect(pollingState.parse(JSON.parse(JSON.stringify(next.state)))).toEqual(next.state);
          state = next.state;
        }
      }),
    );
  });

  it('a feed that still shows one item of before never counts as turned over', () => {
    fc.assert(
      fc.property(
        fc.array(anyItem, { minLength: 1, maxLength: 30 }),
        fc.array(anyItem, { maxLength: 30 }),
        (before, after) => {
          const { state } = nextCheck(newSource, fetched(before), at);
          const kept = before[0];
          const next = nextCheck(state, fetched(kept ? [...after, kept] : after), at);
          return !next.turnedOver;
        },
      ),
    );
  });
});
