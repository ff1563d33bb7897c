import type { Store } from '../domain/ports.ts';

/**
 * Lets a digest whose topic is gone go on in the group's General topic; false unless it rests for that reason and this is
 * the person who set it up and still may: `mayChange` asks it of the digest's chat.
 */
export type ToGeneral = (
  subscriptionId: number,
  ownerId: number,
  mayChange: (chatId: number) => Promise<boolean>,
) => Promise<boolean>;

export function createToGeneral(store: Pick<Store, 'subscription' | 'changeSubscription'>): ToGeneral {
  return async (subscriptionId, ownerId, mayChange) => {
    const found = await store.subscription(subscriptionId);
    if (!found || found.ownerId !== ownerId || found.pausedFor !== 'topic-gone') return false;
    if (!(await mayChange(found.chatId))) return false;
    const { threadId: _, pausedFor: __, ...subscription } = found;
    await store.changeSubscription({ ...subscription, status: 'active' });
    return true;
  };
}
