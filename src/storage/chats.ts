import type { Chat, ChatKind } from '../domain/chat.ts';
import type { Store } from '../domain/ports.ts';
import { preferencesOf, putChat } from './chat-rows.ts';
import type { Driver, Session } from './driver.ts';
import { list } from './driver.ts';
import { portions } from './row-portions.ts';

type ChatMethods = Pick<Store, 'chat' | 'saveChat' | 'forgetChat' | 'forgetGone'>;

/** Chats that have chosen something. */
export function chatMethods(driver: Driver): ChatMethods {
  return {
    async chat(id): Promise<Chat | undefined> {
      const [row] = await driver.query<{ kind: ChatKind; preferences: string }>(
        'select kind, preferences from chats where id = $1',
        [id],
      );
      return row && { id, kind: row.kind, preferences: preferencesOf(row.preferences) };
    },
    saveChat: (chat) => putChat(driver, chat),
    forgetChat: (id) => driver.transaction((session) => forget(session, id)),
    async forgetGone(before, limit) {
      const gone = await driver.query<{ id: number }>(
        "select id from chats where status = 'gone' and status_since < $1 order by id limit $2",
        [before, limit],
      );
      let forgotten = 0;
      for (const { id } of gone) {
        forgotten += await driver.transaction(async (session) => {
          // It may have come back since.
          const [still] = await session.query(
            "select id from chats where id = $1 and status = 'gone' and status_since < $2",
            [id, before],
          );
          if (still) await forget(session, id);
          return still ? 1 : 0;
        });
      }
      return forgotten;
    },
  };
}

async function forget(session: Session, id: number): Promise<void> {
  // Texts that went to this chat alone name what it follows; editions are written for many.
  const texts = await session.query<{ message_id: number }>(
    `select distinct message_id from deliveries join messages on messages.id = deliveries.message_id
      where chat_id = $1 and edition_id is null and not exists (
        select 1 from deliveries other where other.message_id = messages.id and other.chat_id <> $1)`,
    [id],
  );
  for (const table of ['deliveries', 'subscriptions', 'follows', 'follow_hits']) {
    await session.query(`delete from ${table} where chat_id = $1`, [id]);
  }
  for (const portion of portions(texts)) {
    await session.query(
      `delete from messages where id in (${list(portion.length)})`,
      portion.map((row) => row.message_id),
    );
  }
  // What a person asked for elsewhere is that chat's; who it was is forgotten. Their id is that of their private chat.
  await session.query('update subscriptions set owner_id = null where owner_id = $1', [id]);
  await session.query('delete from chats where id = $1', [id]);
  // Keys of what a chat was shown end in its id: `list:<chat>:<thread>`, `shown:<chat>:<message>`.
  for (const prefix of ['list', 'focus', 'shown']) {
    await session.query(`delete from cache where key like $1`, [`%${prefix}:${id}:%`]);
  }
}
