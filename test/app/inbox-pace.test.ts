/** How often an inbox asks its store: at once where something has come, and no oftener than it must. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { IN_HAND } from '../../src/app/inbox.ts';
import type { Store } from '../../src/domain/ports.ts';
import { MORNING } from '../support/articles.ts';
import { openHall, until, update } from '../support/inbox.ts';

const MINUTE = 60_000;

/** Waits that never end by themselves. */
const endless = (_: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));

const turns = async (count: number) => {
  for (let at = 0; at < count; at++) await turn();
};

/** The store, and how often each of its methods was called. */
function counted(store: Store) {
  const calls = { claimUpdates: 0, finishUpdates: 0, renewUpdates: 0, expireUpdates: 0 };
  const seen: Store = { ...store };
  for (const name of Object.keys(calls) as (keyof typeof calls)[]) {
    const call = store[name] as (...values: unknown[]) => Promise<unknown>;
    Object.assign(seen, {
      [name](...values: unknown[]) {
        calls[name]++;
        return call(...values);
      },
    });
  }
  return { seen, calls };
}

test('what is taken while it rests is handled at once, and so is what waits for that in its chat', async () => {
  const { work, emptied } = await openHall();
  const gate = Promise.withResolvers<void>();
  const begun: string[] = [];
  const { take, stop } = work(
    async (body) => {
      begun.push(body);
      await gate.promise;
    },
    { idle: endless },
  );
  await turns(20);
  await Promise.all([take(update(1)), take(update(2))]);
  await until(() => begun.length > 0);
  await turns(20);
  gate.resolve();
  await emptied();
  expect(begun).toEqual(['1', '2']);
  await stop();
});

test('what comes in during a look is looked for again', async () => {
  const { work, emptied, store } = await openHall();
  const handled: string[] = [];
  const look = Promise.withResolvers<void>();
  let looks = 0;
  const slow: Store = {
    ...store,
    async claimUpdates(claim) {
      const found = await store.claimUpdates(claim);
      if (++looks === 1) await look.promise;
      return found;
    },
  };
  const { take, stop } = work(async (body) => void handled.push(body), { store: slow, idle: endless });
  await until(() => looks === 1);
  await take(update(1));
  look.resolve();
  await emptied();
  expect(handled).toEqual(['1']);
  await stop();
});

test('with much in hand, what comes in is claimed together', async () => {
  const { work, emptied, store } = await openHall();
  const { seen, calls } = counted(store);
  const gate = Promise.withResolvers<void>();
  let begun = 0;
  const { take, stop } = work(
    async () => {
      begun++;
      await gate.promise;
    },
    { store: seen },
  );
  await Promise.all(Array.from({ length: 32 }, (_, at) => take(update(at + 1, at))));
  await until(() => begun === 32);
  calls.claimUpdates = 0;
  for (let at = 32; at < 232; at++) {
    await take(update(at + 1, at));
    await turn();
  }
  await until(() => begun === 232);
  // One after the other, as fast as the store answers, would be nearly two hundred.
  expect(calls.claimUpdates).toBeLessThan(60);
  gate.resolve();
  await emptied();
  await stop();
});

test('with much in hand, what has been handled is noted together', async () => {
  const { work, emptied, store } = await openHall();
  const { seen, calls } = counted(store);
  const all = Array.from({ length: 300 }, (_, at) => update(at + 1, at));
  await store.takeUpdates(all, MORNING);
  const { stop } = work((body) => turns(Number(body)), { store: seen });
  await emptied();
  // One at a time would be three hundred; the last few are in no company.
  expect(calls.finishUpdates).toBeLessThan(60);
  await stop();
});

test('has so much in hand and no more; the rest is handled as there is room, and not asked for before', async () => {
  const { work, emptied, store } = await openHall();
  const { seen, calls } = counted(store);
  const all = Array.from({ length: IN_HAND + 100 }, (_, at) => update(at + 1, at));
  for (let from = 0; from < all.length; from += 200)
    await store.takeUpdates(all.slice(from, from + 200), MORNING);
  const gate = Promise.withResolvers<void>();
  let begun = 0;
  const { take, stop } = work(
    async () => {
      begun++;
      await gate.promise;
    },
    { store: seen },
  );
  await until(() => begun >= IN_HAND);
  await take(update(1000, 1000));
  await turns(100);
  expect([begun, calls.claimUpdates]).toEqual([IN_HAND, 1]);
  gate.resolve();
  await emptied();
  expect(begun).toBe(IN_HAND + 101);
  await stop();
});

test('a claim is prolonged every few seconds while somebody is at it; after five minutes it is given up for lost', async () => {
  const { work, emptied, store, clock } = await openHall();
  const { seen, calls } = counted(store);
  const gate = Promise.withResolvers<void>();
  let begun = 0;
  const { take, stop } = work(
    async () => {
      begun++;
      await gate.promise;
    },
    { store: seen },
  );
  await take(update(1));
  const began = clock.now;
  const others = () =>
    store.claimUpdates({ now: clock.now, until: clock.now + 1000, holder: 'b/2', limit: 5 });
  await until(() => clock.now > began + 4 * MINUTE);
  expect([await others(), begun]).toEqual([[], 1]);
  const [seconds, renewals] = [(clock.now - began) / 1000, calls.renewUpdates];
  expect(renewals).toBeGreaterThan(seconds / 12);
  expect(renewals).toBeLessThanOrEqual(seconds / 4 + 1);
  await until(() => begun === 2);
  expect((clock.now - began) / MINUTE).toBeGreaterThanOrEqual(5);
  expect((clock.now - began) / MINUTE).toBeLessThan(5.5);
  gate.resolve();
  await emptied();
  await stop();
});

test('what is long past is cleared away every ten minutes', async () => {
  const { work, store, clock } = await openHall();
  const { seen, calls } = counted(store);
  const { stop } = work(async () => {}, { store: seen });
  await until(() => clock.now > MORNING + 59 * MINUTE);
  await stop();
  expect(calls.expireUpdates).toBe(6);
});

test('what comes in while the store cannot be read does not cut its rest short', async () => {
  const { work, store, clock } = await openHall();
  const looks: number[] = [];
  const rested = Promise.withResolvers<void>();
  const flaky: Store = {
    ...store,
    async claimUpdates(claim) {
      looks.push(clock.now);
      if (looks.length === 1) throw new Error('gone');
      return store.claimUpdates(claim);
    },
  };
  const handled: string[] = [];
  const { take, stop } = work(async (body) => void handled.push(body), {
    store: flaky,
    idle: (ms, signal) => (ms === 1000 ? rested.promise : endless(ms, signal)),
  });
  await until(() => looks.length === 1);
  for (let at = 1; at <= 5; at++) await take(update(at));
  await turns(20);
  expect(looks).toHaveLength(1);
  rested.resolve();
  await until(() => handled.length === 5);
  await stop();
});

test('rests longer and longer while the store cannot be read, and the next time from the beginning', async () => {
  const { work, store, clock, events } = await openHall();
  const looks: number[] = [];
  const flaky: Store = {
    ...store,
    async claimUpdates(claim) {
      looks.push((clock.now - MORNING) / 1000);
      if (looks.length !== 8 && looks.length < 10) throw new Error('gone');
      return store.claimUpdates(claim);
    },
  };
  await store.takeUpdates([update(1)], clock.now);
  const { stop } = work(async () => {}, { store: flaky });
  await until(() => looks.length === 10);
  expect(events()).toHaveLength(8);
  expect(looks.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 31, 61, 91]);
  expect((looks[9] ?? 0) - (looks[8] ?? 0)).toBe(1);
  await stop();
});
