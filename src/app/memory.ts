import type { Place } from '../domain/chat.ts';
import { keyOfPlace } from '../domain/chat.ts';
import type { ShownStories } from '../domain/message.ts';
import type { Cache, Clock, Store } from '../domain/ports.ts';
import { readReference } from '../domain/reference.ts';
import { normalize } from '../text/normalize.ts';
import { readStoryNumber } from '../text/story-number.ts';
import type { News } from './news.ts';
import type { Request } from './request.ts';
import { placeOf } from './request-place.ts';

/** How long a shown list can be named by its numbers, in milliseconds (30 days). */
const REMEMBERED = 30 * 24 * 3_600_000;

/** What a chat was shown: its last list, and the stories of each message. */
export interface Memory {
  /** Remembers a sent message: a list becomes the chat's last list, a card the story in focus. */
  shown(place: Place, messageId: number, stories: ShownStories): Promise<void>;
  /** What the message was an answer to, or the last list where it is about none, when it shows the findings of a search. */
  queryOf(request: Request): Promise<string | undefined>;
  /** The command that leads on from the list of that message, else from the last one: `null` at its end, the latest where none has pages. */
  next(place: Place, messageId?: number): Promise<string | null>;
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
  | { problem: 'out-of-range'; asked: number; first: number; last: number };

/** What of the words behind a command names no story, and may be looked for in the news. */
export function namesNoStory(args: string): string | undefined {
  const isNamed = args === '' || readReference(args) !== undefined || readStoryNumber(args) !== undefined;
  return isNamed ? undefined : args;
}

/** What was shown, and when, in ms. */
type Dated = ShownStories & { at: number };

export interface MemoryDoors {
  cache: Cache;
  /** Knows what was delivered: digests and alerts are remembered there. */
  store: Pick<Store, 'storiesOf' | 'lastDelivered'>;
  now: Clock;
}

export function createMemory({ cache, store, now }: MemoryDoors): Memory {
  const messageKey = (chatId: number, messageId: number) => `shown:${chatId}:${messageId}`;
  const listKey = (place: Place) => `list:${keyOfPlace(place)}`;
  const focusKey = (place: Place) => `focus:${keyOfPlace(place)}`;

  /** The stories of a message, whether it was an answer or a delivery. */
  async function shownBy(chatId: number, messageId: number): Promise<ShownStories | undefined> {
    return (
      (await cache.get<ShownStories>(messageKey(chatId, messageId))) ??
      (await store.storiesOf(chatId, messageId))
    );
  }

  /** The last list or card of a place: an answer's, or one that was delivered since. */
  async function last(key: string, place: Place, as: ShownStories['as']): Promise<Dated | undefined> {
    const [asked, delivered] = await Promise.all([cache.get<Dated>(key), store.lastDelivered(place, as)]);
    if (!delivered || (asked && asked.at >= delivered.at)) return asked;
    return { ...delivered.shows, at: delivered.at };
  }
  const lastList = (place: Place) => last(listKey(place), place, 'list');

  /** The story meant when nothing was named: the one replied to, else the last card's, else the list's first. */
  async function unnamed(about: ShownStories | undefined, place: Place): Promise<Meant> {
    const [first, second] = about?.ids ?? [];
    if (first !== undefined) return second === undefined ? { storyId: first } : { problem: 'none' };
    const [card, list] = await Promise.all([last(focusKey(place), place, 'card'), lastList(place)]);
    const shown = card && card.at >= (list?.at ?? 0) ? card : list;
    const [storyId] = shown?.ids ?? [];
    return storyId === undefined ? { problem: 'no-list' } : { storyId };
  }

  return {
    async shown(place, messageId, stories) {
      await cache.set(messageKey(place.chatId, messageId), stories, REMEMBERED);
      const key = stories.as === 'card' ? focusKey(place) : listKey(place);
      await cache.set(key, { ...stories, at: now() }, REMEMBERED);
      // By a coarse clock a card may be as old as the list that came after it.
      if (stories.as === 'list') await cache.delete(focusKey(place));
    },
    async queryOf(request) {
      const { chat, aboutMessage } = request;
      const about = aboutMessage === undefined ? lastList(placeOf(request)) : shownBy(chat.id, aboutMessage);
      return (await about)?.query;
    },
    async next(place, messageId) {
      const about = messageId === undefined ? undefined : await shownBy(place.chatId, messageId);
      const list = about?.as === 'list' ? about : await lastList(place);
      return list?.next === undefined ? 'latest' : list.next;
    },
    async meant(request, news) {
      const { chat, aboutMessage } = request;
      const words = normalize(request.args);
      const reference = readReference(words);
      if (reference) {
        const story = await news.find(reference);
        return story ? { storyId: story.id } : { problem: 'gone' };
      }
      const place = placeOf(request);
      const about = aboutMessage === undefined ? undefined : await shownBy(chat.id, aboutMessage);
      if (words === '') return unnamed(about, place);
      const asked = readStoryNumber(words);
      if (asked === undefined) return { problem: 'not-a-number' };
      const list = about?.as === 'list' ? about : await lastList(place);
      if (!list || list.ids.length === 0) return { problem: 'no-list' };
      const storyId = list.ids[asked - list.first];
      const last = list.first + list.ids.length - 1;
      return storyId === undefined
        ? { problem: 'out-of-range', asked, first: list.first, last }
        : { storyId };
    },
  };
}
