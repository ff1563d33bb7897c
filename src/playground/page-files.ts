import { readFile } from 'node:fs/promises';
import type { Hono } from 'hono';
import type { FileShelf } from './files.ts';

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** The page's own scripts, styles and pictures, and pictures of articles; nothing else, and no frame around it. */
const POLICY =
  "default-src 'self'; img-src 'self' https:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Serves the page's files: plain names only, so that no path leads out of the directory. */
export function registerPageFiles<Env extends object>(app: Hono<Env>, directory: URL | undefined): void {
  app.get('/', () => serve(directory, 'index.html'));
  app.get('/page/:file', (c) => serve(directory, c.req.param('file')));
}

/** Serves what the bot sent: a picture to be looked at, all else to be kept, and nothing that could act as this page. */
export function registerSentFiles<Env extends object>(app: Hono<Env>, files: FileShelf): void {
  app.get('/playground/file/:id', (c) => {
    const file = files.get(c.req.param('id'));
    if (file === undefined || !('data' in file)) return notFound();
    const headers = {
      ...HEADERS,
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': file.mimeType,
      // The address changes with the bytes.
      'cache-control': 'private, max-age=31536000, immutable',
      ...(file.kind === 'photo' ? {} : { 'content-disposition': 'attachment' }),
    };
    return new Response(new Uint8Array(file.data), { headers });
  });
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
