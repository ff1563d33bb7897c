import type { Place } from '../domain/chat.ts';
import type { Request } from './request.ts';

/** Where a request was made: the chat, or the topic of a forum. */
export function placeOf({ chat, threadId }: Pick<Request, 'chat' | 'threadId'>): Place {
  return { chatId: chat.id, ...(threadId === undefined ? {} : { threadId }) };
}
