import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Session } from './driver.ts';

/**
 * The same session, whose answers are handed on one in each turn of the loop. Several connections are read in one turn: of
 * many questions at once, what is made of their answers would add up to one long stay before anything else has its turn.
 */
export function inTurns(session: Session): Session {
  let last: Promise<void> = Promise.resolve();
  return {
    async query(sql, parameters) {
      const rows = await session.query(sql, parameters);
      last = last.then(() => nextTurn());
      await last;
      return rows as never;
    },
  };
}
