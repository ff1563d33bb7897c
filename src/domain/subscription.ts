import type { Place } from './chat.ts';
import type { LocalSlot, Slot } from './local-slot.ts';
import type { Schedule } from './schedule.ts';

/** Sizes of an edition that are offered, in stories. */
export const EDITION_SIZES: readonly number[] = [5, 10, 15, 20];
export const USUAL_EDITION_SIZE = 10;
/** A first edition looks back this far, in ms. */
export const FIRST_WINDOW = 24 * 3_600_000;
/** Subscriptions of one chat or topic at most. */
export const MOST_SUBSCRIPTIONS = 10;

/** A digest that a chat, or one topic of it, gets at its own hours. */
export interface Subscription extends Place {
  id: number;
  schedule: Schedule;
  /** Topic ids; empty: all. */
  topics: readonly string[];
  /** Stories in an edition. */
  size: number;
  /** Who set it up: told once, in private, when it cannot go on. Absent where people act as a channel or group. */
  ownerId?: number;
  status: 'active' | 'paused';
  /** Why it is paused, a word of the ledger. */
  pausedFor?: string;
  createdAt: number;
  /** The last local slot that is done. */
  done?: LocalSlot;
  /** The edition it got last: what it told is not told again. */
  lastEdition?: number;
  /** Stories up to this time were covered, in ms. */
  coveredUntil: number;
  /** Its next slot; absent while it is paused. */
  next?: Slot;
}

export type NewSubscription = Omit<Subscription, 'id' | 'lastEdition' | 'done'>;
