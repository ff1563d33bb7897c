import { chatFreeAt, withSent } from '../domain/pace.ts';

/** Chats remembered before those are forgotten that may be written to again anyway. */
const MANY = 10_000;

/** When each chat may get its next message. Times in ms. */
export interface ChatPace {
  sent(chatId: number, at: number): void;
  /** Telegram asks to leave this chat alone until then. */
  block(chatId: number, until: number): void;
  freeAt(chatId: number): number;
}

export function createChatPace(): ChatPace {
  const times = new Map<number, readonly number[]>();
  const blocked = new Map<number, number>();
  let pruneAt = MANY;

  function freeAt(chatId: number): number {
    // Groups and channels have negative ids.
    return Math.max(chatFreeAt(times.get(chatId) ?? [], chatId < 0), blocked.get(chatId) ?? 0);
  }

  function prune(now: number): void {
    for (const [chatId, sentAt] of times) {
      // A group's minute counts although it is free for the moment.
      const last = sentAt.at(-1) ?? 0;
      if (last + (chatId < 0 ? 60_000 : 1000) <= now) times.delete(chatId);
    }
    for (const [chatId, until] of blocked) if (until <= now) blocked.delete(chatId);
    pruneAt = Math.max(MANY, (times.size + blocked.size) * 2);
  }

  return {
    sent(chatId, at) {
      times.set(chatId, chatId < 0 ? withSent(times.get(chatId) ?? [], at) : [at]);
      if (times.size + blocked.size > pruneAt) prune(at);
    },
    block(chatId, until) {
      blocked.set(chatId, Math.max(until, blocked.get(chatId) ?? 0));
    },
    freeAt,
  };
}
