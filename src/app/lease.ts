import type { Clock, Log, Store } from '../domain/ports.ts';
import type { LeaseState } from '../domain/work-store.ts';
import type { Idle } from './polling.ts';

/** In ms: how long a lease lasts without its holder, and how often it is renewed, or looked for by others. Together the longest gap. */
const LASTS = 12_000;
export const RENEWED_AFTER = 3000;

export interface LeaseDoors {
  store: Pick<Store, 'takeLease' | 'releaseLease'>;
  now: Clock;
  /** The work that only one does at a time. */
  name: string;
  holder: string;
}

/** The right to do what only one process may do at a time; another takes over within 15 seconds. */
export interface Lease {
  /** Takes it, renews it when it is time to, and says whether it is ours (see `takeLease`). */
  hold(): Promise<LeaseState | false>;
  /** Lets others have it; if none wanted it, it is ours `again` the next time. */
  lend(): Promise<void>;
  release(): Promise<void>;
}

export function createLease({ store, now, name, holder }: LeaseDoors): Lease {
  let renewAt = 0;
  return {
    async hold() {
      const at = now();
      if (at < renewAt) return 'held';
      const taken = await store.takeLease({ name, holder, now: at, until: at + LASTS });
      renewAt = taken ? at + RENEWED_AFTER : 0;
      return taken;
    },
    async lend() {
      renewAt = 0;
      const at = now();
      await store.takeLease({ name, holder, now: at, until: at });
    },
    async release() {
      renewAt = 0;
      await store.releaseLease(name, holder);
    },
  };
}

/** Work that goes on until it is stopped. */
export interface Ongoing {
  stop(): Promise<void>;
}

/**
 * Has work done as long as the lease is ours, until the signal aborts: begun when the lease is taken, stopped when it is
 * lost. `name` says in the log what this process leaves to another.
 */
export async function whileHeld(
  work: { lease: Lease; name: string; begin(): Ongoing; idle: Idle; log: Log },
  signal: AbortSignal,
): Promise<void> {
  const { lease, name, begin, idle, log } = work;
  let ongoing: Ongoing | undefined;
  let told = false;
  while (!signal.aborted) {
    try {
      const held = (await lease.hold()) !== false;
      if (signal.aborted) break;
      if (held) ongoing ??= begin();
      else {
        if (!told) log.info('another process works on this store: this one stands by', { work: name });
        await ongoing?.stop();
        ongoing = undefined;
      }
      told = !held;
    } catch (error) {
      log.error('a lease cannot be read', { work: name, reason: String(error) });
    }
    await idle(RENEWED_AFTER, signal);
  }
  await ongoing?.stop();
  await lease.release().catch(() => {});
}
