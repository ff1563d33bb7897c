import { expect, onTestFinished, test } from 'vitest';
import { createChats } from '../../src/app/chats.ts';
import { createNotices } from '../../src/app/notices.ts';
import { createPresence } from '../../src/app/presence.ts';
import { createSubscribing } from '../../src/app/subscribing.ts';
import { plainText } from '../../src/domain/rich-text.ts';
import { openStorage } from '../../src/storage/open.ts';
import { MORNING } from '../support/articles.ts';

const CHANNEL = -1001;
const OWNER = 1001;
const now = () => MORNING;

test('whoever ordered a digest is told once when it cannot go on, and the sender is woken for it', async () => {
  const { store } = await openStorage('sqlite::memory:', now);
  onTestFinished(() => store.close());
  const chats = createChats(store, { language: 'ar', timeZone: 'UTC' });
  let woken = 0;
  const notices = createNotices({ store, chats, operators: [], now });
  const presence = createPresence(chats, { store, now, notices, onOpened: () => void woken++ });
  await createSubscribing(store, now).subscribe(
    { id: CHANNEL, kind: 'channel', preferences: {} },
    { chatId: CHANNEL },
    { chatZone: 'UTC', topics: [], ownerId: OWNER },
  );
  const change = {
    chatId: CHANNEL,
    kind: 'channel',
    wasThere: true,
    isThere: true,
    mayWrite: false,
  } as const;
  await presence.changed(change);
  await presence.changed(change);
  expect(woken).toBe(1);
  const due = await store.dueDeliveries({ now: MORNING, limit: 9, except: [] });
  expect(due.map(({ chatId, kind }) => [chatId, kind])).toEqual([[OWNER, 'notice']]);
  const content = await store.content(due[0]?.messageId ?? 0);
  expect(plainText(content?.text ?? '')).toContain('08:00');
  expect(await store.standing(CHANNEL)).toMatchObject({ status: 'paused', reason: 'rights' });
});

test('whoever ordered a digest hears of each time the bot is put out of its chat, and once', async () => {
  let at = MORNING;
  let woken = 0;
  const clock = () => at;
  const { store } = await openStorage('sqlite::memory:', clock);
  onTestFinished(() => store.close());
  const chats = createChats(store, { language: 'ar', timeZone: 'UTC' });
  const notices = createNotices({ store, chats, operators: [], now: clock });
  const presence = createPresence(chats, { store, now: clock, notices, onOpened: () => void woken++ });
  await createSubscribing(store, clock).subscribe(
    { id: CHANNEL, kind: 'channel', preferences: {} },
    { chatId: CHANNEL },
    { chatZone: 'UTC', topics: [], ownerId: OWNER },
  );
  const seen = async (isThere: boolean) => {
    at += 60_000;
    await presence.changed({
      chatId: CHANNEL,
      kind: 'channel',
      wasThere: !isThere,
      isThere,
      mayWrite: isThere,
    });
    return woken;
  };
  expect(await seen(false)).toBe(1);
  expect(await seen(false)).toBe(1);
  // Let in again it wakes the sender, too.
  expect(await seen(true)).toBe(2);
  expect(await seen(false)).toBe(3);
});
