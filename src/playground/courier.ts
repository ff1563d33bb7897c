import { setTimeout as wait } from 'node:timers/promises';
import type { UpdateQueue, Webhook } from './updates.ts';

/** How long the bot may take over an answer, and how long it is left alone after a refusal, at first and at most; in ms. */
const PATIENCE = 10_000;
const AFTER_REFUSAL = { first: 250, longest: 30_000 };

/** Whether an address lies on this machine. As from a Bot API server of one's own it needs no https, and updates go nowhere else. */
export function isOfThisMachine(url: string): boolean {
  const { protocol, hostname } = URL.parse(url) ?? {};
  return protocol === 'http:' && /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname ?? '');
}

/** Brings updates to the webhook, one after the other, each until it is taken; ends when the signal aborts. */
export async function bringUpdates(
  queue: UpdateQueue,
  now: () => number,
  signal: AbortSignal,
): Promise<void> {
  const closed = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  let refusals = 0;
  while (!signal.aborted) {
    const [update] = queue.pending;
    const { webhook } = queue;
    if (!update || !webhook || !isOfThisMachine(webhook.url)) {
      await Promise.race([queue.change(), closed]);
      continue;
    }
    const refusal = await bring(webhook, JSON.stringify(update), signal);
    if (signal.aborted) return;
    if (refusal === undefined) {
      refusals = 0;
      queue.confirm(update.update_id);
      continue;
    }
    queue.trouble = { date: Math.floor(now() / 1000), message: refusal };
    const pause = Math.min(AFTER_REFUSAL.first * 2 ** refusals++, AFTER_REFUSAL.longest);
    await wait(pause, undefined, { signal }).catch(() => undefined);
  }
}

/** Why the bot did not take it, as Telegram words it, or nothing. */
async function bring(webhook: Webhook, body: string, closing: AbortSignal): Promise<string | undefined> {
  try {
    const { ok, status, statusText } = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(webhook.secretToken === undefined
          ? {}
          : { 'x-telegram-bot-api-secret-token': webhook.secretToken }),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(PATIENCE)]),
    });
    return ok ? undefined : `Wrong response from the webhook: ${status} ${statusText}`;
  } catch {
    return 'Connection failed';
  }
}
