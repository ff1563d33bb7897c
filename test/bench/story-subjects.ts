import { createGrouping } from '../../src/app/grouping.ts';
import { createIngest } from '../../src/app/ingest.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Report } from '../../src/domain/report.ts';
import { openStorage } from '../../src/storage/open.ts';
import { batches } from './archive.ts';
import { makeCorpus, NOW } from './corpus.ts';
import type { Figures } from './figures.ts';
import { memory, spreadOf } from './timing.ts';

/** Articles placed at once, as when a round of sources comes in. */
const BATCH = 100;

/** Finding each article its story, with nothing stored: the cost of the decision alone. */
export async function measureAssignment(articles: number): Promise<Figures> {
  const before = memory();
  const grouping = createGrouping(emptyStore());
  const taken: number[] = [];
  const stories = new Set<number>();
  const events = new Set<number>();
  let [id, storyId, first, last, cpu] = [0, 0, 0, 0, 0];
  for (const part of batches(makeCorpus(articles).articles(), BATCH)) {
    const waiting = part.map(
      ({ draft }): Report => ({
        articleId: ++id,
        at: draft.publishedAt ?? NOW,
        language: draft.language,
        source: draft.source.name,
        title: draft.title,
        lead: draft.body,
      }),
    );
    const startCpu = process.cpuUsage();
    const start = performance.now();
    const placements = await grouping.place(await grouping.read(waiting));
    const given = new Map<number, number>();
    const ids = placements.map(({ storyId: placed }) => {
      if (placed > 0) return placed;
      if (!given.has(placed)) given.set(placed, ++storyId);
      return given.get(placed) ?? 0;
    });
    grouping.stored(ids);
    const spent = performance.now() - start;
    taken.push(spent / part.length);
    const { user, system } = process.cpuUsage(startCpu);
    cpu += (user + system) / 1000;
    if (id <= articles / 10) first += spent;
    if (id > articles - articles / 10) last += spent;
    for (const each of ids) stories.add(each);
    for (const { event } of part) events.add(event);
  }
  const whole = taken.reduce((sum, each) => sum + each, 0) / taken.length;
  return {
    'assigned, articles/s': 1000 / whole,
    'assigned, articles/s of processor': (articles * 1000) / cpu,
    'batch p99, ms': spreadOf(taken).p99 * BATCH,
    'last tenth ÷ first tenth': last / first,
    'stories ÷ events': stories.size / events.size,
    'memory, MiB': memory() - before,
  };
}

/** The whole way in: stored, indexed and put into stories, in a store in memory. */
export async function measureIngest(articles: number): Promise<Figures> {
  const { store } = await openStorage('sqlite::memory:', () => NOW);
  const ingest = createIngest(store, createGrouping(store), () => NOW);
  let spent = 0;
  for (const part of batches(makeCorpus(articles).articles(), BATCH)) {
    const drafts = part.map(({ draft }) => draft);
    const start = performance.now();
    await ingest.take(drafts);
    spent += performance.now() - start;
  }
  await store.close();
  return { 'taken in, articles/s': (articles * 1000) / spent };
}

/** A store that remembers nothing of what was told. */
function emptyStore(): Store {
  return { reportsBetween: async () => [] } as Partial<Store> as Store;
}
