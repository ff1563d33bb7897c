import type { Place } from '../domain/chat.ts';

/** A place as its two columns; 0 stands for a chat without a topic, so that keys over both are unique. */
export function placeColumns({ chatId, threadId }: Place): [number, number] {
  return [chatId, threadId ?? 0];
}

export function placeOf(row: { chat_id: number; thread_id: number }): Place {
  return { chatId: row.chat_id, ...(row.thread_id === 0 ? {} : { threadId: row.thread_id }) };
}
