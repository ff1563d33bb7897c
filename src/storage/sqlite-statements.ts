import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Row, Value } from './driver.ts';
import { whole } from './driver.ts';

/** Statements kept ready; beyond that all are forgotten, and the common ones come back at once. */
const KEPT = 300;

interface Prepared {
  statement: StatementSync;
  /** Which parameter each `?` takes, counting from 0. */
  order: number[];
}

/** Runs one statement with `$1`, `$2` … markers; throws `TypeError` for a marker without a storable value. */
export type Run = (sql: string, parameters: readonly Value[]) => Row[];

/** Prepares each statement once and runs it as often as wanted. */
export function createStatements(database: DatabaseSync): Run {
  const prepared = new Map<string, Prepared>();
  return (sql, parameters) => {
    let entry = prepared.get(sql);
    if (!entry) {
      entry = prepare(database, sql);
      if (prepared.size >= KEPT) prepared.clear();
      prepared.set(sql, entry);
    }
    const values = entry.order.map((position) => {
      const value = parameters[position];
      // node:sqlite would store NULL for both without a word.
      if (value === undefined) throw new TypeError(`no value for $${position + 1} in: ${sql}`);
      if (typeof value === 'object' && value !== null)
        throw new TypeError(`not a storable value for $${position + 1} in: ${sql}`);
      return typeof value === 'number' ? whole(value) : value;
    });
    return entry.statement.all(...values) as Row[];
  };
}

/** node:sqlite binds `?` by position only, so `$2` becomes `?` and its place is noted. */
function prepare(database: DatabaseSync, sql: string): Prepared {
  const order: number[] = [];
  const text = sql.replace(/\$(\d+)/g, (_, number) => {
    order.push(Number(number) - 1);
    return '?';
  });
  return { statement: database.prepare(text), order };
}
