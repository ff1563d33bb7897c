import type { Store } from '../domain/ports.ts';
import { afterRemoval } from './articles.ts';
import type { Driver } from './driver.ts';
import { list } from './driver.ts';
import type { TokenIndex } from './token-index.ts';

/** What goes when its time is over, and how much is there. */
export function retentionMethods(
  driver: Driver,
  index: TokenIndex,
): Pick<Store, 'expireArticles' | 'census'> {
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
