import type { SubscriptionStore } from '../domain/subscription-store.ts';
import type { Driver } from './driver.ts';

/** Stories that came in after the time they are placed at had been covered. */
export function lateStoryMethods(driver: Driver): Pick<SubscriptionStore, 'lateStories'> {
  return {
    async lateStories({ placed, seen, limit }) {
      const rows = await driver.query<{ story_id: number }>(
        `select distinct story_id from articles
          where sort_at > $1 and sort_at <= $2 and first_seen > $3 and first_seen <= $4 and story_id is not null
          order by story_id desc limit $5`,
        [placed.from, placed.to, seen.from, seen.to, limit],
      );
      return rows.map((row) => row.story_id);
    },
  };
}
