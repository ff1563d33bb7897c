import type { Clock, Log, Store } from '../domain/ports.ts';
import { nextSlot } from '../domain/schedule.ts';

/** Subscriptions looked at before the main loop is let go. */
const BATCH = 200;

/**
 * Plans every coming slot anew: governments move their clocks, and with new zone data eight o'clock is another instant than
 * the one stored. Slots that are due already stay as they are. How many moved.
 */
export async function replanSlots(
  store: Pick<Store, 'activeSubscriptions' | 'moveSlot'>,
  now: Clock,
  pause: () => Promise<void>,
  log: Log,
): Promise<number> {
  let moved = 0;
  for (let after = 0; ; ) {
    const batch = await store.activeSubscriptions(after, BATCH);
    for (const subscription of batch) {
      after = subscription.id;
      const { schedule, next, done } = subscription;
      if (!next || next.at <= now()) continue;
      const slot = nextSlot(schedule, now(), done);
      if (slot.at === next.at && slot.date === next.date && slot.time === next.time) continue;
      if (await store.moveSlot(subscription.id, next, slot)) moved++;
    }
    if (batch.length < BATCH) break;
    await pause();
  }
  if (moved > 0) log.info('slots planned anew', { moved });
  return moved;
}
