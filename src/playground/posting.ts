import { GENERAL_TOPIC } from './chats.ts';
import type { StoredMessage } from './messages.ts';
import { quoted } from './messages.ts';
import { commandsByChat, isVisible, pageBot, pageChats, pageMessage } from './page-view.ts';
import type { Chat, Message, ReplyMarkup, User } from './shapes.ts';
import { rename } from './start-state.ts';
import type { Stores } from './stores.ts';

// Every change of a message goes through here, so that the page hears of it.

export type NewMessage = {
  chatId: number;
  byBot: boolean;
  from?: User;
  senderChat?: Chat;
  threadId?: number | undefined;
  replyTo?: StoredMessage | undefined;
  content: Partial<Message>;
  clientMarkup?: ReplyMarkup | undefined;
  shownText?: string | undefined;
};

/** Puts a message into a chat and shows it on the page; it queues no update. */
export function post(world: Stores, given: NewMessage): StoredMessage {
  const { chat } = world.chat(given.chatId);
  const { from, senderChat, threadId, replyTo, content, clientMarkup, shownText } = given;
  const inTopic = threadId !== undefined && threadId !== GENERAL_TOPIC;
  // In a topic every message that answers nothing answers the one that opened the topic.
  const target = replyTo ?? (inTopic ? world.messages.get(chat.id, threadId) : undefined);
  const message: Message = {
    message_id: world.messages.nextId(chat.id),
    ...(inTopic ? { message_thread_id: threadId, is_topic_message: true as const } : {}),
    ...(from === undefined ? {} : { from: { ...from } }),
    ...(senderChat === undefined ? {} : { sender_chat: { ...senderChat } }),
    chat: { ...chat },
    date: world.seconds,
    ...(target === undefined ? {} : { reply_to_message: quoted(target) }),
    ...structuredClone(content),
  };
  const stored = world.messages.add({
    message,
    byBot: given.byBot,
    ...(clientMarkup === undefined ? {} : { clientMarkup }),
    ...(shownText === undefined ? {} : { shownText }),
  });
  show(world, 'message', stored);
  return stored;
}

/** Changes a message in place; `edit_date` is set to now. A field given as `undefined` goes. */
export function edit(
  world: Stores,
  stored: StoredMessage,
  changes: { [field in keyof Message]?: Message[field] | undefined },
): void {
  const { message } = stored;
  Object.assign(message, structuredClone(changes), { edit_date: world.seconds });
  for (const [field, value] of Object.entries(message)) {
    if (value === undefined) delete message[field as keyof Message];
  }
  show(world, 'edited', stored);
}

/** Deletes messages; numbers that are gone already do not matter. */
export function remove(world: Stores, chatId: number, messageIds: readonly number[]): void {
  const removed = messageIds.filter((id) => world.messages.remove(chatId, id));
  if (removed.length > 0 && isVisible(world, world.chat(chatId))) {
    world.events.publish({ type: 'deleted', chat_id: chatId, message_ids: removed });
  }
}

/** The page's "start over": every message goes, in one chat or in all; topics stay. */
export function clear(world: Stores, chatId?: number): void {
  const records = chatId === undefined ? world.chats.all() : [world.chat(chatId)];
  for (const { chat } of records) {
    const gone = world.messages
      .of(chat.id)
      .filter(({ message }) => message.forum_topic_created === undefined);
    remove(
      world,
      chat.id,
      gone.map(({ message }) => message.message_id),
    );
  }
  if (chatId === undefined) world.events.publish({ type: 'reset' });
}

/** The language of the reader's client from now on. */
export function setLanguage(world: Stores, languageCode: string): void {
  world.reader.language_code = languageCode;
  const { id, first_name, language_code } = world.reader;
  world.events.publish({ type: 'me', me: { id, first_name, language_code } });
  profileChanged(world);
  rename(world, languageCode);
  world.events.publish({ type: 'chats', chats: pageChats(world) });
}

/** Tells the page what the bot says of itself now. */
export function profileChanged(world: Stores): void {
  world.events.publish({ type: 'bot', bot: pageBot(world) });
  world.events.publish({ type: 'commands', commands: commandsByChat(world) });
}

function show(world: Stores, type: 'message' | 'edited', stored: StoredMessage): void {
  const chatId = stored.message.chat.id;
  const shown = isVisible(world, world.chat(chatId)) ? pageMessage(world, stored) : undefined;
  if (shown !== undefined) world.events.publish({ type, chat_id: chatId, message: shown });
}
