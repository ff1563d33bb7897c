import type { IndexedText } from '../domain/indexing.ts';
import type { IndexToken } from '../domain/search.ts';
import { tokenKey } from '../domain/search.ts';
import type { Session, Value } from './driver.ts';

/** A frequency is counted this far; what is more frequent is simply common. */
const COUNTED = 5000;

/**
 * The inverted index: which articles hold which of our tokens. The one part of the store whose SQL
 * differs by engine; what is asked of it does not, so that both give the same answers.
 */
export interface TokenIndex {
  tables: string[];
  put(session: Session, articleId: number, text: IndexedText): Promise<void>;
  remove(session: Session, articleId: number): Promise<void>;
  /** In how many articles each token stands, counted up to 5,000; by `tokenKey`. */
  frequencies(session: Session, tokens: readonly IndexToken[]): Promise<Map<string, number>>;
  /** Ids of the newest articles that hold each token, in the tokens' order, at most `limit` each. */
  postings(session: Session, tokens: readonly IndexToken[], limit: number): Promise<number[][]>;
  /** Ids of the newest articles in which these stemmed words follow one another. */
  phrase(session: Session, terms: readonly string[], limit: number): Promise<number[]>;
}

/**
 * FTS5 without content: our tokens go in and only numbers come out. The `ascii` tokenizer splits at spaces
 * and leaves every other script alone; `_` marks the edge of a word in grams. `detail` stays full: with
 * less, phrases are lost and ranking slows down.
 */
export const sqliteIndex: TokenIndex = {
  tables: [
    `create virtual table search_index using fts5 (
      terms, grams, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_.'"
    )`,
  ],
  async put(session, articleId, { terms, grams }) {
    await session.query('insert into search_index (rowid, terms, grams) values ($1, $2, $3)', [
      articleId,
      terms,
      grams,
    ]);
  },
  async remove(session, articleId) {
    await session.query('delete from search_index where rowid = $1', [articleId]);
  },
  async frequencies(session, tokens) {
    if (tokens.length === 0) return new Map();
    const counts = tokens.map(
      (_, at) =>
        `(select count(*) from (select 1 from search_index where search_index match $${at + 1} limit ${COUNTED})) as f${at}`,
    );
    const [row] = await session.query(`select ${counts.join(', ')}`, tokens.map(matchOf));
    return new Map(tokens.map((token, at) => [tokenKey(token), Number(row?.[`f${at}`] ?? 0)]));
  },
  async postings(session, tokens, limit) {
    if (tokens.length === 0) return [];
    const selects = tokens.map(
      (_, at) =>
        `select ${at} as token, id from (select rowid as id from search_index where search_index match $${at + 2} order by rowid desc limit $1)`,
    );
    const rows = await session.query<{ token: number; id: number }>(selects.join(' union all '), [
      limit as Value,
      ...tokens.map(matchOf),
    ]);
    const found: number[][] = tokens.map(() => []);
    for (const { token, id } of rows) found[token]?.push(id);
    return found;
  },
  async phrase(session, terms, limit) {
    if (terms.length === 0) return [];
    const rows = await session.query<{ id: number }>(
      'select rowid as id from search_index where search_index match $1 order by rowid desc limit $2',
      [matchOf({ column: 'terms', text: terms.join(' ') }), limit],
    );
    return rows.map((row) => row.id);
  },
};

/** A quoted token is only ever a token, whatever it looks like. */
function matchOf({ column, text }: IndexToken): string {
  return `${column} : "${text.replaceAll('"', '""')}"`;
}
