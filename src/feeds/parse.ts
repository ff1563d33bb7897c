import { Worker } from 'node:worker_threads';
import type { IndexedText } from '../domain/indexing.ts';
import type { Report, ReportWords } from '../domain/report.ts';
import type { TextReader } from '../domain/text-reader.ts';
import type { FeedReading } from './feed-item.ts';
import { NotAFeed } from './feed-item.ts';
import type { Indexable, ParseAnswer, ParseJob, ReadingHints } from './parse-worker.ts';

/** A thread without it would load the type stripper for itself (17 MB). */
const COMPILE_CACHE = new URL('../compile-cache.mjs', import.meta.url).href;

/** A feed that took longer to read than the limit. */
export class ParseTimeout extends Error {
  override name = 'ParseTimeout';

  constructor(limitMs: number) {
    super(`the feed took longer than ${limitMs / 1000} s to read`);
  }
}

export interface FeedParser extends TextReader {
  /**
   * Reads a feed apart from the main thread, one after the other. Rejects with `NotAFeed` where there is nothing to
   * read and with `ParseTimeout` past the limit.
   */
  feed(bytes: Uint8Array, hints?: ReadingHints): Promise<FeedReading>;
  /** The article of a web page as text, where there is one; rejects with `ParseTimeout` past the limit. */
  page(bytes: Uint8Array, hints?: ReadingHints): Promise<string | undefined>;
  /** The feeds that a web page names, best first. */
  links(bytes: Uint8Array, hints: ReadingHints & { url: string }): Promise<string[]>;
  /** Both reject only when the thread ends: articles are bounded in length, and reading them is linear in it. */
  index(articles: readonly Indexable[]): Promise<IndexedText[]>;
  reports(reports: readonly Report[]): Promise<ReportWords[]>;
  /** Ends the thread; readings under way are rejected. */
  close(): Promise<void>;
}

/** Longest time for articles of our own making, in milliseconds: a whole batch of the longest takes seconds. */
const OWN_LIMIT = 60_000;

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

  async function run(job: ParseJob): Promise<ParseAnswer> {
    if (closed) throw new Error('the parser is closed');
    if (!worker) {
      worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
        execArgv: ['--import', COMPILE_CACHE],
        resourceLimits: { maxOldGenerationSizeMb: 256 },
      });
      await loaded(worker);
    }
    const patience = 'bytes' in job ? limitMs : OWN_LIMIT;
    const answer = await ask(worker, job, patience).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    if ('failure' in answer) throw new Error(answer.failure);
    if ('notAFeed' in answer) throw new NotAFeed(answer.notAFeed);
    return answer;
  }

  function inTurn(job: ParseJob): Promise<ParseAnswer> {
    const answer = queue.then(() => run(job));
    queue = answer.catch(() => undefined);
    return answer;
  }

  return {
    async feed(bytes, hints = {}) {
      const answer = await inTurn({ kind: 'feed', bytes, hints });
      if ('reading' in answer) return answer.reading;
      throw new Error('the parser answered another question');
    },
    async page(bytes, hints = {}) {
      const answer = await inTurn({ kind: 'page', bytes, hints });
      return 'page' in answer ? answer.page : undefined;
    },
    async links(bytes, hints) {
      const answer = await inTurn({ kind: 'links', bytes, hints });
      return 'links' in answer ? answer.links : [];
    },
    async index(articles) {
      const answer = await inTurn({ kind: 'index', articles });
      return 'indexed' in answer ? answer.indexed : [];
    },
    async reports(reports) {
      const answer = await inTurn({ kind: 'reports', reports });
      return 'words' in answer ? answer.words : [];
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
    // An answer that came while the main thread was busy is heard first: it was in time.
    const late = () => setImmediate(() => settle(() => reject(new ParseTimeout(limitMs))));
    const clock = setTimeout(late, limitMs);
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
