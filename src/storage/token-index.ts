import type { IndexedText } from '../domain/indexing.ts';
import type { IndexToken } from '../domain/search.ts';
import type { Session } from './driver.ts';
import { markers } from './driver.ts';
import { portions } from './row-portions.ts';

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
  /** Takes in texts that are not there yet; last in a transaction it costs least. */
  put(session: Session, texts: readonly { id: number; text: IndexedText }[]): Promise<void>;
  remove(session: Session, articleId: number): Promise<void>;
  /** For a store that is filled at one go and asked nothing meanwhile, where the engine makes at once what costs much with each article. */
  filling?: { begin(session: Session): Promise<void>; end(session: Session): Promise<void> };
  /** Merges some of the parts in which the index was written, in a moment's time; whether more is left. */
  merge(session: Session): Promise<boolean>;
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
  /** The packed match texts of articles, by id; unknown ones are left out. */
  texts(session: Session, ids: readonly number[]): Promise<Map<number, Uint8Array>>;
  /** Ids of the newest articles that hold all these stemmed words. */
  together(session: Session, terms: readonly string[], limit: number): Promise<number[]>;
  /** Ids of the newest articles in which these stemmed words follow one another. */
  phrase(session: Session, terms: readonly string[], limit: number): Promise<number[]>;
}

/** FTS5 without content: our tokens go in and only numbers come out. */
export const sqliteIndex: TokenIndex = {
  async put(session, texts) {
    // FTS5 writes a part of its own whenever a statement over many rows follows, of whatever table, and merges the parts
    // later: few long statements, one column after the other, take a quarter less of the processor.
    for (const column of COLUMNS) {
      for (const portion of portions(texts, LONG)) {
        await session.query(
          `insert into search_${column} (rowid, ${column}) values ${markers(portion.length, 2)}`,
          portion.flatMap(({ id, text }) => [id, text[column]]),
        );
      }
    }
  },
  async remove(session, articleId) {
    for (const column of COLUMNS)
      await session.query(`delete from search_${column} where rowid = $1`, [articleId]);
  },
  async merge(session) {
    for (const column of COLUMNS) {
      const before = await changesOf(session);
      await session.query(`insert into search_${column} (search_${column}, rank) values ('merge', $1)`, [
        MERGED_PAGES,
      ]);
      // The statement itself counts as one; the merge changes more when there was anything to merge.
      if ((await changesOf(session)) - before > 1) return true;
    }
    return false;
  },
  async postings(session, tokens, limit, articles) {
    const found = {
      terms: await holders(session, 'terms', textsIn(tokens, 'terms'), limit),
      grams: await holders(session, 'grams', textsIn(tokens, 'grams'), limit),
    };
    return postingsOf(tokens, found, limit, articles);
  },
  async texts(session, ids) {
    // Ids and texts in one value each are made several times faster than rows.
    const [row] = await session.query<{ ids: string | null; texts: Uint8Array | null }>(
      `select group_concat(article_id) as ids, cast(group_concat(packed, char(10)) as blob) as texts
         from search_texts where article_id in (select value from json_each($1))`,
      [JSON.stringify(ids)],
    );
    if (!row?.ids || !row.texts) return new Map();
    const [texts, bytes] = [new Map<number, Uint8Array>(), row.texts];
    let from = 0;
    for (const id of row.ids.split(',')) {
      const end = bytes.indexOf(LINE_FEED, from);
      texts.set(Number(id), bytes.subarray(from, end < 0 ? bytes.length : end));
      from = end + 1;
    }
    return texts;
  },
  async together(session, terms, limit) {
    return matching(session, terms.map(quoted).join(' AND '), limit);
  },
  async phrase(session, terms, limit) {
    return matching(session, quoted(terms.join(' ')), limit);
  },
};

async function changesOf(session: Session): Promise<number> {
  const [row] = await session.query<{ n: number }>('select total_changes() as n');
  return row?.n ?? 0;
}

async function matching(session: Session, expression: string, limit: number): Promise<number[]> {
  const rows = await session.query<{ id: number }>(
    'select rowid as id from search_terms where search_terms match $1 order by rowid desc limit $2',
    [expression, limit],
  );
  return rows.map((row) => row.id);
}

/** The newest articles that hold each token of a column; one statement for any number of tokens stays prepared. */
async function holders(
  session: Session,
  column: Column,
  texts: readonly string[],
  limit: number,
): Promise<Map<string, number[]>> {
  if (texts.length === 0) return new Map();
  const rows = await session.query<{ ids: string | null }>(
    `select (select group_concat(id) from (
               select rowid as id from search_${column} where search_${column} match token.value order by rowid desc limit $2
             )) as ids
       from json_each($1) as token order by token.key`,
    [JSON.stringify(texts.map(quoted)), limit],
  );
  return new Map(rows.map(({ ids }, at) => [texts[at] ?? '', idsIn(ids ?? '')]));
}

export type Column = IndexToken['column'];
const COLUMNS: readonly Column[] = ['terms', 'grams'];

export function textsIn(tokens: readonly IndexToken[], wanted: Column): string[] {
  return tokens.filter(({ column }) => column === wanted).map(({ text }) => text);
}

/** What was found in each column, in the tokens' order. */
export function postingsOf(
  tokens: readonly IndexToken[],
  found: Readonly<Record<Column, ReadonlyMap<string, number[]>>>,
  limit: number,
  articles: number,
): Posting[] {
  return tokens.map(({ column, text }) => {
    const ids = found[column].get(text) ?? [];
    return { ids, frequency: frequencyOf(ids, limit, articles) };
  });
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

/** Rows of a long statement. */
const LONG = 128;
const LINE_FEED = 10;
/** Pages written by one merge: a fiftieth of a second. */
const MERGED_PAGES = 250;
const COMMA = 0x2c;
const ZERO = 0x30;

/** A quoted token is only ever a token, whatever it looks like. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
