import { readFile } from 'node:fs/promises';
import type { Hono } from 'hono';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** The page's own scripts, styles and pictures, and pictures of articles; nothing else, and no frame around it. */
const POLICY =
  "default-src 'self'; img-src 'self' data: https:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Serves the page's files: plain names only, so that no path leads out of the directory. */
export function registerPageFiles<Env extends object>(app: Hono<Env>, directory: URL | undefined): void {
  app.get('/', () => serve(directory, 'index.html'));
  app.get('/page/:file', (c) => serve(directory, c.req.param('file')));
}

async function serve(directory: URL | undefined, name: string): Promise<Response> {
  const type = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*\.([a-z0-9]+)$/i.exec(name)?.[1];
  const mime = type === undefined ? undefined : TYPES[type];
  if (directory === undefined || mime === undefined) return notFound();
  try {
    const body = await readFile(new URL(name, directory));
    return new Response(new Uint8Array(body), { headers: { ...HEADERS, 'content-type': mime } });
  } catch {
    return notFound();
  }
}

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

function notFound(): Response {
  const headers = { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' };
  return new Response('Not found', { status: 404, headers });
}
