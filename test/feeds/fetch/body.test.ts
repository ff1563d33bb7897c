import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { failure, openFetcher, serve, text } from './loopback.ts';

const FEED = `<rss>${'خبر جديد '.repeat(500)}</rss>`;
const CAP = 10_000_000;

/** A site that sends these bytes with these headers, whole. */
const send = (body: Buffer, headers: Record<string, string> = {}) =>
  serve((_request, response) => response.writeHead(200, headers).end(body));

describe('content encodings', () => {
  it.each([
    ['gzip', gzipSync(FEED)],
    ['x-gzip', gzipSync(FEED)],
    ['GZIP', gzipSync(FEED)],
    ['deflate', deflateSync(FEED)],
    ['deflate', deflateRawSync(FEED)],
    ['br', brotliCompressSync(FEED)],
    ['zstd', zstdCompressSync(FEED)],
    ['gzip, br', brotliCompressSync(gzipSync(FEED))],
    ['identity', Buffer.from(FEED)],
    ['', Buffer.from(FEED)],
    ['gzip', Buffer.concat([gzipSync(FEED.slice(0, 100)), gzipSync(FEED.slice(100))])],
  ])('%s is undone', async (encoding, body) => {
    const site = await send(body, { 'content-encoding': encoding });
    expect(text(await openFetcher().fetch({ url: site.origin }))).toBe(FEED);
  });

  it('an empty body is empty', async () => {
    for (const encoding of ['identity', 'deflate']) {
      const site = await send(Buffer.alloc(0), { 'content-encoding': encoding });
      expect(text(await openFetcher().fetch({ url: site.origin }))).toBe('');
    }
  });

  it.each([
    ['gzip', gzipSync(FEED).subarray(0, 80)],
    ['deflate', deflateSync(FEED).subarray(0, 40)],
    ['deflate', deflateRawSync(FEED).subarray(0, 40)],
    ['br', brotliCompressSync(FEED).subarray(0, 20)],
    ['zstd', zstdCompressSync(FEED).subarray(0, 20)],
  ])('%s cut short is no feed: half of it must not pass for the whole', async (encoding, body) => {
    const site = await send(body, { 'content-encoding': encoding, etag: '"1"' });
    expect(await openFetcher().fetch({ url: site.origin })).toEqual({
      kind: 'failed',
      reason: 'decode',
      detail: 'content does not match its encoding',
    });
  });

  it.each(['gzip', 'deflate', 'br', 'zstd'])('%s by name only is no feed', async (encoding) => {
    const site = await send(Buffer.from('not compressed at all'), { 'content-encoding': encoding });
    expect(failure(await openFetcher().fetch({ url: site.origin })).reason).toBe('decode');
  });

  it.each(['gzip, gzip, gzip', 'compress', 'gzip, magic', 'constructor', 'x'.repeat(500)])(
    '%s is not undone',
    async (encoding) => {
      const site = await send(gzipSync(gzipSync(gzipSync(FEED))), { 'content-encoding': encoding });
      const outcome = failure(await openFetcher().fetch({ url: site.origin }));
      expect(outcome.reason).toBe('decode');
      expect(outcome.detail.length).toBeLessThan(100);
    },
  );
});

describe('size', () => {
  it('up to the limit is read, one byte more is not', async () => {
    const limits = { bytes: 1000 };
    const whole = await send(Buffer.alloc(1000, 'x'));
    expect(text(await openFetcher({ limits }).fetch({ url: whole.origin })).length).toBe(1000);
    const over = await serve((_request, response) => {
      response.write(Buffer.alloc(1000, 'x'));
      response.end('x');
    });
    expect(failure(await openFetcher({ limits }).fetch({ url: over.origin })).reason).toBe('too-large');
  });

  it('announced over the limit ends before a byte is read', async () => {
    const site = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': String(CAP + 1) }).flushHeaders();
    });
    expect(await openFetcher().fetch({ url: site.origin })).toMatchObject({
      reason: 'too-large',
      detail: '10000001 bytes announced',
    });
  });

  it('a body without end is cut off, socket and all', async () => {
    let sent = 0;
    const closed = Promise.withResolvers<void>();
    const site = await serve((_request, response) => {
      const piece = Buffer.alloc(65_536);
      const more = () => {
        while (!response.destroyed && response.write(piece)) sent += piece.length;
      };
      response.on('drain', more).on('close', closed.resolve);
      more();
    });
    expect(failure(await openFetcher().fetch({ url: site.origin })).reason).toBe('too-large');
    await closed.promise;
    expect(sent).toBeLessThan(CAP * 3);
  });

  const zeros = Buffer.alloc(60_000_000);
  it.each([
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(zeros)],
    ['zstd', zstdCompressSync(zeros)],
    ['gzip, gzip', gzipSync(gzipSync(zeros))],
    ['gzip, br', brotliCompressSync(gzipSync(zeros))],
  ])('a bomb of %s is stopped', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(100_000);
    const site = await send(bomb, { 'content-encoding': encoding });
    expect(await openFetcher().fetch({ url: site.origin })).toEqual({
      kind: 'failed',
      reason: 'too-large',
      detail: 'more than 10000000 bytes',
    });
  });

  it('a bomb that swells in the middle and shrinks again is stopped', async () => {
    const empty = gzipSync('');
    const swollen = gzipSync(Buffer.concat(Array.from({ length: 600_000 }, () => empty)));
    const site = await send(swollen, { 'content-encoding': 'gzip, gzip' });
    expect(failure(await openFetcher().fetch({ url: site.origin })).reason).toBe('too-large');
  });
});

describe('a slow drip', () => {
  it.each([
    ['plain', 'identity'],
    ['compressed', 'gzip'],
  ])('ends at the deadline, %s', async (_what, encoding) => {
    const bytes = encoding === 'gzip' ? gzipSync(randomBytes(200_000)) : Buffer.alloc(200_000, 'x');
    const closed = Promise.withResolvers<void>();
    const site = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      let at = 0;
      // Each byte goes out as soon as the one before has; the last ten never do.
      const drip = () => {
        if (response.destroyed || at === bytes.length - 10) return;
        response.write(bytes.subarray(at, at + 1), () => setImmediate(drip));
        at += 1;
      };
      response.on('close', closed.resolve);
      drip();
    });
    const fetcher = openFetcher({ limits: { totalMs: 100 } });
    expect(await fetcher.fetch({ url: site.origin })).toMatchObject({
      reason: 'timeout',
      detail: 'not done in time',
    });
    await closed.promise;
  });

  it('that stops dripping ends at the deadline too', async () => {
    const site = await serve((_request, response) => response.writeHead(200).write('<rss>'));
    const fetcher = openFetcher({ limits: { totalMs: 60 } });
    expect(failure(await fetcher.fetch({ url: site.origin })).reason).toBe('timeout');
  });
});
