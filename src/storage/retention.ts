import type { Store } from '../domain/ports.ts';
import { afterRemoval } from './articles.ts';
import type { Driver } from './driver.ts';
import { list } from './driver.ts';
import type { TokenIndex } from './token-index.ts';

/** What goes when its time is over, how the rest is kept quick, and how much is there. */
export function retentionMethods(
  driver: Driver,
  index: TokenIndex,
): Pick<Store, 'expireArticles' | 'expireEditions' | 'mergeIndex' | 'census'> {
  return {
    expireArticles: (before, limit) =>
      driver.transaction(async (session) => {
        const old = await session.query<{ id: number; story_id: number }>(
          `select articles.id, articles.story_id from articles join stories on stories.id = articles.story_id
            where articles.source_id is not null and articles.first_seen < $1 and stories.sort_at < $1
              and not exists (select 1 from editor_links link
                               where link.article_id <> articles.id
                                 and (link.ref = articles.key or link.ref = articles.external_id))
            order by articles.id limit $2`,
          [before, limit],
        );
        if (old.length === 0) return 0;
        await session.query(
          `delete from articles where id in (${list(old.length)})`,
          old.map(({ id }) => id),
        );
        await afterRemoval(session, index, old);
        return old.length;
      }),

    expireEditions: (before, limit) =>
      driver.transaction(async (session) => {
        const closed = await session.query(
          `delete from deliveries where id in (
             select id from deliveries where created_at < $1 and state not in ('pending', 'sending', 'uncertain')
              order by id limit $2) returning id`,
          [before, limit],
        );
        const texts = await session.query(
          `delete from messages where id in (
             select id from messages where created_at < $1
               and not exists (select 1 from deliveries where deliveries.message_id = messages.id)
              order by id limit $2) returning id`,
          [before, limit],
        );
        const editions = await session.query(
          `delete from editions where id in (
             select id from editions where created_at < $1
               and not exists (select 1 from subscriptions where subscriptions.last_edition = editions.id)
               and not exists (select 1 from messages where messages.edition_id = editions.id)
              order by id limit $2) returning id`,
          [before, limit],
        );
        const slots = await session.query(
          `delete from slots where (subscription_id, date, time) in (
             select subscription_id, date, time from slots where at < $1 limit $2) returning subscription_id`,
          [before, limit],
        );
        const hits = await session.query(
          `delete from follow_hits where (chat_id, thread_id, story_id) in (
             select chat_id, thread_id, story_id from follow_hits where at < $1 limit $2) returning story_id`,
          [before, limit],
        );
        return closed.length + texts.length + editions.length + slots.length + hits.length;
      }),

    mergeIndex: () => driver.transaction((session) => index.merge(session)),

    async census() {
      const count = async (sql: string) => Number((await driver.query<{ n: number }>(sql))[0]?.n ?? 0);
      return {
        shape: await count('select max(id) as n from migrations'),
        articles: await count('select count(*) as n from articles'),
        stories: await count('select count(*) as n from stories where merged_into is null'),
        sources: await count('select count(*) as n from sources where removed = 0'),
      };
    },
  };
}
