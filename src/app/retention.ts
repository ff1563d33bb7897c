import type { Clock, Log, Store } from '../domain/ports.ts';
import type { Idle } from './polling.ts';

const DAY = 86_400_000;
/** Rows that go in one transaction. */
const BATCH = 50;
/** How long it is kept what a chat was sent, in days: as far back as «why» answers and nothing is told twice. */
const EDITION_DAYS = 35;
/** A chat that was blocked, left or deleted may come back to its settings for so long, in days: what /privacy says. */
const GONE_DAYS = 30;

export interface RetentionDoors {
  store: Pick<Store, 'expireArticles' | 'expireEditions' | 'forgetGone' | 'mergeIndex'>;
  now: Clock;
  pause(): Promise<void>;
  log: Log;
  /** How long articles of sources are kept. */
  days: number;
}

/** Lets go what is past its time and keeps the search index quick, once a day, until the signal aborts. */
export async function runRetention(doors: RetentionDoors, idle: Idle, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const { articles, sent, chats } = await sweep(doors, signal);
      if (articles > 0) doors.log.info('old articles deleted', { articles });
      if (sent > 0) doors.log.info('old editions deleted', { rows: sent });
      if (chats > 0) doors.log.info('chats that are gone forgotten', { chats });
      while (!signal.aborted && (await doors.store.mergeIndex())) await doors.pause();
    } catch (error) {
      doors.log.error('old articles not deleted', { reason: String(error) });
    }
    await idle(DAY, signal);
  }
}

/** Deletes what is older than it may be, and says how much went: articles, rows of editions and their deliveries, chats. */
export async function sweep(
  { store, now, pause, days }: RetentionDoors,
  signal?: AbortSignal,
): Promise<{ articles: number; sent: number; chats: number }> {
  async function all(expire: (limit: number) => Promise<number>): Promise<number> {
    let total = 0;
    while (!signal?.aborted) {
      const gone = await expire(BATCH);
      total += gone;
      if (gone < BATCH) break;
      await pause();
    }
    return total;
  }
  const at = now();
  return {
    articles: await all((limit) => store.expireArticles(at - days * DAY, limit)),
    sent: await all((limit) => store.expireEditions(at - EDITION_DAYS * DAY, limit)),
    chats: await all((limit) => store.forgetGone(at - GONE_DAYS * DAY, limit)),
  };
}
