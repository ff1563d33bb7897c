import type { PreparedDraft } from '../domain/indexing.ts';
import type { Clock, PutOutcome, Store } from '../domain/ports.ts';
import type { ReadReport, Report } from '../domain/report.ts';
import type { Grouping } from './grouping.ts';
import type { StoryTurn } from './story-turn.ts';
import { alwaysOurs } from './story-turn.ts';

/** Small takings that wait for one another share a commit of up to so many drafts. */
const SHARED = 100;
/** How many articles are put into stories in one commit. */
const PLACED = 100;

/** Takes articles in and finds each its story, one after the other, since a story is found among those before. */
export interface Ingest {
  /** Stores drafts and says of each what became of it; their stories are found when things are settled. */
  keep(drafts: readonly PreparedDraft[]): Promise<PutOutcome[]>;
  /**
   * Finds stories for all that has none, also from before a stop, in order of time: articles of many sources settled at
   * once cost far less than source by source. The signal ends it early; what is left waits for the next time.
   */
  settle(signal?: AbortSignal): Promise<void>;
  /** Keeps and settles: stories are up to date when it returns. */
  take(drafts: readonly PreparedDraft[]): Promise<PutOutcome[]>;
}

interface Keeping {
  drafts: readonly PreparedDraft[];
  resolve(outcomes: PutOutcome[]): void;
  reject(error: unknown): void;
}

/** `pause` lets everything else that waits for the main loop go first. */
export function createIngest(
  store: Store,
  grouping: Grouping,
  now: Clock,
  pause: () => Promise<void> = async () => {},
  turn: StoryTurn = alwaysOurs,
): Ingest {
  const waiting: Keeping[] = [];
  let storing = false;
  /** There may be articles without a story: at first those of a program that was stopped. */
  let behind = true;
  let placing: Promise<void> = Promise.resolve();
  /** A settling that waits for the one under way, and serves all who ask meanwhile. */
  let next: Promise<void> | undefined;

  /** Keepings off the queue, as many as fit beside the first. */
  function together(): Keeping[] {
    const keepings = waiting.splice(0, 1);
    let total = keepings[0]?.drafts.length ?? 0;
    for (let more = waiting[0]; more && total + more.drafts.length <= SHARED; more = waiting[0]) {
      total += more.drafts.length;
      keepings.push(more);
      waiting.shift();
    }
    return keepings;
  }

  async function storeWaiting(): Promise<void> {
    if (storing) return;
    storing = true;
    while (waiting.length > 0) {
      const keepings = together();
      try {
        const puts = await store.putArticles(
          keepings.flatMap(({ drafts }) => drafts),
          now(),
        );
        const outcomes = puts.map(({ outcome }) => outcome);
        behind ||= outcomes.includes('imported');
        for (const { drafts, resolve } of keepings) resolve(outcomes.splice(0, drafts.length));
      } catch (error) {
        for (const { reject } of keepings) reject(error);
      }
    }
    storing = false;
  }

  /** Articles without a story behind a place in time, read for placing. */
  async function unplaced(after?: Report): Promise<{ reports: ReadReport[]; last: Report | undefined }> {
    const reports = await store.unassigned(PLACED, after);
    return { reports: await grouping.read(reports), last: reports.at(-1) };
  }

  async function placeAll(signal: AbortSignal | undefined): Promise<void> {
    if (!behind) return;
    behind = false;
    let coming: ReturnType<typeof unplaced> | undefined;
    try {
      while (!signal?.aborted) {
        if ((await turn.take()) === 'fresh') {
          // What was read ahead may have a story by now.
          grouping.forget();
          coming = undefined;
        }
        coming ??= unplaced();
        const { reports, last } = await coming;
        if (!last) return;
        // The next are read while these are placed. What comes in meanwhile and is older waits for the next time: going
        // back costs more than going on.
        coming = unplaced(last);
        coming.catch(() => {});
        const placements = await grouping.place(reports);
        grouping.stored(await store.assign(placements));
        await pause();
      }
      behind = true;
    } catch (error) {
      behind = true;
      throw error;
    } finally {
      // If this fails the turn runs out by itself.
      await turn.end().catch(() => {});
    }
  }

  const ingest: Ingest = {
    keep(drafts) {
      if (drafts.length === 0) return Promise.resolve([]);
      const { promise, resolve, reject } = Promise.withResolvers<PutOutcome[]>();
      waiting.push({ drafts, resolve, reject });
      void storeWaiting();
      return promise;
    },
    settle(signal) {
      next ??= placing
        .catch(() => {})
        .then(() => {
          next = undefined;
          placing = placeAll(signal);
          return placing;
        });
      return next;
    },
    async take(drafts) {
      const outcomes = await ingest.keep(drafts);
      await ingest.settle();
      return outcomes;
    },
  };
  return ingest;
}
