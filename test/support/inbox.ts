/** Processes that bring updates to an inbox and handle them, by one store and one clock that only their waits move. */
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { InboxDoors } from '../../src/app/inbox.ts';
import { createInbox } from '../../src/app/inbox.ts';
import type { IncomingUpdate } from '../../src/domain/inbox-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { MORNING } from './articles.ts';

export const update = (id: number, lane = 5): IncomingUpdate => ({ id, mark: id, lane, body: String(id) });

export const until = async (done: () => boolean | Promise<boolean>) => {
  while (!(await done())) await turn();
};

/** A store without updates; it is closed when the test ends. */
export async function openHall() {
  const clock = { now: MORNING };
  const { store } = await openStorage('sqlite::memory:', () => clock.now);
  onTestFinished(() => store.close());
  const logged: { event: string; fields: Record<string, unknown> | undefined }[] = [];
  const log = {
    info: () => {},
    warn: () => {},
    error: (event: string, fields?: Record<string, unknown>) => void logged.push({ event, fields }),
  };
  /** Passes the clock as soon as everything else has had its turn. */
  const idle = async (ms: number, signal?: AbortSignal) => {
    for (let turns = 0; turns < 20 && !signal?.aborted; turns++) await turn();
    if (!signal?.aborted) clock.now += ms;
  };
  const waiting = async () => (await store.vitals(clock.now)).due.update !== undefined;
  return {
    store,
    clock,
    logged,
    events: () => logged.map(({ event }) => event),
    waiting,
    emptied: () => until(async () => !(await waiting())),
    /** A process at work until `stop`. */
    work(handle: InboxDoors['handle'], doors: Partial<InboxDoors> = {}) {
      const inbox = createInbox({ store, handle, now: () => clock.now, idle, holder: 'a/1', log, ...doors });
      const stopping = new AbortController();
      const running = inbox.run(stopping.signal);
      return {
        take: inbox.take,
        async stop() {
          stopping.abort();
          await running;
        },
      };
    },
  };
}
