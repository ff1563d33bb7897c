/** Work that only one of several processes does, on one store, by a clock that passes with their waits. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createLease, whileHeld } from '../../src/app/lease.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import { MORNING } from '../support/articles.ts';

const STANDS_BY = 'another process works on this store: this one stands by';

async function open() {
  const clock = { now: MORNING };
  const now = () => clock.now;
  const { store } = await openStorage('sqlite::memory:', now);
  onTestFinished(() => store.close());
  const timers: { at: number; go: () => void }[] = [];
  const idle = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      timers.push({ at: clock.now + ms, go: resolve });
      signal.addEventListener('abort', () => resolve());
      if (signal.aborted) resolve();
    });
  return {
    clock,
    store,
    lease: (holder: string, seen: Partial<Store> = {}) =>
      createLease({ store: { ...store, ...seen }, now, name: 'poller', holder }),
    /** Lets so much time pass, in ms. */
    async pass(ms: number) {
      const until = clock.now + ms;
      for (;;) {
        for (let turns = 0; turns < 3; turns++) await turn();
        const [next] = timers.sort((a, b) => a.at - b.at);
        if (!next || next.at > until) break;
        timers.shift();
        clock.now = next.at;
        next.go();
      }
      clock.now = until;
    },
    /** A process that would do the work; what it did and said. */
    process(lease: ReturnType<typeof createLease>) {
      const done: string[] = [];
      const stop = new AbortController();
      const log = {
        info: (event: string) => void done.push(event),
        warn: () => {},
        error: (event: string) => void done.push(event),
      };
      const begin = () => {
        done.push('begun');
        return {
          async stop() {
            await turn();
            done.push('stopped');
          },
        };
      };
      const running = whileHeld({ lease, name: 'poller', begin, idle, log }, stop.signal);
      return {
        done,
        async stop() {
          stop.abort();
          await running;
        },
      };
    },
  };
}

test('a lease is renewed every three seconds, and known to be held in between without asking', async () => {
  const { clock, store, lease } = await open();
  let asked = 0;
  const mine = lease('a/1', {
    takeLease(claim) {
      asked++;
      return store.takeLease(claim);
    },
  });
  expect([await mine.hold(), asked]).toEqual(['fresh', 1]);
  clock.now += 2999;
  expect([await mine.hold(), asked]).toEqual(['held', 1]);
  clock.now += 1;
  expect([await mine.hold(), asked]).toEqual(['held', 2]);
  clock.now += 12_000;
  expect([await mine.hold(), asked]).toEqual(['again', 3]);
  expect(await lease('b/2').hold()).toBe(false);
  clock.now += 11_999;
  expect(await lease('b/2').hold()).toBe(false);
  clock.now += 1;
  expect([await lease('b/2').hold(), await mine.hold(), asked]).toEqual(['fresh', false, 4]);
});

test('what is lent goes to whoever wants it, or comes back; what is given up is anybody’s', async () => {
  const { lease } = await open();
  const [mine, other] = [lease('a/1'), lease('b/2')];
  await mine.hold();
  await mine.lend();
  expect(await mine.hold()).toBe('again');
  await mine.lend();
  expect([await other.hold(), await mine.hold()]).toEqual(['fresh', false]);
  await other.release();
  expect([await mine.hold(), await other.hold()]).toEqual(['fresh', false]);
  await mine.release();
  expect(await mine.hold()).toBe('fresh');
});

test('one works and the other stands by, saying so once, until the first one stops', async () => {
  const { process, lease, pass } = await open();
  const one = process(lease('a/1'));
  await pass(1000);
  const other = process(lease('b/2'));
  await pass(60_000);
  expect([one.done, other.done]).toEqual([['begun'], [STANDS_BY]]);
  await one.stop();
  expect(one.done).toEqual(['begun', 'stopped']);
  await pass(3000);
  expect(other.done).toEqual([STANDS_BY, 'begun']);
  await other.stop();
  expect(other.done.at(-1)).toBe('stopped');
});

test('work stops when another has taken the lease, and begins anew when it is ours again', async () => {
  const { process, lease, pass, store, clock } = await open();
  const one = process(lease('a/1'));
  await pass(10_000);
  await store.releaseLease('poller', 'a/1');
  const claim = { name: 'poller', holder: 'b/2', now: clock.now, until: clock.now + 20_000 };
  await store.takeLease(claim);
  await pass(15_000);
  expect(one.done).toEqual(['begun', STANDS_BY, 'stopped']);
  await pass(15_000);
  expect(one.done).toEqual(['begun', STANDS_BY, 'stopped', 'begun']);
  await one.stop();
});

test('a store that fails leaves things as they are, and is asked again', async () => {
  const { process, lease, pass, store } = await open();
  let fails = 2;
  const flaky = lease('a/1', {
    async takeLease(claim) {
      if (fails-- > 0) throw new Error('gone');
      return store.takeLease(claim);
    },
    async releaseLease() {
      throw new Error('gone');
    },
  });
  const one = process(flaky);
  await pass(9000);
  expect(one.done).toEqual(['a lease cannot be read', 'a lease cannot be read', 'begun']);
  fails = 1;
  await pass(9000);
  expect(one.done.slice(3)).toEqual(['a lease cannot be read']);
  await one.stop();
  expect(one.done.at(-1)).toBe('stopped');
});

test('told to stop while it asks for the lease, it begins nothing', async () => {
  const { process, lease, pass, store } = await open();
  const asked = Promise.withResolvers<void>();
  const slow = lease('a/1', {
    async takeLease(claim) {
      await asked.promise;
      return store.takeLease(claim);
    },
  });
  const one = process(slow);
  await pass(0);
  const stopped = one.stop();
  asked.resolve();
  await stopped;
  expect(one.done).toEqual([]);
});
