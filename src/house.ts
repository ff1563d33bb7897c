import type { Idle } from './app/polling.ts';
import type { Clock, Log } from './domain/ports.ts';
import type { Sleep } from './telegram/patience.ts';

/** What the house takes from the world beside its settings. */
export interface Surroundings {
  now: Clock;
  log: Log;
  sleep?: Sleep;
  /** How the house waits for the next source that falls due. */
  idle?: Idle;
  /** Calls what is to be done at every minute, until it is stopped. */
  minute?: (work: () => void) => { stop(): Promise<void> };
  /** How the sender waits for its turn. */
  rest?: Idle;
  /** In the playground: whether the sources are asked too. */
  live?: boolean;
  /** Told when the house can go on no longer. */
  onFatal(reason: string): void;
}

/** The house at work. */
export interface House {
  /** Where the playground's page is, when there is one. */
  page?: string;
  botName: string;
  /** Finishes what is in hand and closes the store. */
  stop(): Promise<void>;
}
