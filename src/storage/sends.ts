import type { ChatKind } from '../domain/chat.ts';
import type { ChatEffect, DueDelivery, Form } from '../domain/delivery.ts';
import { MOST_STRIKES, STRIKE_EVERY } from '../domain/delivery.ts';
import type { DeliveryKind } from '../domain/outbox.ts';
import type { FinishedSend, OutboxStore } from '../domain/outbox-store.ts';
import { preferencesOf } from './chat-rows.ts';
import type { Driver, Row, Session, Value } from './driver.ts';
import { list, padded } from './driver.ts';
import { OPEN } from './open-deliveries.ts';
import { placeColumns, placeOf } from './places.ts';
import { activate, migrate, pauseTopic, shut } from './standings.ts';

type SendMethods = Pick<OutboxStore, 'dueDeliveries' | 'nextDeliveryDue' | 'recordSends' | 'recoverSends'>;

interface DueRow extends Row {
  id: number;
  kind: DeliveryKind;
  message_id: number;
  chat_id: number;
  thread_id: number;
  silent: number;
  attempts: number;
  strikes: number;
  doubts: number;
  form: Form;
  piece: number;
  expires_at: number;
  ailing: number;
}

/** A chat whose rights are missing is tried again once a day, with whatever there is for it; in ms. */
export const PROBE_EVERY = 24 * 3_600_000;

/** First open delivery of a chat that may be written to, `$1` being the time. */
const NEXT_OF_CHAT = `deliveries.state in ('pending', 'uncertain')
  and (chats.id is null or chats.status = 'active' or (chats.status = 'paused' and chats.status_since + ${PROBE_EVERY} <= $1))
  and not exists (select 1 from deliveries earlier where earlier.chat_id = deliveries.chat_id
    and earlier.id < deliveries.id and earlier.${OPEN})`;

/** Sending: what is next, what is under way, what became of it. */
export function sendMethods(driver: Driver): SendMethods {
  return {
    async dueDeliveries({ now, limit, except }) {
      await driver.query(
        `update deliveries set state = 'expired', finished_at = $1
          where state in ('pending', 'uncertain') and expires_at <= $1`,
        [now],
      );
      const held = except.length === 0 ? [-1] : padded(except);
      const rows = await driver.query<DueRow>(
        `select deliveries.id, deliveries.kind, message_id, deliveries.chat_id, thread_id, silent, attempts,
            deliveries.strikes, doubts, form, piece, expires_at,
            case when chats.strikes > 0 or chats.status <> 'active' then 1 else 0 end as ailing
           from deliveries left join chats on chats.id = deliveries.chat_id
          where ${NEXT_OF_CHAT} and deliveries.not_before <= $1
            and deliveries.id not in (${list(held.length, 3)})
          order by deliveries.id limit $2`,
        [now, limit, ...held],
      );
      return rows.map(dueOf);
    },

    async nextDeliveryDue(now) {
      const [row] = await driver.query<{ at: number | null }>(
        `select min(deliveries.not_before) as at
           from deliveries left join chats on chats.id = deliveries.chat_id where ${NEXT_OF_CHAT}`,
        [now],
      );
      return row?.at ?? undefined;
    },

    recordSends: ({ holder, now, starts, ends }) =>
      driver.transaction(async (session) => {
        // Nearly all ends touch their own rows alone: they are given to the engine together, and so are the starts.
        const [begun] = await Promise.all([
          begin(session, { holder, now, starts }),
          ...ends.map((end) => close(session, end, now)),
        ]);
        for (const end of ends) if (end.chat) await affect(session, end, end.chat, now);
        return new Set(begun.map(({ id }) => id));
      }),

    recoverSends: ({ now, except }) =>
      driver.transaction(async (session) => {
        const rows = await session.query<{ id: number; preferences: string | null }>(
          `select deliveries.id, chats.preferences from deliveries left join chats on chats.id = deliveries.chat_id
            where state = 'sending'`,
        );
        const tally = { resent: 0, dropped: 0 };
        for (const { id, preferences } of rows) {
          if (except.includes(id)) continue;
          const chosen = preferencesOf(preferences).whenUncertain;
          if (chosen === 'drop') {
            tally.dropped++;
            await session.query(
              "update deliveries set state = 'failed', reason = 'answer-lost', finished_at = $2 where id = $1",
              [id, now],
            );
          } else {
            tally.resent++;
            await session.query(
              "update deliveries set state = 'uncertain', reason = 'stopped', not_before = $2 where id = $1",
              [id, now],
            );
          }
        }
        return tally;
      }),
  };
}

function dueOf(row: DueRow): DueDelivery {
  return {
    id: row.id,
    kind: row.kind,
    messageId: row.message_id,
    ...placeOf(row),
    silent: row.silent !== 0,
    attempts: row.attempts,
    strikes: row.strikes,
    doubts: row.doubts,
    form: row.form,
    piece: row.piece,
    expiresAt: row.expires_at,
    ailing: row.ailing !== 0,
  };
}

async function begin(
  session: Session,
  { holder, now, starts }: { holder: string; now: number; starts: readonly number[] },
): Promise<{ id: number }[]> {
  if (starts.length === 0) return [];
  const ids = padded(starts);
  return session.query<{ id: number }>(
    `update deliveries set state = 'sending', attempts = attempts + 1, started_at = $2
      where id in (${list(ids.length, 3)}) and state in ('pending', 'uncertain')
        and exists (select 1 from leases where name = 'sender' and holder = $1 and until > $2)
      returning id`,
    [holder, now, ...ids],
  );
}

/** Notes what became of a delivery, and that its chat's others wait; what was given up while it was under way waits no more. */
async function close(session: Session, send: FinishedSend, now: number): Promise<void> {
  const { id, attempt, chatId, end, chatFreeAt } = send;
  const row = session.query(`update deliveries set ${settingsOf(end, now)}`, [
    id,
    attempt,
    ...valuesOf(end, now),
  ]);
  const overdue =
    end.state === 'pending' || end.state === 'uncertain'
      ? session.query(
          `update deliveries set state = 'expired', finished_at = $2
            where id = $1 and state in ('pending', 'uncertain') and expires_at <= $2`,
          [id, now],
        )
      : undefined;
  const others =
    chatFreeAt > now
      ? session.query(
          `update deliveries set not_before = $2
            where chat_id = $1 and ${OPEN} and state <> 'sending' and not_before < $2`,
          [chatId, chatFreeAt],
        )
      : undefined;
  await Promise.all([row, overdue, others]);
}

/** What an outcome means for the chat itself. */
async function affect(session: Session, send: FinishedSend, chat: ChatEffect, now: number): Promise<void> {
  const { chatId } = send;
  const kind: ChatKind = chatId > 0 ? 'private' : 'group';
  switch (chat.kind) {
    case 'well':
      return activate(session, chatId);
    case 'gone':
    case 'paused':
      return shut(session, { chatId, kind, status: chat.kind, reason: chat.reason, since: now, now });
    case 'moved':
      return migrate(session, chatId, chat.to, now);
    case 'topic-paused':
      await pauseTopic(session, placeColumns(send), chat.reason, now);
      return;
    case 'strike': {
      const [struck] = await session.query<{ strikes: number }>(
        `insert into chats (id, kind, preferences, strikes, struck_at) values ($1, $2, '{}', 1, $3)
         on conflict (id) do update set strikes = chats.strikes + 1, struck_at = $3
           where chats.struck_at is null or chats.struck_at + ${STRIKE_EVERY} <= $3
         returning strikes`,
        [chatId, kind, now],
      );
      if ((struck?.strikes ?? 0) < MOST_STRIKES) return;
      return shut(session, { chatId, kind, status: 'gone', reason: 'not-found', since: now, now });
    }
  }
}

/** What an end changes; the row's id and attempt are `$1` and `$2`, the values of `valuesOf` follow. */
function settingsOf(end: FinishedSend['end'], now: number): string {
  const names = Object.keys(columnsOf(end, now));
  const settings = names.map((name, at) => `${name} = $${at + 3}`).join(', ');
  // What has arrived has arrived, whoever has taken the row over since.
  const ours = end.state === 'sent' ? 'attempts >= $2' : "attempts = $2 and state = 'sending'";
  return `${settings} where id = $1 and state in ('sending', 'uncertain') and ${ours}`;
}

function valuesOf(end: FinishedSend['end'], now: number): Value[] {
  return Object.values(columnsOf(end, now));
}

function columnsOf(end: FinishedSend['end'], now: number): Record<string, Value> {
  switch (end.state) {
    case 'sent':
      return { state: 'sent', telegram_id: end.telegramId, finished_at: now, reason: null };
    case 'failed':
    case 'expired':
    case 'cancelled':
      return { state: end.state, reason: end.reason, finished_at: now };
    default: {
      const { state, notBefore, reason, strikes, doubts, form, piece } = end;
      return {
        state,
        not_before: notBefore,
        reason: reason ?? null,
        ...(strikes === undefined ? {} : { strikes }),
        ...(doubts === undefined ? {} : { doubts }),
        ...(form === undefined ? {} : { form }),
        ...(piece === undefined ? {} : { piece }),
      };
    }
  }
}
