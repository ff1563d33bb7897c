/** What a number or a reply means after a delivery, whose stories are read from the outbox. */
import { beforeEach, expect, test } from 'vitest';
import type { Memory } from '../../src/app/memory.ts';
import { createMemory } from '../../src/app/memory.ts';
import type { News } from '../../src/app/news.ts';
import type { Request } from '../../src/app/request.ts';
import type { Content, ShownStories } from '../../src/domain/message.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import { HOUR, MORNING } from '../support/articles.ts';

const CHAT = 1001;
let now: number;
let store: Store;
let memory: Memory;
beforeEach(async () => {
  now = MORNING;
  const opened = await openStorage('sqlite::memory:', () => now);
  store = opened.store;
  memory = createMemory({ ...opened, now: () => now });
});

const says = (as: ShownStories['as'], ids: number[], first = 1): Content => ({
  language: 'ar',
  text: 'أخبار',
  shows: { as, ids, first },
});
const meant = (args: string, aboutMessage?: number) =>
  memory.meant(
    {
      chat: { id: CHAT, kind: 'private', preferences: {} },
      args,
      ...(aboutMessage === undefined ? {} : { aboutMessage }),
    } as Request,
    {} as News,
  );

/** Delivers what waits, the messages numbered from here. */
async function deliver(from: number): Promise<void> {
  await store.takeLease({ name: 'sender', holder: 'one', now, until: now + HOUR });
  for (let telegramId = from; ; telegramId++) {
    const [row] = await store.dueDeliveries({ now, limit: 1, except: [] });
    if (!row) return;
    await store.recordSends({ holder: 'one', now, starts: [row.id], ends: [] });
    const end = {
      id: row.id,
      attempt: 1,
      chatId: CHAT,
      end: { state: 'sent' as const, telegramId },
      chatFreeAt: 0,
    };
    await store.recordSends({ holder: 'one', now, starts: [], ends: [end] });
  }
}

async function edition(...parts: Content[]): Promise<void> {
  await store.saveChat({ id: CHAT, kind: 'private', preferences: {} });
  const slot = { date: '2024-01-26', time: '12:00', at: MORNING };
  await store.addSubscription({
    chatId: CHAT,
    schedule: { times: ['12:00'], weekdays: [], timeZone: 'Asia/Riyadh' },
    topics: [],
    size: 5,
    status: 'active',
    createdAt: MORNING,
    coveredUntil: MORNING,
    next: slot,
  });
  const [due] = await store.claimSubscriptions({ now, until: now + HOUR, holder: 'one', limit: 1 });
  if (!due) throw new Error('nothing was due');
  await store.publish({
    edition: {
      profile: {} as never,
      from: MORNING - HOUR,
      to: MORNING,
      stories: [],
      left: [],
    },
    parts,
    expiresAt: MORNING + HOUR,
    recipients: [
      {
        subscriptionId: due.id,
        chatId: CHAT,
        lease: due.lease,
        slot,
        verdict: 'on-time',
        next: { date: '2024-01-27', time: '12:00', at: MORNING + 24 * HOUR },
        silent: false,
      },
    ],
    now,
  });
}

test('a number means the story of that number in a digest, in whichever part it stands', async () => {
  await edition(says('list', [11, 12, 13]), says('list', [14, 15], 4));
  await deliver(50);
  expect(await meant('2')).toEqual({ storyId: 12 });
  expect(await meant('5')).toEqual({ storyId: 15 });
  expect(await meant('6')).toEqual({ problem: 'out-of-range', asked: 6, first: 1, last: 5 });
  expect(await meant('')).toEqual({ storyId: 11 });
});

test('a list that was asked for after the digest is the last one, and a digest after that is again', async () => {
  await edition(says('list', [11, 12]));
  await deliver(50);
  now += 1000;
  await memory.shown({ chatId: CHAT }, 60, { as: 'list', ids: [21, 22], first: 1 });
  expect(await meant('2')).toEqual({ storyId: 22 });
  now += 1000;
  const alert = { key: 'a', kind: 'alert' as const, chatId: CHAT, silent: false, expiresAt: now + HOUR };
  await store.enqueue([{ content: says('card', [31]), deliveries: [alert] }], now);
  await deliver(70);
  // An alert is about one story: it is what is spoken of, the numbers stay those of the list.
  expect(await meant('')).toEqual({ storyId: 31 });
  expect(await meant('2')).toEqual({ storyId: 22 });
});

test('a reply to a delivered message means its story', async () => {
  const alert = { key: 'a', kind: 'alert' as const, chatId: CHAT, silent: false, expiresAt: now + HOUR };
  await store.enqueue([{ content: says('card', [31]), deliveries: [alert] }], now);
  await deliver(70);
  now += 1000;
  await memory.shown({ chatId: CHAT }, 80, { as: 'list', ids: [21, 22], first: 1 });
  expect(await meant('', 70)).toEqual({ storyId: 31 });
});
