import { placeOf } from '../domain/chat.ts';
import type { DueVerdict } from '../domain/due.ts';
import { dueVerdict, editionExpires } from '../domain/due.ts';
import type { Language } from '../domain/languages.ts';
import type { Clock, Log, Store } from '../domain/ports.ts';
import { profileOf } from '../domain/profile.ts';
import type { Subscription } from '../domain/subscription.ts';
import { FIRST_WINDOW } from '../domain/subscription.ts';
import type { DueSubscription, Recipient } from '../domain/subscription-store.ts';
import type { Summarizer } from '../domain/summarizer.ts';
import type { EditionOrder, Editions, MadeEdition, Windows } from './editions.ts';
import type { Heard } from './held-hits.ts';
import { readPast, settleHeld } from './held-hits.ts';

const MINUTE = 60_000;
/** How long a claim lasts, in ms; a process that dies in between costs no more than that. */
const LEASE = 2 * MINUTE;
/** Subscriptions claimed at once, and stored at once: small enough to leave the main loop free. */
const CLAIMED = 500;
const STORED = 50;
/** An edition after a long silence looks back a week at most. */
export const LONGEST_WINDOW = 7 * 24 * 60 * MINUTE;
/** Summaries are made this long before their edition. */
const AHEAD = 15 * MINUTE;
const MOST_AHEAD = 2000;

/** Gives every chat its edition at its hour. */
export interface Digests {
  /** Publishes what is due; a call during another joins it. How many subscriptions were served. */
  tick(): Promise<number>;
  /** Has summaries made for the editions of the next quarter of an hour. */
  prepareAhead(signal?: AbortSignal): Promise<void>;
}

export interface DigestSurroundings {
  store: Store;
  editions: Editions;
  summarizer: Pick<Summarizer, 'prepare'>;
  defaultLanguage: Language;
  now: Clock;
  pause(): Promise<void>;
  log: Log;
  /** Who claims: this process. */
  holder: string;
  /** Told when deliveries wait to be sent. */
  onQueued(): void;
}

/** What is common to the chats that get one text. */
interface Group {
  order: EditionOrder;
  whenEmpty: 'say' | 'silent';
}

/** A chat of a group; its own hours say for how long the edition is of use to it, in ms. */
interface Member extends Recipient {
  expiresAt: number;
}

/** Editions and windows of one minute: one text for all chats of a profile with the same past, read once. */
interface Minute {
  at: number;
  made: Map<string, MadeEdition & { id?: number }>;
  windows: Windows;
}

export function createDigests(surroundings: DigestSurroundings): Digests {
  const { store, editions, summarizer, defaultLanguage, now, pause, log, holder, onQueued } = surroundings;
  let running: Promise<number> | undefined;

  async function publishDue(): Promise<number> {
    const at = now();
    const minute: Minute = { at, made: new Map(), windows: new Map() };
    let served = 0;
    for (;;) {
      const due = await store.claimSubscriptions({ now: at, until: at + LEASE, holder, limit: CLAIMED });
      if (due.length === 0) return served;
      served += await publishClaimed(due, minute);
    }
  }

  async function publishClaimed(
    due: readonly DueSubscription[],
    { at, made, windows }: Minute,
  ): Promise<number> {
    const chatIds = [...new Set(due.map(({ chatId }) => chatId))];
    const past = await readPast(store, chatIds, at - LONGEST_WINDOW);
    const skipped: Recipient[] = [];
    const groups = new Map<string, { group: Group; members: Member[] }>();
    for (const subscription of due) {
      const verdict = dueVerdict(subscription.schedule, subscription.next, at);
      if (verdict.kind === 'early') continue;
      const recipient = {
        ...recipientOf(subscription, verdict),
        expiresAt: editionExpires(at, verdict.next),
      };
      if (verdict.kind === 'skip') {
        skipped.push({ ...recipient, verdict: 'skipped' });
        continue;
      }
      const group = groupOf(subscription, verdict, at, past.heard(subscription));
      const key = JSON.stringify(group);
      const known = groups.get(key);
      if (known) known.members.push(recipient);
      else groups.set(key, { group, members: [recipient] });
    }
    await storeAll(skipped, at);
    for (const [key, { group, members }] of groups) {
      try {
        const edition = made.get(key) ?? (await editions.make(group.order, windows));
        made.set(key, edition);
        if (edition.edition.stories.length === 0 && group.whenEmpty === 'silent') {
          const quiet = members.map((member) => ({ ...member, verdict: 'empty' as const }));
          await storeAll(quiet, at);
        } else {
          await publishEdition(edition, members, at);
        }
        await settleHeld(store, group.order, edition, members, past.hits);
      } catch (error) {
        // The claims run out and the slots come again, late or coalesced; other chats have nothing to do with it.
        log.error('edition failed', { chats: members.length, reason: String(error) });
      }
    }
    return due.length;
  }

  async function publishEdition(
    made: MadeEdition & { id?: number },
    members: readonly Member[],
    at: number,
  ): Promise<void> {
    for (const [expiresAt, alike] of Map.groupBy(members, (member) => member.expiresAt)) {
      for (let from = 0; from < alike.length; from += STORED) {
        const { editionId } = await store.publish({
          edition: made.id === undefined ? made.edition : { id: made.id },
          parts: made.parts,
          expiresAt,
          recipients: alike.slice(from, from + STORED),
          now: at,
        });
        if (editionId !== undefined) made.id = editionId;
        onQueued();
        await pause();
      }
    }
    log.info('edition published', {
      edition: made.id,
      chats: members.length,
      stories: made.edition.stories.length,
      parts: made.parts.length,
    });
  }

  /** Slots that pass without an edition. */
  async function storeAll(recipients: readonly Recipient[], at: number): Promise<void> {
    for (let from = 0; from < recipients.length; from += STORED) {
      await store.publish({ expiresAt: at, now: at, recipients: recipients.slice(from, from + STORED) });
      await pause();
    }
  }

  function groupOf(
    subscription: DueSubscription,
    verdict: Exclude<DueVerdict, { kind: 'early' }>,
    at: number,
    heard: Heard,
  ): Group {
    const late = verdict.kind === 'late';
    return {
      order: {
        ...orderOf(subscription, at, heard),
        ...(late ? { lateFor: verdict.slot.time } : {}),
      },
      whenEmpty: subscription.chat.preferences.whenEmpty ?? 'say',
    };
  }

  function orderOf(subscription: Omit<DueSubscription, 'lease'>, at: number, heard: Heard): EditionOrder {
    return {
      profile: profileOf(subscription.chat, subscription, defaultLanguage),
      from: windowStart(subscription, at),
      to: at,
      ...(subscription.lastEdition === undefined ? {} : { previous: subscription.lastEdition }),
      ...heard,
    };
  }

  return {
    tick() {
      running ??= publishDue().finally(() => {
        running = undefined;
      });
      return running;
    },
    async prepareAhead(signal) {
      const at = now();
      const coming = await store.upcomingSubscriptions(at, at + AHEAD, MOST_AHEAD);
      const orders = new Map<string, EditionOrder>();
      for (const subscription of coming) {
        if (!(subscription.chat.preferences.summaries ?? true)) continue;
        const order = orderOf(subscription, at, { held: [], alerted: [] });
        orders.set(JSON.stringify([order.profile, order.previous]), order);
      }
      const windows: Windows = new Map();
      for (const order of orders.values()) {
        if (signal?.aborted) return;
        await summarizer.prepare(await editions.ahead(order, windows), order.profile.language, signal);
      }
    },
  };
}

/** Where a subscription's next window begins: where the last one ended, within reason. */
export function windowStart(subscription: Subscription, at: number): number {
  if (subscription.lastEdition === undefined) return at - FIRST_WINDOW;
  return Math.max(subscription.coveredUntil, at - LONGEST_WINDOW);
}

function recipientOf(
  subscription: DueSubscription,
  { kind, slot, next }: Exclude<DueVerdict, { kind: 'early' }>,
): Recipient {
  return {
    ...placeOf(subscription),
    subscriptionId: subscription.id,
    lease: subscription.lease,
    slot,
    next,
    verdict: kind === 'late' ? 'late' : 'on-time',
    silent: subscription.chat.preferences.silent ?? false,
  };
}
