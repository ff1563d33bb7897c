import type { DueDelivery } from '../domain/delivery.ts';
import type { Content } from '../domain/message.ts';
import { piecesOf } from '../domain/pieces.ts';
import type { Store } from '../domain/ports.ts';

/** Texts kept at hand: many chats get the same one after another. */
const KEPT = 50;

/** The messages that a delivery's text takes, the same values for every chat; none when the text is gone. */
export type DeliveryTexts = (row: DueDelivery) => Promise<readonly Content[]>;

export function createDeliveryTexts(store: Pick<Store, 'content'>): DeliveryTexts {
  const kept = new Map<string, Promise<readonly Content[]>>();
  async function read({ messageId, form }: DueDelivery): Promise<readonly Content[]> {
    const content = await store.content(messageId);
    return content ? piecesOf(content, form) : [];
  }
  return (row) => {
    const key = `${row.messageId} ${row.form}`;
    let pieces = kept.get(key);
    if (!pieces) {
      pieces = read(row);
      kept.set(key, pieces);
      // A failed reading is not kept.
      pieces.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    }
    return pieces;
  };
}
