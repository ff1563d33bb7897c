import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Driver, Row, Session, Value } from './driver.ts';
import { openReader } from './reader.ts';
import { createStatements } from './sqlite-statements.ts';

/** How long a statement waits for another process's lock, in milliseconds. */
const LOCK_WAIT = 5000;

/**
 * Opens a database file (made with its folder if missing), or one in memory for `:memory:`.
 * Everything is on disk before a commit returns (`synchronous=FULL`, WAL), so a kill loses nothing.
 * A file is searched in a thread of its own; what is in memory has the one connection alone.
 */
export function openSqlite(file: string): Driver {
  const inMemory = file === ':memory:';
  if (!inMemory) mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: LOCK_WAIT });
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -8000',
  );
  const run = createStatements(database);
  const reader = inMemory ? undefined : openReader(file);

  /** Settles when the open transaction ends; statements from outside wait for it. */
  let open: Promise<void> | undefined;
  const session: Session = {
    query: async <R extends Row>(sql: string, parameters: readonly Value[] = []) =>
      run(sql, parameters) as R[],
  };

  return {
    dialect: {
      name: 'sqlite',
      id: 'integer primary key autoincrement',
      key: 'integer primary key',
      claim: () => '',
      shape: (statement) => statement,
      alone: [],
    },
    ...(reader ? { finder: reader } : {}),
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
      // The writer closes last, so that it can fold the log back into the file.
      await reader?.close();
      if (database.isOpen) database.close();
    },
  };
}
