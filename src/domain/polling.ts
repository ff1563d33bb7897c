import { z } from 'zod';

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Shortest and longest time between two checks of a source that answers, in milliseconds. */
const INTERVAL = { shortest: 5 * MINUTE, longest: DAY } as const;

/** Checks for each entry that is expected: four, so that an item waits a quarter of the mean gap at most. */
const CHECKS_PER_ENTRY = 4;

/** A source that has been quiet for a time is checked ten times in as much again. */
const CHECKS_PER_SILENCE = 10;

/** Longest and shortest delay after failures; it doubles with each. */
const BACK_OFF = { first: MINUTE, longest: DAY } as const;

/** A permanent redirect counts once it has led to the same URL for this long and this often. */
const HELD = { ms: 3 * DAY, fetches: 10 } as const;

/** Items remembered of a fetch, newest first: enough to recognise any feed that still shows one of them. */
const REMEMBERED = 200;

const time = z.number().int();

/** What is kept of a source between two checks; plain JSON. Times are milliseconds since the epoch. */
export const pollingState = z.object({
  /** Failures in a row. */
  errors: z.number().int().min(0).default(0),
  /** Why it is not checked any more. */
  muted: z.enum(['gone']).optional(),
  /** Entries a week, as the last fetch showed them. */
  weekly: z.number().min(0).optional(),
  /** The feed's own `ttl`, in milliseconds. */
  ttlMs: z.number().min(0).default(0),
  /** When the feed last brought an item that was not known. */
  changedAt: time.optional(),
  fetchedAt: time.optional(),
  /** Hashes of the last fetch's newest items, and the date of the newest. */
  seen: z.array(z.string()).default([]),
  newestAt: time.optional(),
  /** Where permanent redirects have led since then, in so many answers on end. */
  moving: z.object({ to: z.string(), since: time, fetches: z.number().int() }).optional(),
  /** When the feed was last found turned over: items may have come and gone between two checks. */
  turnedOverAt: time.optional(),
});

export type PollingState = z.infer<typeof pollingState>;

export const newSource: PollingState = pollingState.parse({});

export interface SeenItem {
  /** Its identity, as stable as the publisher allows. */
  key: string;
  publishedAt?: number;
}

/** What one check found, in the terms that matter for the next. */
export type CheckOutcome =
  | {
      kind: 'fetched';
      items: readonly SeenItem[];
      /** The feed's own `ttl`, in milliseconds. */
      ttlMs?: number;
      freshForMs?: number;
      retryAfterMs?: number;
      permanentUrl?: string;
    }
  | { kind: 'notModified'; freshForMs?: number; retryAfterMs?: number; permanentUrl?: string }
  | { kind: 'failed'; retryAfterMs?: number; gone?: boolean };

export interface NextCheck {
  /** Absent when the source is muted. */
  nextAt?: number;
  state: PollingState;
  /** The feed's new URL, to be used from now on without the old validators. */
  adopt?: string;
  /** No item of the fetch before is left in this one. */
  turnedOver: boolean;
}

/** Tells of items whether they were among the newest of the last fetch, by their keys. */
export function seenBefore(state: PollingState): (key: string) => boolean {
  const known = new Set(state.seen);
  return (key) => known.has(hash(key));
}

/**
 * When to look at a source again, and what to remember until then.
 *
 * A source that answers is checked by its rate of entries (as Miniflux does: a week by entries times a factor) and by
 * how long it has been silent, between 5 minutes and a day, and not before `everyMinutes`, `ttl`, `max-age` and
 * `Retry-After` allow; these count up to a day. One that fails is tried again after 1, 2, 4 … minutes, up to a day.
 * `jitter` in [0, 1) lengthens each wait by up to a tenth (half, after failures), so that sources drift apart.
 */
export function nextCheck(
  state: PollingState,
  outcome: CheckOutcome,
  options: { now: number; jitter: number; everyMinutes?: number },
): NextCheck {
  const { now, jitter } = options;
  const asked = Math.min(outcome.retryAfterMs ?? 0, DAY);
  if (outcome.kind === 'failed') {
    if (outcome.gone) return { state: { ...state, muted: 'gone' }, turnedOver: false };
    const delay = backOff(state.errors) * (1 + jitter / 2);
    const wait = Math.max(Math.min(delay, BACK_OFF.longest), asked);
    return {
      nextAt: now + Math.round(wait),
      state: { ...state, errors: state.errors + 1 },
      turnedOver: false,
    };
  }

  const { moving, adopt } = followMove(state.moving, outcome.permanentUrl, now);
  const { muted: _muted, moving: _moving, ...kept } = state;
  const answered: PollingState = { ...kept, errors: 0, ...(moving ? { moving } : {}) };
  const { state: known, turnedOver } =
    outcome.kind === 'fetched'
      ? takeItems(answered, outcome.items, now)
      : { state: answered, turnedOver: false };

  const ttlMs = outcome.kind === 'fetched' ? Math.min(outcome.ttlMs ?? 0, DAY) : state.ttlMs;
  const floor = Math.max((options.everyMinutes ?? 0) * MINUTE, ttlMs, outcome.freshForMs ?? 0, asked);
  const wait = Math.max(interval(known, now, turnedOver) * (1 + jitter / 10), floor);
  return {
    nextAt: now + Math.round(clamp(wait)),
    state: { ...known, ttlMs },
    turnedOver,
    ...(adopt ? { adopt } : {}),
  };
}

const clamp = (ms: number) => Math.min(Math.max(ms, INTERVAL.shortest), INTERVAL.longest);

/** The delay after one more failure, in milliseconds. The exponent stops where the cap is long reached. */
function backOff(errors: number): number {
  return Math.min(BACK_OFF.first * 2 ** Math.min(errors, 20), BACK_OFF.longest);
}

function interval(state: PollingState, now: number, turnedOver: boolean): number {
  const byRate = state.weekly ? WEEK / (state.weekly * CHECKS_PER_ENTRY) : INTERVAL.longest;
  const silent = state.changedAt === undefined ? 0 : (now - state.changedAt) / CHECKS_PER_SILENCE;
  const wait = clamp(Math.max(byRate, silent));
  return turnedOver ? clamp(wait / 2) : wait;
}

/** Counts answers that a permanent redirect led to; a different one, or none, starts again. */
function followMove(moving: PollingState['moving'], to: string | undefined, now: number) {
  if (to === undefined) return {};
  const held =
    moving?.to === to ? { ...moving, fetches: moving.fetches + 1 } : { to, since: now, fetches: 1 };
  return held.fetches >= HELD.fetches && now - held.since >= HELD.ms ? { adopt: to } : { moving: held };
}

function takeItems(state: PollingState, items: readonly SeenItem[], now: number) {
  // An empty feed is a publisher's mishap more often than news; what was known stays known.
  if (items.length === 0) return { state: { ...state, fetchedAt: now }, turnedOver: false };
  const before = new Set(state.seen);
  const hashed = newestFirst(items).map((item) => hash(item.key));
  // Of a longer feed no more than its head was remembered: what stands behind that is not new for being unknown.
  const newest = hashed.slice(0, REMEMBERED);
  const fresh = newest.filter((item) => !before.has(item)).length;
  const dates = items.flatMap((item) => item.publishedAt ?? []).filter((at) => at <= now);
  const newestAt = dates.length ? dates.reduce((a, b) => Math.max(a, b)) : undefined;
  const oldestAt = dates.length ? dates.reduce((a, b) => Math.min(a, b)) : undefined;

  // Keys that all changed while the dates did not: the publisher renumbered, and nothing was lost.
  const renumbered = oldestAt !== undefined && state.newestAt !== undefined && oldestAt <= state.newestAt;
  const turnedOver = before.size > 0 && !hashed.some((item) => before.has(item)) && !renumbered;
  const elapsed = state.fetchedAt === undefined ? undefined : now - state.fetchedAt;
  const weekly = weeklyByDates(dates, now) ?? weeklyByChange(state.weekly, fresh, elapsed);
  const changedAt = fresh > 0 ? (state.seen.length ? now : (newestAt ?? now)) : state.changedAt;
  const { newestAt: _newest, ...kept } = state;
  const next: PollingState = {
    ...kept,
    fetchedAt: now,
    seen: newest,
    ...(weekly === undefined ? {} : { weekly }),
    ...(changedAt === undefined ? {} : { changedAt }),
    ...(newestAt === undefined ? {} : { newestAt }),
    ...(turnedOver ? { turnedOverAt: now } : {}),
  };
  return { state: next, turnedOver };
}

/** Dated items first, newest at the head; the others in the order of the feed. */
function newestFirst(items: readonly SeenItem[]): SeenItem[] {
  return items.toSorted((a, b) => (b.publishedAt ?? -Infinity) - (a.publishedAt ?? -Infinity) || 0);
}

/** Entries a week by their dates: those of the last week, over the time that the feed reaches back. */
function weeklyByDates(dates: readonly number[], now: number): number | undefined {
  if (dates.length < 2) return undefined;
  const recent = dates.filter((at) => at > now - WEEK);
  if (recent.length < dates.length) return recent.length;
  const reach = Math.max(now - recent.reduce((a, b) => Math.min(a, b)), 60 * MINUTE);
  return (recent.length * WEEK) / reach;
}

/** Entries a week by what was new since the last fetch, each fetch weighing a quarter; unknown at the first. */
function weeklyByChange(
  weekly: number | undefined,
  fresh: number,
  elapsed: number | undefined,
): number | undefined {
  if (elapsed === undefined || elapsed <= 0) return weekly;
  const rate = (fresh * WEEK) / Math.max(elapsed, MINUTE);
  return weekly === undefined ? rate : weekly * 0.75 + rate * 0.25;
}

/** 52 bits of two FNV-1a hashes, in base 36: two of 200 keys fall together once in 10^11 feeds. */
function hash(key: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return ((a >>> 0) * 2 ** 20 + ((b >>> 12) % 2 ** 20)).toString(36);
}
