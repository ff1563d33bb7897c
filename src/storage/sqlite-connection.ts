import { DatabaseSync } from 'node:sqlite';
import type { Row, Value } from './driver.ts';
import { createStatements } from './sqlite-statements.ts';

/** How long a statement waits for another process's lock, in milliseconds. */
const LOCK_WAIT = 5000;
/** The one connection that writes to a database, here or in a thread of its own. */
export interface Connection {
  run(sql: string, parameters: readonly Value[]): Row[] | Promise<Row[]>;
  /** Ends an open transaction without effect, if there is one. */
  rollback(): void | Promise<void>;
  close(): void | Promise<void>;
}

/**
 * Opens a database in this thread; everything is on disk before a commit returns (`synchronous=FULL`, WAL). The file is
 * read through SQLite's own small cache and never mapped: mapped pages count as the program's memory, and a disk that fails
 * under a map ends the process (https://sqlite.org/mmap.html).
 */
export function openConnection(file: string) {
  const database = new DatabaseSync(file, { timeout: LOCK_WAIT });
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  return {
    run: createStatements(database),
    rollback() {
      if (database.isTransaction) database.exec('rollback');
    },
    close() {
      if (database.isOpen) database.close();
    },
  } satisfies Connection;
}
