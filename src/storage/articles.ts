import type { PreparedDraft } from '../domain/indexing.ts';
import type { PutOutcome, Store } from '../domain/ports.ts';
import type { ArticleRow } from './article-rows.ts';
import { ARTICLE_COLUMNS, articleOf, contentColumns } from './article-rows.ts';
import type { Driver, Row, Session } from './driver.ts';
import { list, padded } from './driver.ts';
import { indexArticles, insertArticles, linkArticle } from './new-articles.ts';
import { refreshStories } from './story-upkeep.ts';
import type { TokenIndex } from './token-index.ts';

type ArticleMethods = Pick<
  Store,
  'putArticles' | 'removeArticles' | 'rekeyArticles' | 'article' | 'articlesByKey' | 'sourceTallies'
>;

/** Former titles that are kept of an article. */
const MOST_TITLES = 20;

/** Articles: what publishers wrote, kept by key. */
export function articleMethods(driver: Driver, index: TokenIndex): ArticleMethods {
  return {
    putArticles: (drafts, now) =>
      driver.transaction(async (session) => {
        const results: Put[] = [];
        for (const portion of withoutRepeats(drafts))
          results.push(...(await putPortion(session, index, portion, now)));
        return results;
      }),

    removeArticles: (keys) =>
      driver.transaction(async (session) => {
        if (keys.length === 0) return;
        const gone = await session.query<{ id: number; story_id: number | null }>(
          `delete from articles where key in (${list(keys.length)}) returning id, story_id`,
          keys,
        );
        await afterRemoval(session, index, gone);
      }),

    rekeyArticles: (changes) =>
      driver.transaction(async (session) => {
        for (const { from, to } of changes) {
          await session.query(
            'update articles set key = $2 where key = $1 and not exists (select 1 from articles other where other.key = $2)',
            [from, to],
          );
        }
      }),

    async article(id) {
      const [row] = await driver.query<ArticleRow>(`select ${ARTICLE_COLUMNS} from articles where id = $1`, [
        id,
      ]);
      return row && articleOf(row);
    },

    async articlesByKey(keys) {
      if (keys.length === 0) return [];
      const rows = await driver.query<ArticleRow>(
        `select ${ARTICLE_COLUMNS} from articles where key in (${list(keys.length)})`,
        keys,
      );
      return rows.map(articleOf);
    },

    async sourceTallies() {
      const rows = await driver.query<TallyRow>(
        `select source_name, max(source_url) as url, count(*) as articles, max(sort_at) as latest
         from articles where source_name <> '' group by source_name order by articles desc, source_name`,
      );
      const languages = await driver.query<{ source_name: string; language: string }>(
        'select source_name, language from articles group by source_name, language order by count(*) desc',
      );
      return rows.map((row) => ({
        name: row.source_name,
        ...(row.url === null ? {} : { url: row.url }),
        languages: languages
          .filter((each) => each.source_name === row.source_name)
          .map((each) => each.language),
        articles: Number(row.articles),
        latest: row.latest,
      }));
    },
  };
}

interface TallyRow extends Row {
  source_name: string;
  url: string | null;
  articles: number;
  latest: number;
}

interface Put {
  id: number;
  outcome: PutOutcome;
}

/** Most drafts looked up at once. */
const LOOKED_UP = 100;

/** Drafts in their order, in portions in which each key stands once. */
function* withoutRepeats(drafts: readonly PreparedDraft[]): Generator<PreparedDraft[]> {
  let portion = new Map<string, PreparedDraft>();
  for (const draft of drafts) {
    if (portion.has(draft.key) || portion.size === LOOKED_UP) {
      yield [...portion.values()];
      portion = new Map();
    }
    portion.set(draft.key, draft);
  }
  if (portion.size > 0) yield [...portion.values()];
}

async function putPortion(
  session: Session,
  index: TokenIndex,
  drafts: readonly PreparedDraft[],
  now: number,
): Promise<Put[]> {
  const keys = padded(drafts.map(({ key }) => key));
  const rows = await session.query<ArticleRow>(
    `select ${ARTICLE_COLUMNS} from articles where key in (${list(keys.length)})`,
    keys,
  );
  const known = new Map(rows.map((row) => [row.key, row]));
  const fresh = drafts.filter(({ key }) => !known.has(key));
  const ids = await insertArticles(session, index, fresh, now);
  const puts: Put[] = [];
  for (const draft of drafts) {
    const row = known.get(draft.key);
    puts.push(
      row
        ? await updateArticle(session, index, row, draft)
        : { id: ids.get(draft.key) ?? 0, outcome: 'imported' },
    );
  }
  return puts;
}

async function updateArticle(
  session: Session,
  index: TokenIndex,
  known: ArticleRow,
  given: PreparedDraft,
): Promise<Put> {
  const { id } = known;
  const draft = reconciled(known, given);
  const content = contentColumns(draft);
  const names = Object.keys(content);
  if (names.every((name) => known[name] === content[name])) return { id, outcome: 'unchanged' };

  const sortAt = Math.min(draft.publishedAt ?? known.first_seen, known.first_seen);
  const settings = names.map((name, at) => `${name} = $${at + 3}`).join(', ');
  await session.query(`update articles set sort_at = $2, ${settings} where id = $1`, [
    id,
    sortAt,
    ...Object.values(content),
  ]);
  await session.query('delete from editor_links where article_id = $1', [id]);
  await linkArticle(session, id, draft.related);
  if (known.title !== draft.title) {
    const former: string[] = JSON.parse(known.former_titles ?? '[]');
    const titles = [...former.filter((title) => title !== known.title), known.title].slice(-MOST_TITLES);
    await session.query('update articles set former_titles = $2 where id = $1', [id, JSON.stringify(titles)]);
  }
  if (known.title !== draft.title || known.body !== draft.body || known.summary !== content.summary) {
    await index.remove(session, id);
    await indexArticles(session, index, [{ id, draft }]);
  }
  if (known.story_id !== null) await refreshStories(session, [known.story_id]);
  return { id, outcome: 'updated' };
}

/**
 * What a draft changes of an article that is known. An article that several feeds carry belongs to the first: the
 * others add topics and a longer text, so that two feeds never rewrite it in turn.
 */
function reconciled(known: ArticleRow, draft: PreparedDraft): PreparedDraft {
  if (known.source_id === null || known.source_id === draft.sourceId) return draft;
  if (draft.sourceId === undefined) return { ...draft, sourceId: known.source_id };
  const {
    id: _id,
    firstSeen: _seen,
    sortAt: _at,
    storyId: _story,
    formerTitles: _former,
    ...own
  } = articleOf(known);
  return {
    ...own,
    topics: [...new Set([...own.topics, ...draft.topics])],
    body: draft.body.length > own.body.length ? draft.body : own.body,
  };
}

/** Takes deleted articles out of the index, and their stories where they were the last. */
export async function afterRemoval(
  session: Session,
  index: TokenIndex,
  gone: readonly { id: number; story_id: number | null }[],
): Promise<void> {
  for (const { id } of gone) await index.remove(session, id);
  await refreshStories(
    session,
    gone.flatMap(({ story_id }) => (story_id === null ? [] : [story_id])),
  );
}
