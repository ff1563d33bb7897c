/** Sites of this machine's own that publish feeds. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedItem {
  title: string;
  link?: string;
  guid?: string;
  /** Milliseconds since the epoch. */
  at?: number;
  text?: string;
}

/** An RSS feed of these items. */
export function rss(items: readonly ServedItem[], { title = 'صحيفة الاختبار', extra = '' } = {}): string {
  const entries = items.map(
    ({ title: headline, link, guid, at, text }) => `<item><title>${headline}</title>
      ${link ? `<link>${link}</link>` : ''}${guid ? `<guid isPermaLink="false">${guid}</guid>` : ''}
      ${at === undefined ? '' : `<pubDate>${new Date(at).toUTCString()}</pubDate>`}
      ${text ? `<description>${text}</description>` : ''}</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${title}</title>
    <link>https://paper.example/</link>${extra}${entries.join('\n')}</channel></rss>`;
}

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on loopback whose paths tests fill and change; close it with `await using`. */
export async function runSite() {
  const pages = new Map<string, string | Answering>();
  const requests: { path: string; headers: IncomingMessage['headers']; status: number }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const page = pages.get(path);
    response.on('finish', () =>
      requests.push({ path, headers: request.headers, status: response.statusCode }),
    );
    if (typeof page === 'function') return page(request, response);
    if (page === undefined) return response.writeHead(404).end();
    const etag = `"${createHash('sha256').update(page).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
    const type = page.startsWith('<?xml') ? 'application/rss+xml' : 'text/html; charset=utf-8';
    return response.writeHead(200, { 'content-type': type, etag }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    requests,
    to: (path: string) => requests.filter((request) => request.path === path),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
