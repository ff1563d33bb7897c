/** Many chats at once, in simulated time: what befalls one does not hold up the others. */
import { beforeAll, expect, test } from 'vitest';
import type { SendOutcome } from '../../src/domain/messenger.ts';
import { seeded } from '../bench/chance.ts';
import { MORNING } from '../support/articles.ts';
import { openSimulation } from '../support/simulation.ts';

const CHATS = 1000;
const UNLUCKY = 1500;
const everybody = Array.from({ length: CHATS }, (_, at) => 1000 + at);
const refused = (code: number, description: string, more: object = {}): SendOutcome => ({
  kind: 'refused',
  code,
  description,
  ...more,
});

/** When each chat got its message. */
async function arrivals(fault?: SendOutcome): Promise<Map<number, number>> {
  await using simulation = await openSimulation({
    says: ({ chatId }) => (chatId === UNLUCKY ? fault : undefined),
  });
  await simulation.post(everybody);
  await simulation.run(2 * 60_000);
  const times = new Map<number, number>();
  for (const { chatId, at, outcome } of simulation.calls) {
    if (outcome.kind !== 'sent') continue;
    expect(times.has(chatId), `chat ${chatId} gets one`).toBe(false);
    times.set(chatId, at);
  }
  return times;
}
let usual: Map<number, number>;
beforeAll(async () => {
  usual = await arrivals();
});

test.each<[string, SendOutcome]>([
  ['429', refused(429, 'Too Many Requests', { retryAfter: 20 })],
  ['blocked', refused(403, 'Forbidden: bot was blocked by the user')],
  ['deactivated', refused(403, 'Forbidden: user is deactivated')],
  ['kicked', refused(403, 'Forbidden: bot was kicked from the group chat')],
  ['deleted', refused(403, 'Forbidden: the group chat was deleted')],
  ['migrated', refused(400, 'Bad Request: group chat was upgraded', { migrateTo: -100_999 })],
  ['not found', refused(400, 'Bad Request: chat not found')],
  ['no rights', refused(400, 'Bad Request: not enough rights to send text messages')],
  ['topic closed', refused(400, 'Bad Request: TOPIC_CLOSED')],
  ['topic gone', refused(400, 'Bad Request: message thread not found')],
  ['entities', refused(400, "Bad Request: can't parse entities")],
  ['too long', refused(400, 'Bad Request: message is too long')],
  ['not modified', refused(400, 'Bad Request: message is not modified')],
  ['server error', refused(500, 'Internal Server Error')],
  ['bad gateway', { kind: 'lost', reason: 'gateway 502' }],
  ['no connection', { kind: 'unreached', reason: 'ECONNREFUSED' }],
  ['answer lost', { kind: 'lost', reason: 'UND_ERR_SOCKET' }],
  ['unknown', refused(400, 'Bad Request: something new')],
])('%s befalls one of a thousand: the others get theirs once, and not a second later', async (_, fault) => {
  const times = await arrivals(fault);
  for (const chatId of everybody) {
    if (chatId === UNLUCKY) continue;
    expect(times.has(chatId), `chat ${chatId}`).toBe(true);
    expect((times.get(chatId) ?? Infinity) - (usual.get(chatId) ?? 0)).toBeLessThanOrEqual(1000);
  }
});

test('three in ten answers are 429: nobody is asked inside a wait, nothing is dropped, the rate holds', async () => {
  const chats = Array.from({ length: 14_000 }, (_, at) => 10_000 + at);
  const chance = seeded(429);
  const waits = new Map<number, number>();
  let early = 0;
  await using simulation = await openSimulation({
    says({ chatId }, _, at) {
      if (at < (waits.get(chatId) ?? 0)) early++;
      if (chance() >= 0.3) return undefined;
      const retryAfter = 1 + Math.floor(chance() * 30);
      waits.set(chatId, at + retryAfter * 1000);
      return refused(429, 'Too Many Requests', { retryAfter });
    },
  });
  await simulation.post(chats);
  await simulation.run();
  const { calls } = simulation;
  expect(calls.length).toBeGreaterThan(19_500);
  expect(early).toBe(0);
  expect(calls.filter(({ outcome }) => outcome.kind === 'sent').length).toBe(chats.length);
  expect((await simulation.store.ledger(simulation.now())).states.sent).toBe(chats.length);
  // Until the last chat has been asked for the first time there is always one that may be.
  const asked = new Set<number>();
  const last = calls.findIndex(({ chatId }) => asked.add(chatId).size === chats.length);
  const seconds = ((calls[last]?.at ?? 0) - MORNING) / 1000;
  expect(last / seconds).toBeGreaterThanOrEqual(25 * 0.95);
}, 120_000);

test('the rate of the free tier is used to the full, and never exceeded', async () => {
  await using simulation = await openSimulation({ rate: 30 });
  await simulation.post(everybody);
  await simulation.run();
  const times = simulation.calls.map(({ at }) => at);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  expect((times.length - 1) / seconds).toBeGreaterThanOrEqual(29.4);
  for (const [at, time] of times.entries())
    expect(times.slice(at).filter((each) => each < time + 1000).length).toBeLessThanOrEqual(37);
});

test('a store that takes no record: nothing goes out without one, an alarm, and on when it takes them again', async () => {
  const full = { from: MORNING + 5000, to: MORNING + 90_000 };
  await using simulation = await openSimulation({
    seen: (store) => ({
      ...store,
      recordSends: async (record) => {
        if (simulation.now() >= full.from && simulation.now() < full.to)
          throw new Error('database or disk is full');
        return store.recordSends(record);
      },
    }),
  });
  await simulation.post(everybody);
  await simulation.run(100_000);
  const during = simulation.calls.filter(({ at }) => at > full.from && at < full.to);
  // What had begun on record may still go out.
  expect(during.length).toBeLessThanOrEqual(3);
  expect(simulation.log.some(({ event }) => event.includes('the store does not take its record'))).toBe(true);
  expect(simulation.log.some(({ event }) => event.includes('sending goes on'))).toBe(true);
  await simulation.run();
  const got = simulation.calls.map(({ chatId }) => chatId);
  expect(got.toSorted()).toEqual(everybody);
  expect((await simulation.store.ledger(simulation.now())).states.sent).toBe(CHATS);
});

test('an outbox that cannot be read: an alarm, and on when it can be', async () => {
  let broken = true;
  await using simulation = await openSimulation({
    seen: (store) => ({
      ...store,
      dueDeliveries: async (query) => {
        if (broken) throw new Error('attempt to write a readonly database');
        return store.dueDeliveries(query);
      },
    }),
  });
  await simulation.post([1, 2, 3]);
  await simulation.run(100_000);
  expect(simulation.calls).toEqual([]);
  // It is asked again after 1, 2, 4 … seconds, and every half minute in the end.
  const alarms = simulation.log.filter(({ event }) => event.includes('the outbox cannot be read'));
  expect(alarms.map(({ at }) => (at - MORNING) / 1000)).toEqual([0, 1, 3, 7, 15, 31, 61, 91, 121]);
  broken = false;
  await simulation.run();
  expect(simulation.calls).toHaveLength(3);
});
