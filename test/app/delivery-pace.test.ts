/** How soon messages go out, in simulated time: as soon as they may, and no sooner. */
import { expect, test } from 'vitest';
import { MORNING } from '../support/articles.ts';
import { openSimulation } from '../support/simulation.ts';

type Simulation = Awaited<ReturnType<typeof openSimulation>>;

/** When a chat was written to, in ms since the beginning. */
const times = ({ calls }: Simulation, chat: number) =>
  calls.filter(({ chatId }) => chatId === chat).map(({ at }) => at - MORNING);
const gaps = (at: readonly number[]) => at.slice(1).map((time, index) => time - (at[index] ?? 0));

function expectWithin(values: readonly number[], least: number, most: number): void {
  for (const value of values) {
    expect(value).toBeGreaterThanOrEqual(least);
    expect(value).toBeLessThanOrEqual(most);
  }
}

test('a chat gets a message a second, and no other waits for that', async () => {
  await using simulation = await openSimulation();
  for (let n = 0; n < 5; n++) await simulation.post([1]);
  await simulation.post([2]);
  await simulation.run();
  expect(times(simulation, 1)).toHaveLength(5);
  expectWithin(gaps(times(simulation, 1)), 1000, 1100);
  expectWithin(times(simulation, 2), 0, 100);
});

test('a group gets twenty messages a minute', async () => {
  await using simulation = await openSimulation();
  for (let n = 0; n < 45; n++) await simulation.post([-1]);
  await simulation.run();
  const at = times(simulation, -1);
  expect(at).toHaveLength(45);
  expectWithin(gaps(at), 1000, 42_000);
  expectWithin(
    at.slice(20).map((time, index) => time - (at[index] ?? 0)),
    60_000,
    61_000,
  );
});

test('who goes on after a stop knows when a chat may be written to', async () => {
  await using first = await openSimulation();
  for (let n = 0; n < 2; n++) await first.post([1]);
  await first.run(50);
  expect(times(first, 1)).toHaveLength(1);
  const next = await openSimulation({ store: first.store });
  await next.run();
  expect(times(next, 1)).toHaveLength(1);
  expectWithin(times(next, 1), 1000, 1100);
});

test('what other processes queue is found within two seconds, what this one queues at once', async () => {
  for (const [wakes, latest] of [
    [false, 2000],
    [true, 20],
  ] as const) {
    let chats = 0;
    await using simulation = await openSimulation({
      latency: 700,
      async minutely() {
        await simulation.post([++chats]);
        if (wakes) simulation.delivery.wake();
      },
    });
    await simulation.run(4.5 * 60_000);
    const after = simulation.calls.map(({ at }) => (at - MORNING) % 60_000);
    expect(after).toHaveLength(5);
    expectWithin(after, 0, latest);
    expect(after.some((late) => late > 20)).toBe(!wakes);
  }
});

test('what is queued during a look is not left to the next', async () => {
  let looked = 0;
  await using simulation = await openSimulation({
    seen: (store) => ({
      ...store,
      async nextDeliveryDue(now) {
        const due = await store.nextDeliveryDue(now);
        if (++looked === 1) {
          await simulation.post([1]);
          simulation.delivery.wake();
        }
        return due;
      },
    }),
  });
  await simulation.run(10_000);
  expect(times(simulation, 1)).toHaveLength(1);
  expectWithin(times(simulation, 1), 0, 20);
});

test('calls that are made elsewhere count, and so do the waits that they are asked for', async () => {
  await using simulation = await openSimulation();
  const { delivery, now } = simulation;
  delivery.budget.spent(1);
  delivery.budget.refused({ chatId: 2, seconds: 30 });
  await simulation.post([1, 2, 3]);
  await simulation.run();
  expectWithin(times(simulation, 1), 1000, 1100);
  expectWithin(times(simulation, 2), 30_000, 32_000);
  expectWithin(times(simulation, 3), 0, 100);

  const since = now() - MORNING;
  delivery.budget.refused({ seconds: 20 });
  await simulation.post([4]);
  await simulation.run();
  expectWithin(times(simulation, 4), since + 20_000, since + 21_000);
});

test('where paid sending is refused, the rest goes out at the free rate', async () => {
  const chats = Array.from({ length: 101 }, (_, at) => at + 1);
  await using simulation = await openSimulation({
    rate: 500,
    paid: true,
    atOnce: 1,
    latency: 1,
    says: (_, __, at) =>
      at === MORNING ? { kind: 'refused', code: 400, description: 'PAID_BROADCAST_NOT_ALLOWED' } : undefined,
  });
  await simulation.post(chats);
  await simulation.run();
  const sent = simulation.calls.filter(({ outcome }) => outcome.kind === 'sent');
  expect(sent).toHaveLength(101);
  // A pause of a fifth of a second may be caught up.
  expectWithin([(sent.at(-1)?.at ?? 0) - MORNING], 3800, 4200);
});
