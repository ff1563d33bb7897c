import type { MiddlewareHandler } from 'hono';
import { PlaygroundStartError } from './errors.ts';

// The playground has no accounts, so only this machine's own pages and programs may use it: another site's page, even
// one whose name resolves to this machine, is told apart by the Host and Origin its browser sends.

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Refuses to listen where others could reach; throws PlaygroundStartError. */
export function checkLoopback(host: string): void {
  if (LOOPBACK.has(host)) return;
  throw new PlaygroundStartError(
    'not-loopback',
    `The playground only listens on this machine (127.0.0.1, ::1 or localhost), not on ${host}: it has no passwords. ` +
      'Set HOST=127.0.0.1, or set BOT_TOKEN to run the bot on Telegram.',
  );
}

/** Answers 403 to requests whose Host is not loopback with this port, or that another site's page makes. */
export function localOnly(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port()}`);
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (!hosts.includes(port() === 80 ? `${host}:80` : host)) return c.text('Forbidden: unknown host', 403);
    const origin = c.req.header('origin');
    if (origin !== undefined && !hosts.some((own) => origin.toLowerCase() === `http://${own}`)) {
      return c.text('Forbidden: foreign origin', 403);
    }
    // A link of another site may lead to the page, but to nothing that does something.
    const site = c.req.header('sec-fetch-site');
    const elsewhere = site === 'cross-site' || site === 'same-site';
    if (elsewhere && c.req.path !== '/') return c.text('Forbidden: foreign origin', 403);
    return await next();
  };
}
