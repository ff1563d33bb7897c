import type { ArticleDraft } from '../domain/article.ts';
import type { Clock, PutOutcome, Store } from '../domain/ports.ts';
import type { Grouping } from './grouping.ts';

/** How many articles are put into stories at once: small enough to leave the loop free. */
const BATCH = 100;

/** Takes articles in and finds each its story. */
export interface Ingest {
  /** Stores drafts and says of each what became of it; stories are up to date when it returns. */
  take(drafts: readonly ArticleDraft[]): Promise<PutOutcome[]>;
  /** Finds stories for articles that were stored just before a stop. */
  resume(): Promise<void>;
}

export function createIngest(store: Store, grouping: Grouping, now: Clock): Ingest {
  async function resume(): Promise<void> {
    for (;;) {
      const waiting = await store.unassigned(BATCH);
      if (waiting.length === 0) return;
      const placements = await grouping.place(waiting);
      grouping.stored(placements, await store.assign(placements));
    }
  }
  return {
    resume,
    async take(drafts) {
      const results = await store.putArticles(drafts, now());
      await resume();
      return results.map((result) => result.outcome);
    },
  };
}
