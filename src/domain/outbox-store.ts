/** What the house asks of the store for sending; part of `Store` in ports.ts. */
import type { Mailing } from './outbox.ts';

export interface OutboxStore {
  /** Stores texts with the places they go to, all or none; how many deliveries are new. */
  enqueue(mailings: readonly Mailing[], now: number): Promise<number>;
}
