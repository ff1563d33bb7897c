import { sharedChat, shareLocation } from './doings.ts';
import type { Message } from './shapes.ts';
import { shownKeys } from './shown-keyboard.ts';
import type { Stores } from './stores.ts';

/** Where the reader of the playground is when asked: Cairo, in degrees north and east. */
const HERE = { latitude: 30.0444, longitude: 31.2357 };

/**
 * What a press on a key of the chat's keyboard gives when it asks for a place or a chat, as the client would give it after
 * its own questions: where the reader is, or the first chat of theirs that will do. `undefined` for any other text.
 */
export function answerRequest(world: Stores, chatId: number, text: string): Message | undefined {
  const key = shownKeys(world, chatId).find((each) => each.text === text);
  const fromId = world.reader.id;
  if (key?.request_location === true) return shareLocation(world, { chatId, fromId, ...HERE });
  const request = key?.request_chat;
  if (request === undefined) return undefined;
  const type = request.chat_is_channel === true ? 'channel' : 'supergroup';
  const chosen = world.chats
    .all()
    .find(({ chat }) => chat.type === type && world.members.isAdministrator(chat.id, fromId));
  if (chosen === undefined) return undefined;
  return sharedChat(world, { fromId, requestId: request.request_id, sharedChatId: chosen.chat.id });
}
