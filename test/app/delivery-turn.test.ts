/** Senders of several processes on one store: whose turn it is, and what one takes over from another. */
import { expect, test } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
import { HOUR } from '../support/articles.ts';
import { openSimulation } from '../support/simulation.ts';

const STANDS_BY = 'another process works on this store: this one stands by';
const LEFT = 'messages were under way when sending stopped';

/** Another process has the right to send from now on, for five seconds; what it has begun. */
async function takeOver({ takeLease, dueDeliveries, recordSends }: Store, now: number): Promise<number[]> {
  await takeLease({ name: 'sender', holder: 'there/2', now, until: now + 5000 });
  const starts = (await dueDeliveries({ now, limit: 9, except: [] })).map(({ id }) => id);
  await recordSends({ holder: 'there/2', now, starts, ends: [] });
  return starts;
}

test('while another process sends, this one leaves the outbox alone and says so once, until that one is gone', async () => {
  let looks = 0;
  await using simulation = await openSimulation({
    seen: (store) => ({
      ...store,
      dueDeliveries(query) {
        looks++;
        return store.dueDeliveries(query);
      },
    }),
  });
  const { store, calls, log } = simulation;
  const told = () => log.filter(({ event }) => event === STANDS_BY).length;
  for (let times = 1; times <= 2; times++) {
    looks = 0;
    await takeOver(store, simulation.now());
    await simulation.post([times]);
    await simulation.run(2000);
    expect([calls.length, told(), looks]).toEqual([times - 1, times, 0]);
    await simulation.run();
    expect([calls.length, told()]).toEqual([times, times]);
  }
});

test('what another left under way is taken over, though the store fails over it at first', async () => {
  let [asked, fails] = [0, 0];
  await using simulation = await openSimulation({
    seen: (store) => ({
      ...store,
      async recoverSends(order) {
        asked++;
        if (fails-- > 0) throw new Error('disk full');
        return store.recoverSends(order);
      },
    }),
  });
  const { store, calls, log } = simulation;
  const left = () => log.filter(({ event }) => event === LEFT).length;
  await simulation.post([1, 2, 3, 4, 5]);
  await simulation.run();
  expect([calls.length, asked, left()]).toEqual([5, 1, 0]);

  await store.saveChat({ id: 7, kind: 'private', preferences: { whenUncertain: 'drop' } });
  await simulation.post([6, 7]);
  expect(await takeOver(store, simulation.now())).toHaveLength(2);
  fails = 1;
  await simulation.run();
  expect(calls.map(({ chatId }) => chatId)).toEqual([1, 2, 3, 4, 5, 6]);
  expect([asked, left()]).toEqual([3, 1]);
  expect((await store.ledger(simulation.now())).states).toMatchObject({ sent: 6, failed: 1 });
});

test('who lost its turn for a while forgets what it was about to send: it may be waiting by now', async () => {
  await using simulation = await openSimulation({
    atOnce: 1,
    latency: 10_000,
    says({ chatId }) {
      if (chatId === 1) hindered = hinder();
      return undefined;
    },
  });
  const { store, calls, now } = simulation;
  let hindered: Promise<unknown> = Promise.resolve();
  /** Another process takes over, and is told to leave the second chat alone for an hour. */
  async function hinder(): Promise<void> {
    await store.releaseLease('sender', 'here/1');
    const [id = 0] = await takeOver(store, now());
    const end = { state: 'pending' as const, notBefore: now() + HOUR, reason: 'flood' };
    const ends = [{ id, attempt: 1, chatId: 2, end, chatFreeAt: 0 }];
    await store.recordSends({ holder: 'there/2', now: now(), starts: [], ends });
  }
  await simulation.post([1, 2]);
  await simulation.run();
  await hindered;
  expect(calls.map(({ chatId }) => chatId)).toEqual([1, 2]);
  expect((calls[1]?.at ?? 0) - (calls[0]?.at ?? 0)).toBeGreaterThanOrEqual(HOUR);
});
