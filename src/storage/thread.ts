import { Worker } from 'node:worker_threads';

/** A thread without it would load the type stripper for itself (17 MB). */
const COMPILE_CACHE = new URL('../compile-cache.mjs', import.meta.url).href;

/** Answers come in the order of the questions. */
export type Answer = { found: unknown } | { fault: unknown };

/** A thread of our own that answers questions one after the other. */
export interface Thread<Question> {
  /** Counts the lives of the thread: what began in one cannot go on in the next. */
  readonly life: number;
  /** Rejects when the thread ends first, or when it is not in its `life` any more. */
  ask<Found>(question: Question, life?: number): Promise<Found>;
  /** Answers what was asked before, refuses what is asked after, and ends the thread. */
  close(): Promise<void>;
}

interface Asked {
  resolve(found: unknown): void;
  reject(fault: unknown): void;
}

interface Running {
  worker: Worker;
  /** Questions without an answer yet, oldest first. */
  asked: Asked[];
  ended: Promise<void>;
}

/**
 * A thread that starts with its first question and keeps the process alive only while one is open. If it dies, open
 * questions are rejected and the next starts another. `script` is told `data`; its last question is `close`.
 */
export function openThread<Question>(
  script: URL,
  data: string,
  memory: { oldMib: number; youngMib?: number },
): Thread<Question> {
  let running: Running | undefined;
  let closed = false;
  let life = 0;

  function start(): Running {
    life++;
    const worker = new Worker(script, {
      workerData: data,
      execArgv: ['--import', COMPILE_CACHE],
      resourceLimits: {
        maxOldGenerationSizeMb: memory.oldMib,
        ...(memory.youngMib === undefined ? {} : { maxYoungGenerationSizeMb: memory.youngMib }),
      },
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
      if (running === started) running = undefined;
      for (const question of asked.splice(0)) question.reject(fault);
    }
    worker.on('message', (answer: Answer) => {
      settle((question) =>
        'found' in answer ? question.resolve(answer.found) : question.reject(answer.fault),
      );
    });
    worker.on('error', end);
    worker.on('exit', () => {
      end(new Error('the database thread has ended'));
      resolve();
    });
    return started;
  }

  return {
    get life() {
      return life;
    },
    async ask<Found>(question: Question, wanted?: number): Promise<Found> {
      if (closed) throw new Error('the database is closed');
      if (wanted !== undefined && (wanted !== life || !running))
        throw new Error('the database thread has ended');
      running ??= start();
      const { worker, asked } = running;
      worker.postMessage(question);
      if (asked.length === 0) worker.ref();
      return new Promise<Found>((resolve, reject) => {
        asked.push({ resolve: (found) => resolve(found as Found), reject });
      });
    },
    async close() {
      closed = true;
      if (!running) return;
      const { worker, ended } = running;
      worker.ref();
      worker.postMessage('close');
      await ended;
    },
  };
}
