import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import MiniSearch from 'minisearch';
import { readQuery } from '../../src/domain/search.ts';
import { batches, fileSize, fillArchive } from './archive.ts';
import { makeCorpus } from './corpus.ts';
import type { Figures } from './figures.ts';
import { loopDelay, memory, ofFiles, timed } from './timing.ts';

const QUERIES = 600;
/** Queries asked before the clock starts. */
const WARM = 100;
const COMMONEST = 40;
const RELATED = 300;
const CLIENTS = 16;

/** Our own search and likeness, in a store in a file. */
export async function measureMujaz(articles: number): Promise<Figures> {
  const corpus = makeCorpus(articles);
  const before = memory();
  const files = ofFiles();
  const archive = await fillArchive(corpus);
  const { store, stories } = archive;
  const rss = memory();
  const ask = async (text: string) => {
    const query = readQuery(text);
    return query ? store.search(query) : [];
  };
  const queries = corpus.queries(QUERIES + WARM);
  for (const text of queries.slice(QUERIES)) await ask(text);
  const search = await timed(queries.slice(0, QUERIES), ask);
  const again = await timed(queries.slice(0, QUERIES), ask);
  const commonest = corpus.vocabulary.words[0] ?? '';
  const common = await timed(Array<string>(COMMONEST).fill(commonest), ask);
  const step = Math.max(1, Math.floor(stories.length / (RELATED + 20)));
  const seeds = stories.filter((_, at) => at % step === 0);
  for (const story of seeds.slice(RELATED)) await store.alike(story, 5);
  const related = await timed(seeds.slice(0, RELATED), (story) => store.alike(story, 5));
  const searchStorm = await loopDelay(queries.slice(0, QUERIES), CLIENTS, ask);
  const relatedStorm = await loopDelay(seeds.slice(0, RELATED), CLIENTS, (story) => store.alike(story, 5));
  const figures = {
    'indexed, articles/s': articles / archive.indexing,
    'memory, MiB': rss - before,
    'memory after, MiB': memory() - before,
    'of it files, MiB': ofFiles() - files,
    'file, MiB': fileSize(archive),
    'search p50, ms': search.p50,
    'search p99, ms': search.p99,
    'again p50, ms': again.p50,
    'again p99, ms': again.p99,
    'commonest word p50, ms': common.p50,
    'commonest word p99, ms': common.p99,
    'related p50, ms': related.p50,
    'related p99, ms': related.p99,
    'storm, searches/s': searchStorm.perSecond,
    'loop delay p99, ms': searchStorm.storm,
    'loop delay p99, related, ms': relatedStorm.storm,
    'loop delay p99, idle, ms': searchStorm.idle,
  };
  await archive.close();
  return figures;
}

interface Peer {
  add(texts: { id: number; title: string; body: string }[]): unknown;
  ask(text: string): unknown;
}

/** MiniSearch with the same texts and its usual settings. */
export function measureMiniSearch(articles: number): Promise<Figures> {
  const index = new MiniSearch({ fields: ['title', 'body'] });
  return measurePeer(articles, {
    add: (texts) => index.addAll(texts),
    ask: (text) => index.search(text).slice(0, 10),
  });
}

/** Orama with the same texts; it knows Arabic letters as a language of its own. */
export function measureOrama(articles: number): Promise<Figures> {
  const index = create({ schema: { title: 'string', body: 'string' } as const, language: 'arabic' });
  return measurePeer(articles, {
    add: (texts) =>
      insertMultiple(
        index,
        texts.map(({ title, body }) => ({ title, body })),
        texts.length,
      ),
    ask: (text) => searchOrama(index, { term: text, limit: 10 }),
  });
}

async function measurePeer(articles: number, peer: Peer): Promise<Figures> {
  const corpus = makeCorpus(articles);
  const before = memory();
  let indexing = 0;
  let id = 0;
  for (const part of batches(corpus.articles(), 500)) {
    const texts = part.map(({ draft: { title, body } }) => ({ id: id++, title, body }));
    const start = performance.now();
    await peer.add(texts);
    indexing += (performance.now() - start) / 1000;
  }
  const rss = memory();
  const queries = corpus.queries(QUERIES + WARM);
  for (const text of queries.slice(QUERIES)) await peer.ask(text);
  const search = await timed(queries.slice(0, QUERIES), peer.ask);
  const common = await timed(Array<string>(COMMONEST).fill(corpus.vocabulary.words[0] ?? ''), peer.ask);
  return {
    'indexed, articles/s': articles / indexing,
    'memory, MiB': rss - before,
    'search p50, ms': search.p50,
    'search p99, ms': search.p99,
    'commonest word p50, ms': common.p50,
    'commonest word p99, ms': common.p99,
  };
}
