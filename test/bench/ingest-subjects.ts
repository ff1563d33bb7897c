import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createIntake } from '../../src/app/feed-intake.ts';
import { createGrouping } from '../../src/app/grouping.ts';
import { createIngest } from '../../src/app/ingest.ts';
import { createPolling } from '../../src/app/polling.ts';
import { sourceEntryShape } from '../../src/domain/source.ts';
import { createFeedReader } from '../../src/feeds/feed-reader.ts';
import { createFetcher } from '../../src/feeds/fetch.ts';
import { createParser } from '../../src/feeds/parse.ts';
import { openStorage } from '../../src/storage/open.ts';
import { FARM_NOW, ITEMS } from './feed-farm.ts';
import type { Figures } from './figures.ts';
import { memory, observed } from './timing.ts';

const DAY = 86_400_000;

/**
 * A round of polling over feeds of a farm at `port`: all of it new, then nothing changed. Each feed is on a host of its own, or
 * all are on one, which is asked for no more than two things at a time. The round is over when every article is stored,
 * can be found and has its story.
 */
export const measureRound = (hosts: 'a host each' | 'one host') => async (feeds: number, port: number) => {
  const hostOf = (at: number) => (hosts === 'one host' ? 'feeds.example' : `feed-${at}.example`);
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'));
  const clock = { now: FARM_NOW };
  // The clock goes on, since what has waited for its story long enough is not left to the end of the round.
  const now = () => clock.now + Math.floor(performance.now());
  const { store } = await openStorage(`sqlite:${join(folder, 'bench.db')}`, now);
  const entries = Array.from({ length: feeds }, (_, at) =>
    sourceEntryShape.parse({
      id: `feed-${at}`,
      name: `صحيفة ${at}`,
      url: `http://${hostOf(at)}:${port}/${at}`,
      language: 'ar',
    }),
  );
  await store.syncSources(entries, now());
  const fetcher = createFetcher({
    allowPrivate: true,
    now: () => Math.floor(performance.now()),
    userAgent: 'Mujaz/bench',
    lookup: async () => ['127.0.0.1'],
  });
  const parser = createParser();
  const reader = createFeedReader({ fetcher, parser, userAgent: 'Mujaz/bench', now });
  const pause = () => nextTurn();
  const faults: string[] = [];
  const log = { info() {}, warn: note, error: note };
  function note(event: string, fields: Record<string, unknown> = {}): void {
    if (event !== 'source turned over: items may have been missed')
      faults.push(`${event} ${JSON.stringify(fields)}`);
  }
  const ingest = createIngest(store, createGrouping(store, { pause, texts: parser }), now, pause);
  const polling = createPolling({
    store,
    feeds: reader,
    settle: ingest.settle,
    intake: createIntake({ store, ingest, feeds: reader, texts: parser, now, pause, language: 'ar' }),
    now,
    chance: Math.random,
    pause,
    timeout: (ms) => AbortSignal.timeout(ms),
    log,
    holder: 'bench/1',
    everyMinutes: 10,
  });

  const idle = await observed(() => new Promise((resolve) => setTimeout(resolve, 500)));
  const before = memory();
  const cold = await watched(() => polling.tick());
  const after = memory();
  const { articles, stories } = await store.census();
  if (articles !== feeds * ITEMS || (await store.unassigned(1)).length > 0 || faults.length > 0)
    throw new Error(`not all was taken in: ${articles} articles; ${faults.slice(0, 3).join('; ')}`);
  clock.now += 2 * DAY;
  const again = await watched(() => polling.tick());
  await fetcher.close();
  await parser.close();
  await store.close();
  rmSync(folder, { recursive: true });
  return {
    'cold, s': cold.seconds,
    'articles/s': articles / cold.seconds,
    'of processor, s': cold.processor,
    'loop delay p99, ms': cold.delay.p99,
    'loop delay most, ms': cold.delay.most,
    'unchanged (304), s': again.seconds,
    'loop delay p99 at 304, ms': again.delay.p99,
    'loop delay p99, idle, ms': idle.p99,
    'memory, MiB': after - before,
    stories,
  } satisfies Figures;
};

async function watched(work: () => Promise<void>) {
  const startCpu = process.cpuUsage();
  const start = performance.now();
  const delay = await observed(work);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(startCpu);
  return { seconds, processor: (user + system) / 1e6, delay };
}
