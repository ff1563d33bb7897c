import type { LeaseState } from '../domain/work-store.ts';

/** One process at a time finds articles their stories: two at once would tell one event twice. */
export interface StoryTurn {
  /** Waits until it is ours. `fresh`: another process may have found stories since. */
  take(): Promise<LeaseState>;
  /** Lets another have it. */
  end(): Promise<void>;
}

/** As much of a lease as is needed; see lease.ts. */
interface Lease {
  hold(): Promise<LeaseState | false>;
  lend(): Promise<void>;
}

/** `wait` lets some time pass before the lease is asked for again. */
export function createStoryTurn(lease: Lease, wait: () => Promise<void>): StoryTurn {
  return {
    async take() {
      for (;;) {
        const state = await lease.hold();
        if (state) return state;
        await wait();
      }
    },
    end: () => lease.lend(),
  };
}

/** Where there is but one process. */
export const alwaysOurs: StoryTurn = {
  take: async () => 'held',
  end: async () => {},
};
