import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createChats } from '../../src/app/chats.ts';
import type { Press } from '../../src/app/press.ts';
import { createPress } from '../../src/app/press.ts';
import { plainText } from '../../src/domain/rich-text.ts';
import { nextSlot, scheduleOf } from '../../src/domain/schedule.ts';
import { createSummarizer } from '../../src/summarize/summarizer.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import { silent } from '../support/sender.ts';
import { openSimulation } from '../support/simulation.ts';

const MINUTE = 60_000;
const CHATS = 300;
const DOWN = { from: MORNING + 5 * MINUTE, to: MORNING + 2 * HOUR + 5 * MINUTE };
/** Two editions fall into the two hours. */
const SCHEDULE = scheduleOf(['09:10', '10:10'], [], 'UTC');

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** MiB in use once what is not needed has been cleared away. */
function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

test('Telegram away for two hours: the queue waits on disk, memory stays flat, then each chat gets one edition', async () => {
  const texts = new Map<number, string[]>();
  let press: Press | undefined;
  await using simulation = await openSimulation({
    says({ chatId, content }, _, at) {
      if (at >= DOWN.from && at < DOWN.to) return { kind: 'unreached', reason: 'ECONNREFUSED' };
      texts.set(chatId, [...(texts.get(chatId) ?? []), plainText(content.text)]);
      return undefined;
    },
    minutely: async () => press?.minute(),
  });
  const { store, now, delivery, calls, log } = simulation;
  const summarizer = createSummarizer({ store });
  press = createPress({
    store,
    chats: createChats(store, { language: 'ar', timeZone: 'UTC' }),
    summarizer,
    topics: [],
    defaultLanguage: 'ar',
    botName: () => 'bot',
    now,
    pause: async () => {},
    log: silent,
    holder: 'here/1',
    onQueued: delivery.wake,
  });
  for (let chatId = 1; chatId <= CHATS; chatId++) {
    await store.saveChat({ id: chatId, kind: 'private', preferences: { language: 'ar' } });
    await store.addSubscription({
      chatId,
      schedule: SCHEDULE,
      topics: [],
      size: 5,
      status: 'active',
      createdAt: now(),
      coveredUntil: now() - HOUR,
      next: nextSlot(SCHEDULE, now()),
    });
  }
  async function tell(title: string): Promise<void> {
    const drafts = [draft({ title, publishedAt: new Date(now() - MINUTE).toISOString() })];
    const results = await store.putArticles(drafts, now());
    await store.assign(results.map(({ id }) => ({ articleId: id, storyId: -1 })));
  }
  const open = async () => {
    const { pending, sending, uncertain } = (await store.ledger(now())).states;
    return pending + sending + uncertain;
  };

  await tell('افتتاح الجسر الجديد فوق النهر');
  await simulation.run(20 * MINUTE);
  expect(await open()).toBe(CHATS);
  const before = { heap: heap(), waiting: simulation.waiting() };
  await tell('بدء موسم قطاف الزيتون في الجبل');
  await simulation.run(DOWN.to - now() - MINUTE);
  // The first edition is of no use any more; the second has taken over what it was to tell.
  expect(await open()).toBe(CHATS);
  expect(heap() - before.heap).toBeLessThan(2);
  expect(simulation.waiting()).toBeLessThanOrEqual(before.waiting);
  expect(texts).toEqual(new Map());
  // One message tries whether Telegram is back, about twice a minute.
  expect(calls.length).toBeLessThan(300);
  await simulation.run(10 * MINUTE);
  expect(texts.size).toBe(CHATS);
  const [back] = calls.filter(({ outcome }) => outcome.kind === 'sent');
  expect((back?.at ?? Infinity) - DOWN.to).toBeLessThanOrEqual(MINUTE);
  const [first] = texts.get(1) ?? [];
  expect(first).toMatch(/الزيتون[\s\S]*الجسر|الجسر[\s\S]*الزيتون/);
  for (const [chatId, got] of texts) expect(got, `chat ${chatId}`).toEqual([first]);
  expect((await store.ledger(now())).states).toMatchObject({ sent: CHATS, expired: CHATS, failed: 0 });
  expect(log.filter(({ event }) => event.startsWith('nothing can be sent'))).toEqual([]);
});
