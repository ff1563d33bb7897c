import { parentPort } from 'node:worker_threads';
import type { IndexedText } from '../domain/indexing.ts';
import { indexedText } from '../domain/indexing.ts';
import type { Report, ReportWords } from '../domain/report.ts';
import { reportWords } from '../domain/report.ts';
import type { EncodingHints } from './decode.ts';
import { decode } from './decode.ts';
import { feedLinks } from './discover.ts';
import { readFeed } from './feed.ts';
import type { FeedReading } from './feed-item.ts';
import { NotAFeed } from './feed-item.ts';

/** What the server said of the encoding, and where the bytes came from. */
export type ReadingHints = EncodingHints & { url?: string };

/** An article as far as it is indexed. */
export type Indexable = Parameters<typeof indexedText>[0];

/**
 * What the main thread asks: to read a feed, the article of a page or the feeds that a page names, or to work out
 * what the index keeps of articles, and by what stories are told.
 */
export type ParseJob =
  | { kind: 'feed' | 'page' | 'links'; bytes: Uint8Array; hints: ReadingHints }
  | { kind: 'index'; articles: readonly Indexable[] }
  | { kind: 'reports'; reports: readonly Report[] };

/** The first message says that the thread has loaded; every further one answers a job. */
export type ParseAnswer =
  | { reading: FeedReading }
  | { page: string | undefined }
  | { links: string[] }
  | { indexed: IndexedText[] }
  | { words: ReportWords[] }
  | { notAFeed: string }
  | { failure: string };

let queue = Promise.resolve();
parentPort?.on('message', (job: ParseJob) => {
  queue = queue.then(async () => parentPort?.postMessage(await answer(job)));
});

parentPort?.postMessage('ready');

async function answer(job: ParseJob): Promise<ParseAnswer> {
  try {
    if (job.kind === 'index') return { indexed: job.articles.map(indexedText) };
    if (job.kind === 'reports') return { words: job.reports.map(reportWords) };
    const { kind, bytes, hints } = job;
    const text = decode(bytes, hints);
    if (kind === 'links') return { links: feedLinks(text, hints.url ?? '').map(({ url }) => url) };
    if (kind === 'feed') return { reading: readFeed(text, hints.url ? { url: hints.url } : {}) };
    // Loaded only where whole articles are wanted: it takes longer than all the rest.
    const { readablePage } = await import('./readable-page.ts');
    return { page: readablePage(text) };
  } catch (error) {
    if (error instanceof NotAFeed) return { notAFeed: error.message };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
