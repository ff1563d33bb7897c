import { placeOf } from '../domain/chat.ts';
import type { Edition, NewEdition } from '../domain/edition.ts';
import type { DeliveryState } from '../domain/outbox.ts';
import type { Publication, Recipient, SubscriptionStore } from '../domain/subscription-store.ts';
import type { Driver, Session } from './driver.ts';
import { markers } from './driver.ts';
import { addDeliveries, addMessage } from './outbox.ts';
import { placeColumns } from './places.ts';
import type { ToldRow } from './told-stories.ts';
import { toldOf } from './told-stories.ts';

type EditionMethods = Pick<SubscriptionStore, 'publish' | 'edition' | 'editionLedger'>;

/** Editions: what was told to whom, stored together with the deliveries that carry it. */
export function editionMethods(driver: Driver): EditionMethods {
  return {
    publish: (publication) => driver.transaction((session) => publish(session, publication)),

    async edition(id) {
      const [row] = await driver.query<{
        profile: string;
        window_from: number;
        window_to: number;
        previous_id: number | null;
        left_out: string;
        created_at: number;
      }>(
        'select profile, window_from, window_to, previous_id, left_out, created_at from editions where id = $1',
        [id],
      );
      if (!row) return undefined;
      const stories = await driver.query<ToldRow>(
        'select story_id, article_ids, developed from edition_stories where edition_id = $1 order by position',
        [id],
      );
      const edition: Edition = {
        id,
        profile: JSON.parse(row.profile),
        from: row.window_from,
        to: row.window_to,
        ...(row.previous_id === null ? {} : { previous: row.previous_id }),
        stories: stories.map(toldOf),
        left: JSON.parse(row.left_out),
        createdAt: row.created_at,
      };
      return edition;
    },

    async editionLedger(subscriptionId, editionId) {
      const rows = await driver.query<{ state: DeliveryState; reason: string | null; count: number }>(
        `select state, reason, count(*) as count from deliveries
           join messages on messages.id = deliveries.message_id
          where subscription_id = $1 and messages.edition_id = $2 group by state, reason order by state`,
        [subscriptionId, editionId],
      );
      return rows.map(({ state, reason, count }) => ({
        state,
        count: Number(count),
        ...(reason === null ? {} : { reason }),
      }));
    },
  };
}

async function publish(
  session: Session,
  publication: Publication,
): Promise<{ editionId?: number; published: number }> {
  const { edition, now } = publication;
  const editionId =
    edition && ('id' in edition ? edition.id : await addEdition(session, edition, publication));
  const messages =
    editionId === undefined
      ? []
      : await session.query<{ id: number; part: number }>(
          'select id, part from messages where edition_id = $1 order by part, id',
          [editionId],
        );
  const published: Recipient[] = [];
  for (const recipient of publication.recipients) {
    if (await moveOn(session, recipient, editionId, now)) published.push(recipient);
  }
  await closeSlots(session, published, editionId, now);
  const deliveries = published.flatMap((recipient) =>
    messages.map(({ id, part }) => ({
      key: `edition:${editionId}:${recipient.subscriptionId}:${part}`,
      kind: 'edition' as const,
      messageId: id,
      subscriptionId: recipient.subscriptionId,
      ...placeOf(recipient),
      // An edition of several messages is heard once, when all of it is there.
      silent: recipient.silent || id !== messages.at(-1)?.id,
      expiresAt: publication.expiresAt,
    })),
  );
  await addDeliveries(session, deliveries, now);
  return { ...(editionId === undefined ? {} : { editionId }), published: published.length };
}

async function addEdition(
  session: Session,
  edition: NewEdition,
  { parts = [], now }: Publication,
): Promise<number> {
  const [row] = await session.query<{ id: number }>(
    `insert into editions (profile, window_from, window_to, previous_id, left_out, created_at)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [
      JSON.stringify(edition.profile),
      edition.from,
      edition.to,
      edition.previous ?? null,
      JSON.stringify(edition.left),
      now,
    ],
  );
  if (!row) throw new Error('the engine returned no id for a new edition');
  if (edition.stories.length > 0) {
    await session.query(
      `insert into edition_stories (edition_id, position, story_id, article_ids, developed)
       values ${markers(edition.stories.length, 5)}`,
      edition.stories.flatMap(({ storyId, articleIds, developed }, position) => [
        row.id,
        position,
        storyId,
        JSON.stringify(articleIds),
        developed ? 1 : 0,
      ]),
    );
  }
  for (const [at, content] of parts.entries()) {
    await addMessage(session, { content, part: at + 1, editionId: row.id, now });
  }
  return row.id;
}

/** Moves a subscription past its slot; false when the claim or the slot is no longer ours to close. */
async function moveOn(
  session: Session,
  { subscriptionId, lease, slot, next, verdict, ...place }: Recipient,
  editionId: number | undefined,
  now: number,
): Promise<boolean> {
  const [chatId, threadId] = placeColumns(place);
  const moved = await session.query(
    `update subscriptions set done_date = $5, done_time = $6, next_date = $7, next_time = $8, next_at = $9,
       last_edition = coalesce($10, last_edition),
       covered_until = case when $11 = 'skipped' then covered_until else $12 end,
       lease_until = null, lease_holder = null
      where id = $1 and lease_until = $2 and chat_id = $3 and thread_id = $4 and status = 'active'
        and not exists (select 1 from slots where subscription_id = $1 and date = $5 and time = $6)
      returning id`,
    [
      subscriptionId,
      lease,
      chatId,
      threadId,
      slot.date,
      slot.time,
      next.date,
      next.time,
      next.at,
      editionId ?? null,
      verdict,
      now,
    ],
  );
  return moved.length > 0;
}

/** Puts slots on record, which closes them for good. */
async function closeSlots(
  session: Session,
  recipients: readonly Recipient[],
  editionId: number | undefined,
  now: number,
): Promise<void> {
  if (recipients.length === 0) return;
  await session.query(
    `insert into slots (subscription_id, date, time, verdict, edition_id, at) values ${markers(recipients.length, 6)}`,
    recipients.flatMap(({ subscriptionId, slot, verdict }) => [
      subscriptionId,
      slot.date,
      slot.time,
      verdict,
      editionId ?? null,
      now,
    ]),
  );
}
