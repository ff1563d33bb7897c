import type { ChatKind } from '../domain/chat.ts';
import type { StandingStore } from '../domain/standing-store.ts';
import { preferencesOf } from './chat-rows.ts';
import type { Driver, Session } from './driver.ts';
import { OPEN } from './open-deliveries.ts';
import { placeColumns } from './places.ts';

/** Whether chats may be written to, and what follows when that changes. */
export function standingMethods(driver: Driver): StandingStore {
  return {
    async standing(chatId) {
      const [row] = await driver.query<{
        status: 'active' | 'paused' | 'gone';
        status_reason: string | null;
        status_since: number | null;
      }>('select status, status_reason, status_since from chats where id = $1', [chatId]);
      return {
        status: row?.status ?? 'active',
        ...(row?.status_reason == null ? {} : { reason: row.status_reason }),
        ...(row?.status_since == null ? {} : { since: row.status_since }),
      };
    },

    setStanding: (chatId, kind, { status, reason, since }, now) =>
      driver.transaction(async (session) => {
        if (status === 'active') await activate(session, chatId);
        else
          await shut(session, { chatId, kind, status, reason: reason ?? status, since: since ?? now, now });
      }),

    migrateChat: (from, to, now) => driver.transaction((session) => migrate(session, from, to, now)),
    pauseTopic: (place, reason, now) =>
      driver.transaction((session) => pauseTopic(session, placeColumns(place), reason, now)),

    async resumeTopic(place) {
      const resumed = await driver.query(
        `update subscriptions set status = 'active', paused_for = null
          where chat_id = $1 and thread_id = $2 and status = 'paused' and paused_for in ('topic-closed', 'topic-gone')
          returning id`,
        placeColumns(place),
      );
      return resumed.length;
    },
  };
}

export async function activate(session: Session, chatId: number): Promise<void> {
  await session.query(
    `update chats set status = 'active', status_reason = null, status_since = null, strikes = 0, struck_at = null
      where id = $1`,
    [chatId],
  );
}

/** Shuts a chat for now (`paused`) or for good; one that is gone gets nothing that waited for it, and is gone since it first was. */
export async function shut(
  session: Session,
  chat: {
    chatId: number;
    kind: ChatKind;
    status: 'paused' | 'gone';
    reason: string;
    since: number;
    now: number;
  },
): Promise<void> {
  const { chatId, kind, status, reason, since, now } = chat;
  await session.query(
    `insert into chats (id, kind, preferences, status, status_reason, status_since) values ($1, $2, '{}', $3, $4, $5)
     on conflict (id) do update set status = excluded.status, status_reason = excluded.status_reason,
       status_since = case when chats.status = 'gone' and excluded.status = 'gone' then chats.status_since
         else excluded.status_since end`,
    [chatId, kind, status, reason, since],
  );
  if (status === 'gone') await cancel(session, 'chat_id = $3', [chatId], reason, now);
}

/** Closes what waits; the condition's markers count from $3. */
async function cancel(
  session: Session,
  condition: string,
  values: readonly number[],
  reason: string,
  now: number,
): Promise<void> {
  await session.query(
    `update deliveries set state = 'cancelled', reason = $1, finished_at = $2
      where ${OPEN} and state <> 'sending' and ${condition}`,
    [reason, now, ...values],
  );
}

/** Lets the digests of a topic rest, with what waits for it; the chat's other topics go on. */
export async function pauseTopic(
  session: Session,
  place: readonly [number, number],
  reason: string,
  now: number,
): Promise<number> {
  await cancel(session, 'chat_id = $3 and thread_id = $4', place, reason, now);
  const paused = await session.query(
    `update subscriptions set status = 'paused', paused_for = $3, lease_until = null, lease_holder = null
      where chat_id = $1 and thread_id = $2 and status = 'active' returning id`,
    [...place, reason],
  );
  return paused.length;
}

export async function migrate(session: Session, from: number, to: number, now: number): Promise<void> {
  if (from === to) return;
  const rows = await session.query<{ id: number; preferences: string }>(
    'select id, preferences from chats where id in ($1, $2)',
    [from, to],
  );
  const old = rows.find((row) => row.id === from);
  const known = rows.find((row) => row.id === to);
  if (old) {
    const [before, after] = [preferencesOf(old.preferences), preferencesOf(known?.preferences ?? null)];
    // What was chosen in the new chat is younger than what comes from the old one.
    const preferences = JSON.stringify({ ...before, ...after });
    await session.query(
      `insert into chats (id, kind, preferences) values ($1, 'group', $2)
       on conflict (id) do update set preferences = excluded.preferences`,
      [to, preferences],
    );
    await session.query('delete from chats where id = $1', [from]);
  }
  await session.query(
    `delete from follows where chat_id = $1 and exists (
       select 1 from follows other where other.chat_id = $2 and other.thread_id = follows.thread_id
         and other.kind = follows.kind and other.match_key = follows.match_key)`,
    [from, to],
  );
  await session.query(
    `delete from follow_hits where chat_id = $1 and exists (
       select 1 from follow_hits other where other.chat_id = $2 and other.thread_id = follow_hits.thread_id
         and other.story_id = follow_hits.story_id)`,
    [from, to],
  );
  for (const table of ['subscriptions', 'follows', 'follow_hits', 'deliveries']) {
    await session.query(`update ${table} set chat_id = $2 where chat_id = $1`, [from, to]);
  }
  await session.query(
    `update deliveries set not_before = $2 where chat_id = $1 and ${OPEN} and state = 'pending' and not_before > $2`,
    [to, now],
  );
}
