import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { commands } from '../commands/index.ts';
import search from '../commands/search.ts';
import { createChats } from './app/chats.ts';
import type { Desk } from './app/desk.ts';
import { createFinding } from './app/finding.ts';
import { createGrouping } from './app/grouping.ts';
import { createIngest } from './app/ingest.ts';
import { createMemory } from './app/memory.ts';
import { createNews } from './app/news.ts';
import { createReception } from './app/reception.ts';
import type { Config } from './config.ts';
import type { Clock, Log } from './domain/ports.ts';
import type { Topic } from './domain/topic.ts';
import { topicShape } from './domain/topic.ts';
import { readSamples } from './feeds/samples.ts';
import { ar } from './i18n/ar.ts';
import { en } from './i18n/en.ts';
import { startPlayground } from './playground/server.ts';
import { openStorage } from './storage/open.ts';
import { startBot } from './telegram/bot.ts';
import type { Sleep } from './telegram/patience.ts';

const DATA = new URL('../data/', import.meta.url);
/** The playground's bot needs a token only in form: it never leaves this machine. */
const PLAYGROUND_TOKEN = '7000000001:playground-token-for-this-machine-only';

export interface Surroundings {
  now: Clock;
  log: Log;
  sleep?: Sleep;
  /** Told when the house can go on no longer. */
  onFatal(reason: string): void;
}

/** The house at work. */
export interface House {
  /** Where the playground's page is, when there is one. */
  page?: string;
  botName: string;
  /** Finishes what is in hand and closes the store. */
  stop(): Promise<void>;
}

/** Builds the house from its settings and starts it; whatever was started is stopped again on failure. */
export async function compose(
  config: Config,
  { now, log, sleep = napping, onFatal }: Surroundings,
): Promise<House> {
  await using opened = new AsyncDisposableStack();
  const { store, cache } = await openStorage(config.DATABASE_URL, now);
  opened.defer(() => store.close());

  const ingest = createIngest(store, createGrouping(store), now);
  const topics = await readTopics();
  const memory = createMemory(cache);
  const desk: Desk = {
    news: createNews(store),
    finding: createFinding(store),
    chats: createChats(store, { language: config.DEFAULT_LANGUAGE, timeZone: config.DEFAULT_TIME_ZONE }),
    memory,
    topics,
    menu: commands,
    now,
  };
  await ingest.resume();

  let { TELEGRAM_API_ROOT: apiRoot, BOT_TOKEN: token } = config;
  let page: string | undefined;
  if (config.mode === 'playground' || token === undefined) {
    const samples = await readSamples(new URL('samples/', DATA), now());
    await store.removeArticles(samples.map((sample) => sample.key));
    await ingest.take(samples);
    token = PLAYGROUND_TOKEN;
    const playground = await startPlayground({
      host: config.HOST,
      port: config.PORT,
      token,
      now,
      pageDirectory: new URL('./playground/page/', import.meta.url),
    });
    opened.defer(() => playground.close());
    page = playground.url;
    apiRoot = playground.apiRoot;
  }

  const bot = await startBot({
    token,
    apiRoot,
    menu: commands,
    memory,
    reception: (botName) => createReception({ commands, otherwise: search }, desk, botName),
    says: (language) => (language === 'ar' ? ar : en),
    defaultLanguage: config.DEFAULT_LANGUAGE,
    log,
    sleep,
    onFatal,
  });
  opened.defer(() => bot.stop());

  const house = opened.move();
  return { botName: bot.username, ...(page ? { page } : {}), stop: () => house.disposeAsync() };
}

async function readTopics(): Promise<Topic[]> {
  return z.array(topicShape).parse(JSON.parse(await readFile(new URL('topics.json', DATA), 'utf8')));
}

async function napping(seconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(seconds * 1000, undefined, signal ? { signal } : {});
  } catch {
    // Woken early to stop: the caller looks at its signal.
  }
}
