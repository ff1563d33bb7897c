import { expect, onTestFinished, test } from 'vitest';
import { createSubscribing } from '../../src/app/subscribing.ts';
import type { Chat } from '../../src/domain/chat.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import { HOUR } from '../support/articles.ts';

/** Friday 26 January 2024, 09:00 UTC. */
const FRIDAY = Date.UTC(2024, 0, 26, 9);
const PLACE = { chatId: 1001 };
const CHAT: Chat = { id: 1001, kind: 'private', preferences: {} };
const RIYADH = { chatZone: 'Asia/Riyadh', topics: [] };

async function open(wrap: (store: Store) => Store = (store) => store) {
  const clock = { now: FRIDAY };
  const { store } = await openStorage('sqlite::memory:', () => clock.now);
  onTestFinished(() => store.close());
  return { clock, store, subscribing: createSubscribing(wrap(store), () => clock.now) };
}

/** The digest that is due goes out, as the house would do it. */
async function goOut(store: Store, now: number): Promise<void> {
  const due = await store.claimSubscriptions({ now, until: now + HOUR, holder: 'here/1', limit: 9 });
  for (const { id, chatId, lease, next } of due) {
    const later = { date: '2024-01-27', time: next.time, at: next.at + 24 * HOUR };
    const recipient = { subscriptionId: id, chatId, lease, slot: next, silent: false, next: later };
    await store.publish({
      expiresAt: now + HOUR,
      now,
      recipients: [{ ...recipient, verdict: 'empty' }],
    });
  }
}

test('a zone to the west brings no local hour twice', async () => {
  const { clock, store, subscribing } = await open();
  await subscribing.subscribe(CHAT, PLACE, { ...RIYADH, times: ['13:00'] });
  clock.now = FRIDAY + HOUR;
  await goOut(store, clock.now);
  // In New York it is 05:00, and 13:00 is still to come on the same date.
  const { moved } = await subscribing.move(CHAT, 'America/New_York');
  expect(moved).toBe(1);
  const [digest] = await subscribing.of(PLACE);
  expect(digest?.done).toEqual({ date: '2024-01-26', time: '13:00' });
  expect(digest?.next).toMatchObject({ date: '2024-01-27', time: '13:00' });
});

test('a digest that goes out while it is being changed is not sent again', async () => {
  const faster: { goes?: () => Promise<void> } = {};
  const { clock, store, subscribing } = await open((store) => ({
    ...store,
    async arrange(arrangement, known) {
      await faster.goes?.();
      delete faster.goes;
      return store.arrange(arrangement, known);
    },
  }));
  await subscribing.subscribe(CHAT, PLACE, { ...RIYADH, times: ['13:00'] });
  clock.now = FRIDAY + HOUR;
  faster.goes = () => goOut(store, clock.now);
  const [before] = await subscribing.of(PLACE);
  await subscribing.change(CHAT, PLACE, before?.id ?? 0, { size: 20 });
  const [after] = await subscribing.of(PLACE);
  expect(after).toMatchObject({ size: 20, done: { date: '2024-01-26' }, next: { date: '2024-01-27' } });
});

test('what another has changed meanwhile is not undone', async () => {
  const { store, subscribing } = await open();
  await subscribing.subscribe(CHAT, PLACE, RIYADH);
  const known = await store.subscriptionsOf(CHAT.id);
  await subscribing.subscribe(CHAT, PLACE, { ...RIYADH, topics: ['sports'] });
  const chat = { ...CHAT, preferences: { timeZone: 'Africa/Cairo' } };
  expect(await store.arrange({ chat, removed: known.map(({ id }) => id) }, known)).toBe(false);
  expect(await subscribing.count(CHAT.id)).toBe(2);
  expect((await store.chat(CHAT.id))?.preferences).toEqual({});
});

test('ten for a chat with all its topics, and each topic sees its own', async () => {
  const { subscribing } = await open();
  for (let threadId = 1; threadId <= 10; threadId++) {
    const arranged = await subscribing.subscribe(CHAT, { chatId: CHAT.id, threadId }, RIYADH);
    expect(arranged.kind).toBe('new');
  }
  expect((await subscribing.subscribe(CHAT, PLACE, RIYADH)).kind).toBe('full');
  const [one] = await subscribing.of({ chatId: CHAT.id, threadId: 1 });
  expect((await subscribing.change(CHAT, PLACE, one?.id ?? 0, { size: 5 })).kind).toBe('gone');
  expect(await subscribing.unsubscribe(CHAT, PLACE, [one?.id ?? 0])).toEqual([]);
  expect(await subscribing.of(PLACE)).toEqual([]);
});

test('a choice made in the minute of an edition does not cost that edition', async () => {
  const { clock, store, subscribing } = await open();
  await subscribing.subscribe(CHAT, PLACE, { ...RIYADH, times: ['13:00'] });
  const [digest] = await subscribing.of(PLACE);
  const id = digest?.id ?? 0;
  clock.now = FRIDAY + HOUR + 2000;
  await store.claimSubscriptions({ now: clock.now, until: clock.now + HOUR, holder: 'here/1', limit: 9 });
  await subscribing.change(CHAT, PLACE, id, { size: 20 });
  const due = await store.claimSubscriptions({
    now: clock.now,
    until: clock.now + HOUR,
    holder: 'here/1',
    limit: 9,
  });
  expect(due).toMatchObject([{ id, size: 20, next: { date: '2024-01-26', time: '13:00' } }]);
  // Another hour is another wish: the one that has come is not asked for any more.
  await subscribing.change(CHAT, PLACE, id, { times: ['18:00'] });
  expect((await subscribing.of(PLACE))[0]?.next).toMatchObject({ date: '2024-01-26', time: '18:00' });
});
