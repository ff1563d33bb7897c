import { parentPort } from 'node:worker_threads';
import type { EncodingHints } from './decode.ts';
import { decode } from './decode.ts';
import { readFeed } from './feed.ts';
import type { FeedReading } from './feed-item.ts';
import { NotAFeed } from './feed-item.ts';

/** What the main thread asks: a feed's bytes, what its server said of their encoding, and the feed's address. */
export interface ParseJob {
  bytes: Uint8Array;
  hints: EncodingHints & { url?: string };
}

/** The first message says that the thread has loaded; every further one answers a job. */
export type ParseAnswer = { reading: FeedReading } | { notAFeed: string } | { failure: string };

parentPort?.on('message', ({ bytes, hints }: ParseJob) => {
  parentPort?.postMessage(answer(bytes, hints));
});

parentPort?.postMessage('ready');

function answer(bytes: Uint8Array, hints: ParseJob['hints']): ParseAnswer {
  try {
    return { reading: readFeed(decode(bytes, hints), hints.url ? { url: hints.url } : {}) };
  } catch (error) {
    if (error instanceof NotAFeed) return { notAFeed: error.message };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
