import type { Clock, Log, Store } from '../domain/ports.ts';
import type { Idle } from './polling.ts';

const DAY = 86_400_000;
/** Articles that go in one transaction. */
const BATCH = 50;

export interface RetentionDoors {
  store: Pick<Store, 'expireArticles'>;
  now: Clock;
  pause(): Promise<void>;
  log: Log;
  /** How long articles of sources are kept. */
  days: number;
}

/** Lets articles go whose time is over, once a day, until the signal aborts. */
export async function runRetention(doors: RetentionDoors, idle: Idle, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const articles = await sweep(doors, signal);
      if (articles > 0) doors.log.info('old articles deleted', { articles });
    } catch (error) {
      doors.log.error('old articles not deleted', { reason: String(error) });
    }
    await idle(DAY, signal);
  }
}

/** Deletes what is older than it may be, and says how many articles went. */
export async function sweep(
  { store, now, pause, days }: RetentionDoors,
  signal?: AbortSignal,
): Promise<number> {
  const before = now() - days * DAY;
  let total = 0;
  while (!signal?.aborted) {
    const gone = await store.expireArticles(before, BATCH);
    total += gone;
    if (gone < BATCH) break;
    await pause();
  }
  return total;
}
