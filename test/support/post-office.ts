/** The sender at a real Bot API over HTTP, with a store of its own and a clock that passes only where the sender waits. */
import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createChats } from '../../src/app/chats.ts';
import type { DeliveryDoors } from '../../src/app/deliver.ts';
import { createDelivery } from '../../src/app/deliver.ts';
import { createNotices } from '../../src/app/notices.ts';
import type { Chat } from '../../src/domain/chat.ts';
import type { Drawer } from '../../src/domain/drawing.ts';
import type { Content } from '../../src/domain/message.ts';
import type { NewDelivery } from '../../src/domain/outbox.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { NewSubscription } from '../../src/domain/subscription.ts';
import { createDrawer } from '../../src/pictures/drawer.ts';
import { openStorage } from '../../src/storage/open.ts';
import { createMessenger } from '../../src/telegram/messenger.ts';
import { HOUR, MORNING } from './articles.ts';
import { runPlayground, TOKEN } from './playground.ts';

/** Who runs the bot. */
export const OPERATOR = 5005;

export const say = (text: string): Content => ({ language: 'ar', text });

export interface OfficeOptions extends Partial<DeliveryDoors> {
  store?: Store;
  answerWithin?: number;
  drawer?: Drawer;
  clock?: { now: number };
}

/** A store, a playground and a sender between them; everything is closed when the test ends. */
export async function openPostOffice(options: OfficeOptions = {}) {
  const { answerWithin, clock = { now: MORNING }, drawer: given, ...doors } = options;
  const now = () => clock.now;
  const drawer = createDrawer({ now });
  const store = doors.store ?? (await openStorage('sqlite::memory:', now)).store;
  const playground = await runPlayground({ now });
  const atOnce = doors.atOnce ?? 3;
  const messenger = createMessenger({
    token: TOKEN,
    apiRoot: playground.apiRoot,
    connections: atOnce,
    drawer: given ?? drawer,
    ...(answerWithin === undefined ? {} : { answerWithin }),
  });
  const log: { level: string; event: string; fields: Record<string, unknown> }[] = [];
  const write =
    (level: string) =>
    (event: string, fields: Record<string, unknown> = {}) =>
      void log.push({ level, event, fields });
  const fatal: string[] = [];
  const delivery = createDelivery({
    store,
    messenger,
    now,
    chance: () => 0.5,
    pause: turn,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    holder: 'here/1',
    rate: 25,
    paid: false,
    atOnce,
    onFatal: (reason) => fatal.push(reason),
    notices: createNotices({
      store,
      chats: createChats(store, { language: 'ar', timeZone: 'UTC' }),
      operators: [OPERATOR],
      now,
    }),
    ...doors,
  });
  let keys = 0;

  const office = {
    store,
    playground,
    world: playground.world,
    messenger,
    delivery,
    clock,
    log,
    fatal,
    /** Puts a text for chats into the outbox. */
    async post(content: Content | string, chatIds: readonly number[], fields: Partial<NewDelivery> = {}) {
      const deliveries = chatIds.map((chatId) => ({
        key: `test:${++keys}`,
        kind: 'notice' as const,
        chatId,
        silent: false,
        expiresAt: clock.now + 6 * HOUR,
        ...fields,
      }));
      await store.enqueue(
        [{ content: typeof content === 'string' ? say(content) : content, deliveries }],
        now(),
      );
    },
    know: (chat: Partial<Chat> & { id: number }) =>
      store.saveChat({ kind: chat.id > 0 ? 'private' : 'group', preferences: {}, ...chat }),
    subscribe: (fields: Partial<NewSubscription> & { chatId: number }) =>
      store.addSubscription({
        schedule: { times: ['08:30'], weekdays: [], timeZone: 'UTC' },
        topics: [],
        size: 5,
        status: 'active',
        createdAt: clock.now,
        coveredUntil: clock.now,
        ...fields,
      }),
    /** Sends for so long by the clock of the office, or until nothing is open any more. */
    async work(ms = 2 * HOUR) {
      const until = clock.now + ms;
      const stop = new AbortController();
      await delivery.run(async (wait, signal) => {
        // Real answers come in real time: the clock stands still while one is awaited.
        await turn();
        if (signal.aborted) return;
        const { states } = await store.ledger(now());
        if (states.sending > 0) {
          await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
          return;
        }
        if (signal.aborted) return;
        // Nothing to do for now: on to the moment when there is.
        const due = wait <= 1000 ? 0 : ((await store.nextDeliveryDue(now())) ?? until);
        if (signal.aborted) return;
        clock.now = Math.max(clock.now + wait, Math.min(due, until));
        if (clock.now >= until || states.pending + states.uncertain === 0) stop.abort();
      }, stop.signal);
    },
    /** Texts that a chat has got, in order. */
    texts: (chatId: number) => playground.world.messages.of(chatId).map(({ message }) => message.text ?? ''),
    async [Symbol.asyncDispose]() {
      await messenger.close();
      await drawer.close();
      await playground.close();
    },
  };
  onTestFinished(async () => {
    await office[Symbol.asyncDispose]();
    if (!doors.store) await store.close();
  });
  return office;
}
