import type { DueSubscription, SubscriptionStore } from '../domain/subscription-store.ts';
import { releaseClaims } from './claims.ts';
import type { Driver } from './driver.ts';
import { asHeard } from './heard-editions.ts';
import { PROBE_EVERY } from './sends.ts';
import { deleteSubscription, insertSubscription, updateSubscription } from './subscription-changes.ts';
import type { DueRow, SlotRow, SubscriptionRow } from './subscription-rows.ts';
import { dueOf, SUBSCRIPTION_COLUMNS, slotOf, subscriptionOf } from './subscription-rows.ts';

type SubscriptionMethods = Pick<
  SubscriptionStore,
  | 'addSubscription'
  | 'changeSubscription'
  | 'moveSlot'
  | 'removeSubscription'
  | 'subscription'
  | 'subscriptionsOf'
  | 'claimSubscriptions'
  | 'releaseSubscriptions'
  | 'upcomingSubscriptions'
  | 'activeSubscriptions'
  | 'nextSlotDue'
  | 'passedSlots'
>;

/** Subscriptions, whose turn is next, and what became of their slots. */
export function subscriptionMethods(driver: Driver): SubscriptionMethods {
  return {
    addSubscription: (subscription) => insertSubscription(driver, subscription),
    changeSubscription: (subscription) => updateSubscription(driver, subscription),
    async moveSlot(id, from, to) {
      const moved = await driver.query(
        `update subscriptions set next_date = $5, next_time = $6, next_at = $7
          where id = $1 and next_date = $2 and next_time = $3 and next_at = $4 returning id`,
        [id, from.date, from.time, from.at, to.date, to.time, to.at],
      );
      return moved.length > 0;
    },
    removeSubscription: (id) => driver.transaction((session) => deleteSubscription(session, id)),

    async subscription(id) {
      const [row] = await driver.query<SubscriptionRow>(
        `select ${SUBSCRIPTION_COLUMNS} from subscriptions where id = $1`,
        [id],
      );
      return row && subscriptionOf(row);
    },

    async subscriptionsOf(chatId) {
      const rows = await driver.query<SubscriptionRow>(
        `select ${SUBSCRIPTION_COLUMNS} from subscriptions where chat_id = $1 order by id`,
        [chatId],
      );
      return rows.map(subscriptionOf);
    },

    async claimSubscriptions({ now, until, holder, limit }) {
      const rows = await driver.query<DueRow>(
        `with due as (
           select subscriptions.id from subscriptions join chats on chats.id = subscriptions.chat_id
            where next_at <= $1 and subscriptions.status = 'active'
              and (chats.status = 'active' or (chats.status = 'paused' and chats.status_since + ${PROBE_EVERY} <= $1))
              and (lease_until is null or lease_until <= $1)
            order by next_at, subscriptions.id limit $4 ${driver.dialect.claim('subscriptions')})
         update subscriptions set lease_until = $2, lease_holder = $3 where id in (select id from due)
         returning ${SUBSCRIPTION_COLUMNS}, lease_until,
           (select kind from chats where chats.id = subscriptions.chat_id) as kind,
           (select preferences from chats where chats.id = subscriptions.chat_id) as preferences`,
        [now, until, holder, limit],
      );
      const due = rows.flatMap((row): DueSubscription[] => {
        const found = dueOf(row);
        return found ? [found] : [];
      });
      return (await asHeard(driver, due)).toSorted((a, b) => a.next.at - b.next.at || a.id - b.id);
    },

    releaseSubscriptions: (isGone) => releaseClaims(driver, 'subscriptions', isGone),

    async upcomingSubscriptions(from, to, limit) {
      const rows = await driver.query<DueRow>(
        `select ${SUBSCRIPTION_COLUMNS}, coalesce(lease_until, 0) as lease_until, kind, preferences
           from subscriptions join chats on chats.id = subscriptions.chat_id
          where next_at > $1 and next_at <= $2 and chats.status = 'active' and subscriptions.status = 'active'
          order by next_at, subscriptions.id limit $3`,
        [from, to, limit],
      );
      return rows.flatMap((row) => dueOf(row) ?? []);
    },

    async activeSubscriptions(afterId, limit) {
      const rows = await driver.query<SubscriptionRow>(
        `select ${SUBSCRIPTION_COLUMNS} from subscriptions where id > $1 and status = 'active' order by id limit $2`,
        [afterId, limit],
      );
      return rows.map(subscriptionOf);
    },

    async nextSlotDue() {
      const [row] = await driver.query<{ at: number | null }>(
        `select min(next_at) as at from subscriptions join chats on chats.id = subscriptions.chat_id
          where next_at is not null and subscriptions.status = 'active' and chats.status = 'active'`,
      );
      return row?.at ?? undefined;
    },

    async passedSlots(subscriptionId, limit) {
      const rows = await driver.query<SlotRow>(
        `select date, time, verdict, edition_id, at from slots where subscription_id = $1
          order by date desc, time desc limit $2`,
        [subscriptionId, limit],
      );
      return rows.map(slotOf);
    },
  };
}
