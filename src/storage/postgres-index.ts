import type { Session } from './driver.ts';
import { markers } from './driver.ts';
import type { TokenIndex } from './token-index.ts';
import { frequencyOf, idsIn } from './token-index.ts';

/** Longest token that is kept whole, in UTF-16 units: a GIN key holds at most 2,700 bytes. */
const LONGEST_TOKEN = 500;
/** What a bitmap of the index waits in before it is sorted in, in KiB: searches read it to the end. */
const PENDING_KIB = 256;

/**
 * GIN over the same tokens that SQLite's index is fed with, kept as text between spaces. Phrases are told by the
 * text itself, since `tsvector` forgets positions beyond 16,383 and repeats beyond 256. The function's price keeps
 * the planner from reading the words of every article; its statistics would cost much and tell it nothing more.
 * Rows of the table are narrow, the words lie outside them: a common word's articles are read from few pages.
 */
export const postgresIndex: TokenIndex = {
  tables: [
    `create function search_tokens(words text) returns text[] language plpgsql immutable strict parallel safe cost 10000
       as 'begin return string_to_array(words, '' ''); end'`,
    `create table search_index (
      article_id bigint primary key,
      terms text not null,
      grams text not null
    ) with (toast_tuple_target = 128)`,
    `create index search_index_tokens on search_index using gin (search_tokens(terms), search_tokens(grams))
       with (gin_pending_list_limit = ${PENDING_KIB})`,
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
      terms: await holders(session, 'terms', textsIn(tokens, 'terms'), limit),
      grams: await holders(session, 'grams', textsIn(tokens, 'grams'), limit),
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
      `select article_id as id from search_index where search_tokens(terms) @> search_tokens($1)
        order by article_id desc limit $2`,
      [bounded(terms.join(' ')), limit],
    );
    return rows.map((row) => row.id);
  },
  async phrase(session, terms, limit) {
    if (terms.length === 0) return [];
    const rows = await session.query<{ id: number }>(
      `select article_id as id from search_index
        where search_tokens(terms) @> search_tokens($1) and strpos(' ' || terms || ' ', ' ' || $1 || ' ') > 0
        order by article_id desc limit $2`,
      [bounded(terms.join(' ')), limit],
    );
    return rows.map((row) => row.id);
  },
};

function textsIn(tokens: Parameters<TokenIndex['postings']>[1], wanted: 'terms' | 'grams'): string[] {
  return tokens.filter(({ column }) => column === wanted).map(({ text }) => text);
}

/** The newest articles that hold each token; one statement for any number of tokens. */
async function holders(
  session: Session,
  column: 'terms' | 'grams',
  texts: readonly string[],
  limit: number,
): Promise<Map<string, number[]>> {
  if (texts.length === 0) return new Map();
  const rows = await session.query<{ ids: string | null }>(
    `select (select string_agg(held.article_id::text, ',') from (
               select article_id from search_index where search_tokens(${column}) @> array[token.value]
                order by article_id desc limit $2
             ) held) as ids
       from jsonb_array_elements_text($1::jsonb) with ordinality as token (value, at) order by token.at`,
    [JSON.stringify(texts.map(bounded)), limit],
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
