import type { Subscription } from '../domain/subscription.ts';
import type { SubscriptionStore } from '../domain/subscription-store.ts';
import { putChat } from './chat-rows.ts';
import type { Driver } from './driver.ts';
import { activate } from './standings.ts';
import { deleteSubscription, insertSubscription, updateSubscription } from './subscription-changes.ts';
import type { SubscriptionRow } from './subscription-rows.ts';
import { SUBSCRIPTION_COLUMNS, subscriptionOf } from './subscription-rows.ts';

/** A chat's choices and subscriptions, stored together. */
export function arrangementMethods(driver: Driver): Pick<SubscriptionStore, 'arrange'> {
  return {
    arrange({ chat, added, changed = [], removed = [] }, known) {
      return driver
        .transaction(async (session) => {
          // First of all, since writing the chat's row makes whoever else decides for this chat wait.
          await putChat(session, chat);
          const rows = await session.query<SubscriptionRow>(
            `select ${SUBSCRIPTION_COLUMNS} from subscriptions where chat_id = $1 order by id`,
            [chat.id],
          );
          if (state(rows.map(subscriptionOf)) !== state(known)) throw new Outdated();
          await activate(session, chat.id);
          for (const id of removed) await deleteSubscription(session, id);
          for (const subscription of changed) await updateSubscription(session, subscription);
          if (added) await insertSubscription(session, added);
          return true;
        })
        .catch((error) => {
          if (error instanceof Outdated) return false;
          throw error;
        });
    },
  };
}

/** Thrown within the transaction, so that the engine takes it back. */
class Outdated extends Error {}

/** What a decision about subscriptions rests on: who is there, what each wants and where its schedule stands. */
function state(subscriptions: readonly Subscription[]): string {
  return JSON.stringify(
    subscriptions.map(({ id, threadId = 0, schedule, topics, size, status, done }) => [
      id,
      threadId,
      [schedule.times, schedule.weekdays, schedule.timeZone],
      topics,
      size,
      status,
      done?.date,
      done?.time,
    ]),
  );
}
