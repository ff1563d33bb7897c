import type { Chat } from './shapes.ts';

export type Topic = { message_thread_id: number; name: string; closed: boolean };

export type ChatRecord = {
  chat: Chat;
  topics: Topic[];
  /** set once a group became a supergroup: the new chat's id */
  migratedTo?: number;
  deleted?: boolean;
  pinned: number[];
};

/** The General topic of every forum; messages in it carry no thread id, and Telegram refuses one that names it. */
export const GENERAL_TOPIC = 1;

/** Every chat of the playground, by id and by @name. */
export class ChatBook {
  readonly #records = new Map<number, ChatRecord>();

  add(chat: Chat): ChatRecord {
    const topics = chat.is_forum
      ? [{ message_thread_id: GENERAL_TOPIC, name: 'General', closed: false }]
      : [];
    const record: ChatRecord = { chat, topics, pinned: [] };
    this.#records.set(chat.id, record);
    return record;
  }

  get(id: number): ChatRecord | undefined {
    return this.#records.get(id);
  }

  /** By id, by `@name`, or by an id written as text, as the Bot API takes them. */
  find(reference: number | string): ChatRecord | undefined {
    if (typeof reference === 'number') return this.get(reference);
    if (/^-?\d+$/.test(reference)) return this.get(Number(reference));
    const name = reference.replace(/^@/, '').toLowerCase();
    for (const record of this.#records.values()) {
      if (record.chat.type !== 'private' && record.chat.username?.toLowerCase() === name) return record;
    }
    return undefined;
  }

  all(): ChatRecord[] {
    return [...this.#records.values()];
  }
}
