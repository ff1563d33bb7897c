import type { ClaimedUpdate, IncomingUpdate } from '../domain/inbox-store.ts';
import type { Clock, Log, Store } from '../domain/ports.ts';
import { gathered } from './gathering.ts';
import type { Idle } from './polling.ts';

/** Updates that share one statement, and those that are in hand at once. */
const TOGETHER = 256;
export const IN_HAND = 500;
/** With so much in hand claims and notes wait for a moment, in ms, and are shared by more: what comes in must not wait for them. */
const BUSY = 32;
const MOMENT = 10;
/** In ms: how long a claim lasts without its holder, when it is renewed, and when it is given up for lost. */
const LASTS = 12_000;
const RENEWED_AFTER = 4000;
const LONGEST = 5 * 60_000;
/** How often it is looked for what others left, in ms. */
const LOOK_EVERY = 3000;
/** What has ended its handlers so often will end the next, too. */
const MOST_TRIES = 3;
/** Telegram repeats an update for a day at most; how long its id is known, how often old ones go and how many at once. */
const KNOWN_FOR = 25 * 3_600_000;
const SWEEP_EVERY = 10 * 60_000;
const SWEPT = 1000;
/** How long the store is left alone when it has failed, in ms: the first time, and at most. */
const AFTER_TROUBLE = { first: 1000, longest: 30_000 };
/** How long the end waits for what is in hand, in ms. */
const LAST_ANSWERS = 10_000;

export interface InboxDoors {
  store: Pick<Store, 'takeUpdates' | 'claimUpdates' | 'renewUpdates' | 'finishUpdates' | 'expireUpdates'>;
  /** Answers what an update says; faults of it are its own affair. */
  handle(body: string): Promise<void>;
  now: Clock;
  idle: Idle;
  holder: string;
  log: Log;
}

/** Updates that were fetched or brought: each is kept until it has been handled, by one process and in the order of its lane. */
export interface Inbox {
  /** Settles when the update is safe: `repeated` if it was known. Rejects when the store does not take it. */
  take(update: IncomingUpdate): Promise<'taken' | 'repeated'>;
  /** Handles what is kept until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

export function createInbox({ store, handle, now, idle, holder, log }: InboxDoors): Inbox {
  const inHand = new Map<number, { since: number; over: Promise<void> }>();
  let [renewAt, sweepAt] = [0, 0];
  let [wakes, trouble] = [0, 0];
  const givenUp = new AbortController();
  let wakeUp = (): void => {};

  const keep = gathered(async (updates: readonly IncomingUpdate[]) => {
    const fresh = await store.takeUpdates(updates, now());
    return updates.map(({ id }) => fresh.has(id));
  }, TOGETHER);
  const moment = async () => {
    if (inHand.size >= BUSY) await idle(MOMENT, givenUp.signal);
  };
  const finish = gathered(
    async (ids: readonly number[]) => {
      await store.finishUpdates({ ids, holder });
      return ids;
    },
    TOGETHER,
    moment,
  );

  function wake(): void {
    wakes++;
    wakeUp();
  }

  async function work({ id, body, tries }: ClaimedUpdate): Promise<void> {
    if (tries > MOST_TRIES) {
      log.error('update given up: whoever handled it did not come to an end', {
        update: id,
        tries: tries - 1,
      });
    } else {
      await handle(body).catch((error) =>
        log.error('update not handled', { update: id, reason: String(error) }),
      );
    }
    // Handled is handled: it is noted as soon as the store takes notes again, or somebody else may do it anew.
    for (let told = false; !givenUp.signal.aborted; told = true) {
      try {
        await finish(id);
        return;
      } catch (error) {
        if (!told) log.error('a handled update is not noted', { update: id, reason: String(error) });
        await idle(AFTER_TROUBLE.first, givenUp.signal);
      }
    }
  }

  async function upkeep(at: number): Promise<void> {
    if (at >= renewAt) {
      renewAt = at + RENEWED_AFTER;
      const ids = [...inHand].filter(([, { since }]) => at - since < LONGEST).map(([id]) => id);
      await store.renewUpdates({ ids, holder, until: at + LASTS });
    }
    if (at >= sweepAt) {
      sweepAt = at + SWEEP_EVERY;
      while ((await store.expireUpdates(at - KNOWN_FOR, SWEPT)) === SWEPT);
    }
  }

  /** Begins what may begin. */
  async function step(): Promise<void> {
    const at = now();
    await upkeep(at);
    const limit = IN_HAND - inHand.size;
    if (limit <= 0) return;
    const claimed = await store.claimUpdates({ now: at, until: at + LASTS, holder, limit });
    for (const update of claimed) {
      const over = work(update).then(() => {
        inHand.delete(update.id);
        wake();
      });
      inHand.set(update.id, { since: at, over });
    }
  }

  return {
    async take(update) {
      const fresh = await keep(update);
      if (fresh) wake();
      return fresh ? 'taken' : 'repeated';
    },
    async run(signal) {
      signal.addEventListener('abort', () => wakeUp());
      while (!signal.aborted) {
        const woken = Promise.withResolvers<void>();
        wakeUp = woken.resolve;
        const before = wakes;
        try {
          await step();
          trouble = 0;
        } catch (error) {
          const wait = Math.min(AFTER_TROUBLE.first * 2 ** trouble++, AFTER_TROUBLE.longest);
          log.error('the inbox cannot be read', { reason: String(error), wait });
          // What comes in meanwhile does not cut this rest short.
          await idle(wait, signal);
          continue;
        }
        // What came during the look may not be in what it found.
        if (wakes === before && !signal.aborted) {
          const nap = new AbortController();
          await Promise.race([woken.promise, idle(LOOK_EVERY, nap.signal)]);
          nap.abort('woken');
        }
        await moment();
      }
      const over = new AbortController();
      await Promise.race([
        Promise.all([...inHand.values()].map((each) => each.over)),
        idle(LAST_ANSWERS, over.signal),
      ]);
      over.abort('over');
      givenUp.abort('over');
    },
  };
}
