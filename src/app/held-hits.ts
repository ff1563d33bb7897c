import type { FollowHit } from '../domain/follow.ts';
import type { Store } from '../domain/ports.ts';
import type { Recipient } from '../domain/subscription-store.ts';
import type { EditionOrder, MadeEdition } from './editions.ts';

/** What follows mean for an edition: what it is to carry, and what its place has heard already. */
export function heardOf(hits: readonly FollowHit[]): Pick<EditionOrder, 'held' | 'alerted'> {
  return {
    held: hits.filter(({ state }) => state === 'held').map(({ storyId }) => storyId),
    alerted: hits.filter(({ state }) => state === 'sent').map(({ storyId, at }) => ({ storyId, at })),
  };
}

/**
 * What was held for these chats is in the edition, or was told before: either way it waits no longer. What found no
 * room waits for the next edition, once; and all of it waits where the edition was not stored, since its chat changed
 * something meanwhile. `id`: the edition as stored, absent where it was empty and the chats want no word of that.
 */
export async function settleHeld(
  store: Pick<Store, 'settleHits' | 'subscription'>,
  order: EditionOrder,
  { edition, id }: MadeEdition & { id?: number },
  members: readonly Recipient[],
  hitsOf: (member: Recipient) => readonly FollowHit[],
): Promise<void> {
  if (order.held.length === 0) return;
  const crowded = new Set(edition.left.filter(({ why }) => why === 'room').map(({ storyId }) => storyId));
  for (const member of members) {
    if (id !== undefined && (await store.subscription(member.subscriptionId))?.lastEdition !== id) continue;
    const over = hitsOf(member).filter(
      ({ state, storyId, at }) => state === 'held' && !(crowded.has(storyId) && at > order.from),
    );
    const place = {
      chatId: member.chatId,
      ...(member.threadId === undefined ? {} : { threadId: member.threadId }),
    };
    await store.settleHits(
      place,
      over.map(({ storyId }) => storyId),
      'merged',
    );
  }
}
