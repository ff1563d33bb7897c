import type { ChatKind, Place, Standing } from './chat.ts';

/** Whether messages may go to a chat; part of `OutboxStore`. Times in ms. */
export interface StandingStore {
  standing(chatId: number): Promise<Standing>;
  /**
   * Notes whether a chat may be written to; `kind` for one that is not known yet. What waits for a chat that is gone is
   * cancelled; what waits for a paused one goes on waiting.
   */
  setStanding(chatId: number, kind: ChatKind, standing: Standing, now: number): Promise<void>;
  /** A group has become a supergroup: all that is kept of it goes on under the new id. Repeating it changes nothing. */
  migrateChat(from: number, to: number, now: number): Promise<void>;
  /** Subscriptions of a topic rest or go on; those paused for another reason stay so. How many changed. */
  pauseTopic(place: Place, reason: string, now: number): Promise<number>;
  resumeTopic(place: Place): Promise<number>;
}
