/** The sender in simulated time: what takes time takes it by a clock that goes on when nothing else is left to do. */
import { setImmediate as turn } from 'node:timers/promises';
import { createChats } from '../../src/app/chats.ts';
import type { DeliveryDoors } from '../../src/app/deliver.ts';
import { createDelivery } from '../../src/app/deliver.ts';
import { createNotices } from '../../src/app/notices.ts';
import type { Sending, SendOutcome } from '../../src/domain/messenger.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import { seeded } from '../bench/chance.ts';
import { HOUR, MORNING } from './articles.ts';
import { say } from './post-office.ts';

const MINUTE = 60_000;

export interface SimulatedCall {
  chatId: number;
  at: number;
  outcome: SendOutcome;
}

export interface SimulationOptions extends Partial<DeliveryDoors> {
  /** How long an answer takes, in ms. */
  latency?: number;
  /** What Telegram says to the `nth` call (from 1) for a chat; `undefined`: it takes the message. */
  says?: (sending: Sending, nth: number, at: number) => SendOutcome | undefined;
  /** The store as the sender sees it. */
  seen?: (store: Store) => Store;
  /** What is done at the start of every minute. */
  minutely?: () => Promise<void>;
}

export async function openSimulation(options: SimulationOptions = {}) {
  const { latency = 50, says = () => undefined, seen = (store) => store, minutely, ...doors } = options;
  const timers: { at: number; go: () => void }[] = [];
  let time = MORNING;
  const now = () => time;
  const store = doors.store ?? (await openStorage('sqlite::memory:', now)).store;
  const calls: SimulatedCall[] = [];
  const nth = new Map<number, number>();
  let keys = 0;
  const chance = seeded(5);
  const log: { event: string; at: number }[] = [];
  const write = (event: string) => void log.push({ event, at: time });

  /** Resolves after so long, or when the signal says so. */
  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = { at: time + ms, go: resolve };
      timers.push(timer);
      signal?.addEventListener('abort', () => {
        const place = timers.indexOf(timer);
        if (place >= 0) timers.splice(place, 1);
        resolve();
      });
    });
  }

  const delivery = createDelivery({
    messenger: {
      async send(sending) {
        const count = (nth.get(sending.chatId) ?? 0) + 1;
        nth.set(sending.chatId, count);
        const outcome = says(sending, count, time) ?? {
          kind: 'sent',
          messageId: calls.length + 1,
          ...(sending.threadId === undefined ? {} : { threadId: sending.threadId }),
        };
        calls.push({ chatId: sending.chatId, at: time, outcome });
        await sleep(latency);
        return outcome;
      },
    },
    now,
    chance,
    pause: turn,
    log: { info: write, warn: write, error: write },
    holder: 'here/1',
    rate: 25,
    paid: false,
    atOnce: 3,
    notices: createNotices({
      store,
      chats: createChats(store, { language: 'ar', timeZone: 'UTC' }),
      operators: [],
      now,
    }),
    onFatal: write,
    ...doors,
    store: seen(store),
  });

  return {
    store,
    calls,
    log,
    now,
    delivery,
    /** How many things wait for their time. */
    waiting: () => timers.length,
    async post(chatIds: readonly number[], expiresAfter = 24 * HOUR) {
      const deliveries = chatIds.map((chatId) => ({
        key: `${++keys}`,
        kind: 'notice' as const,
        chatId,
        silent: false,
        expiresAt: time + expiresAfter,
      }));
      await store.enqueue([{ content: say('خبر'), deliveries }], time);
    },
    /** Lets time pass until nothing is open (but so long at most), or that long where something happens every minute. */
    async run(ms = 24 * HOUR): Promise<void> {
      const stop = new AbortController();
      const until = time + ms;
      let over = false;
      const running = delivery.run(sleep, stop.signal).then(() => {
        over = true;
      });
      let open = true;
      async function everyMinute(): Promise<void> {
        while (minutely && !stop.signal.aborted) {
          await minutely();
          await sleep(MINUTE - (time % MINUTE), stop.signal);
        }
      }
      const minutes = everyMinute();
      for (let step = 1; !over; step++) {
        // What is ready goes first: promises, then the next turns.
        for (let turns = 0; turns < 4; turns++) await turn();
        if (!minutely && step % 200 === 0) {
          const { states } = await store.ledger(time);
          open = states.pending + states.sending + states.uncertain > 0;
        }
        if (!open || time >= until) stop.abort();
        const [next] = timers.sort((a, b) => a.at - b.at);
        if (!next) continue;
        timers.shift();
        time = Math.max(time, next.at);
        next.go();
      }
      await running;
      await minutes;
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}
