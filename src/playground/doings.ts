import type { ChatRecord } from './chats.ts';
import { WorldError } from './errors.ts';
import { formatText } from './formatted-text.ts';
import { unblock } from './joining.ts';
import type { StoredMessage } from './messages.ts';
import { snapshot } from './messages.ts';
import type { NewMessage } from './posting.ts';
import { edit, post } from './posting.ts';
import { botSees } from './privacy.ts';
import type { Entity, Message } from './shapes.ts';
import { shownKeys } from './shown-keyboard.ts';
import { CHANNEL_BOT, GROUP_ANONYMOUS_BOT } from './start-state.ts';
import type { Stores } from './stores.ts';

// What people do in their clients, and the updates the bot gets of it.

export type Saying = {
  chatId: number;
  fromId: number;
  text: string;
  /** number of the message replied to */
  replyTo?: number | undefined;
  threadId?: number | undefined;
  entities?: readonly Entity[];
  /** the chat written for: the group itself is an anonymous administrator, a channel writes as a channel */
  senderChatId?: number;
};
export type Editing = { chatId: number; messageId: number; text: string };
export type Pressing = { chatId: number; messageId: number; fromId: number; data: string };
export type Forwarding = { chatId: number; fromId: number; fromChatId: number; messageId: number };
export type LocationSharing = { chatId: number; fromId: number; latitude: number; longitude: number };
export type ChatSharing = { fromId: number; requestId: number; sharedChatId: number };
export type InlineAsking = { fromId: number; query: string; offset?: string; chatType?: string };

/** Telegram's apps write UTF-8: half a character leaves them as U+FFFD. */
const inUtf8 = (text: string): string => text.toWellFormed();

/** Somebody writes a message, or a channel posts one; the bot gets it unless privacy mode keeps it away. */
export function say(world: Stores, { text, entities, ...place }: Saying): Message {
  const formatted = formatText({ text: inUtf8(text), entities });
  if (formatted.text === '') throw new WorldError('nobody can send an empty message');
  const { text: kept, entities: found } = formatted;
  return speak(world, place, found.length > 0 ? { text: kept, entities: found } : { text: kept });
}

/** Somebody corrects their message. */
export function editSaid(world: Stores, { chatId, messageId, text }: Editing): Message {
  const stored = world.message(chatId, messageId);
  const formatted = formatText({ text: inUtf8(text) });
  const entities = formatted.entities.length > 0 ? formatted.entities : undefined;
  edit(world, stored, { text: formatted.text, entities });
  const record = world.chat(chatId);
  const kind = record.chat.type === 'channel' ? 'edited_channel_post' : 'edited_message';
  if (botSees(world, stored)) world.updates.add(kind, snapshot(stored));
  return snapshot(stored);
}

/** Somebody presses an inline button; gives the callback query's id. */
export function press(world: Stores, { chatId, messageId, fromId, data }: Pressing): string {
  const stored = world.message(chatId, messageId);
  const id = world.callbackQueries.open();
  world.updates.add('callback_query', {
    id,
    from: world.user(fromId),
    message: snapshot(stored),
    chat_instance: `instance${chatId}`,
    data,
  });
  return id;
}

/** Somebody forwards a message of another chat. */
export function forward(world: Stores, { chatId, fromId, fromChatId, messageId }: Forwarding): Message {
  const original = world.message(fromChatId, messageId);
  return speak(world, { chatId, fromId }, { ...contentOf(original), forward_origin: originOf(original) });
}

/** Somebody sends where they are. */
export function shareLocation(world: Stores, sharing: LocationSharing): Message {
  const { latitude, longitude, ...place } = sharing;
  return speak(world, place, { location: { latitude, longitude } });
}

/** Somebody picks a chat after a request_chat button, in their private chat with the bot. */
export function sharedChat(world: Stores, { fromId, requestId, sharedChatId }: ChatSharing): Message {
  const { chat } = world.chat(sharedChatId);
  const request = shownKeys(world, fromId).find(
    ({ request_chat: asked }) => asked?.request_id === requestId,
  )?.request_chat;
  const shared = {
    request_id: requestId,
    chat_id: chat.id,
    ...(request?.request_title === true && chat.title !== undefined ? { title: chat.title } : {}),
    ...(request?.request_username === true && chat.username !== undefined ? { username: chat.username } : {}),
  };
  return speak(world, { chatId: fromId, fromId }, { chat_shared: shared });
}

/** Somebody types the bot's name and a query in any chat; gives the inline query's id. */
export function inlineQuery(
  world: Stores,
  { fromId, query, offset = '', chatType = 'sender' }: InlineAsking,
): string {
  const id = world.inlineQueries.open();
  world.updates.add('inline_query', { id, from: world.user(fromId), query, offset, chat_type: chatType });
  return id;
}

/** What a forwarded or copied message takes along. */
export function contentOf({ message }: StoredMessage): Partial<Message> {
  const { text, entities, caption, caption_entities, photo, document, rich_message, location } = message;
  const content = { text, entities, caption, caption_entities, photo, document, rich_message, location };
  return Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
}

/** The MessageOrigin of a forwarded message. */
export function originOf({ message }: StoredMessage): Record<string, unknown> {
  if (message.forward_origin !== undefined) return message.forward_origin;
  const { date, chat, from, sender_chat, message_id } = message;
  if (chat.type === 'channel') return { type: 'channel', date, chat, message_id };
  if (sender_chat !== undefined) return { type: 'chat', date, sender_chat };
  return { type: 'user', date, sender_user: from };
}

type Place = Pick<Saying, 'chatId' | 'fromId' | 'replyTo' | 'threadId' | 'senderChatId'>;

/** Puts what somebody wrote into a chat; the bot gets it unless privacy mode keeps it away. */
export function speak(world: Stores, place: Place, content: Partial<Message>): Message {
  const { chatId, replyTo, threadId } = place;
  const record = reach(world, place);
  const target = replyTo === undefined ? undefined : world.message(chatId, replyTo);
  if (threadId !== undefined && world.topic(record, threadId) === undefined) {
    throw new WorldError(`no topic ${threadId} in chat ${chatId}`);
  }
  const stored = post(world, {
    chatId,
    byBot: false,
    ...senderOf(world, record, place),
    threadId,
    replyTo: target,
    content,
  });
  const kind = record.chat.type === 'channel' ? 'channel_post' : 'message';
  if (botSees(world, stored)) world.updates.add(kind, snapshot(stored));
  return snapshot(stored);
}

/** The chat, which for a private one begins with the first message; writing to a blocked bot lets it in again. */
function reach(world: Stores, { chatId, fromId }: Place): ChatRecord {
  if (chatId !== fromId) return world.chat(chatId);
  const { first_name, last_name, username } = world.user(fromId);
  if (world.chats.get(chatId) === undefined) {
    world.chats.add({
      id: chatId,
      type: 'private',
      first_name,
      ...(last_name === undefined ? {} : { last_name }),
      ...(username === undefined ? {} : { username }),
    });
    world.members.set(chatId, world.bot.id, { status: 'member', rights: {} });
  }
  if (world.members.get(chatId, world.bot.id).status === 'kicked') unblock(world, fromId);
  return world.chat(chatId);
}

function senderOf(
  world: Stores,
  { chat }: ChatRecord,
  place: Place,
): Pick<NewMessage, 'from' | 'senderChat'> {
  if (chat.type === 'channel') return { senderChat: chat };
  if (place.senderChatId === undefined) return { from: world.user(place.fromId) };
  const senderChat = world.chat(place.senderChatId).chat;
  return { from: senderChat.id === chat.id ? GROUP_ANONYMOUS_BOT : CHANNEL_BOT, senderChat };
}
