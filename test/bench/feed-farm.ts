/** A server with many feeds, in a process of its own so that its work is not ours; prints where it is as one line. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { batches } from './archive.ts';
import { makeCorpus } from './corpus.ts';

export const ITEMS = 30;
/** The news of these feeds happened in the three days before this, in milliseconds since the epoch. */
export const FARM_NOW = Date.UTC(2026, 0, 4);
const SPAN = 3 * 86_400_000;
/** Words of a paragraph: with them a feed has some 75 kB, as feeds with whole articles do. */
const PARAGRAPH = 80;

/** Feeds of 30 items each; every event is told by several feeds, as agencies' news is. */
export function makeFeeds(count: number): string[] {
  const total = count * ITEMS;
  const items = [...makeCorpus(total).articles()].map(({ draft: { title, body } }, at) => {
    const text = body.split('\n').map((line) => `<p>${line.split(' ').slice(0, PARAGRAPH).join(' ')}</p>`);
    const date = new Date(FARM_NOW - SPAN + Math.floor((at * SPAN) / total)).toUTCString();
    return `<item><title>${title}</title><link>https://paper.example/news/${at}</link>
<guid isPermaLink="false">news-${at}</guid><pubDate>${date}</pubDate>
<description><![CDATA[${text.join('')}]]></description></item>`;
  });
  // Neighbours in time go to different feeds.
  const rows = [...batches(items, count)].reverse();
  return Array.from(
    { length: count },
    (_, feed) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>صحيفة ${feed}</title><link>https://paper.example/</link>
${rows.flatMap((row) => row[feed] ?? []).join('\n')}</channel></rss>`,
  );
}

if (import.meta.main) {
  const feeds = makeFeeds(Number(process.argv[2])).map((text) => {
    const bytes = Buffer.from(text);
    return { bytes, etag: `"${createHash('sha256').update(bytes).digest('hex')}"` };
  });
  const server = createServer((request, response) => {
    const feed = feeds[Number(request.url?.match(/\d+/)?.[0])];
    if (!feed) return response.writeHead(404).end();
    const { bytes, etag } = feed;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
    return response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(bytes);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    const bytes = feeds.reduce((sum, feed) => sum + feed.bytes.length, 0);
    console.log(JSON.stringify({ port, bytes }));
  });
}
