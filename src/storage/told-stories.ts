import type { ToldStory } from '../domain/edition.ts';
import type { SubscriptionStore } from '../domain/subscription-store.ts';
import type { Driver } from './driver.ts';
import { list, padded } from './driver.ts';
import { placeColumns, placeOf } from './places.ts';
import type { SlotRow } from './subscription-rows.ts';
import { slotOf } from './subscription-rows.ts';

/** A story as an edition has it. */
export type ToldRow = { story_id: number; article_ids: string; developed: number };

export function toldOf(row: ToldRow): ToldStory {
  return {
    storyId: row.story_id,
    articleIds: JSON.parse(row.article_ids),
    developed: row.developed !== 0,
  };
}

type ToldBesideRow = {
  chat_id: number;
  thread_id: number;
  subscription_id: number;
  story_id: number;
  at: number;
};

/** Which stories were told before, by whom and when. */
export function toldMethods(
  driver: Driver,
): Pick<SubscriptionStore, 'toldBy' | 'slotsTelling' | 'toldBeside'> {
  return {
    async toldBy(editionId, depth) {
      const rows = await driver.query<ToldRow>(
        `with recursive chain (id, previous_id, depth) as (
           select id, previous_id, 1 from editions where id = $1
           union all
           select editions.id, editions.previous_id, chain.depth + 1
             from editions join chain on editions.id = chain.previous_id where chain.depth < $2
         )
         select story_id, article_ids, developed from edition_stories
           join chain on chain.id = edition_stories.edition_id order by chain.depth, position`,
        [editionId, depth],
      );
      return rows.map(toldOf);
    },

    async slotsTelling(place, storyId) {
      const rows = await driver.query<SlotRow & { developed: number }>(
        `select slots.date, slots.time, slots.verdict, slots.edition_id, slots.at, developed from edition_stories
           join slots on slots.edition_id = edition_stories.edition_id
           join subscriptions on subscriptions.id = slots.subscription_id
          where story_id = $3 and chat_id = $1 and thread_id = $2 order by slots.at desc`,
        [...placeColumns(place), storyId],
      );
      return rows.map((row) => ({ ...slotOf(row), developed: row.developed !== 0 }));
    },

    async toldBeside(since, chatIds) {
      const ids = padded(chatIds);
      if (ids.length === 0) return [];
      const rows = await driver.query<ToldBesideRow>(
        `select subscriptions.chat_id, subscriptions.thread_id, subscription_id, story_id, slots.at from subscriptions
           join slots on slots.subscription_id = subscriptions.id and slots.at >= $1
           join edition_stories on edition_stories.edition_id = slots.edition_id
          where subscriptions.chat_id in (${list(ids.length, 2)}) and exists (
            select 1 from subscriptions as other where other.chat_id = subscriptions.chat_id
               and other.thread_id = subscriptions.thread_id and other.id <> subscriptions.id)
          order by slots.at, story_id, subscription_id`,
        [since, ...ids],
      );
      return rows.map((row) => ({
        ...placeOf(row),
        subscriptionId: row.subscription_id,
        storyId: row.story_id,
        at: row.at,
      }));
    },
  };
}
