import type { Place } from '../domain/chat.ts';
import type { ShownStories } from '../domain/message.ts';
import type { Cache } from '../domain/ports.ts';
import { readReference } from '../domain/reference.ts';
import { normalize } from '../text/normalize.ts';
import type { News } from './news.ts';
import type { Request } from './request.ts';

/** How long a shown list can be named by its numbers, in milliseconds (30 days). */
const REMEMBERED = 30 * 24 * 3_600_000;

/** What a chat was shown: its last list, and the stories of each message. */
export interface Memory {
  /** Remembers a sent message: a list becomes the chat's last list, a card the story in focus. */
  shown(place: Place, messageId: number, stories: ShownStories): Promise<void>;
  /** What the message was an answer to, when it shows the findings of a search. */
  queryOf(request: Request): Promise<string | undefined>;
  /** The story a person means by a number, a reference, or the message it is said about. */
  meant(request: Request, news: News): Promise<Meant>;
}

/**
 * `none`: nothing was named and several could be meant; `no-list`: no list was shown yet;
 * `out-of-range`: no such number in the list; `gone`: the story is no longer kept; `not-a-number`: words.
 */
export type Meant =
  | { storyId: number }
  | { problem: 'none' | 'no-list' | 'gone' | 'not-a-number' }
  | { problem: 'out-of-range'; first: number; last: number };

export function createMemory(cache: Cache): Memory {
  const messageKey = (chatId: number, messageId: number) => `shown:${chatId}:${messageId}`;
  const listKey = ({ chatId, threadId }: Place) => `list:${chatId}:${threadId ?? 0}`;
  const focusKey = ({ chatId, threadId }: Place) => `focus:${chatId}:${threadId ?? 0}`;

  /** The story meant when nothing was named: the one replied to, else the last card, else the list's first. */
  async function unnamed(about: ShownStories | undefined, place: Place): Promise<Meant> {
    const [first, second] = about?.ids ?? [];
    if (first !== undefined) return second === undefined ? { storyId: first } : { problem: 'none' };
    const storyId =
      (await cache.get<number>(focusKey(place))) ?? (await cache.get<ShownStories>(listKey(place)))?.ids[0];
    return storyId === undefined ? { problem: 'no-list' } : { storyId };
  }

  return {
    async shown(place, messageId, stories) {
      await cache.set(messageKey(place.chatId, messageId), stories, REMEMBERED);
      const [only] = stories.ids;
      if (stories.as === 'card') {
        if (only !== undefined) await cache.set(focusKey(place), only, REMEMBERED);
        return;
      }
      await cache.set(listKey(place), stories, REMEMBERED);
      await cache.delete(focusKey(place));
    },
    async queryOf({ chat, aboutMessage }) {
      if (aboutMessage === undefined) return undefined;
      return (await cache.get<ShownStories>(messageKey(chat.id, aboutMessage)))?.query;
    },
    async meant(request, news) {
      const { chat, threadId, aboutMessage } = request;
      const words = normalize(request.args);
      const reference = readReference(words);
      if (reference) {
        const story = await news.find(reference);
        return story ? { storyId: story.id } : { problem: 'gone' };
      }
      const place: Place = { chatId: chat.id, ...(threadId === undefined ? {} : { threadId }) };
      const about =
        aboutMessage === undefined
          ? undefined
          : await cache.get<ShownStories>(messageKey(chat.id, aboutMessage));
      if (words === '') return unnamed(about, place);
      if (!/^\d{1,6}$/.test(words)) return { problem: 'not-a-number' };
      const list = about?.as === 'list' ? about : await cache.get<ShownStories>(listKey(place));
      if (!list || list.ids.length === 0) return { problem: 'no-list' };
      const storyId = list.ids[Number(words) - list.first];
      const last = list.first + list.ids.length - 1;
      return storyId === undefined ? { problem: 'out-of-range', first: list.first, last } : { storyId };
    },
  };
}
