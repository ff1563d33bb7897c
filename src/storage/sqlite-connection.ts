import { DatabaseSync } from 'node:sqlite';
import type { Row, Value } from './driver.ts';
import { createStatements } from './sqlite-statements.ts';

/** How long a statement waits for another process's lock, in milliseconds. */
const LOCK_WAIT = 5000;
/** Pages of the file kept in memory, in KiB. */
const CACHE_KIB = 8000;
/**
 * Bytes of the file that are read where the operating system caches them, without a copy of our own: what is read back to
 * find stories is no longer in memory of ours, and asking for it page by page cost a quarter of the writer's processor.
 */
export const MAPPED = 2 ** 30;

/** The one connection that writes to a database, here or in a thread of its own. */
export interface Connection {
  run(sql: string, parameters: readonly Value[]): Row[] | Promise<Row[]>;
  /** Ends an open transaction without effect, if there is one. */
  rollback(): void | Promise<void>;
  close(): void | Promise<void>;
}

/** Opens a database in this thread; everything is on disk before a commit returns (`synchronous=FULL`, WAL). */
export function openConnection(file: string) {
  const database = new DatabaseSync(file, { timeout: LOCK_WAIT });
  database.exec(
    `pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -${CACHE_KIB}; pragma mmap_size = ${MAPPED}`,
  );
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
