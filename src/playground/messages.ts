import type { Message, ReplyMarkup } from './shapes.ts';

export type StoredMessage = {
  /** the Bot API's own shape, as the bot sees it */
  message: Message;
  byBot: boolean;
  /** a reply keyboard, its removal or a forced reply: the client shows it, the Bot API does not return it */
  clientMarkup?: ReplyMarkup;
  /** the simple text of a rich message */
  shownText?: string;
};

/** The messages of every chat, numbered per chat from 1. */
export class MessageBook {
  readonly #chats = new Map<number, Map<number, StoredMessage>>();
  readonly #lastIds = new Map<number, number>();

  nextId(chatId: number): number {
    const id = (this.#lastIds.get(chatId) ?? 0) + 1;
    this.#lastIds.set(chatId, id);
    return id;
  }

  add(stored: StoredMessage): StoredMessage {
    const { chat, message_id } = stored.message;
    const messages = this.#chats.get(chat.id) ?? new Map<number, StoredMessage>();
    messages.set(message_id, stored);
    this.#chats.set(chat.id, messages);
    return stored;
  }

  get(chatId: number, messageId: number): StoredMessage | undefined {
    return this.#chats.get(chatId)?.get(messageId);
  }

  remove(chatId: number, messageId: number): boolean {
    return this.#chats.get(chatId)?.delete(messageId) ?? false;
  }

  /** Every message of a chat, oldest first. */
  of(chatId: number): StoredMessage[] {
    return [...(this.#chats.get(chatId)?.values() ?? [])];
  }
}

/** A copy of a message as it is now; what it replies to is given one level deep, as the Bot API does. */
export function snapshot({ message }: StoredMessage): Message {
  return structuredClone(message);
}

/** A message as it stands inside a reply to it. */
export function quoted({ message }: StoredMessage): Message {
  const { reply_to_message: _, ...rest } = message;
  return structuredClone(rest);
}
