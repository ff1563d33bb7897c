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

/** What the reader's chats are called: an owner calls them so in their own language. */
const CALLED = {
  ar: { channel: 'موجز الصباح', forum: 'غرفة الأخبار', topics: ['رياضة', 'اقتصاد'] },
  en: { channel: 'Daybreak', forum: 'Newsroom', topics: ['Sports', 'Economy'] },
};

/** Fills an empty world. */
export function furnish(world: Stores): void {
  const { bot, reader } = world;
  for (const user of [bot, reader, GROUP_ANONYMOUS_BOT, CHANNEL_BOT]) world.users.set(user.id, user);

  world.chats.add({ id: READER_ID, type: 'private', first_name: reader.first_name });
  world.members.set(READER_ID, bot.id, { status: 'member', rights: {} });

  world.chats.add({ id: CHANNEL_ID, type: 'channel', title: CALLED.ar.channel, username: 'mujaz_morning' });
  world.chats.add({ id: FORUM_ID, type: 'supergroup', title: CALLED.ar.forum, is_forum: true });
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
  for (const name of CALLED.ar.topics) openTopic(world, FORUM_ID, name, reader);
}

/** Calls what a newcomer finds by its names in Arabic, or in English for a reader of any other language; what was named since stays. */
export function rename(world: Stores, languageCode: string): void {
  const [from, to] = /^ar\b/.test(languageCode) ? [CALLED.en, CALLED.ar] : [CALLED.ar, CALLED.en];
  const { chat: channel } = world.chat(CHANNEL_ID);
  const { chat: forum, topics } = world.chat(FORUM_ID);
  if (channel.title === from.channel) channel.title = to.channel;
  if (forum.title === from.forum) forum.title = to.forum;
  for (const topic of topics) topic.name = to.topics[from.topics.indexOf(topic.name)] ?? topic.name;
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
