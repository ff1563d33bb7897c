import type { IndexedText } from '../domain/indexing.ts';
import type { IndexToken } from '../domain/search.ts';
import type { Session } from './driver.ts';
import { markers } from './driver.ts';

/** The newest articles that hold a token, in no particular order, and in about how many it stands. */
export interface Posting {
  ids: number[];
  frequency: number;
}

/**
 * The inverted index: which articles hold which of our tokens. The one part of the store whose SQL
 * differs by engine; what is asked of it does not, so that both give the same answers.
 */
export interface TokenIndex {
  tables: string[];
  /** Takes in texts that are not there yet, as many as one statement takes. */
  put(session: Session, texts: readonly { id: number; text: IndexedText }[]): Promise<void>;
  remove(session: Session, articleId: number): Promise<void>;
  /**
   * Of each token, in the tokens' order, the newest `limit` articles. Its frequency is exact below the limit; beyond, it
   * is reckoned from how far back so many articles reach among all `articles`.
   */
  postings(
    session: Session,
    tokens: readonly IndexToken[],
    limit: number,
    articles: number,
  ): Promise<Posting[]>;
  /** The match texts of articles, by id; unknown ones are left out. */
  texts(session: Session, ids: readonly number[]): Promise<Map<number, string>>;
  /** Ids of the newest articles that hold all these stemmed words. */
  together(session: Session, terms: readonly string[], limit: number): Promise<number[]>;
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
  async put(session, texts) {
    await session.query(
      `insert into search_index (rowid, terms, grams) values ${markers(texts.length, 3)}`,
      texts.flatMap(({ id, text }) => [id, text.terms, text.grams]),
    );
  },
  async remove(session, articleId) {
    await session.query('delete from search_index where rowid = $1', [articleId]);
  },
  async postings(session, tokens, limit, articles) {
    if (tokens.length === 0) return [];
    // One statement for any number of tokens stays prepared; ids in one value are made faster than rows.
    const rows = await session.query<{ ids: string | null }>(
      `select (select group_concat(id) from (
                 select rowid as id from search_index where search_index match token.value order by rowid desc limit $2
               )) as ids
         from json_each($1) as token order by token.key`,
      [JSON.stringify(tokens.map(matchOf)), limit],
    );
    return rows.map((row) => {
      const ids = idsIn(row.ids ?? '');
      return { ids, frequency: frequencyOf(ids, limit, articles) };
    });
  },
  async texts(session, ids) {
    // The engine makes strings of its texts several times slower than these bytes are decoded.
    const [row] = await session.query<{ ids: string | null; texts: Uint8Array | null }>(
      `select group_concat(article_id) as ids, cast(group_concat(text, char(10)) as blob) as texts
         from search_texts where article_id in (select value from json_each($1))`,
      [JSON.stringify(ids)],
    );
    if (!row?.ids || !row.texts) return new Map();
    const [texts, bytes] = [new Map<number, string>(), row.texts];
    let from = 0;
    for (const id of row.ids.split(',')) {
      const end = bytes.indexOf(LINE_FEED, from);
      texts.set(Number(id), utf8.decode(bytes.subarray(from, end < 0 ? bytes.length : end)));
      from = end + 1;
    }
    return texts;
  },
  async together(session, terms, limit) {
    return matching(session, terms.map((text) => matchOf({ column: 'terms', text })).join(' AND '), limit);
  },
  async phrase(session, terms, limit) {
    return matching(session, matchOf({ column: 'terms', text: terms.join(' ') }), limit);
  },
};

async function matching(session: Session, expression: string, limit: number): Promise<number[]> {
  const rows = await session.query<{ id: number }>(
    'select rowid as id from search_index where search_index match $1 order by rowid desc limit $2',
    [expression, limit],
  );
  return rows.map((row) => row.id);
}

/** Positive whole numbers between commas; several times faster than splitting the text. */
export function idsIn(text: string): number[] {
  const ids: number[] = [];
  let id = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === COMMA) {
      ids.push(id);
      id = 0;
    } else id = id * 10 + unit - ZERO;
  }
  if (text !== '') ids.push(id);
  return ids;
}

/** How often a token stands in the archive when its newest `limit` articles are these. */
export function frequencyOf(ids: readonly number[], limit: number, articles: number): number {
  if (ids.length < limit) return ids.length;
  let oldest = articles;
  for (const id of ids) if (id < oldest) oldest = id;
  return Math.max(ids.length, Math.round((ids.length * articles) / Math.max(1, articles - oldest + 1)));
}

const utf8 = new TextDecoder();
const LINE_FEED = 10;
const COMMA = 0x2c;
const ZERO = 0x30;

/** A quoted token is only ever a token, whatever it looks like. */
function matchOf({ column, text }: IndexToken): string {
  return `${column} : "${text.replaceAll('"', '""')}"`;
}
