import type { Place } from '../domain/chat.ts';
import { keyOfPlace, placeOf } from '../domain/chat.ts';
import type { FollowHit } from '../domain/follow.ts';
import type { Store } from '../domain/ports.ts';
import type { Recipient } from '../domain/subscription-store.ts';
import type { EditionOrder, MadeEdition } from './editions.ts';

/** What an edition is to carry, and what its place has heard already beside it. */
export type Heard = Pick<EditionOrder, 'held' | 'alerted'>;

/** What places have heard beside the editions of one subscription: alerts, and other digests of theirs. */
export interface Past {
  hits(place: Place): readonly FollowHit[];
  heard(subscription: Place & { id?: number }): Heard;
}

/** The past of all places of these chats since a time (ms), read at once. */
export async function readPast(
  store: Pick<Store, 'hitsSince' | 'toldBeside'>,
  chatIds: readonly number[],
  since: number,
): Promise<Past> {
  const hits = Map.groupBy(await store.hitsSince(since, chatIds), keyOfPlace);
  const told = Map.groupBy(await store.toldBeside(since, chatIds), keyOfPlace);
  const hitsOf = (place: Place) => hits.get(keyOfPlace(place)) ?? [];
  return {
    hits: hitsOf,
    heard(subscription) {
      const here = hitsOf(subscription);
      const beside = (told.get(keyOfPlace(subscription)) ?? []).filter(
        ({ subscriptionId }) => subscriptionId !== subscription.id,
      );
      const alerts = here.filter(({ state }) => state === 'sent');
      return {
        held: here.filter(({ state }) => state === 'held').map(({ storyId }) => storyId),
        alerted: [...alerts, ...beside]
          .sort((a, b) => a.at - b.at)
          .map(({ storyId, at }) => ({ storyId, at })),
      };
    },
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
    await store.settleHits(
      placeOf(member),
      over.map(({ storyId }) => storyId),
      'merged',
    );
  }
}
