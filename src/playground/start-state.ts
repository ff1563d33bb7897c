import type { User } from './shapes.ts';
import type { Stores } from './stores.ts';

// What a newcomer finds: a private chat with the bot, a channel and a forum group, all of the reader's own.

export const READER_ID = 1001;
export const CHANNEL_ID = -1001000000001;
export const FORUM_ID = -1001000000002;
const DEFAULT_BOT_ID = 7000000001;

/** Telegram's own senders: an anonymous administrator, and a channel that writes in a group. */
export const GROUP_ANONYMOUS_BOT: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
export const CHANNEL_BOT: User = {
  id: 136817688,
  is_bot: true,
  first_name: 'Channel',
  username: 'Channel_Bot',
};

/** The bot, whose id is the number before the token's colon, and the person who reads. */
export function botAndReader(token: string): { bot: User; reader: User } {
  const number = /^(\d+):/.exec(token)?.[1];
  const id = number === undefined ? DEFAULT_BOT_ID : Number(number);
  return {
    bot: { id, is_bot: true, first_name: 'موجز', username: 'mujaz_playground_bot' },
    reader: { id: READER_ID, is_bot: false, first_name: 'القارئ', language_code: 'ar' },
  };
}

/** Fills an empty world. */
export function furnish(world: Stores): void {
  const { bot, reader } = world;
  for (const user of [bot, reader, GROUP_ANONYMOUS_BOT, CHANNEL_BOT]) world.users.set(user.id, user);

  world.chats.add({ id: READER_ID, type: 'private', first_name: reader.first_name });
  world.members.set(READER_ID, bot.id, { status: 'member', rights: {} });

  world.chats.add({ id: CHANNEL_ID, type: 'channel', title: 'موجز الصباح', username: 'mujaz_morning' });
  world.chats.add({ id: FORUM_ID, type: 'supergroup', title: 'غرفة الأخبار', is_forum: true });
  // Number 1 is the message that opened the group.
  world.messages.nextId(FORUM_ID);
  for (const chatId of [CHANNEL_ID, FORUM_ID]) {
    world.members.set(chatId, READER_ID, { status: 'creator', rights: {} });
  }
  world.members.set(CHANNEL_ID, bot.id, {
    status: 'administrator',
    rights: { can_post_messages: true, can_edit_messages: true },
  });
  world.members.set(FORUM_ID, bot.id, { status: 'administrator', rights: {} });
  for (const name of ['رياضة', 'اقتصاد']) openTopic(world, FORUM_ID, name, reader);
}

/** Opens a forum topic; its id is the number of the message that says so. */
export function openTopic(world: Stores, chatId: number, name: string, from: User): number {
  const record = world.chat(chatId);
  const messageId = world.messages.nextId(chatId);
  world.messages.add({
    byBot: false,
    message: {
      message_id: messageId,
      message_thread_id: messageId,
      is_topic_message: true,
      from: { ...from },
      chat: { ...record.chat },
      date: world.seconds,
      forum_topic_created: { name, icon_color: 7322096 },
    },
  });
  record.topics.push({ message_thread_id: messageId, name, closed: false });
  return messageId;
}
