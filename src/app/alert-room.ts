import type { Place } from '../domain/chat.ts';
import { keyOfPlace } from '../domain/chat.ts';
import type { FollowHit } from '../domain/follow.ts';

/** Stories that a place is alerted to within an hour (in ms): what comes beyond waits, and comes together. */
export const MOST_ALERTS = 10;
export const ALERTS_WITHIN = 3_600_000;

/** Whether a story may ring at a place; `last`: it may, and the next may not. */
export type AlertRoom = 'free' | 'last' | 'none';

/** Counts alerts of the last hour, given what places were told then; each story that may ring takes one. */
export function alertRoom(recent: readonly FollowHit[]): (place: Place, storyId: number) => AlertRoom {
  const rung = new Map<string, Set<number>>();
  function at(place: Place): Set<number> {
    const stories = rung.get(keyOfPlace(place)) ?? new Set();
    rung.set(keyOfPlace(place), stories);
    return stories;
  }
  for (const hit of recent) if (hit.state === 'sent') at(hit).add(hit.storyId);
  return (place, storyId) => {
    const stories = at(place);
    // Another report of a story that has rung takes no room: it rings no second time.
    if (stories.has(storyId)) return 'free';
    if (stories.size >= MOST_ALERTS) return 'none';
    stories.add(storyId);
    return stories.size === MOST_ALERTS ? 'last' : 'free';
  };
}
