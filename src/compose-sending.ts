/** The part of compose.ts that sends, and knows where it may. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Chats } from './app/chats.ts';
import type { Delivery } from './app/deliver.ts';
import { createDelivery } from './app/deliver.ts';
import { createNotices } from './app/notices.ts';
import type { Presence } from './app/presence.ts';
import { createPresence } from './app/presence.ts';
import type { Config } from './config.ts';
import type { Drawer } from './domain/drawing.ts';
import { sendingPlan } from './domain/pace.ts';
import type { Clock, Log, Store } from './domain/ports.ts';
import { HOLDER } from './holder.ts';
import { idling } from './naps.ts';
import { createMessenger } from './telegram/messenger.ts';

export interface SendingSurroundings {
  store: Store;
  chats: Chats;
  token: string;
  apiRoot: string;
  drawer: Drawer;
  now: Clock;
  log: Log;
  onFatal(reason: string): void;
}

/** The sender with its own connections to Telegram, within the budget of the settings. */
export function composeSending(
  { MESSAGES_PER_SECOND: perSecond, PAID_BROADCAST: paid, ADMIN_IDS: operators }: Config,
  { store, chats, token, apiRoot, drawer, now, log, onFatal }: SendingSurroundings,
): { delivery: Delivery; presence: Presence; close(): Promise<void> } {
  const { gather, connections, ...plan } = sendingPlan({ perSecond, paid });
  const messenger = createMessenger({ token, apiRoot, connections, drawer });
  const notices = createNotices({ store, chats, operators, now });
  const delivery = createDelivery({
    ...plan,
    store,
    messenger,
    now,
    chance: Math.random,
    pause: () => (gather > 0 ? idling(gather) : nextTurn()),
    log,
    holder: HOLDER,
    notices,
    onFatal,
  });
  const presence = createPresence(chats, { store, now, notices, onOpened: delivery.wake });
  return { delivery, presence, close: () => messenger.close() };
}
