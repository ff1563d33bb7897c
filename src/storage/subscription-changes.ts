import type { NewSubscription, Subscription } from '../domain/subscription.ts';
import type { Session } from './driver.ts';
import { list } from './driver.ts';
import type { SubscriptionRow } from './subscription-rows.ts';
import { SUBSCRIPTION_COLUMNS, subscriptionColumns, subscriptionOf } from './subscription-rows.ts';

// Changes of single subscriptions within whatever transaction they are part of.

export async function insertSubscription(
  session: Session,
  subscription: NewSubscription,
): Promise<Subscription> {
  const columns = { ...subscriptionColumns(subscription), created_at: subscription.createdAt };
  const names = Object.keys(columns);
  const [row] = await session.query<SubscriptionRow>(
    `insert into subscriptions (${names.join(', ')}) values (${list(names.length)})
     returning ${SUBSCRIPTION_COLUMNS}`,
    Object.values(columns),
  );
  if (!row) throw new Error('the engine returned no row for a new subscription');
  return subscriptionOf(row);
}

export async function updateSubscription(session: Session, subscription: Subscription): Promise<void> {
  const columns = subscriptionColumns(subscription);
  const names = Object.keys(columns);
  // A claim taken before the change knows the old hours: it ends here.
  await session.query(
    `update subscriptions set ${names.map((name, at) => `${name} = $${at + 2}`).join(', ')},
       lease_until = null, lease_holder = null where id = $1`,
    [subscription.id, ...Object.values(columns)],
  );
}

/** Ends a subscription, and what waits of it; what is under way may arrive, but is not tried again. */
export async function deleteSubscription(session: Session, id: number): Promise<void> {
  await session.query(
    `update deliveries set state = 'cancelled', reason = 'unsubscribed'
      where subscription_id = $1 and state in ('pending', 'uncertain')`,
    [id],
  );
  await session.query(
    "update deliveries set expires_at = 0 where subscription_id = $1 and state = 'sending'",
    [id],
  );
  await session.query('delete from subscriptions where id = $1', [id]);
}
