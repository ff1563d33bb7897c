import type { Store } from '../domain/ports.ts';

/** What reads much and ranks it: the part of the store that may work in a thread of its own. */
export type Finder = Pick<Store, 'search' | 'alike'>;

/** Values that both engines take; dates are milliseconds, booleans 0 or 1, lists JSON text. Numbers are stored whole. */
export type Value = string | number | null;
/** What comes back: the same, and bytes where a statement asks for them. */
export type Row = Record<string, Value | Uint8Array>;

export interface Session {
  /** Runs one statement with `$1`, `$2` … markers; every marker needs a value. */
  query<R extends Row = Row>(sql: string, parameters?: readonly Value[]): Promise<R[]>;
}

/** An engine: what the store needs of it is a query, a transaction and an end. */
export interface Driver extends Session {
  dialect: Dialect;
  /** Finds beside the writer without holding up the main loop, where the engine has a thread for it. */
  finder?: Finder;
  /**
   * Commits what `work` did through the session it is given, or nothing when it throws. It may be called again when
   * another process came in between, so it must change nothing but the store.
   */
  transaction<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** The few places where the engines' SQL differs. */
export interface Dialect {
  name: 'sqlite' | 'postgres';
  /** Type of a primary key that the engine counts up and never gives out twice. */
  id: string;
  /** Type of a primary key that another table gives; on SQLite the row's own number, so that it costs no lookup. */
  key: string;
  /**
   * What a claim adds to its `select` of a table's rows, so that several processes claim at once without waiting for one
   * another. The `select` stands in a `with`: made once, where as a part of a condition Postgres might make it again.
   */
  claim(table: string): string;
  /** A statement of a migration as this engine takes it. */
  shape(statement: string): string;
  /** Statements that begin a transaction in which no other process may change the store's shape. */
  alone: readonly string[];
}

/**
 * A number as it is stored. One engine would keep a fraction and the other refuse it: both round. Throws `TypeError` for
 * what is no number.
 */
export function whole(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`not a storable value: ${value}`);
  return Math.round(value);
}

/** The marker list `($3, $4), ($5, $6)` for `rows` rows of `columns` values, counting from `first`. */
export function markers(rows: number, columns: number, first = 1): string {
  let next = first;
  return Array.from(
    { length: rows },
    () => `(${Array.from({ length: columns }, () => `$${next++}`).join(', ')})`,
  ).join(', ');
}

/** The marker list `$2, $3, $4` for `count` values, counting from `first`. */
export function list(count: number, first = 1): string {
  return Array.from({ length: count }, (_, index) => `$${first + index}`).join(', ');
}

/** Ids or keys filled up to a multiple of 32 by repeating the last, so that lists of many lengths share one statement. */
export function padded<Id extends number | string>(ids: readonly Id[]): readonly Id[] {
  const last = ids.at(-1);
  if (last === undefined || ids.length % 32 === 0) return ids;
  return [...ids, ...Array<Id>(32 - (ids.length % 32)).fill(last)];
}
