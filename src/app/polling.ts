import type { CheckOutcome } from '../domain/polling.ts';
import { nextCheck } from '../domain/polling.ts';
import type { ClaimedSource, Clock, FeedReader, FeedVisit, Log, Store } from '../domain/ports.ts';
import { createCheckWriter } from './check-writer.ts';
import type { createIntake } from './feed-intake.ts';

/** Sources worked on at once, and taken from the store at once; times in milliseconds. */
const AT_ONCE = 32;
const CLAIMED = 64;
/** A claim outlives the longest check by far: it is there for processes that die. */
const LEASE = 5 * 60_000;
const LONGEST_CHECK = 4 * 60_000;
/** Sources may be added behind our back (by an import, by another machine): the store is asked this often. */
const LONGEST_IDLE = 60_000;
const SHORTEST_IDLE = 1000;
const AFTER_TROUBLE = 30_000;
/** News waits no longer than this for its story while ever more sources are due … */
const LONGEST_UNSETTLED = 5000;
/** … or so many times as long as finding stories took last: what is told already is read again each time. */
const UNSETTLED_PER_SETTLING = 4;

export interface PollingDoors {
  store: Store;
  feeds: FeedReader;
  intake: ReturnType<typeof createIntake>;
  /** Finds stories for what the intake has stored; cheapest for many sources at once. */
  settle(signal?: AbortSignal): Promise<void>;
  now: Clock;
  /** A number in [0, 1) each time. */
  chance(): number;
  /** Lets everything else that waits for the main loop go first. */
  pause(): Promise<void>;
  /** Aborts after so many milliseconds. */
  timeout(ms: number): AbortSignal;
  log: Log;
  /** By this name other processes know whose the claims are. */
  holder: string;
  /** Shortest time between two checks of a source that names none of its own. */
  everyMinutes: number;
}

/** Waits some milliseconds, or less when the signal says so. */
export type Idle = (ms: number, signal: AbortSignal) => Promise<void>;

/** Asks sources for news as they fall due. */
export interface Polling {
  /** Checks everything that is due now. */
  tick(): Promise<void>;
  /** Checks what falls due until the signal aborts, then gives back what it had taken. */
  run(idle: Idle, signal: AbortSignal): Promise<void>;
  /** Makes `run` look for due sources now. */
  wake(): void;
}

export function createPolling(doors: PollingDoors): Polling {
  const { store, feeds, intake, now, log } = doors;
  const checks = createCheckWriter(store, log, doors.pause);
  const working = new Set<Promise<void>>();
  const ready: ClaimedSource[] = [];
  let round = { sources: 0, articles: 0, failed: 0, rejected: 0 };
  let wakeUp = (): void => {};
  /** Nothing more was due when the store was last asked. */
  let caughtUp = false;
  let unsettledSince: number | undefined;
  let settling: Promise<void> = Promise.resolve();
  /** How long finding stories took last, in milliseconds by a clock that may be set back; endless while it goes on. */
  let settlingTook = 0;

  async function check(source: ClaimedSource, stopping: AbortSignal | undefined): Promise<void> {
    const startedAt = now();
    const deadline = doors.timeout(LONGEST_CHECK);
    const signal = stopping ? AbortSignal.any([stopping, deadline]) : deadline;
    let visit: FeedVisit;
    try {
      visit = await feeds.visit({ url: source.url, ...source.validators, signal });
    } catch (error) {
      if (stopping?.aborted) return;
      if (!deadline.aborted) throw error;
      visit = { kind: 'failed', reason: 'timeout' };
    }
    const outcome = await outcomeOf(source, visit, stopping);
    const at = now();
    const everyMinutes = source.everyMinutes ?? doors.everyMinutes;
    const next = nextCheck(source.state, outcome, { now: at, jitter: doors.chance(), everyMinutes });
    checks.write({
      id: source.id,
      lease: source.lease,
      state: next.state,
      ...(next.nextAt === undefined ? {} : { nextAt: next.nextAt }),
      ...(next.adopt === undefined ? {} : { movedTo: next.adopt }),
      result:
        visit.kind === 'failed'
          ? {
              failure: {
                since: source.failure?.since ?? at,
                reason: visit.reason,
                ...(visit.status === undefined ? {} : { status: visit.status }),
              },
            }
          : {
              at,
              tookMs: Math.max(0, at - startedAt),
              validators: visit.validators,
              ...(visit.kind === 'fetched' ? { items: visit.feed.items.length } : {}),
            },
    });
    round.sources++;
    if (next.turnedOver) log.warn('source turned over: items may have been missed', { source: source.id });
    if (next.adopt !== undefined) log.info('source moved', { source: source.id });
    if (visit.kind === 'failed') {
      round.failed++;
      const { reason, status } = visit;
      log.warn('source failed', { source: source.id, reason, ...(status === undefined ? {} : { status }) });
    }
  }

  async function outcomeOf(
    source: ClaimedSource,
    visit: FeedVisit,
    signal?: AbortSignal,
  ): Promise<CheckOutcome> {
    if (visit.kind !== 'fetched') return visit;
    const { seen, imported, rejected } = await intake(source, visit.feed, signal);
    round.articles += imported;
    for (const [reason, items] of rejected) {
      round.rejected += items;
      log.warn('items rejected', { source: source.id, reason, items });
    }
    const { ttlMinutes } = visit.feed;
    const { freshForMs, retryAfterMs, permanentUrl } = visit;
    return {
      kind: 'fetched',
      items: seen,
      ...(ttlMinutes === undefined ? {} : { ttlMs: ttlMinutes * 60_000 }),
      ...(freshForMs === undefined ? {} : { freshForMs }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(permanentUrl === undefined ? {} : { permanentUrl }),
    };
  }

  /** Puts as many sources to work as have room; claims more when none is at hand. */
  async function fill(signal?: AbortSignal): Promise<void> {
    if (ready.length === 0 && working.size < AT_ONCE) {
      const at = now();
      const claim = { now: at, until: at + LEASE, holder: doors.holder, limit: CLAIMED };
      const claimed = await store.claimSources(claim);
      caughtUp = claimed.length === 0;
      ready.push(...claimed);
    }
    start(signal);
    settle(signal);
  }

  /** Finds stories once nothing more is due, or when news has waited long enough; the round ends with its last source. */
  function settle(signal?: AbortSignal): void {
    if (unsettledSince === undefined) return;
    const over = caughtUp && working.size === 0;
    const patience = Math.max(LONGEST_UNSETTLED, UNSETTLED_PER_SETTLING * settlingTook);
    if (!caughtUp && now() - unsettledSince < patience) return;
    unsettledSince = undefined;
    const told = over ? round : undefined;
    if (told) round = { sources: 0, articles: 0, failed: 0, rejected: 0 };
    const began = now();
    settlingTook = Infinity;
    const settled = checks
      .written()
      .then(() => doors.settle(signal))
      .catch((error: unknown) => {
        if (!signal?.aborted) log.error('stories not found', { reason: String(error) });
      })
      .finally(() => {
        settlingTook = now() - began;
      });
    settling = Promise.all([settling, settled]).then(() => {
      if (told && told.sources > 0) log.info('sources checked', told);
    });
  }

  function start(signal?: AbortSignal): void {
    while (working.size < AT_ONCE && !signal?.aborted) {
      const source = ready.shift();
      if (!source) return;
      const work = check(source, signal)
        .catch((error: unknown) => {
          // Its claim runs out by itself, and with it the wait before the next attempt.
          if (!signal?.aborted) log.error('source not checked', { source: source.id, reason: String(error) });
        })
        .then(() => {
          working.delete(work);
          unsettledSince ??= now();
          start(signal);
          if (ready.length === 0) wakeUp();
          settle(signal);
        });
      working.add(work);
    }
  }

  /** How long to wait for the next source that falls due. */
  async function wait(): Promise<number> {
    if (working.size >= AT_ONCE) return LONGEST_IDLE;
    const due = await store.nextSourceDue();
    return Math.min(Math.max((due ?? Infinity) - now(), SHORTEST_IDLE), LONGEST_IDLE);
  }

  return {
    async tick() {
      for (;;) {
        await fill();
        if (working.size === 0) return settling;
        await Promise.race(working);
      }
    },
    async run(idle, signal) {
      // What was stored before a stop may have no story yet.
      unsettledSince = now();
      while (!signal.aborted) {
        const woken = Promise.withResolvers<void>();
        wakeUp = woken.resolve;
        let ms = AFTER_TROUBLE;
        try {
          await fill(signal);
          ms = await wait();
        } catch (error) {
          log.error('sources not claimed', { reason: String(error) });
        }
        if (signal.aborted) break;
        const nap = new AbortController();
        await Promise.race([woken.promise, idle(ms, AbortSignal.any([signal, nap.signal]))]);
        nap.abort();
      }
      await Promise.all(working);
      await checks.written();
      await settling;
      await store.releaseSources((holder) => holder === doors.holder);
    },
    wake: () => wakeUp(),
  };
}
