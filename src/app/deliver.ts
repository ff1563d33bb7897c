import type { DueDelivery } from '../domain/delivery.ts';
import type { Budget, Messenger } from '../domain/messenger.ts';
import type { Clock, Log, Store } from '../domain/ports.ts';
import { createChatPace } from './chat-pace.ts';
import { createHousePace } from './house-pace.ts';
import { createLease, RENEWED_AFTER } from './lease.ts';
import type { Notices } from './notices.ts';
import type { Idle } from './polling.ts';
import { createSendOne } from './send-one.ts';
import { createSendRecord } from './send-record.ts';

/** Other processes fill the outbox too: it is looked into this often, in ms like all times here. */
const LONGEST_IDLE = 1500;
const AFTER_TROUBLE = { first: 1000, longest: 30_000 } as const;
/** Sends that are due are begun together where they come faster than this. */
const SHORTEST_IDLE = 10;
/** What is in flight at the end may take so long; then its answer is given up. */
const LAST_ANSWERS = 7000;
const LAST_NOTES = 1000;

export interface DeliveryDoors {
  store: Store;
  messenger: Messenger;
  now: Clock;
  /** A number in [0, 1) each time. */
  chance(): number;
  pause(): Promise<void>;
  log: Log;
  /** By this name other processes know who sends. */
  holder: string;
  /** Messages a second. */
  rate: number;
  /** Whether Stars may be spent on a rate above the free one. */
  paid: boolean;
  /** Messages under way at once: as many may come twice after a kill. */
  atOnce: number;
  /** Told when sending can go on no longer; the reason is fit for a log. */
  onFatal(reason: string): void;
  /** Tells those whom it concerns that a chat or topic cannot be written to; how many were told. */
  notices: Notices;
}

/** Sends what is in the outbox. */
export interface Delivery {
  run(idle: Idle, signal: AbortSignal): Promise<void>;
  /** Looks into the outbox now. */
  wake(): void;
  /** For calls made elsewhere with the same token. */
  budget: Budget;
}

export function createDelivery(doors: DeliveryDoors): Delivery {
  const { store, now, log, holder } = doors;
  const chats = createChatPace();
  const pace = createHousePace(doors, chats);
  const inFlight = new Map<number, Promise<void>>();
  /** Due, but their chats are not free before this. */
  const later = new Map<number, number>();
  const lease = createLease({ store, now, name: 'sender', holder });
  const givenUp = new AbortController();
  let queue: DueDelivery[] = [];
  let lookAt = 0;
  /** Counts the calls of `wake`: what was queued during a look is not in what it found. */
  let wakes = 0;
  let standsBy = false;
  let recovered = false;
  let trouble = 0;
  let restUntil = 0;
  let tally = { sent: 0, failed: 0 };
  let wakeUp = (): void => {};

  const record = createSendRecord({
    store,
    now,
    holder,
    pause: doors.pause,
    onTrouble: (error) => rest('the store does not take its record', error),
    onWell() {
      if (trouble > 0) log.info('the store is well again: sending goes on');
      trouble = 0;
    },
  });

  /** The store fails us: nothing is sent, and it is asked again after a while. */
  function rest(what: string, error: unknown): void {
    const { first, longest } = AFTER_TROUBLE;
    restUntil = now() + Math.min(first * 2 ** Math.min(trouble, 10), longest);
    trouble++;
    log.error(`nothing can be sent: ${what}`, { reason: String(error), wait: restUntil - now() });
  }

  const sendOne = createSendOne({ ...doors, record, pace, chats, givenUp: givenUp.signal });

  /** Whether sending is ours to do; what a former sender left under way is taken over with it. */
  async function ours(): Promise<boolean> {
    const held = await lease.hold();
    if (held === 'held' && recovered) return true;
    recovered = false;
    queue = [];
    if (held === false) {
      if (!standsBy) log.info('another process works on this store: this one stands by', { work: 'sender' });
      standsBy = true;
      return false;
    }
    standsBy = false;
    await pace.resume();
    const found = await store.recoverSends({ now: now(), except: [...inFlight.keys()] });
    recovered = true;
    if (found.resent + found.dropped > 0) log.warn('messages were under way when sending stopped', found);
    return true;
  }

  async function refill(): Promise<void> {
    const at = now();
    const before = wakes;
    for (const [id, until] of later) if (until <= at) later.delete(id);
    const limit = Math.max(20, Math.ceil(pace.limit() / 5));
    const except = [...inFlight.keys(), ...queue.map(({ id }) => id), ...later.keys()];
    const found = await store.dueDeliveries({ now: at, limit, except });
    for (const row of found) {
      const freeAt = chats.freeAt(row.chatId);
      if (freeAt > at) later.set(row.id, freeAt);
      else queue.push(row);
    }
    if (found.length >= limit) return;
    const due = await store.nextDeliveryDue(at);
    if (wakes !== before) return;
    lookAt = Math.min(at + LONGEST_IDLE, due !== undefined && due > at ? due : Infinity, ...later.values());
  }

  /** Begins what may begin now; how long to wait before more may. */
  async function step(signal: AbortSignal): Promise<number> {
    if (pace.stopped()) return RENEWED_AFTER;
    if (restUntil > now()) return restUntil - now();
    if (!(await ours())) return RENEWED_AFTER;
    if (record.stuck() && !(await record.retry())) return restUntil - now();
    if (pace.paused() > 0) return Math.min(pace.paused(), RENEWED_AFTER);
    const most = pace.down() ? 1 : doors.atOnce;
    if (queue.length < most && now() >= lookAt) await refill();
    while (inFlight.size < most && !signal.aborted) {
      const wait = pace.wait();
      if (wait > 0) return Math.min(Math.max(wait, SHORTEST_IDLE), RENEWED_AFTER);
      const row = queue.shift();
      if (!row) break;
      pace.begin();
      inFlight.set(
        row.id,
        sendOne(row)
          .then(({ end, lookAt: next }) => {
            if (end === 'sent') tally.sent++;
            else if (end === 'failed') tally.failed++;
            lookAt = Math.min(lookAt, next);
          })
          .catch((error: unknown) =>
            log.error('message not sent', { delivery: row.id, reason: String(error) }),
          )
          .then(() => {
            inFlight.delete(row.id);
            wakeUp();
          }),
      );
    }
    if (inFlight.size === 0 && queue.length === 0) tellTally();
    if (inFlight.size >= most) return RENEWED_AFTER;
    return queue.length > 0
      ? SHORTEST_IDLE
      : Math.max(SHORTEST_IDLE, Math.min(lookAt - now(), RENEWED_AFTER));
  }

  function tellTally(): void {
    if (tally.sent + tally.failed > 0) log.info('messages sent', tally);
    tally = { sent: 0, failed: 0 };
  }

  return {
    async run(idle, signal) {
      signal.addEventListener('abort', () => wakeUp());
      while (!signal.aborted) {
        const woken = Promise.withResolvers<void>();
        const nap = new AbortController();
        wakeUp = woken.resolve;
        let ms: number;
        try {
          ms = await step(signal);
        } catch (error) {
          rest('the outbox cannot be read', error);
          ms = restUntil - now();
        }
        if (signal.aborted) break;
        await Promise.race([woken.promise, idle(ms, nap.signal)]);
        // A reason of our own: the usual one is an error with a stack, many times a second.
        nap.abort('woken');
      }
      const over = new AbortController();
      const answered = Promise.all(inFlight.values());
      await Promise.race([answered, idle(LAST_ANSWERS, over.signal)]);
      // What was given up is noted as uncertain, if the store still takes notes.
      givenUp.abort();
      await Promise.race([answered, idle(LAST_NOTES, over.signal)]);
      over.abort();
      tellTally();
      await lease.release().catch(() => {});
    },
    wake() {
      wakes++;
      lookAt = 0;
      wakeUp();
    },
    budget: pace.budget,
  };
}
