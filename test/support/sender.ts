/** The sender on a database file, for a life of its own: whoever runs it may end it at any moment. */
import { setImmediate as turn } from 'node:timers/promises';
import { createChats } from '../../src/app/chats.ts';
import { createDelivery } from '../../src/app/deliver.ts';
import { createNotices } from '../../src/app/notices.ts';
import type { Messenger } from '../../src/domain/messenger.ts';
import type { Log, Store } from '../../src/domain/ports.ts';
import { createDrawer } from '../../src/pictures/drawer.ts';
import { openStorage } from '../../src/storage/open.ts';
import { createMessenger } from '../../src/telegram/messenger.ts';

/** Not the playground's own: with it each life would load the whole playground. */
const TOKEN = '7000000001:sender';

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Called at every moment at which a life may end: before and after each commit, each request and each answer. */
export type Point = (name: string) => void;

export interface Life {
  file: string;
  apiRoot: string;
  /** When it begins, in ms; waits pass at once, and the clock with them. */
  start: number;
  point?: Point;
  holder?: string;
  log?: Log;
}

/** Sends until nothing is open any more. */
export async function live({ file, apiRoot, start, point = () => {}, holder = 'life', log = silent }: Life) {
  let passed = 0;
  const began = performance.now();
  const now = () => Math.floor(start + passed + performance.now() - began);
  const opened = await openStorage(`sqlite:${file}`, now);
  const store = withPoints(opened.store, point);
  await store.releaseLeases(() => true);
  const drawer = createDrawer({ now });
  const plain = createMessenger({ token: TOKEN, apiRoot, connections: 3, drawer });
  const messenger: Messenger = {
    async send(sending, signal) {
      point('before request');
      const outcome = plain.send(sending, signal);
      point('request given out');
      await outcome;
      point('after answer');
      return outcome;
    },
  };
  const stop = new AbortController();
  const delivery = createDelivery({
    store,
    messenger,
    now,
    chance: () => 0.5,
    pause: turn,
    log,
    holder,
    rate: 1000,
    paid: false,
    atOnce: 3,
    notices: createNotices({
      store,
      chats: createChats(store, { language: 'ar', timeZone: 'UTC' }),
      operators: [],
      now,
    }),
    onFatal: () => {},
  });
  await delivery.run(async (ms, signal) => {
    await turn();
    if (signal.aborted) return;
    const { states } = await opened.store.ledger(now());
    if (states.pending + states.sending + states.uncertain === 0) stop.abort();
    else if (states.sending > 0)
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    else if (!signal.aborted) passed += ms;
  }, stop.signal);
  await plain.close();
  await drawer.close();
  await opened.store.close();
}

/** Methods of the store that write. */
const WRITES = [
  'takeLease',
  'releaseLeases',
  'recoverSends',
  'recordSends',
  'setMark',
] as const satisfies readonly (keyof Store)[];

function withPoints(store: Store, point: Point): Store {
  const watched = { ...store };
  for (const name of WRITES) {
    const write = store[name] as (...values: unknown[]) => Promise<unknown>;
    Object.assign(watched, {
      async [name](...values: unknown[]) {
        point(`before ${name}`);
        const result = await write(...values);
        point(`after ${name}`);
        return result;
      },
    });
  }
  return watched;
}
