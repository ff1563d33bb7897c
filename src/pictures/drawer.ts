import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Drawer, Drawing } from '../domain/drawing.ts';
import { Undrawable } from '../domain/drawing.ts';
import type { Clock } from '../domain/ports.ts';
import type { DrawAnswer } from './draw-process.ts';

/** A process without it would load the type stripper for itself (17 MB). */
const COMPILE_CACHE = new URL('../compile-cache.mjs', import.meta.url).href;
/** Longest time for a picture, in ms like all times here: half a second of work with the loading, on a machine that may be busy. */
const DRAWN_WITHIN = 20_000;
/** A process without work is ended after so long: it holds 150 MB and more, and is back in half a second. */
const RESTS_AFTER = 10_000;
/** After a picture that took too long, or a process that ended, none is tried for so long: what waits for one goes without. */
const NONE_FOR = 10 * 60_000;

interface Asked {
  drawing: Drawing;
  resolve(png: Uint8Array): void;
  reject(fault: Error): void;
}

/**
 * Draws in a process that starts with the first picture and ends when it rests. A thread would leave 80 MB with the house
 * after its end, since what the library took is not given back; a process takes all with it.
 */
export function createDrawer({
  now,
  withinMs = DRAWN_WITHIN,
  restsAfterMs = RESTS_AFTER,
  program = new URL('./draw-process.ts', import.meta.url),
}: {
  now: Clock;
  withinMs?: number;
  restsAfterMs?: number;
  program?: URL;
}): Drawer & { close(): Promise<void> } {
  let child: ChildProcess | undefined;
  let clock: NodeJS.Timeout | undefined;
  let noneUntil = Number.NEGATIVE_INFINITY;
  /** The first is under way. */
  const asked: Asked[] = [];

  function start(): ChildProcess {
    const started = fork(fileURLToPath(program), [], {
      execArgv: ['--import', COMPILE_CACHE],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.on('message', (answer: DrawAnswer) => {
      if (started !== child) return;
      const done = asked.shift();
      if ('png' in answer) done?.resolve(answer.png);
      else done?.reject(new Undrawable(answer.failure));
      proceed();
    });
    const ended = () => {
      if (started === child) giveUp(new Error('the drawing process ended'));
    };
    started.on('error', ended);
    started.on('exit', ended);
    return started;
  }

  /** Hands out the next picture; one after the other, so that the clock knows which one is slow. */
  function proceed(): void {
    clearTimeout(clock);
    const [next] = asked;
    if (!next) {
      keepHouseOpen(false);
      clock = setTimeout(() => void end(), restsAfterMs).unref();
      return;
    }
    child ??= start();
    keepHouseOpen(true);
    child.send(next.drawing);
    clock = setTimeout(() => giveUp(new Error(`not drawn within ${withinMs / 1000} s`)), withinMs);
  }

  /** Whether the house may not end before the process has answered. */
  function keepHouseOpen(open: boolean): void {
    if (open) {
      child?.ref();
      child?.channel?.ref();
    } else {
      child?.unref();
      child?.channel?.unref();
    }
  }

  function giveUp(fault: Error): void {
    noneUntil = now() + NONE_FOR;
    void end(fault);
  }

  async function end(fault = new Error('the drawing was given up')): Promise<void> {
    clearTimeout(clock);
    const ended = child;
    child = undefined;
    for (const { reject } of asked.splice(0)) reject(fault);
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    ended.once('exit', () => resolve());
    ended.ref();
    ended.kill('SIGKILL');
    await promise;
  }

  return {
    draw(drawing) {
      if (now() < noneUntil) return Promise.reject(new Error('nothing is drawn for a while'));
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      asked.push({ drawing, resolve, reject });
      if (asked.length === 1) proceed();
      return promise;
    },
    async close() {
      noneUntil = Number.POSITIVE_INFINITY;
      await end();
    },
  };
}
