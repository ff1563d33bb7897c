/** A summarizer over a real store and a real model server on loopback, with time that only tests move. */
import { onTestFinished } from 'vitest';
import { createGrouping } from '../../src/app/grouping.ts';
import { createIngest } from '../../src/app/ingest.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Story } from '../../src/domain/story.ts';
import { openStorage } from '../../src/storage/open.ts';
import { openSummarizer } from '../../src/summarize/open.ts';
import { draft, MORNING } from './articles.ts';
import type { Behaviour } from './model-server.ts';
import { runModelServer } from './model-server.ts';

export const FERRY_TEXT =
  'The ferry to the northern islands sailed again on Monday after a month of storms. Forty islanders were on board. ' +
  'The harbour master said the pier had been mended in nine days. A second ferry will follow in spring.';
/** What a good model makes of it. */
export const FERRY_SUMMARY =
  'The ferry to the northern islands sailed again on Monday after a month of storms. The pier was mended in nine days.';

export const ferry = (fields: Record<string, unknown> = {}): ArticleDraft =>
  draft({
    title: 'Ferry returns to the northern islands',
    body: FERRY_TEXT,
    source: 'Sandpiper',
    language: 'en',
    url: 'https://sandpiper.example/ferry',
    ...fields,
  });

export interface DeskOptions {
  articles?: readonly ArticleDraft[];
  url?: string;
  key?: string;
  baseUrl?: string;
  dailyTokens?: number;
}

/** Everything is closed when the test ends. Timers fire when the test says so; those of 1 s and less at once. */
export async function openSummaryDesk(behaviour: Behaviour, options: DeskOptions = {}) {
  const clock = { now: MORNING };
  const now = () => clock.now;
  const server = await runModelServer(behaviour);
  const { store, cache } = await openStorage(options.url ?? 'sqlite::memory:', now);
  await createIngest(store, createGrouping(store), now).take(options.articles ?? [ferry()]);
  const timers = new Set<{ ms: number; act: () => void }>();
  const deadlines = new Set<AbortController>();
  const log: { event: string; fields: Record<string, unknown> }[] = [];
  const write = (event: string, fields: Record<string, unknown> = {}) => void log.push({ event, fields });
  let drawn = 0;
  const open = () =>
    openSummarizer(
      {
        OPENAI_API_KEY: options.key,
        OPENAI_BASE_URL: options.baseUrl ?? server.url,
        OPENAI_MODEL: 'test-model',
        SUMMARY_DAILY_TOKENS: options.dailyTokens ?? 200_000,
      },
      {
        store,
        cache,
        now,
        chance: () => (++drawn % 97) / 97,
        after(ms, act) {
          if (ms <= 1000) {
            const soon = setImmediate(act);
            return () => clearImmediate(soon);
          }
          const timer = { ms, act };
          timers.add(timer);
          return () => timers.delete(timer);
        },
        timeout() {
          const deadline = new AbortController();
          deadlines.add(deadline);
          return deadline.signal;
        },
        log: { info: write, warn: write, error: write },
      },
    );
  const summarizer = open();
  onTestFinished(async () => {
    await summarizer.close();
    if (server.calls) await server[Symbol.asyncDispose]();
    await store.close();
  });
  const { stories } = await store.latestStories({ limit: 50 });
  return {
    summarizer,
    /** Another process's summarizer over the same store, as far as this one can tell. */
    another: open,
    server,
    store,
    cache,
    clock,
    log,
    stories,
    story: stories[0] as Story,
    /** Lets the longest silence in a stream pass. */
    silencePasses(): void {
      for (const timer of [...timers]) timer.act();
    },
    /** Lets the time for a summary run out. */
    timeIsUp(): void {
      for (const deadline of deadlines) deadline.abort();
      deadlines.clear();
    },
  };
}
