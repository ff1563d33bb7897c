import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import type { Corpus } from './corpus.ts';
import { NOW } from './corpus.ts';

/** Articles stored in one transaction. */
const BATCH = 500;

export interface Archive {
  store: Store;
  file: string;
  /** The stories of the first articles, for questions about them. */
  stories: number[];
  /** Seconds that storing, indexing and merging took, without making the texts. */
  indexing: number;
  close(): Promise<void>;
}

/** A store in a file with a whole corpus, each event a story. */
export async function fillArchive(corpus: Corpus): Promise<Archive> {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'));
  const file = join(folder, 'bench.db');
  const { store } = await openStorage(`sqlite:${file}`, () => NOW);
  const stories = new Map<number, number>();
  let indexing = 0;
  for (const part of batches(corpus.articles(), BATCH)) {
    const start = performance.now();
    const put = await store.putArticles(
      part.map(({ draft }) => draft),
      NOW,
    );
    indexing += (performance.now() - start) / 1000;
    const placements = part.map(({ event }, at) => ({
      articleId: put[at]?.id ?? 0,
      storyId: stories.get(event) ?? -1 - event,
    }));
    const ids = await store.assign(placements);
    part.forEach(({ event }, at) => {
      stories.set(event, ids[at] ?? 0);
    });
  }
  const start = performance.now();
  while (await store.mergeIndex());
  indexing += (performance.now() - start) / 1000;
  return {
    store,
    file,
    stories: [...stories.values()],
    indexing,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Size of an archive's file in MiB. */
export function fileSize({ file }: Archive): number {
  return statSync(file).size / 2 ** 20;
}

export function* batches<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
