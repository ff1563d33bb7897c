import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import type { Driver, Row, Session, Value } from './driver.ts';

/** How long a statement waits for another process's lock, in milliseconds. */
const LOCK_WAIT = 5000;

/**
 * Opens a database file (made with its folder if missing), or one in memory for `:memory:`.
 * Everything is on disk before a commit returns (`synchronous=FULL`, WAL), so a kill loses nothing.
 */
export function openSqlite(file: string): Driver {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: LOCK_WAIT });
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -16000',
  );
  const prepared = new Map<string, Prepared>();

  function run(sql: string, parameters: readonly Value[]): Row[] {
    let entry = prepared.get(sql);
    if (!entry) {
      entry = prepare(database, sql);
      // Lists of ids make many texts of one statement; the common ones come back at once.
      if (prepared.size > 300) prepared.clear();
      prepared.set(sql, entry);
    }
    const values = entry.order.map((position) => {
      const value = parameters[position];
      // node:sqlite would store NULL for both without a word.
      if (value === undefined) throw new TypeError(`no value for $${position + 1} in: ${sql}`);
      if (typeof value === 'object' && value !== null)
        throw new TypeError(`not a storable value for $${position + 1} in: ${sql}`);
      return value;
    });
    return entry.statement.all(...values) as Row[];
  }

  /** Settles when the open transaction ends; statements from outside wait for it. */
  let open: Promise<void> | undefined;
  const session: Session = {
    query: async <R extends Row>(sql: string, parameters: readonly Value[] = []) =>
      run(sql, parameters) as R[],
  };

  return {
    dialect: { name: 'sqlite', id: 'integer primary key autoincrement' },
    async query<R extends Row>(sql: string, parameters: readonly Value[] = []) {
      while (open) await open;
      return run(sql, parameters) as R[];
    },
    async transaction(work) {
      while (open) await open;
      const { promise, resolve } = Promise.withResolvers<void>();
      open = promise;
      try {
        run('begin immediate', []);
        try {
          const result = await work(session);
          run('commit', []);
          return result;
        } catch (error) {
          if (database.isTransaction) run('rollback', []);
          throw error;
        }
      } finally {
        open = undefined;
        resolve();
      }
    },
    async close() {
      while (open) await open;
      prepared.clear();
      database.close();
    },
  };
}

interface Prepared {
  statement: StatementSync;
  /** Which parameter each `?` takes, counting from 0. */
  order: number[];
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
