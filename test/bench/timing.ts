import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds below which half, and all but one in a hundred, of the calls stayed. */
export interface Spread {
  p50: number;
  p99: number;
}

export function spreadOf(milliseconds: readonly number[]): Spread {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Times one call after another. */
export async function timed<Item>(items: readonly Item[], call: (item: Item) => unknown): Promise<Spread> {
  const taken: number[] = [];
  for (const item of items) {
    const start = performance.now();
    await call(item);
    taken.push(performance.now() - start);
  }
  return spreadOf(taken);
}

/**
 * How late the main loop comes to its timers while `clients` at once work through the items, p99 in
 * milliseconds; `idle` is the same with nothing to do, which the machine and the clock's own step cause.
 */
export async function loopDelay<Item>(
  items: readonly Item[],
  clients: number,
  call: (item: Item) => Promise<unknown>,
): Promise<{ storm: number; idle: number; perSecond: number }> {
  const idle = await observed(() => new Promise((resolve) => setTimeout(resolve, 500)));
  const start = performance.now();
  const waiting = items[Symbol.iterator]();
  const storm = await observed(() =>
    Promise.all(
      Array.from({ length: clients }, async () => {
        for (const item of waiting) await call(item);
      }),
    ),
  );
  return { storm: storm.p99, idle: idle.p99, perSecond: (items.length * 1000) / (performance.now() - start) };
}

/** How late the main loop comes to its timers during some work, in milliseconds. */
export async function observed(work: () => Promise<unknown>): Promise<{ p99: number; most: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return { p99: delay.percentile(99) / 1e6, most: delay.max / 1e6 };
}

/** Resident memory in MiB that is files, mapped or of the program, where the system tells; it takes that back at need. */
export function ofFiles(): number {
  if (process.platform !== 'linux') return Number.NaN;
  const [, kib] = /^RssFile:\s*(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kib) / 1024;
}

/** Resident memory in MiB, after a collection where the process allows one. */
export function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
}
