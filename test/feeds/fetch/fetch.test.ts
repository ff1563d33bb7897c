import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Site } from './loopback.ts';
import { failure, gate, listening, NOW, openFetcher, serve, serveRaw, text } from './loopback.ts';

const lookup = async () => ['127.0.0.1'];
const RAW_ETAG = 'W/"a\u00e9\u00ff,  b-gzip"';
const MODIFIED = 'Tuesday, 24-Nov-26 10:00:00 GMT';

describe('a feed', () => {
  it('comes with all that its headers say', async () => {
    const site = await serve((_request, response) => {
      response
        .writeHead(200, {
          'content-type': 'Application/RSS+xml; version=2; charset="Windows-1256"',
          etag: RAW_ETAG,
          'last-modified': MODIFIED,
          'cache-control': 'public, max-age=600',
          age: '60',
          date: 'Tue, 24 Nov 2026 12:00:05 GMT',
        })
        .end('خبر');
    });
    const outcome = await openFetcher().fetch({ url: `${site.origin}/feed?key=1#top` });
    expect(text(outcome)).toBe('خبر');
    expect(outcome).toEqual({
      kind: 'fetched',
      bytes: new TextEncoder().encode('خبر'),
      contentType: 'application/rss+xml',
      charset: 'windows-1256',
      etag: RAW_ETAG,
      lastModified: MODIFIED,
      finalUrl: `${site.origin}/feed?key=1`,
      freshForMs: 540_000,
      dateMs: NOW + 5000,
    });
  });

  it('is asked for in our name, with no more than is needed', async () => {
    const site = await serve((_request, response) => response.end());
    await openFetcher().fetch({ url: site.origin, accept: 'text/html' });
    expect(site.requests[0]?.headers).toEqual({
      host: `127.0.0.1:${site.port}`,
      connection: 'keep-alive',
      'user-agent': 'Mujaz/0.1',
      accept: 'text/html',
      'accept-encoding': 'gzip, deflate, br, zstd',
    });
  });

  it('has memory of its own, which may be handed to a worker', async () => {
    const site = await serve((_request, response) => response.end('feed'));
    const outcome = await openFetcher().fetch({ url: site.origin });
    expect(outcome.kind === 'fetched' && outcome.bytes.buffer.byteLength).toBe(4);
  });
});

describe('validators', () => {
  it('are sent back byte for byte, both of them, and a 304 keeps or renews them', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/renewed')
        response.setHeader('last-modified', 'newer').setHeader('cache-control', 'max-age=60');
      response.writeHead(304).end();
    });
    const fetcher = openFetcher();
    const known = { etag: RAW_ETAG, lastModified: MODIFIED };
    const kept = await fetcher.fetch({ url: `${site.origin}/feed`, ...known });
    expect(kept).toEqual({ kind: 'notModified', ...known, finalUrl: `${site.origin}/feed` });
    const renewed = await fetcher.fetch({ url: `${site.origin}/renewed`, ...known });
    expect(renewed).toMatchObject({
      kind: 'notModified',
      etag: RAW_ETAG,
      lastModified: 'newer',
      freshForMs: 60_000,
    });
    for (const { headers } of site.requests) {
      expect(headers['if-none-match']).toBe(RAW_ETAG);
      expect(headers['if-modified-since']).toBe(MODIFIED);
    }
  });

  it('confirmed leave the connection open for the next', async () => {
    const site = await serve((_request, response) => response.writeHead(304).end());
    const fetcher = openFetcher();
    for (let round = 0; round < 10; round++) await fetcher.fetch({ url: site.origin, etag: '"1"' });
    expect(site.requests.length).toBe(10);
    expect(site.connections()).toBeLessThanOrEqual(2);
  });

  it('that cannot be sent are left out', async () => {
    const site = await serve((_request, response) => response.end('feed'));
    const outcome = await openFetcher().fetch({ url: site.origin, etag: '"a"\r\nx: y', lastModified: 'خبر' });
    expect(outcome.kind).toBe('fetched');
    expect(site.requests[0]?.headers).not.toHaveProperty('if-none-match');
    expect(site.requests[0]?.headers).not.toHaveProperty('if-modified-since');
  });

  it('go only to the address whose answer they came with', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end();
    });
    const fetcher = openFetcher();
    const url = `${site.origin}/old`;
    expect((await fetcher.fetch({ url, etag: '"1"' })).kind).toBe('fetched');
    const confirmed = await fetcher.fetch({ url, etag: '"1"', validatorsFrom: `${site.origin}/new` });
    expect(confirmed).toMatchObject({ kind: 'notModified', permanentUrl: `${site.origin}/new` });
    expect(site.requests.map(({ url, headers }) => [url, headers['if-none-match']])).toEqual([
      ['/old', '"1"'],
      ['/new', undefined],
      ['/old', undefined],
      ['/new', '"1"'],
    ]);
  });

  it('were not sent, yet the server says 304: that is a fault', async () => {
    const site = await serve((_request, response) => response.writeHead(304).end());
    expect(await openFetcher().fetch({ url: site.origin })).toMatchObject({ reason: 'http', status: 304 });
  });
});

describe('redirects', () => {
  it.each([
    [[301], true],
    [[308], true],
    [[301, 308, 301], true],
    [[302], false],
    [[303], false],
    [[307], false],
    [[301, 302, 301], false],
  ])('through %j are permanent: %s', async (statuses, permanent) => {
    const site = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      const status = statuses[step];
      if (status) response.writeHead(status, { location: `${step + 1}` }).end();
      else response.end('feed');
    });
    const outcome = await openFetcher().fetch({ url: `${site.origin}/0` });
    expect(text(outcome)).toBe('feed');
    const finalUrl = `${site.origin}/${statuses.length}`;
    expect(outcome).toMatchObject({ finalUrl });
    expect('permanentUrl' in outcome && outcome.permanentUrl).toBe(permanent ? finalUrl : false);
  });

  it('end after five', async () => {
    const site = await serve((request, response) => {
      response.writeHead(302, { location: `${request.url}x` }).end();
    });
    expect(failure(await openFetcher().fetch({ url: site.origin })).reason).toBe('too-many-redirects');
    expect(site.requests.length).toBe(6);
  });

  it('of exactly five are followed', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/xxxxx') response.end('feed');
      else response.writeHead(302, { location: `${request.url}x` }).end();
    });
    expect(text(await openFetcher().fetch({ url: site.origin }))).toBe('feed');
  });

  it('may be written in bytes of UTF-8', async () => {
    const site = await serveRaw(
      Buffer.from('HTTP/1.1 302 Found\r\nlocation: /أخبار?ق=١\r\ncontent-length: 0\r\n\r\n'),
    );
    const outcome = await openFetcher({ limits: { redirects: 0 } }).fetch({ url: site.origin });
    expect(failure(outcome).reason).toBe('too-many-redirects');
    const front = await serve((request, response) => {
      if (request.url !== '/') return response.end(request.url);
      response.socket?.end(
        Buffer.from('HTTP/1.1 302 Found\r\nlocation: /أخبار\r\ncontent-length: 0\r\n\r\n'),
      );
      return undefined;
    });
    expect(text(await openFetcher().fetch({ url: front.origin }))).toBe(encodeURI('/أخبار'));
  });

  it('without a place to go are a fault', async () => {
    const site = await serve((_request, response) => response.writeHead(301).end());
    expect(await openFetcher().fetch({ url: site.origin })).toMatchObject({ reason: 'http', status: 301 });
  });

  it('do not stop the total time', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: '/slow' }).end();
    });
    const fetcher = openFetcher({ limits: { totalMs: 80 } });
    expect(failure(await fetcher.fetch({ url: site.origin })).reason).toBe('timeout');
  });

  it('share one total time', async () => {
    let now = NOW;
    const waits: number[] = [];
    const site = await serve((_request, response) => {
      now += 9000;
      response.writeHead(302, { location: '/' }).end();
    });
    const fetcher = openFetcher({
      now: () => now,
      timeout: (ms) => {
        waits.push(ms);
        return ms === 0 ? AbortSignal.abort() : AbortSignal.timeout(5000);
      },
    });
    expect(failure(await fetcher.fetch({ url: site.origin })).reason).toBe('timeout');
    expect(site.requests.length).toBe(4);
    expect(new Set(waits)).toEqual(new Set([30_000, 10_000, 21_000, 12_000, 3000, 0]));
  });
});

describe('credentials', () => {
  const basic = (plain: string) => `Basic ${Buffer.from(plain).toString('base64')}`;

  it('are sent, decoded, and shown nowhere', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/refused') response.writeHead(401).end();
      else response.end('feed');
    });
    const fetcher = openFetcher();
    const host = `us%40er:p%C3%A4ss%3A@127.0.0.1:${site.port}`;
    const outcome = await fetcher.fetch({ url: `http://${host}/` });
    expect(outcome).toMatchObject({ finalUrl: `${site.origin}/` });
    expect(site.requests[0]?.headers.authorization).toBe(basic('us@er:päss:'));
    const refused = failure(await fetcher.fetch({ url: `http://${host}/refused` }));
    expect(refused).toEqual({
      kind: 'failed',
      reason: 'http',
      status: 401,
      detail: '127.0.0.1 answered 401',
    });
  });

  it('stay with the host through its own redirects, the new address keeping them', async () => {
    const site = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.end('feed');
    });
    const outcome = await openFetcher().fetch({ url: `http://u:p@127.0.0.1:${site.port}/old` });
    expect(outcome).toMatchObject({
      finalUrl: `${site.origin}/new`,
      permanentUrl: `http://u:p@127.0.0.1:${site.port}/new`,
    });
    expect(site.requests.map(({ headers }) => headers.authorization)).toEqual([basic('u:p'), basic('u:p')]);
  });

  it.each([
    ['another host', (site: Site) => `http://other.test:${site.port}/there`],
    ['another host that is named with its own', (site: Site) => `http://x:y@other.test:${site.port}/there`],
    ['another port', (_site: Site, other: Site) => `${other.origin}/there`],
  ])('are not sent to %s, nor on the way back', async (_what, target) => {
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      if (request.url === '/') response.writeHead(302, { location: target(site, other) }).end();
      else if (request.url === '/there') response.writeHead(302, { location: `${site.origin}/back` }).end();
      else response.end('feed');
    };
    const site = await serve(answer);
    const other = await serve(answer);
    const outcome = await openFetcher({ lookup }).fetch({ url: `http://u:p@127.0.0.1:${site.port}/` });
    expect(text(outcome)).toBe('feed');
    const sent = [...site.requests, ...other.requests].map(({ url, headers }) => [
      url,
      headers.authorization,
    ]);
    expect(Object.fromEntries(sent)).toEqual({ '/': basic('u:p'), '/there': undefined, '/back': undefined });
    expect(sent.length).toBe(3);
  });
});

describe('answers that are no feed', () => {
  it.each([
    [429, '120', 120_000],
    [503, '120', 120_000],
    [503, 'Tue, 24 Nov 2026 12:10:00 GMT', 600_000],
    [429, '999999999999', 86_400_000],
    [429, 'Fri, 01 Jan 2038 00:00:00 GMT', 86_400_000],
    [503, 'Mon, 23 Nov 2026 12:00:00 GMT', 0],
    [503, 'soon', undefined],
    [503, '-5', undefined],
    [500, '120', undefined],
  ])('%i with Retry-After %s', async (status, value, retryAfterMs) => {
    const site = await serve((_request, response) => {
      response.sendDate = false;
      response.writeHead(status, { 'retry-after': value }).end('sorry');
    });
    const outcome = await openFetcher().fetch({ url: `${site.origin}/feed?key=secret` });
    expect(outcome).toEqual({
      kind: 'failed',
      reason: 'http',
      status,
      detail: `127.0.0.1 answered ${status}`,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  });

  it('a date in Retry-After is read by the clock of the server that wrote it', async () => {
    const site = await serve((_request, response) => {
      response
        .writeHead(503, {
          date: 'Tue, 24 Nov 2026 09:00:00 GMT',
          'retry-after': 'Tue, 24 Nov 2026 09:05:00 GMT',
        })
        .end();
    });
    expect(failure(await openFetcher().fetch({ url: site.origin })).retryAfterMs).toBe(300_000);
  });

  it('410 is gone; 404 is not', async () => {
    const site = await serve((request, response) => response.writeHead(Number(request.url?.slice(1))).end());
    const fetcher = openFetcher();
    expect(failure(await fetcher.fetch({ url: `${site.origin}/410` })).gone).toBe(true);
    expect(failure(await fetcher.fetch({ url: `${site.origin}/404` }))).not.toHaveProperty('gone');
  });

  it.each([403, 200])('a challenge is named, status %i', async (status) => {
    const site = await serve((_request, response) => {
      response.writeHead(status, { 'cf-mitigated': 'challenge' }).end('<html>');
    });
    expect(await openFetcher().fetch({ url: site.origin })).toMatchObject({ reason: 'challenge', status });
  });

  it.each([204, 206, 300])('%i is one', async (status) => {
    const site = await serve((_request, response) => response.writeHead(status).end());
    expect(await openFetcher().fetch({ url: site.origin })).toMatchObject({ reason: 'http', status });
  });

  it('their bodies are not waited for', async () => {
    const site = await serve((_request, response) => response.writeHead(500).write('and then …'));
    expect(failure(await openFetcher().fetch({ url: site.origin })).status).toBe(500);
  });
});

describe('networks', () => {
  it('nobody listens', async () => {
    const server = createServer();
    const port = await listening(server, '127.0.0.1');
    await new Promise((resolve) => server.close(resolve));
    expect(await openFetcher().fetch({ url: `http://127.0.0.1:${port}/` })).toEqual({
      kind: 'failed',
      reason: 'connect',
      detail: 'no connection: ECONNREFUSED',
    });
  });

  it.each([
    ['nothing', ''],
    ['no HTTP', 'hello\r\n\r\n'],
    ['half a status line', 'HTTP/1.1 20'],
    ['half the headers', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello!'],
    ['fewer bytes than announced', 'HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nhello'],
    ['half a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nhello'],
    ['a chunk of no size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\nhello'],
  ])('the server sends %s', async (_what, bytes) => {
    const site = await serveRaw(bytes);
    expect(failure(await openFetcher().fetch({ url: site.origin })).reason).toBe('network');
  });

  it('the server sends more bytes than announced: those announced are the body', async () => {
    const site = await serveRaw('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello, hello');
    expect(text(await openFetcher().fetch({ url: site.origin }))).toBe('hello');
  });

  it('the server ends the body by closing', async () => {
    const site = await serveRaw('HTTP/1.0 200 OK\r\n\r\nhello');
    expect(text(await openFetcher().fetch({ url: site.origin }))).toBe('hello');
  });

  it('headers without end', async () => {
    const flood = Array.from({ length: 3000 }, (_, index) => `x-${index}: ${'y'.repeat(30)}\r\n`).join('');
    const site = await serveRaw(`HTTP/1.1 200 OK\r\n${flood}\r\n`);
    expect(failure(await openFetcher().fetch({ url: site.origin })).reason).toBe('too-large');
  });

  it('headers that do not come', async () => {
    const site = await serve(() => {});
    const fetcher = openFetcher({ limits: { headersMs: 50 } });
    expect(await fetcher.fetch({ url: site.origin })).toMatchObject({
      reason: 'timeout',
      detail: 'no answer in time',
    });
  });

  it('early hints without end', async () => {
    const site = await serve((_request, response) => {
      const again = () =>
        response.socket?.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n', () => setImmediate(again));
      again();
    });
    const fetcher = openFetcher({ limits: { totalMs: 80 } });
    expect(failure(await fetcher.fetch({ url: site.origin })).reason).toBe('timeout');
  });

  it('names that are never resolved', async () => {
    const fetcher = openFetcher({ lookup: () => new Promise(() => {}), limits: { totalMs: 50 } });
    expect(failure(await fetcher.fetch({ url: 'http://slow.test/' })).reason).toBe('timeout');
  });
});

describe('the caller', () => {
  it('may stop a fetch at any time, and only then does it reject', async () => {
    const { opened, open } = gate();
    const site = await serve((_request, response) => {
      response.write('a');
      open();
    });
    const stop = new AbortController();
    const fetch = openFetcher().fetch({ url: site.origin, signal: stop.signal });
    await opened;
    stop.abort(new Error('shutting down'));
    await expect(fetch).rejects.toThrow('shutting down');
    await expect(openFetcher().fetch({ url: site.origin, signal: stop.signal })).rejects.toThrow(
      'shutting down',
    );
  });

  it('may close the fetcher in the middle', async () => {
    const { opened, open } = gate();
    const site = await serve((_request, response) => {
      response.write('a');
      open();
    });
    const closing = new Promise<void>((resolve) => {
      site.server.on('connection', (socket) => socket.on('close', resolve));
    });
    const fetcher = openFetcher();
    const fetch = fetcher.fetch({ url: site.origin });
    await opened;
    await fetcher.close();
    expect(failure(await fetch).reason).toBe('network');
    await closing;
  });
});
