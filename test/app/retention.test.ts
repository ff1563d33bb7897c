/** What is past its time goes, once a day, by a clock that passes with the days of waiting. */
import { expect, onTestFinished, test } from 'vitest';
import { runRetention, sweep } from '../../src/app/retention.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

const DAY = 24 * HOUR;

async function open() {
  const clock = { now: MORNING };
  const { store } = await openStorage('sqlite::memory:', () => clock.now);
  onTestFinished(() => store.close());
  const log: { event: string; fields: object | undefined }[] = [];
  const write = (event: string, fields?: object) => void log.push({ event, fields });
  const pauses = { count: 0 };
  const doors = {
    store,
    now: () => clock.now,
    pause: async () => void pauses.count++,
    log: { info: write, warn: write, error: write },
    days: 90,
  };
  return {
    store,
    clock,
    log,
    pauses,
    doors,
    /** So many days at work, on this store. */
    async live(days: number, seen: Partial<Store> = {}) {
      const stop = new AbortController();
      const idle = async (ms: number) => {
        clock.now += ms;
        if (--days === 0) stop.abort();
      };
      await runRetention({ ...doors, store: { ...store, ...seen } }, idle, stop.signal);
    },
    /** An article of a source, a message that arrived, and a chat that is gone since. */
    async fill() {
      const [article] = await store.putArticles([{ ...draft(), sourceId: 'paper' }], MORNING);
      await store.assign([{ articleId: article?.id ?? 0, storyId: -1 }]);
      await store.enqueue(
        [
          {
            content: { language: 'ar', text: 'خبر' },
            deliveries: [{ key: 'a', kind: 'notice', chatId: 1, silent: false, expiresAt: MORNING + HOUR }],
          },
        ],
        MORNING,
      );
      await store.takeLease({ name: 'sender', holder: 'a/1', now: MORNING, until: MORNING + HOUR });
      const record = { holder: 'a/1', now: MORNING };
      await store.recordSends({ ...record, starts: [1], ends: [] });
      const end = { state: 'sent' as const, telegramId: 5 };
      await store.recordSends({
        ...record,
        starts: [],
        ends: [{ id: 1, attempt: 1, chatId: 1, end, chatFreeAt: 0 }],
      });
      await store.saveChat({ id: 2, kind: 'private', preferences: { language: 'ar' } });
      await store.setStanding(2, 'private', { status: 'gone', reason: 'blocked' }, MORNING);
    },
  };
}

test('articles go after as many days as the operator says, what was sent after 35, chats that are gone after 30', async () => {
  const { fill, live, clock, log, store } = await open();
  await fill();
  await live(30);
  expect(await store.chat(2)).toBeDefined();
  await live(1);
  expect(await store.chat(2)).toBeDefined();
  await live(1);
  expect(await store.chat(2)).toBeUndefined();
  expect(log).toEqual([{ event: 'chats that are gone forgotten', fields: { chats: 1 } }]);

  expect(clock.now).toBe(MORNING + 32 * DAY);
  await live(4);
  expect(await store.content(1)).toBeDefined();
  await live(1);
  expect(await store.content(1)).toBeUndefined();
  expect(log.slice(1)).toEqual([{ event: 'old editions deleted', fields: { rows: 2 } }]);

  clock.now = MORNING + 90 * DAY;
  await live(1);
  expect((await store.census()).articles).toBe(1);
  await live(1);
  expect((await store.census()).articles).toBe(0);
  expect(log.slice(2)).toEqual([{ event: 'old articles deleted', fields: { articles: 1 } }]);
});

test('what is much goes in portions, and lets others go first', async () => {
  const { store, doors, clock, pauses } = await open();
  const drafts = Array.from({ length: 120 }, () => ({ ...draft(), sourceId: 'paper' }));
  const stored = await store.putArticles(drafts, MORNING);
  await store.assign(stored.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
  clock.now += 91 * DAY;
  const asked: number[] = [];
  const counting = {
    ...store,
    expireArticles(before: number, limit: number) {
      asked.push(limit);
      return store.expireArticles(before, limit);
    },
  };
  expect(await sweep({ ...doors, store: counting })).toEqual({ articles: 120, sent: 0, chats: 0 });
  expect([asked, pauses.count]).toEqual([[50, 50, 50], 2]);
});

test('told to stop, it begins no further portion', async () => {
  const { doors } = await open();
  const stop = new AbortController();
  stop.abort();
  const none = () => Promise.reject(new Error('nothing is asked'));
  const store = { ...doors.store, expireArticles: none, expireEditions: none, forgetGone: none };
  expect(await sweep({ ...doors, store }, stop.signal)).toEqual({ articles: 0, sent: 0, chats: 0 });
});

test('the index is merged to its end, each day', async () => {
  const { live } = await open();
  let [left, merges] = [3, 0];
  const mergeIndex = async () => {
    merges++;
    return left-- > 0;
  };
  await live(2, { mergeIndex });
  expect(merges).toBe(4 + 1);
});

test('a store that fails is asked again the next day', async () => {
  const { live, log } = await open();
  let asked = 0;
  const expireArticles = async () => {
    asked++;
    throw new Error('disk full');
  };
  await live(3, { expireArticles });
  expect(asked).toBe(3);
  expect(log).toEqual(
    Array.from({ length: 3 }, () => ({
      event: 'old articles not deleted',
      fields: { reason: 'Error: disk full' },
    })),
  );
});
