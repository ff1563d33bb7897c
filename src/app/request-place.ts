import type { Place } from '../domain/chat.ts';
import { placeOf as at } from '../domain/chat.ts';
import type { Request } from './request.ts';

/** Where a request was made: the chat, or the topic of a forum. */
export function placeOf({ chat, threadId }: Pick<Request, 'chat' | 'threadId'>): Place {
  return at({ chatId: chat.id, threadId });
}
