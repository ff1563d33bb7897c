/** The polling of real feeds over real HTTP into a store in memory, with a clock that only tests move. */
import { setImmediate as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createIntake } from '../../src/app/feed-intake.ts';
import { createGrouping } from '../../src/app/grouping.ts';
import { createIngest } from '../../src/app/ingest.ts';
import { createPolling } from '../../src/app/polling.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { SourceEntry } from '../../src/domain/source.ts';
import { sourceEntryShape } from '../../src/domain/source.ts';
import { createFeedReader } from '../../src/feeds/feed-reader.ts';
import { createFetcher } from '../../src/feeds/fetch.ts';
import { createParser } from '../../src/feeds/parse.ts';
import { openStorage } from '../../src/storage/open.ts';
import { MORNING } from './articles.ts';

export function entry(fields: Partial<SourceEntry> & { url: string }): SourceEntry {
  return sourceEntryShape.parse({
    id: 'paper',
    name: 'الصحيفة',
    language: 'ar',
    topics: ['world'],
    ...fields,
  });
}

/** A polling of these sources; everything is closed when the test ends. */
export async function openNewsroom(entries: readonly SourceEntry[], given: { store?: Store } = {}) {
  const clock = { now: MORNING };
  const now = () => clock.now;
  const store = given.store ?? (await openStorage('sqlite::memory:', now)).store;
  await store.syncSources(entries, now());
  const fetcher = createFetcher({ allowPrivate: true, now, userAgent: 'Mujaz/0.1' });
  const parser = createParser();
  onTestFinished(async () => {
    await fetcher.close();
    await parser.close();
    await store.close();
  });
  const feeds = createFeedReader({ fetcher, parser, userAgent: 'Mujaz/0.1', now });
  const log: { event: string; fields: Record<string, unknown> }[] = [];
  const write = (event: string, fields: Record<string, unknown> = {}) => void log.push({ event, fields });
  const ingest = createIngest(store, createGrouping(store, { pause, texts: parser }), now, pause);
  const polling = createPolling({
    store,
    feeds,
    settle: ingest.settle,
    intake: createIntake({ store, ingest, feeds, texts: parser, now, pause, language: 'ar' }),
    now,
    chance: () => 0,
    pause,
    timeout: () => new AbortController().signal,
    log: { info: write, warn: write, error: write },
    holder: 'here/1',
    everyMinutes: 10,
  });
  return {
    store,
    polling,
    feeds,
    clock,
    log,
    /** Checks what is due once so much time has passed, in milliseconds. */
    async after(ms: number) {
      clock.now += ms;
      await polling.tick();
    },
    async titles() {
      const { stories } = await store.latestStories({ limit: 500 });
      return stories.flatMap((story) => story.articles.map((article) => article.title));
    },
    async source() {
      const [record] = await store.sources();
      if (!record) throw new Error('there is no source');
      return record;
    },
  };
}
