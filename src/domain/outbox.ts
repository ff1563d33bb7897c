import type { Place } from './chat.ts';
import type { Content } from './message.ts';

/**
 * `sending` is stored before the socket is touched. A row found in it after a stop is `uncertain`: it may have
 * arrived. The states after that are final.
 */
export type DeliveryState = 'pending' | 'sending' | 'uncertain' | 'sent' | 'failed' | 'expired' | 'cancelled';

export type DeliveryKind = 'edition' | 'alert' | 'notice' | 'broadcast';

/** A message to be sent to one place. */
export interface NewDelivery extends Place {
  /** What makes it the same delivery: a second one under this key is not stored. */
  key: string;
  kind: DeliveryKind;
  silent: boolean;
  /** Not before this time, in ms; absent: at once. */
  notBefore?: number;
  /** Of no use after this time, in ms. */
  expiresAt: number;
}

/** One text and the places it goes to. */
export interface Mailing {
  content: Content;
  deliveries: readonly NewDelivery[];
}
