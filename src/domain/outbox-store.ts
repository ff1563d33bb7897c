/** What the house asks of the store for sending; part of `Store` in ports.ts. Times in ms. */
import type { ChatKind, Place } from './chat.ts';
import type { ChatEffect, DueDelivery, RowEnd } from './delivery.ts';
import type { Content, ShownStories } from './message.ts';
import type { DeliveryState, Mailing } from './outbox.ts';
import type { StandingStore } from './standing-store.ts';

/** A send that is over. */
export interface FinishedSend {
  id: number;
  /** Which of its sends; a later one has taken over when they differ. */
  attempt: number;
  chatId: number;
  threadId?: number;
  end: RowEnd;
  chat?: ChatEffect;
  /** The chat's other messages wait until then. */
  chatFreeAt: number;
}

/** How many deliveries are in each state, and since when the oldest that could be sent waits. */
export interface Ledger {
  states: Record<DeliveryState, number>;
  oldestDue?: number;
  /** Why deliveries failed, the most frequent first, five at most. */
  failures: { reason: string; count: number }[];
  /** Chats that cannot be written to. */
  paused: number;
  gone: number;
}

export interface OutboxStore extends StandingStore {
  /** Stores texts with the places they go to, all or none; how many deliveries are new. */
  enqueue(mailings: readonly Mailing[], now: number): Promise<number>;
  /**
   * Of each chat that may be written to the first open delivery, if its time has come, oldest first.
   * `except`: deliveries in hand. What is of no use any more is closed on the way.
   */
  dueDeliveries(query: { now: number; limit: number; except: readonly number[] }): Promise<DueDelivery[]>;
  /** When the next delivery may go that waits now. */
  nextDeliveryDue(now: number): Promise<number | undefined>;
  content(messageId: number): Promise<Content | undefined>;
  /**
   * Notes in one transaction that sends begin and what became of others. Ids of those that may begin: they are still
   * open, and `holder` still has the lease `sender`.
   */
  recordSends(record: {
    holder: string;
    now: number;
    starts: readonly number[];
    ends: readonly FinishedSend[];
  }): Promise<ReadonlySet<number>>;
  /** What was being sent when a sender stopped may have arrived: it is sent once more, or not, as its chat chose. */
  recoverSends(recovery: {
    now: number;
    except: readonly number[];
  }): Promise<{ resent: number; dropped: number }>;
  ledger(now: number): Promise<Ledger>;
  /** Private chats and groups that may be written to, and which of them want no sound. */
  audience(): Promise<{ id: number; kind: ChatKind; silent: boolean }[]>;
  /** How many deliveries whose keys begin so are in each state. */
  progress(prefix: string): Promise<Record<DeliveryState, number>>;
  /** Cancels what waits under keys that begin so; what is under way may arrive, but is not tried again. */
  cancelDeliveries(prefix: string, reason: string, now: number): Promise<void>;
  /** The stories of a message that was delivered under this number, if any. */
  storiesOf(chatId: number, telegramId: number): Promise<ShownStories | undefined>;
  /** The last list or card that was delivered to a place, a list with all its parts, and when it came. */
  lastDelivered(
    place: Place,
    as: ShownStories['as'],
  ): Promise<{ shows: ShownStories; at: number } | undefined>;
}
