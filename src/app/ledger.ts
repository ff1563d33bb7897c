import type { Place } from '../domain/chat.ts';
import { isAt } from '../domain/chat.ts';
import type { Edition, LeftOut } from '../domain/edition.ts';
import type { Follow, FollowHit } from '../domain/follow.ts';
import type { Store } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { DeliveryTally, PassedSlot } from '../domain/subscription-store.ts';
import { restOf } from './rest-view.ts';

/** A subscription of a place, its last slot and what became of the messages of that. */
export interface Account {
  subscription: Subscription;
  /** Why nothing of it goes out for now, a word of the ledger. */
  rest?: string;
  last?: PassedSlot;
  deliveries: DeliveryTally[];
}

/** What became of one story for a place; all absent when it was never weighed for it. */
export interface StoryAccount {
  told?: PassedSlot & { developed: boolean };
  hit?: { hit: FollowHit; follow?: Follow };
  left?: LeftOut;
}

/** Answers, from what is stored, what became of everything for a chat or topic. */
export interface Ledger {
  accounts(place: Place): Promise<Account[]>;
  story(place: Place, storyId: number): Promise<StoryAccount>;
  /** The last edition of a place with what it left out. */
  lastEdition(place: Place): Promise<Edition | undefined>;
}

export function createLedger(
  store: Pick<
    Store,
    'subscriptionsOf' | 'standing' | 'passedSlots' | 'editionLedger' | 'slotsTelling' | 'hitOf' | 'edition'
  >,
): Ledger {
  const here = async (place: Place) => (await store.subscriptionsOf(place.chatId)).filter(isAt(place));

  async function lastEdition(place: Place): Promise<Edition | undefined> {
    const editions: Edition[] = [];
    for (const { lastEdition: id } of await here(place)) {
      const edition = id === undefined ? undefined : await store.edition(id);
      if (edition) editions.push(edition);
    }
    return editions.sort((a, b) => b.createdAt - a.createdAt)[0];
  }

  return {
    lastEdition,
    async accounts(place) {
      const accounts: Account[] = [];
      const standing = await store.standing(place.chatId);
      for (const subscription of await here(place)) {
        const [last] = await store.passedSlots(subscription.id, 1);
        const deliveries =
          last?.editionId === undefined ? [] : await store.editionLedger(subscription.id, last.editionId);
        const rest = restOf(subscription, standing);
        accounts.push({
          subscription,
          deliveries,
          ...(rest === undefined ? {} : { rest }),
          ...(last ? { last } : {}),
        });
      }
      return accounts;
    },
    async story(place, storyId) {
      const [told] = await store.slotsTelling(place, storyId);
      const hit = await store.hitOf(place, storyId);
      const left = (await lastEdition(place))?.left.find((each) => each.storyId === storyId)?.why;
      return { ...(told ? { told } : {}), ...(hit ? { hit } : {}), ...(left ? { left } : {}) };
    },
  };
}
