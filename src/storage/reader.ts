import { Worker } from 'node:worker_threads';
import type { Finder } from './driver.ts';
import type { Answer, Question } from './sqlite-reader.ts';

/** Memory of the thread for JavaScript, in MiB: the tables of the text code and a sample. SQLite's own comes on top. */
const HEAP_MIB = 192;

/** Search and likeness in a thread of their own. */
export interface Reader extends Finder {
  /** Answers what was asked before, refuses what is asked after, and ends the thread. */
  close(): Promise<void>;
}

interface Asked {
  resolve(found: unknown): void;
  reject(fault: unknown): void;
}

interface Thread {
  worker: Worker;
  /** Questions without an answer yet, oldest first. */
  asked: Asked[];
  ended: Promise<void>;
}

/**
 * Searches a database file without holding up the main loop: ranking would cost the loop as much as reading does.
 * The thread starts with the first question and keeps the process alive only while one is open. If it dies, open
 * questions are rejected and the next starts another.
 */
export function openReader(file: string): Reader {
  let thread: Thread | undefined;
  let closed = false;

  function start(): Thread {
    const worker = new Worker(new URL('./sqlite-reader.ts', import.meta.url), {
      workerData: file,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    });
    const asked: Asked[] = [];
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const started = { worker, asked, ended };
    function settle(end: (question: Asked) => void): void {
      const question = asked.shift();
      if (asked.length === 0) worker.unref();
      if (question) end(question);
    }
    function end(fault: unknown): void {
      if (thread === started) thread = undefined;
      for (const question of asked.splice(0)) question.reject(fault);
    }
    worker.on('message', (answer: Answer) => {
      settle((question) =>
        'found' in answer ? question.resolve(answer.found) : question.reject(answer.fault),
      );
    });
    worker.on('error', end);
    worker.on('exit', () => {
      end(new Error('the reading thread has ended'));
      resolve();
    });
    return started;
  }

  async function ask<Found>(question: Exclude<Question, 'close'>): Promise<Found> {
    if (closed) throw new Error('the database is closed');
    thread ??= start();
    const { worker, asked } = thread;
    worker.postMessage(question);
    worker.ref();
    return new Promise<Found>((resolve, reject) => {
      asked.push({ resolve: (found) => resolve(found as Found), reject });
    });
  }

  return {
    search: (...search) => ask({ search }),
    alike: (...alike) => ask({ alike }),
    async close() {
      closed = true;
      if (!thread) return;
      const { worker, ended } = thread;
      worker.ref();
      worker.postMessage('close' satisfies Question);
      await ended;
    },
  };
}
