import type { DueSubscription } from '../domain/subscription-store.ts';
import type { Driver } from './driver.ts';
import { list } from './driver.ts';

/** States in which a message has not arrived and never will. */
const LOST = "('failed', 'expired', 'cancelled')";

/**
 * Due subscriptions as their readers know them: where no message of the last edition arrived (the chat was shut, the
 * network down for too long), it told nothing, and its window and what it was to tell belong to the next one. One step back
 * is enough: an edition made after a lost one was made with this in mind.
 */
export async function asHeard(
  driver: Driver,
  due: readonly DueSubscription[],
): Promise<readonly DueSubscription[]> {
  const ids = due.filter(({ lastEdition }) => lastEdition !== undefined).map(({ id }) => id);
  if (ids.length === 0) return due;
  const rows = await driver.query<{ id: number; previous_id: number | null; window_from: number }>(
    `select subscriptions.id, editions.previous_id, editions.window_from
       from subscriptions join editions on editions.id = subscriptions.last_edition
      where subscriptions.id in (${list(ids.length)})
        and exists (${deliveriesOf(`state in ${LOST}`)}) and not exists (${deliveriesOf(`state not in ${LOST}`)})`,
    ids,
  );
  const lost = new Map(rows.map((row) => [row.id, row]));
  return due.map((subscription) => {
    const row = lost.get(subscription.id);
    if (!row) return subscription;
    const { lastEdition: _, ...rest } = subscription;
    return {
      ...rest,
      coveredUntil: row.window_from,
      ...(row.previous_id === null ? {} : { lastEdition: row.previous_id }),
    };
  });
}

/** Messages of a subscription's last edition that are in some state. */
function deliveriesOf(condition: string): string {
  return `select 1 from deliveries join messages on messages.id = deliveries.message_id
           where deliveries.subscription_id = subscriptions.id
             and messages.edition_id = subscriptions.last_edition and ${condition}`;
}
