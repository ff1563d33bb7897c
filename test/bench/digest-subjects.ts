import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createDigests } from '../../src/app/digests.ts';
import { createEditions } from '../../src/app/editions.ts';
import { createGrouping } from '../../src/app/grouping.ts';
import { createIngest } from '../../src/app/ingest.ts';
import type { Store } from '../../src/domain/ports.ts';
import { nextSlot } from '../../src/domain/schedule.ts';
import { readTopics } from '../../src/feeds/topic-file.ts';
import { openStorage } from '../../src/storage/open.ts';
import { createSummarizer } from '../../src/summarize/summarizer.ts';
import { makeCorpus } from './corpus.ts';
import type { Figures } from './figures.ts';
import { memory, observed } from './timing.ts';

const NOW = Date.UTC(2024, 0, 26, 9);
const PROFILES = 20;
const ARTICLES = 2000;

/** So many chats of twenty profiles due in one minute: how long until their editions are written and queued. */
export async function measureDigests(chats: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'));
  try {
    const { store } = await openStorage(`sqlite:${join(folder, 'mujaz.db')}`, () => NOW);
    const topics = await readTopics();
    await fill(
      store,
      topics.map(({ id }) => id),
    );
    const schedule = { times: ['12:00'], weekdays: [], timeZone: 'Asia/Riyadh' };
    for (let chat = 1; chat <= chats; chat++) {
      await store.saveChat({ id: chat, kind: 'private', preferences: { language: 'ar' } });
      await store.addSubscription({
        chatId: chat,
        schedule,
        topics: topics.slice(0, (chat % PROFILES) % 10).map(({ id }) => id),
        size: chat % PROFILES < 10 ? 5 : 10,
        status: 'active',
        createdAt: NOW,
        coveredUntil: NOW,
        next: nextSlot(schedule, NOW - 60_000),
      });
    }
    let renderings = 0;
    const summarizer = createSummarizer({ store });
    const editions = createEditions({
      store,
      summarizer,
      topics,
      botName: () => 'bot',
      pause: () => nextTurn(),
    });
    const digests = createDigests({
      store,
      editions: {
        ...editions,
        make(order) {
          renderings++;
          return editions.make(order);
        },
      },
      summarizer,
      defaultLanguage: 'ar',
      now: () => NOW,
      pause: () => nextTurn(),
      log: { info: () => {}, warn: () => {}, error: console.error },
      holder: 'bench',
      onQueued: () => {},
    });
    const start = performance.now();
    let served = 0;
    const lag = await observed(async () => {
      served = await digests.tick();
    });
    const seconds = (performance.now() - start) / 1000;
    await store.close();
    return {
      served,
      renderings,
      seconds,
      'loop lag p99': lag.p99,
      'loop lag most': lag.most,
      memory: memory(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A day of made-up news, spread over the topics. */
async function fill(store: Store, topics: readonly string[]): Promise<void> {
  const drafts = [...makeCorpus(ARTICLES).articles()].map(({ draft }, at) => ({
    ...draft,
    topics: [topics[at % topics.length] ?? ''],
    publishedAt: NOW - at * 40_000,
  }));
  await createIngest(store, createGrouping(store), () => NOW).take(drafts);
}
