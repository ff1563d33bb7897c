import { parentPort, workerData } from 'node:worker_threads';
import type { Value } from './driver.ts';
import { openConnection } from './sqlite-connection.ts';
import type { Answer } from './thread.ts';

/** What the main thread asks; `close` is the last question. */
export type Order = { sql: string; parameters: readonly Value[] } | 'rollback';

if (parentPort) listen(parentPort, String(workerData));

/** Carries out statements on a database file, one after the other. */
function listen(port: NonNullable<typeof parentPort>, file: string): void {
  const connection = openConnection(file);

  function answer(order: Order): Answer {
    try {
      if (order !== 'rollback') return { found: connection.run(order.sql, order.parameters) };
      connection.rollback();
      return { found: [] };
    } catch (fault) {
      return { fault };
    }
  }

  port.on('message', (order: Order | 'close') => {
    if (order !== 'close') return port.postMessage(answer(order));
    connection.close();
    port.close();
  });
}
