import type { Clock, Log } from '../domain/ports.ts';

/** What became of an update that was fetched, or brought to the webhook. */
export type Brought = 'taken' | 'repeated' | 'unreadable' | 'refused' | 'postponed';

/** Counts of what happened since the start, until somebody asks for them. */
export interface Meters {
  /** How often each event was logged. */
  readonly events: ReadonlyMap<string, number>;
  /** How often Telegram answered with each code. */
  readonly answers: ReadonlyMap<number, number>;
  /** What became of updates that were fetched, or brought to the webhook. */
  readonly updates: ReadonlyMap<Brought, number>;
  /** When Telegram last answered anything, in milliseconds since the epoch; absent before the first time. */
  readonly lastAnswerAt: number | undefined;
  answered(code: number): void;
  brought(outcome: Brought): void;
  /** The log, heard as well as written: names of events are few and fixed. */
  heard(log: Log): Log;
}

export function createMeters(now: Clock): Meters {
  const events = new Map<string, number>();
  const answers = new Map<number, number>();
  const updates = new Map<Brought, number>();
  let lastAnswerAt: number | undefined;
  const hear = (event: string) => events.set(event, (events.get(event) ?? 0) + 1);
  return {
    events,
    answers,
    updates,
    get lastAnswerAt() {
      return lastAnswerAt;
    },
    answered(code) {
      lastAnswerAt = now();
      answers.set(code, (answers.get(code) ?? 0) + 1);
    },
    brought(outcome) {
      updates.set(outcome, (updates.get(outcome) ?? 0) + 1);
    },
    heard: (log) => ({
      info(event, fields) {
        hear(event);
        log.info(event, fields);
      },
      warn(event, fields) {
        hear(event);
        log.warn(event, fields);
      },
      error(event, fields) {
        hear(event);
        log.error(event, fields);
      },
    }),
  };
}
