import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSource } from '../../src/domain/polling.ts';
import type { Store } from '../../src/domain/ports.ts';
import { readQuery } from '../../src/domain/search.ts';
import { openStorage } from '../../src/storage/open.ts';
import { ownServer } from '../support/postgres-server.ts';
import { batches } from './archive.ts';
import { makeCorpus, NOW } from './corpus.ts';
import type { Figures } from './figures.ts';
import { loopDelay, memory, spreadOf, timed } from './timing.ts';

/** Articles stored in one transaction, as a busy hour of polling brings them. */
const BATCH = 250;
const QUERIES = 300;
const WARM = 60;
const RELATED = 150;
const CLIENTS = 16;
/** Rows of work, how many are claimed at once, and by how many workers. */
const WORK = 3000;
const CLAIMED = 50;
const WORKERS = 4;

/** The store on a file of SQLite. */
export async function measureOnSqlite(articles: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'));
  try {
    return await measure(`sqlite:${join(folder, 'bench.db')}`, articles);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same on a Postgres of its own, which keeps its promises as SQLite does: on disk before a commit returns. */
export async function measureOnPostgres(articles: number): Promise<Figures> {
  const server = await ownServer({ durable: true });
  try {
    return await measure(server.url, articles);
  } finally {
    await server.remove();
  }
}

async function measure(url: string, articles: number): Promise<Figures> {
  const { store } = await openStorage(url, () => NOW);
  const corpus = makeCorpus(articles);
  const before = memory();
  const taken: number[] = [];
  const stories = new Map<number, number>();
  const started = performance.now();
  for (const part of batches(corpus.articles(), BATCH)) {
    const start = performance.now();
    const put = await store.putArticles(
      part.map(({ draft }) => draft),
      NOW,
    );
    const ids = await store.assign(
      part.map(({ event }, at) => ({
        articleId: put[at]?.id ?? 0,
        storyId: stories.get(event) ?? -1 - event,
      })),
    );
    taken.push(performance.now() - start);
    part.forEach(({ event }, at) => {
      stories.set(event, ids[at] ?? 0);
    });
  }
  const ingested = (articles * 1000) / taken.reduce((sum, ms) => sum + ms, 0);
  const ask = async (text: string) => {
    const query = readQuery(text);
    return query ? store.search(query) : [];
  };
  const queries = corpus.queries(QUERIES + WARM);
  for (const text of queries.slice(QUERIES)) await ask(text);
  const search = await timed(queries.slice(0, QUERIES), ask);
  const common = await timed(Array<string>(20).fill(corpus.vocabulary.words[0] ?? ''), ask);
  const seeds = [...stories.values()].filter((_, at) => at % Math.ceil(stories.size / RELATED) === 0);
  const related = await timed(seeds, (story) => store.alike(story, 5));
  const storm = await loopDelay(queries.slice(0, QUERIES), CLIENTS, ask);
  const page = await timed(Array(100).fill(10), (limit: number) => store.latestStories({ limit }));
  const figures = {
    'ingest, articles/s': ingested,
    'ingest of 250, p99, ms': spreadOf(taken).p99,
    'search p50, ms': search.p50,
    'search p99, ms': search.p99,
    'commonest word p50, ms': common.p50,
    'related p50, ms': related.p50,
    'related p99, ms': related.p99,
    'latest page p50, ms': page.p50,
    'storm, searches/s': storm.perSecond,
    'loop delay p99 in it, ms': storm.storm,
    ...(await measureWork(store)),
    'memory, MiB': memory() - before,
    'whole run, s': (performance.now() - started) / 1000,
  };
  await store.close();
  return figures;
}

/** Due rows are claimed and marked as done by several workers until there are none. */
async function measureWork(store: Store): Promise<Figures> {
  const sources = Array.from({ length: WORK }, (_, n) => ({
    name: `مصدر ${n}`,
    url: `https://source-${n}.example/feed`,
  }));
  await store.addSources(sources, 'opml', NOW);
  const [claims, marks]: [number[], number[]] = [[], []];
  let done = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: WORKERS }, async (_, worker) => {
      for (;;) {
        const start = performance.now();
        const claim = { now: NOW, until: NOW + 300_000, holder: `bench/${worker}`, limit: CLAIMED };
        const claimed = await store.claimSources(claim);
        if (claimed.length === 0) return;
        claims.push(performance.now() - start);
        const between = performance.now();
        await store.finishChecks(
          claimed.map(({ id, lease }) => ({
            id,
            lease,
            state: { ...newSource, seen: ['a'] },
            nextAt: NOW + 600_000,
            result: { at: NOW, tookMs: 12, validators: { etag: 'W/"1"' }, items: 20 },
          })),
        );
        marks.push(performance.now() - between);
        done += claimed.length;
      }
    }),
  );
  if (done !== WORK) throw new Error(`${done} rows of work were done, not ${WORK}`);
  return {
    'claim of 50, p50, ms': spreadOf(claims).p50,
    'claim of 50, p99, ms': spreadOf(claims).p99,
    'mark of 50, p50, ms': spreadOf(marks).p50,
    'mark of 50, p99, ms': spreadOf(marks).p99,
    'claimed and marked, rows/s': (done * 1000) / (performance.now() - started),
  };
}
