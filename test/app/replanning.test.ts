import { afterEach, beforeEach, expect, test } from 'vitest';
import { replanSlots } from '../../src/app/replanning.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import { HOUR, MORNING } from '../support/articles.ts';

let store: Store;
beforeEach(async () => {
  ({ store } = await openStorage('sqlite::memory:', () => MORNING));
  await store.saveChat({ id: 1, kind: 'private', preferences: {} });
});
afterEach(() => store.close());

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const subscribe = (at: number) =>
  store.addSubscription({
    chatId: 1,
    schedule: { times: ['12:00'], weekdays: [], timeZone: 'Asia/Riyadh' },
    topics: [],
    size: 5,
    status: 'active',
    createdAt: 0,
    coveredUntil: 0,
    next: { date: '2024-01-27', time: '12:00', at },
  });

test('a slot planned with old zone data moves to where its hour is now; what is due stays', async () => {
  const right = MORNING + 24 * HOUR;
  const wrong = await subscribe(right + HOUR);
  const good = await subscribe(right);
  const due = await subscribe(MORNING - 1);
  expect(
    await replanSlots(
      store,
      () => MORNING,
      async () => {},
      quiet,
    ),
  ).toBe(1);
  expect((await store.subscription(wrong.id))?.next?.at).toBe(right);
  expect((await store.subscription(good.id))?.next?.at).toBe(right);
  expect((await store.subscription(due.id))?.next?.at).toBe(MORNING - 1);
});

test('hours that their reader changes meanwhile stay as they were changed', async () => {
  const wrong = await subscribe(MORNING + 25 * HOUR);
  const chosen = { date: '2024-01-27', time: '20:00', at: MORNING + 32 * HOUR };
  const changing: typeof store = {
    ...store,
    async activeSubscriptions(...query) {
      const read = await store.activeSubscriptions(...query);
      const schedule = { ...wrong.schedule, times: ['20:00'] };
      await store.changeSubscription({ ...wrong, schedule, next: chosen });
      return read;
    },
  };
  expect(
    await replanSlots(
      changing,
      () => MORNING,
      async () => {},
      quiet,
    ),
  ).toBe(0);
  expect(await store.subscription(wrong.id)).toMatchObject({ schedule: { times: ['20:00'] }, next: chosen });
});
