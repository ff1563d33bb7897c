import { Bot } from 'grammy';
import { expect, test } from 'vitest';
import { createPoll } from '../../src/telegram/polling.ts';
import { MORNING } from '../support/articles.ts';
import { runPlayground, TOKEN } from '../support/playground.ts';
import { say } from '../support/post-office.ts';
import { CHANNEL, openTalk, READER, seen } from '../support/talk.ts';

const RIVAL = {
  status: 409,
  description:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
};

test('another process with the same token: told once, never fought, everything else goes on, and so do we when it stops', async () => {
  await using talk = await openTalk({});
  const { faults, messages, updates } = talk.world;
  const told = (event: string) => talk.log.filter((line) => line.event === event);
  for (const round of [1, 2]) {
    // The call that waits just now still brings what is said next.
    await expect.poll(() => updates.polled).toBe(true);
    faults.next({ method: 'getUpdates' }, RIVAL, Infinity);
    await talk.ask('/help');
    await talk.logged('another process polls with this token', round);
    const key = `meanwhile:${round}`;
    const delivery = { key, kind: 'notice' as const, chatId: CHANNEL, silent: false, expiresAt: MORNING * 2 };
    await talk.stored((store) => store.enqueue([{ content: say(key), deliveries: [delivery] }], MORNING));
    await expect
      .poll(() => {
        talk.wake(2000);
        return messages.of(CHANNEL).at(-1)?.message.text;
      })
      .toBe(key);
    faults.clear();
    expect(seen(await talk.ask('/help'))).toContain('/latest');
    await talk.logged('updates come here again', round);
    expect(told('another process polls with this token')).toHaveLength(round);
  }
  expect(talk.log.filter(({ level }) => level === 'fatal' || level === 'error')).toEqual([]);
});

test('what cannot be kept is not confirmed: it is tried again, and after an end fetched again', async () => {
  await using api = await runPlayground();
  const { updates } = api.world;
  const bot = new Bot(TOKEN, { client: { apiRoot: api.apiRoot } });
  const told: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (event: string) => void told.push(event) };
  const kept: number[] = [];
  let troubles = 3;
  const keep = async ({ id }: { id: number }) => {
    if (troubles-- > 0) throw new Error('disk full');
    kept.push(id);
  };
  const doors = { log, onFatal: () => {} };
  api.world.say({ chatId: READER, fromId: READER, text: '/help' });
  const [first] = updates.pending.map(({ update_id }) => update_id);

  const failing = async () => {
    throw new Error('disk full');
  };
  const stuck = Promise.withResolvers<void>();
  const sleep = async () => stuck.resolve();
  const early = createPoll(bot, { ...doors, sleep })(failing);
  await stuck.promise;
  expect(updates.pending.map(({ update_id }) => update_id)).toEqual([first]);
  await early.stop();
  expect(new Set(told)).toEqual(new Set(['updates not taken']));
  told.length = 0;

  const polling = createPoll(bot, { ...doors, sleep: async () => {} })(keep);
  await expect.poll(() => updates.pending).toEqual([]);
  expect([kept, told]).toEqual([[first], ['updates not taken']]);
  await polling.stop();
});

test('a webhook that is set while polling rests stays whose it is', async () => {
  await using api = await runPlayground();
  const { updates } = api.world;
  const bot = new Bot(TOKEN, { client: { apiRoot: api.apiRoot } });
  const told: string[] = [];
  const log = { info: () => {}, warn: (event: string) => void told.push(event), error: () => {} };
  const waiting = Promise.withResolvers<void>();
  const sleep = async (_: number, signal?: AbortSignal) => {
    waiting.resolve();
    await new Promise((ended) => signal?.addEventListener('abort', ended));
  };
  const poll = createPoll(bot, { log, sleep, onFatal: () => {} });
  updates.webhook = { url: 'https://earlier.example/', maxConnections: 40 };
  const first = poll(async () => {});
  await expect.poll(() => updates.polled).toBe(true);
  expect(updates.webhook).toBeUndefined();
  await first.stop();

  updates.webhook = { url: 'https://other.example/', maxConnections: 40 };
  const second = poll(async () => {});
  await waiting.promise;
  expect(updates.webhook).toMatchObject({ url: 'https://other.example/' });
  expect(told).toEqual(['a webhook is set for this token: another process has the updates brought to it']);
  await second.stop();
});
