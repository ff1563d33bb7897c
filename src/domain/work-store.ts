/** Who does the work that only one may do, and where it stands; part of `Store` in ports.ts. Times in ms. */
import type { DayTallyStore } from './day-tally.ts';
import type { VitalsStore } from './vitals.ts';

/** `again`: ours, ran out, and nobody had it since; `fresh`: somebody else may have had it. */
export type LeaseState = 'held' | 'again' | 'fresh';

export interface WorkStore extends VitalsStore, DayTallyStore {
  /** Takes or renews a lease; false while another holder has it. */
  takeLease(lease: { name: string; holder: string; now: number; until: number }): Promise<LeaseState | false>;
  releaseLease(name: string, holder: string): Promise<void>;
  /** Gives back the leases of holders that work no more. */
  releaseLeases(isGone: (holder: string) => boolean): Promise<void>;
  /** A number kept under a name; absent: 0. */
  mark(name: string): Promise<number>;
  setMark(name: string, value: number): Promise<void>;
}
