import { setTimeout as wait } from 'node:timers/promises';

/** Waits some milliseconds, or less when the signal says so. */
export async function idling(ms: number, signal: AbortSignal): Promise<void> {
  await napping(ms / 1000, signal);
}

/** The same in seconds. */
export async function napping(seconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(seconds * 1000, undefined, signal ? { signal } : {});
  } catch {
    // Woken early to stop: the caller looks at its signal.
  }
}

/** Calls `act` after so many milliseconds, unless it is called off. */
export function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
