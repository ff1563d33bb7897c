import type { ArticleDraft } from '../domain/article.ts';
import { indexedText } from '../domain/indexing.ts';
import type { PutOutcome, Store } from '../domain/ports.ts';
import type { ArticleRow } from './article-rows.ts';
import { ARTICLE_COLUMNS, articleOf, contentColumns } from './article-rows.ts';
import type { Driver, Row, Session } from './driver.ts';
import { list, markers } from './driver.ts';
import { refreshStories } from './stories.ts';
import type { TokenIndex } from './token-index.ts';

type ArticleMethods = Pick<
  Store,
  | 'putArticles'
  | 'removeArticles'
  | 'rekeyArticles'
  | 'unassigned'
  | 'article'
  | 'articlesByKey'
  | 'sourceTallies'
>;

/** Former titles that are kept of an article. */
const MOST_TITLES = 20;

/** Articles: what publishers wrote, kept by key. */
export function articleMethods(driver: Driver, index: TokenIndex): ArticleMethods {
  return {
    putArticles: (drafts, now) =>
      driver.transaction(async (session) => {
        const results: { id: number; outcome: PutOutcome }[] = [];
        for (const draft of drafts) results.push(await putArticle(session, index, draft, now));
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

    async unassigned(limit) {
      const rows = await driver.query<ArticleRow>(
        `select ${ARTICLE_COLUMNS} from articles where story_id is null order by sort_at, id limit $1`,
        [limit],
      );
      return rows.map(articleOf);
    },

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

async function putArticle(
  session: Session,
  index: TokenIndex,
  given: ArticleDraft,
  now: number,
): Promise<{ id: number; outcome: PutOutcome }> {
  const [known] = await session.query<ArticleRow>(`select ${ARTICLE_COLUMNS} from articles where key = $1`, [
    given.key,
  ]);
  const draft = known ? reconciled(known, given) : given;
  const content = contentColumns(draft);
  const names = Object.keys(content);
  if (known && names.every((name) => known[name] === content[name]))
    return { id: known.id, outcome: 'unchanged' };

  const firstSeen = known?.first_seen ?? now;
  const sortAt = Math.min(draft.publishedAt ?? firstSeen, firstSeen);
  if (known) {
    const settings = names.map((name, index) => `${name} = $${index + 3}`).join(', ');
    await session.query(`update articles set sort_at = $2, ${settings} where id = $1`, [
      known.id,
      sortAt,
      ...Object.values(content),
    ]);
    await linkArticle(session, known.id, draft);
    if (known.title !== draft.title) {
      const former: string[] = JSON.parse(known.former_titles ?? '[]');
      const titles = [...former.filter((title) => title !== known.title), known.title].slice(-MOST_TITLES);
      await session.query('update articles set former_titles = $2 where id = $1', [
        known.id,
        JSON.stringify(titles),
      ]);
    }
    if (known.title !== draft.title || known.body !== draft.body || known.summary !== content.summary) {
      await index.remove(session, known.id);
      await indexArticle(session, index, known.id, draft);
    }
    if (known.story_id !== null) await refreshStories(session, [known.story_id]);
    return { id: known.id, outcome: 'updated' };
  }
  const columns = ['key', 'first_seen', 'sort_at', ...names];
  const [row] = await session.query<{ id: number }>(
    `insert into articles (${columns.join(', ')}) values ${markers(1, columns.length)} returning id`,
    [draft.key, firstSeen, sortAt, ...Object.values(content)],
  );
  if (!row) throw new Error('the engine returned no id for a new article');
  await linkArticle(session, row.id, draft);
  await indexArticle(session, index, row.id, draft);
  return { id: row.id, outcome: 'imported' };
}

/**
 * What a draft changes of an article that is known. An article that several feeds carry belongs to the first: the
 * others add topics and a longer text, so that two feeds never rewrite it in turn.
 */
function reconciled(known: ArticleRow, draft: ArticleDraft): ArticleDraft {
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

async function indexArticle(
  session: Session,
  index: TokenIndex,
  id: number,
  draft: ArticleDraft,
): Promise<void> {
  const text = indexedText(draft);
  await index.put(session, id, text);
  await session.query(
    'insert into search_texts (article_id, text) values ($1, $2) on conflict (article_id) do update set text = excluded.text',
    [id, text.matchText],
  );
}

/** Links may name articles that are not here yet: they are kept as written and looked up when read. */
async function linkArticle(session: Session, id: number, draft: ArticleDraft): Promise<void> {
  await session.query('delete from editor_links where article_id = $1', [id]);
  if (draft.related.length === 0) return;
  await session.query(
    `insert into editor_links (article_id, ref) values ${markers(draft.related.length, 2)} on conflict do nothing`,
    draft.related.flatMap((ref) => [id, ref]),
  );
}
