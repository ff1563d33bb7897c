import { expect, test } from 'vitest';
import type { BroadcastDoors } from '../../src/app/broadcasts.ts';
import { createBroadcasts } from '../../src/app/broadcasts.ts';
import type { Chat } from '../../src/domain/chat.ts';

const CHAT: Chat = { id: 1, kind: 'private', preferences: {} };

/** Broadcasts of which three messages are sent, with a cache in memory. */
function setUp() {
  const kept = new Map<string, unknown>();
  const cache = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
    delete: async (key: string) => void kept.delete(key),
  };
  let time = 0;
  const none = { pending: 0, sending: 0, uncertain: 0, failed: 0, expired: 0, cancelled: 0 };
  const store = {
    audience: async () => [],
    enqueue: async () => 1,
    cancelDeliveries: async () => 0,
    progress: async () => ({ ...none, sending: 1, sent: 3 }),
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  return createBroadcasts({
    store,
    cache,
    log,
    now: () => ++time,
    onQueued: () => {},
  } as unknown as BroadcastDoors);
}

test('a progress message that is gone is not asked for again', async () => {
  const broadcasts = setUp();
  const { id } = await broadcasts.draft('We rest tomorrow.', CHAT);
  await broadcasts.begin(id, 'en', CHAT, 7);
  let asked = 0;
  for (let round = 0; round < 5; round++) {
    await broadcasts.tell(async () => {
      asked++;
      return false;
    });
  }
  expect(asked).toBe(1);
});

test('one that could not be reached is asked for again', async () => {
  const broadcasts = setUp();
  const { id } = await broadcasts.draft('We rest tomorrow.', CHAT);
  await broadcasts.begin(id, 'en', CHAT, 7);
  const asked: string[] = [];
  const failing = broadcasts.tell(async () => {
    throw new Error('no answer');
  });
  await expect(failing).rejects.toThrow('no answer');
  await broadcasts.tell(async (_chat, message, { sent }) => asked.push(`${message}: ${sent}`) > 0);
  expect(asked).toEqual(['7: 3']);
});

test('each of two has its progress told, also while one cannot be reached', async () => {
  const broadcasts = setUp();
  for (const [text, message] of [
    ['We rest tomorrow.', 7],
    ['We are back on Sunday.', 8],
  ] as const) {
    const { id } = await broadcasts.draft(text, CHAT);
    await broadcasts.begin(id, 'en', CHAT, message);
  }
  const told: number[] = [];
  const failing = broadcasts.tell(async (_chat, message) => {
    if (message === 7) throw new Error('no answer');
    return told.push(message) > 0;
  });
  await expect(failing).rejects.toThrow('no answer');
  await broadcasts.tell(async (_chat, message) => told.push(message) > 0);
  expect(told).toEqual([8, 7]);
});
