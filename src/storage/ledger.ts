import type { ChatKind } from '../domain/chat.ts';
import type { Content, ShownStories } from '../domain/message.ts';
import type { DeliveryState } from '../domain/outbox.ts';
import type { OutboxStore } from '../domain/outbox-store.ts';
import { preferencesOf } from './chat-rows.ts';
import type { Driver } from './driver.ts';
import { placeColumns } from './places.ts';

/** Deliveries of a place among which its last list or card is looked for. */
const LOOKED_THROUGH = 20;

type LedgerMethods = Pick<
  OutboxStore,
  'content' | 'ledger' | 'audience' | 'progress' | 'cancelDeliveries' | 'storiesOf' | 'lastDelivered'
>;

/** What the outbox tells of itself: its texts, its tallies, and what those who got a message were shown. */
export function ledgerMethods(driver: Driver): LedgerMethods {
  return {
    async content(messageId) {
      const [row] = await driver.query<{ content: string }>('select content from messages where id = $1', [
        messageId,
      ]);
      return row && contentOf(row);
    },

    async ledger(now) {
      const states = tallied(
        await driver.query<StateRow>('select state, count(*) as n from deliveries group by state'),
      );
      const [oldest] = await driver.query<{ at: number | null }>(
        `select min(deliveries.not_before) as at from deliveries
           left join chats on chats.id = deliveries.chat_id
          where deliveries.state in ('pending', 'uncertain') and deliveries.not_before <= $1
            and (chats.id is null or chats.status = 'active')`,
        [now],
      );
      const chats = await driver.query<{ status: string; n: number }>(
        "select status, count(*) as n from chats where status <> 'active' group by status",
      );
      const failures = await driver.query<{ reason: string; n: number }>(
        `select coalesce(reason, '') as reason, count(*) as n from deliveries where state = 'failed'
          group by reason order by count(*) desc, reason limit 5`,
      );
      const shut = (status: string) => Number(chats.find((row) => row.status === status)?.n ?? 0);
      return {
        states,
        ...(oldest?.at == null ? {} : { oldestDue: oldest.at }),
        failures: failures.map(({ reason, n }) => ({ reason, count: Number(n) })),
        paused: shut('paused'),
        gone: shut('gone'),
      };
    },

    async audience() {
      const rows = await driver.query<{ id: number; kind: ChatKind; preferences: string }>(
        "select id, kind, preferences from chats where status = 'active' and kind <> 'channel' order by id",
      );
      return rows.map(({ id, kind, preferences }) => ({
        id,
        kind,
        silent: preferencesOf(preferences).silent === true,
      }));
    },

    async progress(prefix) {
      return tallied(
        await driver.query<StateRow>(
          'select state, count(*) as n from deliveries where key >= $1 and key < $2 group by state',
          [prefix, after(prefix)],
        ),
      );
    },

    cancelDeliveries: (prefix, reason, now) =>
      driver.transaction(async (session) => {
        await session.query(
          `update deliveries set state = 'cancelled', reason = $3, finished_at = $4
          where key >= $1 and key < $2 and state in ('pending', 'uncertain')`,
          [prefix, after(prefix), reason, now],
        );
        // What is under way may arrive, but is not tried again.
        await session.query(
          "update deliveries set expires_at = $3 where key >= $1 and key < $2 and state = 'sending'",
          [prefix, after(prefix), now],
        );
      }),

    async storiesOf(chatId, telegramId) {
      const [row] = await driver.query<{ content: string }>(
        `select content from deliveries join messages on messages.id = deliveries.message_id
          where deliveries.chat_id = $1 and deliveries.telegram_id = $2`,
        [chatId, telegramId],
      );
      return row && contentOf(row).shows;
    },

    async lastDelivered(place, as) {
      const rows = await driver.query<{ content: string; edition_id: number | null; finished_at: number }>(
        `select content, edition_id, finished_at
           from deliveries join messages on messages.id = deliveries.message_id
          where deliveries.chat_id = $1 and deliveries.thread_id = $2 and deliveries.telegram_id is not null
          order by telegram_id desc limit ${LOOKED_THROUGH}`,
        placeColumns(place),
      );
      for (const row of rows) {
        const own = contentOf(row).shows;
        if (own?.as !== as) continue;
        if (row.edition_id === null) return { shows: own, at: row.finished_at };
        const parts = await driver.query<{ content: string }>(
          'select content from messages where edition_id = $1 order by part, id',
          [row.edition_id],
        );
        return {
          shows: joined(parts.flatMap((part) => contentOf(part).shows ?? [])) ?? own,
          at: row.finished_at,
        };
      }
      return undefined;
    },
  };
}

type StateRow = { state: DeliveryState; n: number };

function tallied(rows: readonly StateRow[]): Record<DeliveryState, number> {
  const states: Record<DeliveryState, number> = {
    pending: 0,
    sending: 0,
    uncertain: 0,
    sent: 0,
    failed: 0,
    expired: 0,
    cancelled: 0,
  };
  for (const { state, n } of rows) states[state] = Number(n);
  return states;
}

/** The first text behind all that begin so. */
function after(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}

/** The list that parts of one edition make together, as far as their numbers go on without a gap. */
function joined(parts: readonly ShownStories[]): ShownStories | undefined {
  const [first, ...others] = parts;
  if (!first) return undefined;
  const ids = [...first.ids];
  for (const part of others) {
    if (part.as === 'list' && first.as === 'list' && part.first === first.first + ids.length)
      ids.push(...part.ids);
  }
  return { ...first, ids };
}

function contentOf(row: { content: string }): Content {
  return JSON.parse(row.content) as Content;
}
