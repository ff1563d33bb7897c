import type { Session } from './driver.ts';
import { markers } from './driver.ts';
import { POSTGRES_TOKENS } from './migrations/001-articles.ts';
import { portions } from './row-portions.ts';
import type { Column, TokenIndex } from './token-index.ts';
import { idsIn, postingsOf, textsIn } from './token-index.ts';

/** Longest token that is kept whole, in UTF-16 units: a GIN key holds at most 2,700 bytes. */
const LONGEST_TOKEN = 500;
/** Articles of one era, as `search_tokens` tells them apart: ids are counted up, so an era is a stretch of time. */
const ERA = 4096;
/** Memory of the server in which the whole index is made at once. */
const SORTING = '256MB';

const utf8 = new TextEncoder();

/**
 * GIN over the same tokens that SQLite's index is fed with, kept as text between spaces. Phrases are told by the
 * text itself, since `tsvector` forgets positions beyond 16,383 and repeats beyond 256. The function's price keeps
 * the planner from reading the words of every article; its statistics would cost much and tell it nothing more.
 * Rows of the table are narrow, the words lie outside them: a common word's articles are read from few pages. And every
 * article holds the sign of its era as a word: what is common enough is found among the newest without reading the rest.
 */
export const postgresIndex: TokenIndex = {
  async put(session, texts) {
    for (const portion of portions(texts)) {
      await session.query(
        `insert into search_index (article_id, terms, grams) values ${markers(portion.length, 3)}
           on conflict (article_id) do update set terms = excluded.terms, grams = excluded.grams`,
        portion.flatMap(({ id, text }) => [id, bounded(text.terms), bounded(text.grams)]),
      );
    }
  },
  async remove(session, articleId) {
    await session.query('delete from search_index where article_id = $1', [articleId]);
  },
  filling: {
    async begin(session) {
      await session.query('drop index search_index_tokens');
    },
    async end(session) {
      await session.query(`set local maintenance_work_mem = '${SORTING}'`);
      // Else the engine goes on for a program that was killed, and the next one waits for it; known from version 14 on.
      await session.query(
        `select set_config(name, '1s', true) from pg_settings where name = 'client_connection_check_interval'`,
      );
      for (const statement of POSTGRES_TOKENS) await session.query(statement);
    },
  },
  async merge() {
    // The engine's own upkeep does it.
    return false;
  },
  async postings(session, tokens, limit, articles) {
    const found = {
      terms: await holders(session, 'terms', textsIn(tokens, 'terms'), limit, articles),
      grams: await holders(session, 'grams', textsIn(tokens, 'grams'), limit, articles),
    };
    return postingsOf(tokens, found, limit, articles);
  },
  async texts(session, ids) {
    const rows = await session.query<{ article_id: number; packed: string }>(
      'select article_id, packed from search_texts where article_id = any($1::bigint[])',
      [`{${ids.join(',')}}`],
    );
    return new Map(rows.map((row) => [row.article_id, utf8.encode(row.packed)]));
  },
  async together(session, terms, limit) {
    const rows = await session.query<{ id: number }>(
      `select article_id as id from search_index where search_tokens(terms, article_id) @> string_to_array($1, ' ')
        order by article_id desc limit $2`,
      [bounded(terms.join(' ')), limit],
    );
    return rows.map((row) => row.id);
  },
  async phrase(session, terms, limit) {
    if (terms.length === 0) return [];
    const rows = await session.query<{ id: number }>(
      `select article_id as id from search_index
        where search_tokens(terms, article_id) @> string_to_array($1, ' ') and strpos(' ' || terms || ' ', ' ' || $1 || ' ') > 0
        order by article_id desc limit $2`,
      [bounded(terms.join(' ')), limit],
    );
    return rows.map((row) => row.id);
  },
};

/** The newest articles that hold each token, looked for in the last eras first; one statement for any number of tokens. */
async function holders(
  session: Session,
  column: Column,
  texts: readonly string[],
  limit: number,
  newest: number,
): Promise<Map<string, number[]>> {
  if (texts.length === 0) return new Map();
  const era = Math.floor(newest / ERA);
  const held = `select article_id from search_index where search_tokens(${column}, article_id) @> array[token.value]`;
  const last = 'order by article_id desc limit $2';
  const rows = await session.query<{ ids: string | null }>(
    `select case when recent.number = $2 then recent.ids
                 else (select string_agg(article_id::text, ',') from (${held} ${last}) every) end as ids
       from jsonb_array_elements_text($1::jsonb) with ordinality as token (value, at)
      cross join lateral (
        select count(*) as number, string_agg(article_id::text, ',') as ids
          from (${held} and search_tokens(${column}, article_id) && string_to_array($3, ' ') ${last}) newest
      ) recent
      order by token.at`,
    [JSON.stringify(texts.map(bounded)), limit, `#${era} #${era - 1}`],
  );
  return new Map(rows.map(({ ids }, at) => [texts[at] ?? '', idsIn(ids ?? '')]));
}

function bounded(words: string): string {
  if (words.length <= LONGEST_TOKEN) return words;
  return words
    .split(' ')
    .map((word) => word.slice(0, LONGEST_TOKEN))
    .join(' ');
}
