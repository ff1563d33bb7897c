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

/** A thread with nothing to do is ended after so many milliseconds: loaded it takes some 40 MB, and it is back in a third of a second. */
const RESTS_AFTER = 20_000;

/** Jobs that the thread holds at a time: the next begins while the main loop is still busy with the last answer. */
const AHEAD = 2;

interface Asked {
  job: ParseJob;
  limitMs: number;
  resolve(answer: ParseAnswer): void;
  reject(fault: unknown): void;
}

/** A parser whose thread starts with its first feed; one that is stuck is ended and replaced, one that rests is ended. */
export function createParser({
  limitMs = 2000,
  restsAfterMs = RESTS_AFTER,
}: {
  limitMs?: number;
  restsAfterMs?: number;
} = {}): FeedParser {
  let worker: Worker | undefined;
  let loaded = false;
  let closed = false;
  /** What the thread has been given, oldest first, and what waits. */
  let given: Asked[] = [];
  let waiting: Asked[] = [];
  let clock: NodeJS.Timeout | undefined;

  function start(): void {
    const started = new Worker(new URL('./parse-worker.ts', import.meta.url), {
      execArgv: ['--import', COMPILE_CACHE],
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    worker = started;
    loaded = false;
    started.on('message', (answer: ParseAnswer | 'ready') => {
      if (started !== worker) return;
      if (answer === 'ready') loaded = true;
      else given.shift()?.resolve(answer);
      proceed();
    });
    started.on('error', (fault) => {
      if (started === worker) abandon(fault);
    });
    started.on('exit', () => {
      if (started === worker) abandon(new Error('the parser was closed'));
    });
  }

  /** Hands out what may be handed out, and sets the clock for the job under way. Loading is not on the clock. */
  function proceed(): void {
    clearTimeout(clock);
    if (!worker && waiting.length > 0) start();
    if (!worker) return;
    if (loaded) {
      for (const next of waiting.splice(0, AHEAD - given.length)) {
        given.push(next);
        worker.postMessage(next.job);
      }
    }
    const [current] = given;
    if (current) {
      // An answer that came while the main thread was busy is heard first: it was in time.
      const late = () =>
        setImmediate(() => {
          if (given[0] === current) abandon(new ParseTimeout(current.limitMs));
        });
      clock = setTimeout(late, current.limitMs);
    }
    if (current || waiting.length > 0) worker.ref();
    else {
      worker.unref();
      clock = setTimeout(rest, restsAfterMs).unref();
    }
  }

  function rest(): void {
    const ended = worker;
    worker = undefined;
    void ended?.terminate();
  }

  /** Ends the thread over the job under way; the one behind it goes to the next thread. */
  function abandon(fault: unknown): void {
    const ended = worker;
    worker = undefined;
    const [current, ...behind] = given.length > 0 ? given : waiting.splice(0, 1);
    given = [];
    waiting.unshift(...behind);
    void ended?.terminate();
    current?.reject(fault);
    proceed();
  }

  async function inTurn(job: ParseJob): Promise<ParseAnswer> {
    if (closed) throw new Error('the parser is closed');
    const { promise, resolve, reject } = Promise.withResolvers<ParseAnswer>();
    waiting.push({ job, limitMs: 'bytes' in job ? limitMs : OWN_LIMIT, resolve, reject });
    proceed();
    const answer = await promise;
    if ('failure' in answer) throw new Error(answer.failure);
    if ('notAFeed' in answer) throw new NotAFeed(answer.notAFeed);
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
      clearTimeout(clock);
      const ended = worker;
      worker = undefined;
      for (const { reject } of [...given, ...waiting]) reject(new Error('the parser was closed'));
      [given, waiting] = [[], []];
      await ended?.terminate();
    },
  };
}
