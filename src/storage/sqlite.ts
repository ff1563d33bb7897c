import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Driver, Row, Session, Value } from './driver.ts';
import { openReader } from './reader.ts';
import type { Connection } from './sqlite-connection.ts';
import { openConnection } from './sqlite-connection.ts';
import type { Order } from './sqlite-writer.ts';
import { openThread } from './thread.ts';

/** Memory of the writing thread for JavaScript, in MiB: rows on their way. SQLite's own comes on top. */
const HEAP = { oldMib: 128, youngMib: 8 };

/**
 * Opens a database file (made with its folder if missing), or one in memory for `:memory:`.
 * Everything is on disk before a commit returns (`synchronous=FULL`, WAL), so a kill loses nothing.
 * A file is written in one thread and searched in another, since the engine holds up whoever calls it; what is in
 * memory has the one connection alone, in the caller's thread.
 */
export function openSqlite(file: string): Driver {
  const inMemory = file === ':memory:';
  if (!inMemory) mkdirSync(dirname(file), { recursive: true });
  const reader = inMemory ? undefined : openReader(file);
  const { connection, bound } = inMemory ? near(file) : far(file);

  /** Settles when the open transaction ends; statements from outside wait for it. */
  let open: Promise<void> | undefined;

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
      return (await connection.run(sql, parameters)) as R[];
    },
    async transaction(work) {
      while (open) await open;
      const { promise, resolve } = Promise.withResolvers<void>();
      open = promise;
      try {
        await connection.run('begin immediate', []);
        const inside = bound();
        const session: Session = {
          query: async <R extends Row>(sql: string, parameters: readonly Value[] = []) =>
            (await inside.run(sql, parameters)) as R[],
        };
        try {
          const result = await work(session);
          await inside.run('commit', []);
          return result;
        } catch (error) {
          await inside.rollback();
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
      await connection.close();
    },
  };
}

interface Connections {
  connection: Connection;
  /** The same, for as long as the thread lives: no statement may be left outside the transaction that it began. */
  bound(): Connection;
}

function near(file: string): Connections {
  const connection = openConnection(file);
  return { connection, bound: () => connection };
}

function far(file: string): Connections {
  const thread = openThread<Order>(new URL('./sqlite-writer.ts', import.meta.url), file, HEAP);
  const connection = (life?: number): Connection => ({
    run: (sql, parameters) => thread.ask<Row[]>({ sql, parameters }, life),
    // A thread that has ended has taken its transaction with it.
    rollback: () => thread.ask<void>('rollback', life).catch(() => {}),
    close: () => thread.close(),
  });
  return { connection: connection(), bound: () => connection(thread.life) };
}
