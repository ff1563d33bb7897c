import type { Clock } from '../domain/ports.ts';

/** Failures in a row after which calls stop, and for how long, in milliseconds; each time twice as long. */
const FAILURES = 5;
const FIRST_PAUSE = 60_000;
const LONGEST_PAUSE = 30 * 60_000;

/** Keeps a server that fails from being asked again and again; after each pause one call tries it. */
export interface Breaker {
  /** Whether a call may go out now; where it says so after a pause, only to one caller. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
}

export function createBreaker(now: Clock): Breaker {
  let failures = 0;
  let pause = FIRST_PAUSE;
  let closedUntil: number | undefined;
  return {
    allows() {
      if (closedUntil === undefined) return true;
      if (now() < closedUntil) return false;
      // The next caller waits for what this one finds, or for another pause.
      closedUntil = now() + pause;
      return true;
    },
    succeeded() {
      failures = 0;
      pause = FIRST_PAUSE;
      closedUntil = undefined;
    },
    failed() {
      failures++;
      if (failures < FAILURES) return;
      if (closedUntil !== undefined) pause = Math.min(LONGEST_PAUSE, pause * 2);
      closedUntil = now() + pause;
    },
  };
}
