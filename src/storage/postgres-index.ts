import type { Session } from './driver.ts';
import { markers } from './driver.ts';
import type { TokenIndex } from './token-index.ts';
import { frequencyOf, idsIn } from './token-index.ts';

/** Longest token that is kept whole, in UTF-16 units: a GIN key holds at most 2,700 bytes. */
const LONGEST_TOKEN = 500;
/** New rows wait unsorted until they are so many KiB: every search reads those to the end. */
const PENDING_KIB = 256;

/** Articles of one era: ids are counted up, so an era is a stretch of time. */
const ERA = 4096;

/**
 * GIN over the same tokens that SQLite's index is fed with, kept as text between spaces. Phrases are told by the
 * text itself, since `tsvector` forgets positions beyond 16,383 and repeats beyond 256. The function's price keeps
 * the planner from reading the words of every article; its statistics would cost much and tell it nothing more.
 * Rows of the table are narrow, the words lie outside them: a common word's articles are read from few pages. And every
 * article holds the sign of its era as a word: what is common enough is found among the newest without reading the rest.
 */
export const postgresIndex: TokenIndex = {
  tables: [
    `create function search_tokens(words text, article_id bigint) returns text[]
       language plpgsql immutable strict parallel safe cost 10000
       as 'begin return string_to_array(words, '' '') || (''#'' || article_id / ${ERA}); end'`,
    `create table search_index (
      article_id bigint primary key,
      terms text not null,
      grams text not null
    ) with (toast_tuple_target = 128)`,
    `create index search_index_tokens on search_index using gin
       (search_tokens(terms, article_id), search_tokens(grams, article_id)) with (gin_pending_list_limit = ${PENDING_KIB})`,
    'alter index search_index_tokens alter column 1 set statistics 0',
    'alter index search_index_tokens alter column 2 set statistics 0',
  ],
  async put(session, texts) {
    await session.query(
      `insert into search_index (article_id, terms, grams) values ${markers(texts.length, 3)}
         on conflict (article_id) do update set terms = excluded.terms, grams = excluded.grams`,
      texts.flatMap(({ id, text }) => [id, bounded(text.terms), bounded(text.grams)]),
    );
  },
  async remove(session, articleId) {
    await session.query('delete from search_index where article_id = $1', [articleId]);
  },
  async postings(session, tokens, limit, articles) {
    const found = {
      terms: await holders(session, 'terms', textsIn(tokens, 'terms'), limit, articles),
      grams: await holders(session, 'grams', textsIn(tokens, 'grams'), limit, articles),
    };
    return tokens.map(({ column, text }) => {
      const ids = found[column].get(text) ?? [];
      return { ids, frequency: frequencyOf(ids, limit, articles) };
    });
  },
  async texts(session, ids) {
    const rows = await session.query<{ article_id: number; text: string }>(
      'select article_id, text from search_texts where article_id = any($1::bigint[])',
      [`{${ids.join(',')}}`],
    );
    return new Map(rows.map((row) => [row.article_id, row.text]));
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

function textsIn(tokens: Parameters<TokenIndex['postings']>[1], wanted: 'terms' | 'grams'): string[] {
  return tokens.filter(({ column }) => column === wanted).map(({ text }) => text);
}

/** The newest articles that hold each token, looked for in the last eras first; one statement for any number of tokens. */
async function holders(
  session: Session,
  column: 'terms' | 'grams',
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
