/** What becomes of one check of a source: in time or not, at its address or another, stopped in the middle. */
import { expect, onTestFinished, test } from 'vitest';
import type { PollingDoors } from '../../src/app/polling.ts';
import { createPolling } from '../../src/app/polling.ts';
import type { FeedVisit } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import { HOUR, MORNING } from '../support/articles.ts';
import { entry } from '../support/newsroom.ts';

const MINUTE = 60_000;
const unchanged: FeedVisit = { kind: 'notModified', validators: {} };

/** A polling of one source that is visited so. */
async function open(visit: PollingDoors['feeds']['visit'], doors: Partial<PollingDoors> = {}) {
  const clock = { now: MORNING };
  const { store } = await openStorage('sqlite::memory:', () => clock.now);
  onTestFinished(() => store.close());
  await store.syncSources([entry({ url: 'https://paper.example/feed' })], clock.now);
  const log: string[] = [];
  const write = (event: string) => void log.push(event);
  const polling = createPolling({
    store,
    feeds: { articlePage: async () => undefined, visit },
    intake: () => Promise.reject(new Error('nothing was fetched')),
    settle: async () => {},
    now: () => clock.now,
    chance: () => 0,
    pause: async () => {},
    timeout: () => new AbortController().signal,
    log: { info: write, warn: write, error: write },
    holder: 'here/1',
    everyMinutes: 10,
    ...doors,
  });
  const source = async () => (await store.sources())[0];
  return { clock, store, polling, log, source };
}
const untilStopped = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

test('one that does not come to an end is given up after four minutes, and the source has failed', async () => {
  const asked: number[] = [];
  const deadline = new AbortController();
  const { polling, source, log } = await open(
    ({ signal }) => {
      queueMicrotask(() => deadline.abort());
      return untilStopped(signal);
    },
    {
      timeout(ms) {
        asked.push(ms / MINUTE);
        return deadline.signal;
      },
    },
  );
  await polling.tick();
  expect(asked).toEqual([4]);
  expect((await source())?.failure).toEqual({ since: MORNING, reason: 'timeout' });
  expect(log).toEqual(['source failed', 'sources checked']);
});

test('one that breaks leaves the source to whoever comes when the claim has run out', async () => {
  let visits = 0;
  const { polling, source, log, clock } = await open(async () => {
    if (++visits === 1) throw new Error('out of memory');
    clock.now += 1200;
    return unchanged;
  });
  await polling.tick();
  expect(log).toEqual(['source not checked']);
  clock.now += 5 * MINUTE - 1;
  await polling.tick();
  expect(visits).toBe(1);
  clock.now += 1;
  await polling.tick();
  expect(await source()).toMatchObject({ lastOkAt: clock.now, tookMs: 1200 });
});

test('a source that has moved for good is asked at its new address', async () => {
  const asked: string[] = [];
  const { polling, clock, log } = await open(async ({ url }) => {
    asked.push(url);
    return { ...unchanged, permanentUrl: 'https://new.example/feed' };
  });
  for (let day = 0; day < 11; day++) {
    await polling.tick();
    clock.now += 25 * HOUR;
  }
  expect([asked[9], asked[10]]).toEqual(['https://paper.example/feed', 'https://new.example/feed']);
  expect(log.filter((event) => event === 'source moved')).toHaveLength(1);
});

test('told to stop in the middle of a check, it notes nothing and gives the source back', async () => {
  const stop = new AbortController();
  const { polling, source, store, clock, log } = await open(({ signal }) => {
    queueMicrotask(() => stop.abort());
    return untilStopped(signal);
  });
  await polling.run(async () => {}, stop.signal);
  expect(log).toEqual([]);
  expect((await source())?.failure).toBeUndefined();
  const claim = { now: clock.now, until: clock.now + MINUTE, holder: 'there/2', limit: 5 };
  expect(await store.claimSources(claim)).toHaveLength(1);
});
