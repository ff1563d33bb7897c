import type { Chat, Place } from '../domain/chat.ts';
import { isAt } from '../domain/chat.ts';
import { LONGEST_DELAY } from '../domain/due.ts';
import type { Slot } from '../domain/local-slot.ts';
import type { Store } from '../domain/ports.ts';
import type { Schedule } from '../domain/schedule.ts';
import { nextSlot, scheduleOf } from '../domain/schedule.ts';
import type { NewSubscription, Subscription } from '../domain/subscription.ts';
import { FIRST_WINDOW, MOST_SUBSCRIPTIONS, USUAL_EDITION_SIZE } from '../domain/subscription.ts';
import type { Arrangement } from '../domain/subscription-store.ts';
import { restOf } from './rest-view.ts';

/** When a digest comes unless its reader says otherwise. */
export const USUAL_TIME = '08:00';
/** An edition may go out between reading and writing; it hardly does so this often in a row. */
const MOST_TRIES = 5;

export interface Wish {
  /** `HH:MM`, any order; absent: as it is, `USUAL_TIME` for a new one. */
  times?: readonly string[];
  weekdays?: readonly number[];
  /** Absent: as it is, the chat's for a new one. */
  timeZone?: string;
  chatZone: string;
  topics: readonly string[];
  ownerId?: number;
}

export interface Change {
  times?: readonly string[];
  weekdays?: readonly number[];
  topics?: readonly string[];
  size?: number;
}

/**
 * `new`, `changed` (the one with these topics has other hours now), `same` (it was so already); `full`: the chat has as many as
 * it may; `taken`: another one of this place has these topics; `gone`: there is no such subscription here any more.
 */
export type Arranged =
  | { kind: 'new' | 'changed' | 'same'; chat: Chat; subscription: Subscription }
  | { kind: 'full' | 'taken' | 'gone' };

/** Digests that chats and topics ask for. Whoever calls has made sure that they may. */
export interface Subscribing {
  /** The subscriptions of a chat without those of its topics, or of one topic; oldest first. */
  of(place: Place): Promise<Subscription[]>;
  /** How many a chat has with all its topics. */
  count(chatId: number): Promise<number>;
  /** Why nothing of a digest goes out for now, a word of the ledger; `undefined` while it does. */
  rest(digest: Subscription): Promise<string | undefined>;
  /** Asks for a digest; one with the same topics is changed and no second one made. `chat` is stored as given. */
  subscribe(chat: Chat, place: Place, wish: Wish): Promise<Arranged>;
  change(chat: Chat, place: Place, id: number, change: Change): Promise<Arranged>;
  /** Ends those named that are of this place; gives those that ended. */
  unsubscribe(chat: Chat, place: Place, ids: readonly number[]): Promise<Subscription[]>;
  /** Stores the chat's zone, and all its subscriptions follow their chat into it. */
  move(chat: Chat, timeZone: string): Promise<{ chat: Chat; moved: number }>;
  /** Stores the chat's topics; where its own digest had the same topics as the chat, it follows. */
  chooseTopics(chat: Chat, topics: readonly string[]): Promise<Chat>;
}

type Decision<Result> = { arrangement?: Arrangement; result: Result };

export function createSubscribing(store: Store, now: () => number): Subscribing {
  /** Reads, decides and stores; decides anew when an edition or somebody else was faster. */
  async function decide<Result>(
    chatId: number,
    decision: (all: readonly Subscription[]) => Decision<Result>,
  ): Promise<Result> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const all = await store.subscriptionsOf(chatId);
      const { arrangement, result } = decision(all);
      if (!arrangement || (await store.arrange(arrangement, all))) return result;
    }
    throw new Error('the subscriptions of a chat change too often to be changed');
  }

  async function inPlace(place: Place): Promise<Subscription[]> {
    return (await store.subscriptionsOf(place.chatId)).filter(isAt(place));
  }

  return {
    of: (place) => inPlace(place),
    rest: async (digest) => restOf(digest, await store.standing(digest.chatId)),
    count: async (chatId) => (await store.subscriptionsOf(chatId)).length,

    subscribe: async (chat, place, wish) => {
      const kind = await decide<'new' | 'changed' | 'same' | 'full'>(chat.id, (all) => {
        const same = all.find((each) => isAt(place)(each) && sameTopics(each.topics, wish.topics));
        if (same) {
          const changed = planned(
            same.status === 'active' ? same : revived(same),
            { timeZone: same.schedule.timeZone, ...wish },
            now(),
          );
          return isSame(same, changed)
            ? { arrangement: { chat }, result: 'same' }
            : { arrangement: { chat, changed: [changed] }, result: 'changed' };
        }
        if (all.length >= MOST_SUBSCRIPTIONS) return { result: 'full' };
        return { arrangement: { chat, added: fresh(place, wish, now()) }, result: 'new' };
      });
      if (kind === 'full') return { kind };
      const subscription = (await inPlace(place)).find((each) => sameTopics(each.topics, wish.topics));
      return subscription ? { kind, chat, subscription } : { kind: 'gone' };
    },

    change: async (chat, place, id, change) => {
      const kind = await decide<'changed' | 'same' | 'taken' | 'gone'>(chat.id, (all) => {
        const here = all.filter(isAt(place));
        const old = here.find((each) => each.id === id);
        if (!old) return { result: 'gone' };
        const { topics } = change;
        if (topics && here.some((each) => each.id !== id && sameTopics(each.topics, topics))) {
          return { result: 'taken' };
        }
        const changed = planned(old, { ...change, timeZone: old.schedule.timeZone }, now());
        if (isSame(old, changed)) return { result: 'same' };
        return { arrangement: { chat, changed: [changed] }, result: 'changed' };
      });
      if (kind === 'taken' || kind === 'gone') return { kind };
      const subscription = await store.subscription(id);
      return subscription ? { kind, chat, subscription } : { kind: 'gone' };
    },

    unsubscribe: (chat, place, ids) =>
      decide(chat.id, (all) => {
        const ended = all.filter(isAt(place)).filter(({ id }) => ids.includes(id));
        if (ended.length === 0) return { result: [] };
        return { arrangement: { chat, removed: ended.map(({ id }) => id) }, result: ended };
      }),

    move: (chat, timeZone) =>
      decide(chat.id, (all) => {
        const moved = { ...chat, preferences: { ...chat.preferences, timeZone } };
        const changed = all.map((each) => planned(each, { timeZone }, now()));
        return { arrangement: { chat: moved, changed }, result: { chat: moved, moved: changed.length } };
      }),

    chooseTopics: (chat, topics) =>
      decide(chat.id, (all) => {
        const sorted = [...topics].sort();
        const before = chat.preferences.topics ?? [];
        const changed = { ...chat, preferences: { ...chat.preferences, topics: sorted } };
        const own = all.filter(isAt({ chatId: chat.id }));
        const [only] = own;
        const follows = only && own.length === 1 && sameTopics(only.topics, before);
        return {
          arrangement: { chat: changed, ...(follows ? { changed: [{ ...only, topics: sorted }] } : {}) },
          result: changed,
        };
      }),
  };
}

/** A subscription as it is after a change; its next slot is never one that is done already. */
function planned(old: Subscription, change: Change & { timeZone: string }, now: number): Subscription {
  const schedule = scheduleOf(
    change.times ?? old.schedule.times,
    change.weekdays ?? old.schedule.weekdays,
    change.timeZone,
  );
  return {
    ...old,
    schedule,
    topics: [...(change.topics ?? old.topics)].sort(),
    size: change.size ?? old.size,
    next: stillDue(old, schedule, now) ?? nextSlot(schedule, now, old.done),
  };
}

/** The slot that has come and waits for its edition, where the changed hours still have it. */
function stillDue(
  { next, status, schedule: before }: Subscription,
  schedule: Schedule,
  now: number,
): Slot | undefined {
  if (
    !next ||
    next.at > now ||
    now - next.at > LONGEST_DELAY ||
    status !== 'active' ||
    before.timeZone !== schedule.timeZone
  )
    return undefined;
  const { weekdays, times } = schedule;
  const on = weekdays.length === 0 || weekdays.includes(Temporal.PlainDate.from(next.date).dayOfWeek);
  return on && times.includes(next.time) ? next : undefined;
}

/** Active again, from its next hour on: nobody waits for what came due while it was paused. */
function revived({ pausedFor: _, next: __, ...rest }: Subscription): Subscription {
  return { ...rest, status: 'active' };
}

function fresh(place: Place, wish: Wish, now: number): NewSubscription {
  const schedule = scheduleOf(
    wish.times ?? [USUAL_TIME],
    wish.weekdays ?? [],
    wish.timeZone ?? wish.chatZone,
  );
  return {
    ...place,
    schedule,
    topics: [...wish.topics].sort(),
    size: USUAL_EDITION_SIZE,
    ...(wish.ownerId === undefined ? {} : { ownerId: wish.ownerId }),
    status: 'active',
    createdAt: now,
    coveredUntil: now - FIRST_WINDOW,
    next: nextSlot(schedule, now),
  };
}

function isSame(a: Subscription, b: Subscription): boolean {
  const told = ({ schedule, topics, size, status }: Subscription) =>
    JSON.stringify([schedule.times, schedule.weekdays, schedule.timeZone, topics, size, status]);
  return told(a) === told(b);
}

function sameTopics(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join() === b.toSorted().join();
}
