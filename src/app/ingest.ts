import type { ArticleDraft } from '../domain/article.ts';
import type { Clock, PutOutcome, Store } from '../domain/ports.ts';
import type { Grouping } from './grouping.ts';

/** How many articles are put into stories at once: small enough to leave the loop free. */
const BATCH = 10;
/** Small takings that wait for one another share a commit of up to so many drafts. */
const SHARED = 50;
/** So many drafts at most are stored before their stories are found: found together, in order of time, it costs less. */
const TOGETHER = 500;

/** Takes articles in and finds each its story; one taking at a time, since a story is found among those before. */
export interface Ingest {
  /** Stores drafts and says of each what became of it; stories are up to date when it returns. */
  take(drafts: readonly ArticleDraft[]): Promise<PutOutcome[]>;
  /** Finds stories for articles that were stored just before a stop. */
  resume(): Promise<void>;
}

interface Taking {
  drafts: readonly ArticleDraft[];
  resolve(outcomes: PutOutcome[]): void;
  reject(error: unknown): void;
}

/** `pause` lets everything else that waits for the main loop go first. */
export function createIngest(
  store: Store,
  grouping: Grouping,
  now: Clock,
  pause: () => Promise<void> = async () => {},
): Ingest {
  const waiting: Taking[] = [];
  let turn: Promise<void> = Promise.resolve();
  /** Articles were stored that have no story yet. */
  let behind = false;

  async function placeAll(): Promise<void> {
    for (;;) {
      const unplaced = await store.unassigned(BATCH);
      if (unplaced.length === 0) return;
      const placements = await grouping.place(unplaced);
      grouping.stored(await store.assign(placements));
      await pause();
    }
  }

  /** Takings off the queue, as many as fit beside the first. */
  function next(): Taking[] {
    const takings = waiting.splice(0, 1);
    let total = takings[0]?.drafts.length ?? 0;
    for (let more = waiting[0]; more && total + more.drafts.length <= SHARED; more = waiting[0]) {
      total += more.drafts.length;
      takings.push(more);
      waiting.shift();
    }
    return takings;
  }

  /** Stores what waits and finds its stories. */
  async function takeWaiting(): Promise<void> {
    const stored: { taking: Taking; outcomes: PutOutcome[] }[] = [];
    let taken: Taking[] = [];
    try {
      for (let total = 0; total < TOGETHER && waiting.length > 0; ) {
        taken = next();
        const drafts = taken.flatMap((taking) => taking.drafts);
        const outcomes = (await store.putArticles(drafts, now())).map(({ outcome }) => outcome);
        behind ||= outcomes.includes('imported');
        for (const taking of taken) {
          stored.push({ taking, outcomes: outcomes.splice(0, taking.drafts.length) });
        }
        taken = [];
        total += drafts.length;
        await pause();
      }
      if (behind) await placeAll();
      behind = false;
      for (const { taking, outcomes } of stored) taking.resolve(outcomes);
    } catch (error) {
      for (const taking of [...taken, ...stored.map((one) => one.taking)]) taking.reject(error);
    }
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  return {
    resume: () => inTurn(placeAll),
    take(drafts) {
      const { promise, resolve, reject } = Promise.withResolvers<PutOutcome[]>();
      waiting.push({ drafts, resolve, reject });
      void inTurn(takeWaiting);
      return promise;
    },
  };
}
