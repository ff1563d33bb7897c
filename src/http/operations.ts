import type { Clock, Store } from '../domain/ports.ts';
import type { Summarizer } from '../domain/summarizer.ts';
import { clockCheck } from './clock-check.ts';
import type { Check } from './health.ts';
import type { Meters } from './meters.ts';
import { createMetrics } from './metrics.ts';
import type { Routes } from './routes.ts';
import { registerOperations } from './routes.ts';

/** Telegram is asked whether it is there when it has said nothing for so long, in milliseconds: a poll lasts half a minute. */
const SILENCE = 90_000;

export interface OperationsOptions {
  store: Store;
  summaries: Pick<Summarizer, 'tally'>;
  meters: Meters;
  now: Clock;
  /** Address of the Bot API server; absent where it is a part of this process. */
  telegram?: string | undefined;
  ask: typeof fetch;
}

/** The routes for whoever runs the house: `/healthz` and `/metrics`. */
export function operations({
  store,
  summaries,
  meters,
  now,
  telegram,
  ask,
}: OperationsOptions): (routes: Routes) => void {
  const checks: Check[] = [
    {
      name: 'store',
      async look() {
        await store.nextSourceDue();
        return undefined;
      },
    },
    {
      name: 'telegram',
      async look(signal) {
        if (now() - (meters.lastAnswerAt ?? 0) < SILENCE) return undefined;
        // A process that stands by for another hears nothing, and is well.
        if (telegram === undefined) return 'no answer from the Bot API server';
        const reached = await ask(telegram, { method: 'HEAD', redirect: 'manual', signal }).then(
          () => true,
          () => false,
        );
        return reached ? undefined : 'Telegram cannot be reached';
      },
    },
    telegram === undefined ? { name: 'clock', look: async () => undefined } : clockCheck(telegram, now, ask),
  ];
  const metrics = createMetrics({ store, summaries, meters, now });
  return (routes) => registerOperations(routes, { checks, metrics });
}
