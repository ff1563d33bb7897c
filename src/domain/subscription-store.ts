/** What the house asks of the store for digests; part of `Store` in ports.ts. */
import type { Chat, Place } from './chat.ts';
import type { Edition, NewEdition, SlotVerdict, ToldStory } from './edition.ts';
import type { LocalSlot, Slot } from './local-slot.ts';
import type { Content } from './message.ts';
import type { DeliveryState } from './outbox.ts';
import type { NewSubscription, Subscription } from './subscription.ts';

/** A subscription whose slot has come, ours until `lease` (which also proves that it is). */
export interface DueSubscription extends Subscription {
  next: Slot;
  chat: Chat;
  lease: number;
}

/** A chat or topic that a slot has come for, and where its subscription goes on. */
export interface Recipient extends Place {
  subscriptionId: number;
  lease: number;
  /** The slot that is done with this. */
  slot: Slot;
  verdict: SlotVerdict;
  next: Slot;
  silent: boolean;
}

/** Editions, slots and deliveries that are stored together or not at all. Times in ms. */
export interface Publication {
  /** New, or the id of one stored a moment before; absent where slots pass without an edition. */
  edition?: NewEdition | { id: number };
  /** Its parts in order, each a message; with `edition` only, and needed once. */
  parts?: readonly Content[];
  /** After this time a part that is not sent is of no use. */
  expiresAt: number;
  recipients: readonly Recipient[];
  now: number;
}

/** What became of a slot of a subscription. */
export interface PassedSlot extends LocalSlot {
  verdict: SlotVerdict;
  editionId?: number;
  at: number;
}

/** Messages of one state, with the reason where that state has one. */
export interface DeliveryTally {
  state: DeliveryState;
  reason?: string;
  count: number;
}

/**
 * A chat's choices and what becomes of its subscriptions, as one decision. `added` and `changed` together hold no two of
 * one place with the same topics, `MOST_SUBSCRIPTIONS` for the chat at most: whoever decides sees to it.
 */
export interface Arrangement {
  chat: Chat;
  added?: NewSubscription;
  changed?: readonly Subscription[];
  removed?: readonly number[];
}

/** A story that a subscription's edition told at its place, and when. */
export interface ToldBeside extends Place {
  subscriptionId: number;
  storyId: number;
  at: number;
}

export interface SubscriptionStore {
  /**
   * Stores all of an arrangement, and that the chat is in order. False, and nothing stored, when the chat's subscriptions
   * are no longer those that were `known` to whoever decided: read again and decide anew.
   */
  arrange(arrangement: Arrangement, known: readonly Subscription[]): Promise<boolean>;
  addSubscription(subscription: NewSubscription): Promise<Subscription>;
  /** Stores what was changed of hours, topics, size and state; what editions have done to it meanwhile stays. */
  changeSubscription(subscription: Subscription): Promise<void>;
  /** Plans a coming slot anew; false when the subscription has another one by now. */
  moveSlot(id: number, from: Slot, to: Slot): Promise<boolean>;
  removeSubscription(id: number): Promise<void>;
  subscription(id: number): Promise<Subscription | undefined>;
  /** Those of a chat with all its topics, oldest first. */
  subscriptionsOf(chatId: number): Promise<Subscription[]>;
  /** Takes up to `limit` due subscriptions for `holder` until `until`, longest due first; a claim that ran out can be taken again. */
  claimSubscriptions(claim: {
    now: number;
    until: number;
    holder: string;
    limit: number;
  }): Promise<DueSubscription[]>;
  /** Gives back the claims of holders that work no more. */
  releaseSubscriptions(isGone: (holder: string) => boolean): Promise<void>;
  /** Active subscriptions whose next slot lies in between, claimed or not, with their chats. */
  upcomingSubscriptions(from: number, to: number, limit: number): Promise<Omit<DueSubscription, 'lease'>[]>;
  /** Active subscriptions by id after this one, for planning them anew. */
  activeSubscriptions(afterId: number, limit: number): Promise<Subscription[]>;
  /** When the next slot comes, claims not considered. */
  nextSlotDue(): Promise<number | undefined>;
  /** Stores editions with their deliveries and moves the schedules on; recipients whose claim or slot has passed are left out. */
  publish(publication: Publication): Promise<{ editionId?: number; published: number }>;
  edition(id: number): Promise<Edition | undefined>;
  /** What an edition and those before it told, newest tellings first, at most `depth` editions back; a story may come more than once. */
  toldBy(editionId: number, depth: number): Promise<ToldStory[]>;
  /**
   * Stories with an article that came in between two times though its place in time is between two earlier ones, newest
   * first; ranges without their beginning.
   */
  lateStories(query: {
    placed: { from: number; to: number };
    seen: { from: number; to: number };
    limit: number;
  }): Promise<number[]>;
  /** The last slots of a subscription, newest first. */
  passedSlots(subscriptionId: number, limit: number): Promise<PassedSlot[]>;
  /** What became of an edition's messages for one subscription. */
  editionLedger(subscriptionId: number, editionId: number): Promise<DeliveryTally[]>;
  /** The slots of a chat or topic whose edition told a story, newest first. */
  slotsTelling(place: Place, storyId: number): Promise<(PassedSlot & { developed: boolean })[]>;
  /** What the digests of places that have several told since then: each is not to tell what another of its place did. */
  toldBeside(since: number, chatIds: readonly number[]): Promise<ToldBeside[]>;
  /** Deletes editions older than this that no subscription builds on, with their texts, closed deliveries and slots, and hits of follows; how many rows went. */
  expireEditions(before: number, limit: number): Promise<number>;
}
