import type { ChatRecord } from './chats.ts';
import type { StoredMessage } from './messages.ts';
import type { BotCommand } from './shapes.ts';
import type { Stores } from './stores.ts';

// What the chat page is shown: the reader's chats and their messages, in the Bot API's shapes where they serve.

const MESSAGES_SHOWN = 200;

/** Whether the reader has this chat in the client: their own private chat, and what they are a member of. */
export function isVisible(world: Stores, { chat }: ChatRecord): boolean {
  if (chat.type === 'private') return chat.id === world.reader.id;
  const { status } = world.members.get(chat.id, world.reader.id);
  return status !== 'left' && status !== 'kicked';
}

/** A message for the page: a photo is `{url}`, any keyboard is in reply_markup, a rich message has a text. */
export function pageMessage(world: Stores, stored: StoredMessage): Record<string, unknown> | undefined {
  const { message, clientMarkup, shownText } = stored;
  if (message.forum_topic_created ?? message.forum_topic_closed ?? message.forum_topic_reopened)
    return undefined;
  const { photo, document, reply_to_message: target, ...rest } = message;
  const view: Record<string, unknown> = structuredClone(rest);
  if (shownText !== undefined) view.text = shownText;
  const { location, chat_shared: shared } = message;
  if (location) view.text = `📍 ${location.latitude}, ${location.longitude}`;
  if (shared) view.text = `↗ ${world.chat(shared.chat_id).chat.title ?? shared.chat_id}`;
  if (clientMarkup !== undefined) view.reply_markup = clientMarkup;
  if (target !== undefined && target.forum_topic_created === undefined) view.reply_to_message = target;
  if (photo?.[0] !== undefined) view.photo = { url: world.files.url(photo[0].file_id) };
  if (document !== undefined) {
    view.document = { file_name: document.file_name, url: world.files.url(document.file_id) };
  }
  return view;
}

/** The bot as the reader's client introduces it, in the reader's language. */
export function pageBot(world: Stores): Record<string, unknown> {
  const language = world.reader.language_code ?? '';
  const { name, description, shortDescription } = world.profile;
  return {
    id: world.bot.id,
    username: world.bot.username,
    first_name: name.for(language) || world.bot.first_name,
    description: description.for(language),
    short_description: shortDescription.for(language),
  };
}

/** The command menu of every chat the reader sees. */
export function commandsByChat(world: Stores): Record<string, BotCommand[]> {
  const { id: userId, language_code: languageCode = '' } = world.reader;
  const menus = visibleChats(world).map(({ chat }) => {
    const isAdministrator = world.members.isAdministrator(chat.id, userId);
    return [chat.id, world.profile.commandsSeen(chat, { userId, languageCode, isAdministrator })];
  });
  return Object.fromEntries(menus);
}

/** Everything the page needs to draw itself. */
export function pageState(world: Stores): Record<string, unknown> {
  const chats = visibleChats(world);
  const { id, first_name, language_code } = world.reader;
  return {
    bot: pageBot(world),
    me: { id, first_name, language_code },
    chats: pageChats(world),
    commands: commandsByChat(world),
    messages: Object.fromEntries(chats.map(({ chat }) => [chat.id, latestMessages(world, chat.id)])),
  };
}

function visibleChats(world: Stores): ChatRecord[] {
  return world.chats.all().filter((record) => isVisible(world, record) && record.migratedTo === undefined);
}

/** The reader's chats as the page lists them. */
export function pageChats(world: Stores): Record<string, unknown>[] {
  return visibleChats(world).map((record) => pageChat(world, record));
}

function pageChat(world: Stores, { chat, topics }: ChatRecord): Record<string, unknown> {
  const { id, type, username, is_forum } = chat;
  const title = chat.title ?? pageBot(world).first_name;
  const shownTopics = topics.map(({ message_thread_id, name }) => ({ message_thread_id, name }));
  return {
    id,
    type,
    title,
    ...(username === undefined ? {} : { username }),
    ...(is_forum === undefined ? {} : { is_forum, topics: shownTopics }),
  };
}

function latestMessages(world: Stores, chatId: number): Record<string, unknown>[] {
  const stored = world.messages.of(chatId).slice(-MESSAGES_SHOWN);
  return stored.map((one) => pageMessage(world, one)).filter((view) => view !== undefined);
}
