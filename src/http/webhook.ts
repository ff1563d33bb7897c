import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Log } from '../domain/ports.ts';
import type { Brought } from './meters.ts';
import type { Routes } from './routes.ts';

/** Telegram's own updates are far smaller, in bytes. */
const LARGEST = 2 ** 20;

export interface WebhookDoor {
  /** As it stands in the address: `/telegram`. */
  path: string;
  secret: string;
  /** Keeps what an update says, as it was written, for good: only then is it answered with 200. */
  take(body: string): Promise<'taken' | 'repeated' | 'unreadable'>;
}

/**
 * The door to which Telegram brings updates: 401 without the secret, 413 for what is too large, 400 for what is no update, 503
 * when it cannot be kept now. Telegram repeats all but 200, for a day.
 */
export function registerWebhook(
  routes: Routes,
  { path, secret, take }: WebhookDoor,
  { log, count }: { log: Log; count(outcome: Brought): void },
): void {
  const expected = digest(secret);
  const answer = (outcome: Brought, status: number) => {
    count(outcome);
    return new Response(null, { status });
  };
  const limit = bodyLimit({ maxSize: LARGEST, onError: () => answer('unreadable', 413) });

  async function receive(c: Context): Promise<Response> {
    try {
      const outcome = await take(await c.req.text());
      return answer(outcome, outcome === 'unreadable' ? 400 : 200);
    } catch (error) {
      log.warn('update not taken', { reason: String(error) });
      return answer('postponed', 503);
    }
  }

  routes.post('*', async (c, next) => {
    if (new URL(c.req.url).pathname !== path) return next();
    const given = c.req.header('x-telegram-bot-api-secret-token') ?? '';
    // Of digests, so that the time it takes tells neither the length nor the beginning of the secret.
    if (!timingSafeEqual(digest(given), expected)) return answer('refused', 401);
    // Telegram tells the length beforehand; only where nobody does the bytes are counted as they come, which costs more.
    if (c.req.header('transfer-encoding') === undefined) {
      if (Number(c.req.header('content-length') ?? 0) > LARGEST) return answer('unreadable', 413);
      return receive(c);
    }
    let received: Response | undefined;
    const tooLarge = await limit(c, async () => {
      received = await receive(c);
    });
    return tooLarge ?? received;
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
