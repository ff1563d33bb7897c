import type { Content } from '../domain/message.ts';
import type { NewDelivery } from '../domain/outbox.ts';
import type { OutboxStore } from '../domain/outbox-store.ts';
import type { Driver, Session, Value } from './driver.ts';
import { list, markers } from './driver.ts';
import { ledgerMethods } from './ledger.ts';
import { placeColumns } from './places.ts';
import { sendMethods } from './sends.ts';
import { standingMethods } from './standings.ts';

/** The outbox: what is to be sent, to whom, and what became of it. */
export function outboxMethods(driver: Driver): OutboxStore {
  return {
    ...sendMethods(driver),
    ...ledgerMethods(driver),
    ...standingMethods(driver),

    enqueue: (mailings, now) =>
      driver.transaction(async (session) => {
        let added = 0;
        for (const { content, deliveries } of mailings) {
          const fresh = await unknownKeys(session, deliveries);
          if (fresh.length === 0) continue;
          const messageId = await addMessage(session, { content, part: 1, now });
          await addDeliveries(
            session,
            fresh.map((delivery) => ({ ...delivery, messageId })),
            now,
          );
          added += fresh.length;
        }
        return added;
      }),
  };
}

/** A text that deliveries will carry; its id. */
export async function addMessage(
  session: Session,
  { content, part, editionId, now }: { content: Content; part: number; editionId?: number; now: number },
): Promise<number> {
  const [row] = await session.query<{ id: number }>(
    'insert into messages (edition_id, part, content, created_at) values ($1, $2, $3, $4) returning id',
    [editionId ?? null, part, JSON.stringify(content), now],
  );
  if (!row) throw new Error('the engine returned no id for a new message');
  return row.id;
}

/** Rows stored at once: their markers stay far below what an engine takes in one statement. */
const AT_ONCE = 200;

/** Deliveries of stored texts, in the order in which each chat gets them; keys that are there already are passed over. */
export async function addDeliveries(
  session: Session,
  deliveries: readonly (NewDelivery & { messageId: number; subscriptionId?: number })[],
  now: number,
): Promise<void> {
  for (let from = 0; from < deliveries.length; from += AT_ONCE) {
    const rows = deliveries
      .slice(from, from + AT_ONCE)
      .map((delivery): Value[] => [
        delivery.key,
        delivery.kind,
        delivery.messageId,
        delivery.subscriptionId ?? null,
        ...placeColumns(delivery),
        delivery.silent ? 1 : 0,
        'pending',
        delivery.notBefore ?? now,
        delivery.expiresAt,
        now,
      ]);
    await session.query(
      `insert into deliveries (key, kind, message_id, subscription_id, chat_id, thread_id, silent, state,
         not_before, expires_at, created_at)
       values ${markers(rows.length, 11)} on conflict (key) do nothing`,
      rows.flat(),
    );
  }
}

async function unknownKeys(session: Session, deliveries: readonly NewDelivery[]): Promise<NewDelivery[]> {
  const known = new Set<string>();
  for (let from = 0; from < deliveries.length; from += AT_ONCE) {
    const keys = deliveries.slice(from, from + AT_ONCE).map(({ key }) => key);
    const rows = await session.query<{ key: string }>(
      `select key from deliveries where key in (${list(keys.length)})`,
      keys,
    );
    for (const { key } of rows) known.add(key);
  }
  return deliveries.filter(({ key }) => !known.has(key));
}
