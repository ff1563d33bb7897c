import type { DayTallyStore } from '../domain/day-tally.ts';
import type { Driver } from './driver.ts';

/** Counts by day, each table read once. */
export function dayTallyMethods(driver: Driver): DayTallyStore {
  return {
    async dayTallies(starts) {
      const articles = await driver.query<{ day: number; n: number }>(
        `select ${dayOf('first_seen', starts)} as day, count(*) as n from articles
          where first_seen >= $1 and first_seen < $${starts.length} group by day`,
        starts,
      );
      const stories = await driver.query<{ day: number; n: number }>(
        `select ${dayOf('began', starts)} as day, count(*) as n from (
           select min(first_seen) as began from articles where story_id is not null group by story_id
         ) beginnings where began >= $1 and began < $${starts.length} group by day`,
        starts,
      );
      const messages = await driver.query<{ day: number; n: number; chats: number }>(
        `select ${dayOf('finished_at', starts)} as day, count(*) as n, count(distinct chat_id) as chats from deliveries
          where state = 'sent' and finished_at >= $1 and finished_at < $${starts.length} group by day`,
        starts,
      );
      return starts.slice(1).map((_, day) => {
        const sent = messages.find((row) => row.day === day);
        return {
          articles: Number(articles.find((row) => row.day === day)?.n ?? 0),
          stories: Number(stories.find((row) => row.day === day)?.n ?? 0),
          messages: Number(sent?.n ?? 0),
          readers: Number(sent?.chats ?? 0),
        };
      });
    },
  };
}

/** The number of the day that a time falls in; the latest is asked for first, since most that is looked at is of it. */
function dayOf(column: string, starts: readonly number[]): string {
  const days = starts.slice(0, -1).map((_, day) => `when ${column} >= $${day + 1} then ${day}`);
  return `case ${days.reverse().join(' ')} end`;
}
