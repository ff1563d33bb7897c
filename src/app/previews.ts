import type { Chat, Place } from '../domain/chat.ts';
import { isAt } from '../domain/chat.ts';
import type { Content } from '../domain/message.ts';
import type { Clock, Store } from '../domain/ports.ts';
import { profileOf } from '../domain/profile.ts';
import { FIRST_WINDOW, USUAL_EDITION_SIZE } from '../domain/subscription.ts';
import type { Voice } from '../i18n/voice.ts';
import type { Chats } from './chats.ts';
import { LONGEST_WINDOW, windowStart } from './digests.ts';
import type { Editions } from './editions.ts';
import { readPast } from './held-hits.ts';
import { slotText } from './subscription-view.ts';

/** The next edition as it would be now; looking at it takes nothing from it. */
export interface Previews {
  next(place: Place, chat: Chat, voice: Voice): Promise<{ parts: Content[]; subscribed: boolean }>;
}

export function createPreviews(
  store: Pick<Store, 'subscriptionsOf' | 'hitsSince' | 'toldBeside'>,
  editions: Pick<Editions, 'make'>,
  chats: Chats,
  now: Clock,
): Previews {
  return {
    async next(place, chat, voice) {
      const at = now();
      const here = (await store.subscriptionsOf(place.chatId)).filter(isAt(place));
      const soonest = here
        .filter(({ next }) => next !== undefined)
        .sort((a, b) => (a.next?.at ?? 0) - (b.next?.at ?? 0))[0];
      const subscription = soonest ?? here[0];
      const { says } = voice;
      const note = soonest?.next
        ? `${says.editionPreview} ${says.editionPreviewNext(slotText(soonest.next, soonest.schedule.timeZone, voice, at))}`
        : subscription
          ? says.editionPreview
          : says.editionNoneDue;
      const wanted = subscription ?? {
        schedule: { times: [], weekdays: [], timeZone: chats.timeZone(chat) },
        topics: chat.preferences.topics ?? [],
        size: USUAL_EDITION_SIZE,
      };
      const past = await readPast(store, [place.chatId], at - LONGEST_WINDOW);
      const { parts } = await editions.make({
        profile: profileOf(chat, wanted, voice.language),
        from: subscription ? windowStart(subscription, at) : at - FIRST_WINDOW,
        to: at,
        ...(subscription?.lastEdition === undefined ? {} : { previous: subscription.lastEdition }),
        ...past.heard({ ...place, ...(subscription ? { id: subscription.id } : {}) }),
        note,
      });
      return { parts, subscribed: subscription !== undefined };
    },
  };
}
