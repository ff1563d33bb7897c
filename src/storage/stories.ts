import type { ArticleHead } from '../domain/article.ts';
import type { Store, StoryQuery } from '../domain/ports.ts';
import type { Story } from '../domain/story.ts';
import type { HeadRow } from './article-rows.ts';
import { HEAD_COLUMNS, headOf } from './article-rows.ts';
import type { Driver, Session, Value } from './driver.ts';
import { list } from './driver.ts';
import type { ReportRow } from './report-rows.ts';
import { REPORT_COLUMNS, reportOf } from './report-rows.ts';
import { mergeStories, newStories, placeArticles, refreshStories } from './story-upkeep.ts';

type StoryMethods = Pick<
  Store,
  'assign' | 'unassigned' | 'reportsBetween' | 'stories' | 'latestStories' | 'editorsChoice'
>;

/** Reports read with one statement: more would hold up the main loop when they arrive. */
const PAGE = 500;

/** A story merged into one that was merged again is followed this far; more would be a fault. */
const LONGEST_MERGE_CHAIN = 20;

/** Stories: which articles tell one event, and where it stands in the list. */
export function storyMethods(driver: Driver): StoryMethods {
  return {
    assign: (placements) =>
      driver.transaction(async (session) => {
        const stored = await newStories(session, placements);
        const idOf = (storyId: number) => stored.get(storyId) ?? storyId;
        let waiting: [article: number, story: number][] = [];
        for (const { articleId, storyId, absorbs } of placements) {
          if (absorbs !== undefined) {
            await placeArticles(session, waiting);
            waiting = [];
            const [from, into] = [idOf(absorbs), idOf(storyId)];
            await mergeStories(session, from, into);
            for (const [key, value] of stored) if (value === from) stored.set(key, into);
            stored.set(absorbs, into);
          }
          waiting.push([articleId, idOf(storyId)]);
        }
        await placeArticles(session, waiting);
        const ids = placements.map(({ storyId }) => idOf(storyId));
        await refreshStories(session, ids);
        return ids;
      }),

    async unassigned(limit, after) {
      const rows = await driver.query<ReportRow>(
        `select ${REPORT_COLUMNS} from articles where story_id is null
            ${after ? 'and (sort_at, id) > ($2, $3)' : ''} order by sort_at, id limit $1`,
        after ? [limit, after.at, after.articleId] : [limit],
      );
      return rows.map(reportOf);
    },

    async reportsBetween(from, to, limit) {
      const rows: ReportRow[] = [];
      for (let last: ReportRow | undefined; rows.length < limit; last = rows.at(-1)) {
        const page = await driver.query<ReportRow>(
          `select ${REPORT_COLUMNS} from articles where story_id is not null and sort_at between $1 and $2
              ${last ? 'and (sort_at, id) < ($4, $5)' : ''} order by sort_at desc, id desc limit $3`,
          [from, to, Math.min(PAGE, limit - rows.length), ...(last ? [last.sort_at, last.id] : [])],
        );
        rows.push(...page);
        if (page.length < PAGE) break;
      }
      return rows.toReversed().map((row) => ({ report: reportOf(row), storyId: row.story_id }));
    },

    async stories(ids) {
      if (ids.length === 0) return [];
      const current = new Map<number, number>();
      for (const id of new Set(ids)) current.set(id, await followMerges(driver, id));
      const found = await loadStories(driver, [...new Set(current.values())]);
      return ids.flatMap((id) => found.get(current.get(id) ?? id) ?? []);
    },

    async latestStories(query) {
      const { limit } = query;
      const rows = await driver.query<{ id: number }>(...pageStatement(query));
      const ids = rows.slice(0, limit).map((row) => row.id);
      if (query.before) ids.reverse();
      const beyond = rows.length > limit;
      const found = await loadStories(driver, ids);
      return {
        stories: ids.flatMap((id) => found.get(id) ?? []),
        newer: query.before ? beyond : query.after !== undefined,
        older: query.before ? true : beyond,
      };
    },

    async editorsChoice(storyId) {
      const rows = await driver.query<{ story_id: number }>(
        `select distinct other.story_id, other_story.sort_at from (
           select linked.story_id from articles own
             join editor_links link on link.article_id = own.id
             join articles linked on linked.key = link.ref or linked.external_id = link.ref
            where own.story_id = $1
           union
           select linking.story_id from articles own
             join editor_links link on link.ref = own.key or link.ref = own.external_id
             join articles linking on linking.id = link.article_id
            where own.story_id = $1
         ) other join stories other_story on other_story.id = other.story_id
         where other.story_id <> $1 order by other_story.sort_at desc, other.story_id desc`,
        [storyId],
      );
      return rows.map((row) => row.story_id);
    },
  };
}

async function followMerges(session: Session, id: number): Promise<number> {
  let current = id;
  for (let step = 0; step < LONGEST_MERGE_CHAIN; step++) {
    const [row] = await session.query<{ merged_into: number | null }>(
      'select merged_into from stories where id = $1',
      [current],
    );
    if (!row || row.merged_into === null) return current;
    current = row.merged_into;
  }
  throw new Error(`stories merged in a circle around ${id}`);
}

async function loadStories(session: Session, ids: readonly number[]): Promise<Map<number, Story>> {
  if (ids.length === 0) return new Map();
  const rows = await session.query<HeadRow>(
    `select ${HEAD_COLUMNS} from articles where story_id in (${list(ids.length)}) order by sort_at, id`,
    ids,
  );
  const articles = Map.groupBy(rows, (row) => row.story_id);
  return new Map(
    [...articles].flatMap(([id, own]) => (id === null ? [] : [[id, storyOf(id, own.map(headOf))] as const])),
  );
}

function storyOf(id: number, articles: ArticleHead[]): Story {
  return { id, articles, sortAt: Math.max(...articles.map((article) => article.sortAt)) };
}

/** One row more than asked for tells whether the list goes on. */
function pageStatement({ topics, language, after, before, limit }: StoryQuery): [string, Value[]] {
  const parameters: Value[] = [limit + 1];
  const conditions = ['stories.merged_into is null'];
  const cursor = after ?? before;
  if (cursor) {
    parameters.push(cursor.sortAt, cursor.id);
    conditions.push(`(stories.sort_at, stories.id) ${after ? '<' : '>'} ($2, $3)`);
  }
  if (topics) {
    const markers = list(topics.length, parameters.length + 1);
    parameters.push(...topics);
    conditions.push(
      `exists (select 1 from story_topics where story_topics.story_id = stories.id and story_topics.topic in (${markers}))`,
    );
  }
  if (language) {
    parameters.push(language);
    conditions.push(
      `exists (select 1 from articles where articles.story_id = stories.id and articles.language = $${parameters.length})`,
    );
  }
  const direction = before && !after ? 'asc' : 'desc';
  const sql = `select stories.id from stories where ${conditions.join(' and ')}
    order by stories.sort_at ${direction}, stories.id ${direction} limit $1`;
  return [sql, parameters];
}
