import type { Context, MiddlewareHandler } from 'hono';
import type { Check } from './health.ts';
import { lookAt } from './health.ts';
import type { Metrics } from './metrics.ts';

/** A check may take this long, in milliseconds: whoever asks for health gives up after a few seconds. */
const WITHIN = 3000;

/** As much of a Hono application as is needed to add routes to it. */
export interface Routes {
  get(path: string, answer: (c: Context) => Response | Promise<Response>): unknown;
  /** Handlers of one path are asked in turn: each may pass on to the `next`. */
  post(path: string, answer: MiddlewareHandler): unknown;
}

/** What an operator's tools ask: is it well, and how does it fare. */
export function registerOperations(
  routes: Routes,
  { checks, metrics }: { checks: readonly Check[]; metrics: () => Promise<Metrics> },
): void {
  routes.get('/healthz', async (c) => {
    const health = await lookAt(checks, WITHIN, (ms) => AbortSignal.timeout(ms));
    return c.json(health, health.status === 'well' ? 200 : 503, { 'cache-control': 'no-store' });
  });
  routes.get('/metrics', async (c) => {
    const { contentType, text } = await metrics();
    return c.body(await text(), 200, { 'content-type': contentType });
  });
}
