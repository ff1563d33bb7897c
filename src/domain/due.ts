/** What is to be done about a slot that was planned, now that the clock stands where it stands. */
import type { Slot } from './local-slot.ts';
import { compareSlots } from './local-slot.ts';
import type { Schedule } from './schedule.ts';
import { latestSlot, nextSlot } from './schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** An edition that starts this long after its slot, in ms, is still on time: a reader would not notice, a restart fits in. */
export const ON_TIME = 5 * MINUTE;
/** Longest delay, in ms, after which a missed edition is still sent, marked as late. */
export const LONGEST_DELAY = 3 * HOUR;
/** Longest time, in ms, for which an edition is worth delivering. */
export const LONGEST_USE = 12 * HOUR;

/**
 * `slot` is the one to be done now, or to be marked done without an edition when skipped; `next` is the one to be planned
 * after it. `early` changes nothing.
 */
export type DueVerdict = { kind: 'early' } | { kind: 'on-time' | 'late' | 'skip'; slot: Slot; next: Slot };

/**
 * Judges a planned slot at `now` (ms). Of several missed slots only the latest counts: it is on time within `ON_TIME`, late
 * within `LONGEST_DELAY` or half the distance to the next slot, whichever is shorter, and otherwise skipped, so that the
 * next edition covers the whole interval since the last. The instant in `planned` is believed: after a change of
 * schedule, zone or zone data plan anew first.
 */
export function dueVerdict(schedule: Schedule, planned: Slot, now: number): DueVerdict {
  if (now < planned.at) return { kind: 'early' };
  const slot = lastMissed(schedule, planned, now);
  const next = nextSlot(schedule, now, slot);
  const delay = now - slot.at;
  if (delay <= ON_TIME) return { kind: 'on-time', slot, next };
  const kind = delay <= Math.min(LONGEST_DELAY, (next.at - slot.at) / 2) ? 'late' : 'skip';
  return { kind, slot, next };
}

function lastMissed(schedule: Schedule, planned: Slot, now: number): Slot {
  const following = nextSlot(schedule, planned.at, planned);
  if (following.at > now) return planned;
  const latest = latestSlot(schedule, now);
  return compareSlots(latest, planned) > 0 ? latest : planned;
}

/**
 * When an edition made at `from` stops being worth delivering (ms): halfway to the next slot, `LONGEST_USE` at most. Never
 * before `ON_TIME` has passed, so that slots a few minutes apart leave time to send.
 */
export function editionExpires(from: number, next: Slot): number {
  return from + Math.max(ON_TIME, Math.min(LONGEST_USE, Math.floor((next.at - from) / 2)));
}
