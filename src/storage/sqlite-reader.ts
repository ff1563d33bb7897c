import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Finder, Row, Session, Value } from './driver.ts';
import { createFinder } from './finder.ts';
import { createStatements } from './sqlite-statements.ts';
import type { Answer } from './thread.ts';
import { sqliteIndex } from './token-index.ts';

/** What the main thread asks; `close` is the last question. */
export type Question =
  | { search: Parameters<Finder['search']> }
  | { alike: Parameters<Finder['alike']> }
  | 'close';

/** How long a statement waits for a lock (a log being recovered), in milliseconds. */
const LOCK_WAIT = 5000;
/** Pages of the file kept in memory, in KiB. */
const CACHE_KIB = 16_000;

if (parentPort) listen(parentPort, String(workerData));

/** Answers questions about a database file, one after the other, without ever writing to it. */
function listen(port: NonNullable<typeof parentPort>, file: string): void {
  const database = new DatabaseSync(file, { readOnly: true, timeout: LOCK_WAIT });
  database.exec(`pragma cache_size = -${CACHE_KIB}`);
  const run = createStatements(database);
  const session: Session = {
    query: async <R extends Row>(sql: string, parameters: readonly Value[] = []) =>
      run(sql, parameters) as R[],
  };
  const finder = createFinder(session, sqliteIndex);
  let queue = Promise.resolve();
  port.on('message', (question: Question) => {
    queue = queue.then(async () => {
      if (question !== 'close') return port.postMessage(await answer(finder, question));
      database.close();
      port.close();
    });
  });
}

async function answer(finder: Finder, question: Exclude<Question, 'close'>): Promise<Answer> {
  try {
    if ('search' in question) return { found: await finder.search(...question.search) };
    return { found: await finder.alike(...question.alike) };
  } catch (fault) {
    return { fault };
  }
}
