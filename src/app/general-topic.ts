import type { Store } from '../domain/ports.ts';

/**
 * Lets a digest whose topic is gone go on in the group's General topic; false unless it rests for that reason and this is
 * the person who set it up.
 */
export type ToGeneral = (subscriptionId: number, ownerId: number) => Promise<boolean>;

export function createToGeneral(store: Pick<Store, 'subscription' | 'changeSubscription'>): ToGeneral {
  return async (subscriptionId, ownerId) => {
    const found = await store.subscription(subscriptionId);
    if (!found || found.ownerId !== ownerId || found.pausedFor !== 'topic-gone') return false;
    const { threadId: _, pausedFor: __, ...subscription } = found;
    await store.changeSubscription({ ...subscription, status: 'active' });
    return true;
  };
}
