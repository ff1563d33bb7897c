import type { FinishedCheck, Log, Store } from '../domain/ports.ts';

/** Writes down finished checks, many with one commit: those that come while others are being written go together. */
export interface CheckWriter {
  write(check: FinishedCheck): void;
  /** Resolves when nothing waits any more. */
  written(): Promise<void>;
}

/** `pause` lets everything else that waits for the main loop go first. */
export function createCheckWriter(
  store: Pick<Store, 'finishChecks'>,
  log: Log,
  pause: () => Promise<void>,
): CheckWriter {
  let waiting: FinishedCheck[] = [];
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    await pause();
    while (waiting.length > 0) {
      const checks = waiting;
      waiting = [];
      try {
        await store.finishChecks(checks);
      } catch (error) {
        // Their claims run out by themselves.
        log.error('checks not written', { sources: checks.length, reason: String(error) });
      }
    }
    // In the step that finds nothing waiting: what comes after it begins anew.
    writing = undefined;
  }

  return {
    write(check) {
      waiting.push(check);
      writing ??= writeAll();
    },
    async written() {
      await writing;
    },
  };
}
