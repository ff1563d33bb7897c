import type { Place, Preferences } from './chat.ts';
import type { SendOutcome } from './messenger.ts';
import type { DeliveryKind } from './outbox.ts';
import type { Refusal } from './refusal.ts';
import { refusalOf } from './refusal.ts';

/**
 * How a text is sent: as it is, as plain messages where a server knows no rich ones, in shorter messages, or without
 * formatting; each is tried once, in this order of need.
 */
export type Form = 'full' | 'plainer' | 'short' | 'plain';

/** An open delivery whose turn has come. */
export interface DueDelivery extends Place {
  id: number;
  kind: DeliveryKind;
  messageId: number;
  silent: boolean;
  /** Sends begun so far. */
  attempts: number;
  /** Sends that failed by a fault of its own. */
  strikes: number;
  /** Sends whose answer never came. */
  doubts: number;
  form: Form;
  /** Messages of this text that have arrived: a long text takes several. */
  piece: number;
  expiresAt: number;
  /** Its chat had failed before: when this arrives, the chat is well again. */
  ailing: boolean;
}

/** What becomes of a delivery. `reason` is a word of the ledger; times in ms. */
export type RowEnd =
  | { state: 'sent'; telegramId: number }
  | { state: 'failed' | 'expired' | 'cancelled'; reason: string }
  | Again;

/** It goes on waiting; what is named changes. */
export interface Again {
  state: 'pending' | 'uncertain';
  notBefore: number;
  reason?: string;
  strikes?: number;
  doubts?: number;
  form?: Form;
  piece?: number;
}

/** What an outcome says about the chat beyond this one delivery. */
export type ChatEffect =
  | { kind: 'gone'; reason: string }
  | { kind: 'paused'; reason: string }
  /** Not found: gone for good only when it stays so for a day. */
  | { kind: 'strike' }
  | { kind: 'moved'; to: number }
  | { kind: 'topic-paused'; reason: string }
  | { kind: 'well' };

/** What an outcome says about sending as a whole. `flooded` until a time, in ms; `down`: the server cannot be reached. */
export type HouseEffect =
  | { kind: 'fine' }
  | { kind: 'flooded'; until: number }
  | { kind: 'down' }
  | { kind: 'unpaid' }
  | { kind: 'stop'; reason: string };

export interface Reaction {
  row: RowEnd;
  chat?: ChatEffect;
  house: HouseEffect;
}

export interface ReactionContext {
  now: number;
  /** In [0, 1). */
  chance: number;
  whenUncertain: NonNullable<Preferences['whenUncertain']>;
  /** Whether this was the last message that the text takes. */
  last: boolean;
  /** Whether it was a rich message: what a server has against it says nothing of the plain ones. */
  rich: boolean;
  /** Whether it was a picture of ours: the text behind it says the same, and never waits for long because of it. */
  drawn: boolean;
}

const SECOND = 1000;
/** First and longest wait after a fault that passes; it doubles with each, and chance takes any part of it. */
const BACK_OFF = { first: SECOND, longest: 300 * SECOND } as const;
/** A text that may have arrived is sent once more after so long: a late answer of the server has shown by then. */
const DOUBT = 30 * SECOND;
/** Between two looks for a chat that is not found: three of them span a day. */
export const STRIKE_EVERY = 12 * 3_600_000;
export const MOST_STRIKES = 3;
/** A flood answer without a time. */
const USUAL_FLOOD = 5;
/** A pause that a chat asks for gets this much more, in ms, drawn by chance: clocks differ. */
const FLOOD_MARGIN = { least: 100, most: 1000 } as const;

/** Refusals of a rich message after which the plain ones are tried; a method that is not there is one of them. */
const AGAINST_RICH: ReadonlySet<Refusal> = new Set(['unauthorized', 'entities', 'too-long', 'poison']);

/** Refusals after which a picture is given up; whether the chat itself may be written to shows with the text behind it. */
const AGAINST_PICTURES: ReadonlySet<Refusal> = new Set(['rights', 'entities', 'too-long', 'poison']);
/** Faults of the server that a picture is tried against. */
const MOST_PICTURE_TRIES = 3;

/** The wait before the next try after so many failures, in ms, with full jitter. */
export function backOff(failures: number, chance: number, longest: number = BACK_OFF.longest): number {
  const most = Math.min(BACK_OFF.first * 2 ** Math.max(0, failures - 1), longest);
  return Math.round(most * chance);
}

/** What to do about the outcome of a send: one value for the delivery, its chat, and the house. */
export function react(outcome: SendOutcome, row: DueDelivery, context: ReactionContext): Reaction {
  switch (outcome.kind) {
    case 'sent':
      return arrived(outcome, row, context);
    case 'unreached':
      return { ...retried(row, context, outcome.reason), house: { kind: 'down' } };
    case 'lost':
      return { row: doubted(row, context), house: { kind: 'down' } };
    case 'refused':
      return refused(refusalOf(outcome), outcome, row, context);
  }
}

function arrived(
  { messageId, threadId }: Extract<SendOutcome, { kind: 'sent' }>,
  row: DueDelivery,
  { now, last }: ReactionContext,
): Reaction {
  const end: RowEnd = last
    ? { state: 'sent', telegramId: messageId }
    : { state: 'pending', notBefore: now, piece: row.piece + 1 };
  // Telegram may put a message for a deleted topic into the chat itself without a word.
  const strayed = row.threadId !== undefined && threadId !== row.threadId;
  if (strayed)
    return { row: end, chat: { kind: 'topic-paused', reason: 'topic-gone' }, house: { kind: 'fine' } };
  return { row: end, ...(row.ailing ? { chat: { kind: 'well' } } : {}), house: { kind: 'fine' } };
}

function refused(
  refusal: Refusal,
  outcome: Extract<SendOutcome, { kind: 'refused' }>,
  row: DueDelivery,
  context: ReactionContext,
): Reaction {
  const { now, chance } = context;
  const house: HouseEffect = { kind: 'fine' };
  const failed: RowEnd = { state: 'failed', reason: refusal };
  const again = (change: Partial<Again> = {}): RowEnd => ({
    state: 'pending',
    notBefore: now,
    ...change,
  });
  if (context.rich && AGAINST_RICH.has(refusal)) {
    return { row: again({ form: 'plainer', reason: 'no-rich' }), house };
  }
  if (context.drawn && isPictureOver(refusal, outcome.code, row)) {
    return { row: { state: 'cancelled', reason: 'no-picture' }, house };
  }
  switch (refusal) {
    case 'flood': {
      const margin = FLOOD_MARGIN.least + (FLOOD_MARGIN.most - FLOOD_MARGIN.least) * chance;
      const until = Math.ceil(now + (outcome.retryAfter ?? USUAL_FLOOD) * SECOND + margin);
      return { row: waiting(row, until, 'flood'), house: { kind: 'flooded', until } };
    }
    case 'blocked':
    case 'deactivated':
    case 'kicked':
    case 'deleted':
      return { row: failed, chat: { kind: 'gone', reason: refusal }, house };
    case 'moved':
      // Without the new id the chat is looked for again like one that is not found.
      return outcome.migrateTo === undefined
        ? { row: waiting(row, now + STRIKE_EVERY, refusal), chat: { kind: 'strike' }, house }
        : { row: again(), chat: { kind: 'moved', to: outcome.migrateTo }, house };
    case 'unknown-chat':
      return { row: waiting(row, now + STRIKE_EVERY, refusal), chat: { kind: 'strike' }, house };
    case 'rights':
      return { row: again({ reason: refusal }), chat: { kind: 'paused', reason: refusal }, house };
    case 'topic-closed':
    case 'topic-gone':
      return { row: failed, chat: { kind: 'topic-paused', reason: refusal }, house };
    case 'entities':
      return row.form === 'plain'
        ? { ...struck(row, context, outcome), house }
        : { row: again({ form: 'plain', reason: refusal }), house };
    case 'too-long':
      // Pieces that have arrived were cut by the former length: the rest cannot be told apart from them.
      return (row.form === 'full' || row.form === 'plainer') && row.piece === 0
        ? { row: again({ form: 'short', reason: refusal }), house }
        : { ...struck(row, context, outcome), house };
    case 'unchanged':
      return { row: { state: 'sent', telegramId: 0 }, house };
    case 'unauthorized':
      return {
        row: again(),
        house: {
          kind: 'stop',
          reason: `Telegram refuses to send (${outcome.code} ${outcome.description})`,
        },
      };
    case 'unpaid':
      return { row: again(), house: { kind: 'unpaid' } };
    case 'server':
      return { ...retried(row, context, `server ${outcome.code}`), house: { kind: 'down' } };
    case 'poison':
      return { ...struck(row, context, outcome), house };
  }
}

function isPictureOver(refusal: Refusal, code: number, { attempts }: DueDelivery): boolean {
  if (refusal === 'server') return attempts >= MOST_PICTURE_TRIES;
  // A server without this method: with a token that is refused all stops.
  return AGAINST_PICTURES.has(refusal) || (refusal === 'unauthorized' && code === 404);
}

/** A fault that passes: as often as it takes, until the text is of no use any more. */
function retried(row: DueDelivery, { now, chance }: ReactionContext, reason: string): { row: RowEnd } {
  return { row: waiting(row, now + backOff(row.attempts, chance), reason) };
}

/** A fault that will hardly pass: three tries, then it lies in the ledger with the whole answer. */
function struck(
  row: DueDelivery,
  { now, chance }: ReactionContext,
  { code, description }: { code: number; description: string },
): { row: RowEnd } {
  const strikes = row.strikes + 1;
  const reason = `${code} ${description}`;
  if (strikes >= MOST_STRIKES) return { row: { state: 'failed', reason } };
  return { row: waiting(row, now + backOff(strikes + 1, chance), reason, { strikes }) };
}

function doubted(row: DueDelivery, { now, whenUncertain }: ReactionContext): RowEnd {
  if (whenUncertain === 'drop' || row.doubts > 0) return { state: 'failed', reason: 'answer-lost' };
  return { state: 'uncertain', notBefore: now + DOUBT, doubts: row.doubts + 1, reason: 'answer-lost' };
}

function waiting(row: DueDelivery, notBefore: number, reason: string, change: Partial<Again> = {}): RowEnd {
  if (notBefore >= row.expiresAt) return { state: 'expired', reason };
  return { state: 'pending', notBefore, reason, ...change };
}
