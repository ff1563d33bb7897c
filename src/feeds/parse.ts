import { Worker } from 'node:worker_threads';
import type { FeedReading } from './feed-item.ts';
import { NotAFeed } from './feed-item.ts';
import type { ParseAnswer, ParseJob } from './parse-worker.ts';

/** A feed that took longer to read than the limit. */
export class ParseTimeout extends Error {
  override name = 'ParseTimeout';

  constructor(limitMs: number) {
    super(`the feed took longer than ${limitMs / 1000} s to read`);
  }
}

export interface FeedParser {
  /**
   * Reads a feed apart from the main thread, one after the other. Rejects with `NotAFeed` where there is nothing to
   * read and with `ParseTimeout` past the limit.
   */
  feed(bytes: Uint8Array, hints?: ParseJob['hints']): Promise<FeedReading>;
  /** Ends the thread; readings under way are rejected. */
  close(): Promise<void>;
}

/** A parser whose thread starts with its first feed; a thread that is stuck is ended and replaced. */
export function createParser({ limitMs = 2000 }: { limitMs?: number } = {}): FeedParser {
  let worker: Worker | undefined;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  async function stop(): Promise<void> {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  }

  async function run(job: ParseJob): Promise<FeedReading> {
    if (closed) throw new Error('the parser is closed');
    if (!worker) {
      worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: 256 },
      });
      await loaded(worker);
    }
    const answer = await ask(worker, job, limitMs).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    if ('reading' in answer) return answer.reading;
    throw 'notAFeed' in answer ? new NotAFeed(answer.notAFeed) : new Error(answer.failure);
  }

  return {
    feed(bytes, hints = {}) {
      const reading = queue.then(() => run({ bytes, hints }));
      queue = reading.catch(() => undefined);
      return reading;
    },
    async close() {
      closed = true;
      await stop();
    },
  };
}

function loaded(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** One question, one answer; whatever ends the thread meanwhile is an error. Loading is not on the clock. */
function ask(worker: Worker, job: ParseJob, limitMs: number): Promise<ParseAnswer> {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => settle(() => reject(new ParseTimeout(limitMs))), limitMs);
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error('the parser was closed')));
    const onMessage = (answer: ParseAnswer) => settle(() => resolve(answer));
    function settle(end: () => void): void {
      clearTimeout(clock);
      worker.off('error', onError).off('exit', onExit).off('message', onMessage);
      worker.unref();
      end();
    }
    worker.on('error', onError).on('exit', onExit).on('message', onMessage);
    worker.ref();
    worker.postMessage(job);
  });
}
