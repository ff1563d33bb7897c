/** The part of compose.ts that receives: fetched by one, or brought to the door of any. */
import { createInbox } from './app/inbox.ts';
import { createLease, whileHeld } from './app/lease.ts';
import type { Idle } from './app/polling.ts';
import type { Operations } from './compose-operations.ts';
import type { Config } from './config.ts';
import type { Clock, Log, Store } from './domain/ports.ts';
import { HOLDER, isGone } from './holder.ts';
import type { WebhookDoor } from './http/webhook.ts';
import type { RunningBot } from './telegram/bot.ts';
import type { Keep } from './telegram/polling.ts';
import { readUpdate } from './telegram/update.ts';

export interface ReceivingSurroundings {
  store: Store;
  bot: RunningBot;
  now: Clock;
  idle: Idle;
  log: Log;
  onUpdate: Operations['onUpdate'];
}

/** How updates reach the bot. */
export interface Receiving {
  /** Where updates are brought; absent where they are fetched. */
  door?: WebhookDoor;
  /** Tells Telegram of the door, once it is open. */
  announce(): Promise<void>;
  run(signal: AbortSignal): Promise<unknown>;
}

export function composeReceiving(
  { mode, WEBHOOK_URL: url, WEBHOOK_SECRET: secret }: Config,
  { store, bot, now, idle, log, onUpdate }: ReceivingSurroundings,
): Receiving {
  const inbox = createInbox({ store, handle: bot.handle, now, idle, holder: HOLDER, log });
  async function handle(signal: AbortSignal): Promise<void> {
    await store.releaseUpdates(isGone);
    await inbox.run(signal);
  }
  const keep: Keep = async (update) => {
    try {
      onUpdate(await inbox.take(update));
    } catch (error) {
      onUpdate('postponed');
      throw error;
    }
  };
  if (mode === 'playground' || url === undefined || secret === undefined) {
    const lease = createLease({ store, now, name: 'poller', holder: HOLDER });
    return {
      announce: async () => {},
      run: (signal) =>
        Promise.all([
          whileHeld({ lease, name: 'poller', begin: () => bot.poll(keep), idle, log }, signal),
          handle(signal),
        ]),
    };
  }
  return {
    door: {
      path: new URL(url).pathname,
      secret,
      async take(body) {
        const update = readUpdate(body);
        return update ? inbox.take(update) : 'unreadable';
      },
    },
    announce: () => bot.setWebhook({ url, secret }),
    run: handle,
  };
}
