import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHostQueue } from '../../../src/feeds/host-queue.ts';
import { gate, openFetcher, serve, text } from './loopback.ts';

/** A site that holds its answers back until `each` waiting requests are there, and counts the most at once. */
async function holding(each: number, expected: number) {
  let most = 0;
  let answered = 0;
  const waiting: ServerResponse[] = [];
  const site = await serve((_request, response) => {
    waiting.push(response);
    most = Math.max(most, waiting.length);
    if (waiting.length < Math.min(each, expected - answered)) return;
    // By now a third request, had it been sent, would be in the same turn's queue.
    setImmediate(() => {
      most = Math.max(most, waiting.length);
      for (const held of waiting.splice(0)) {
        answered += 1;
        held.end('feed');
      }
    });
  });
  return { ...site, most: () => most };
}

describe('a host', () => {
  it('is asked for two things at once, never three', async () => {
    const site = await holding(2, 20);
    const fetcher = openFetcher();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => fetcher.fetch({ url: `${site.origin}/${index}` })),
    );
    expect(outcomes.map(text)).toEqual(Array(20).fill('feed'));
    expect(site.most()).toBe(2);
    expect(site.connections()).toBe(2);
  });

  it('has one place for all of its names and ports, when it is public', async () => {
    const site = await holding(2, 6);
    const fetcher = openFetcher({
      allowPrivate: false,
      lookup: async () => ['93.184.215.14'],
      dial: () => connect({ host: '127.0.0.1', port: site.port }),
    });
    const urls = [
      'http://a.test/',
      'http://b.test/',
      'http://c.test/',
      'http://a.test:8080/',
      'http://b.test:8080/',
      'http://d.test./',
    ];
    const outcomes = await Promise.all(urls.map((url) => fetcher.fetch({ url })));
    expect(outcomes.map(text)).toEqual(Array(6).fill('feed'));
    expect(site.most()).toBe(2);
  });

  it('that hangs holds up nobody else', async () => {
    const hung = await serve(() => {});
    const site = await serve((_request, response) => response.end('feed'));
    const stop = new AbortController();
    const fetcher = openFetcher({ lookup: async () => ['127.0.0.1'], limits: { total: 3 } });
    const hanging = Array.from({ length: 50 }, () =>
      fetcher.fetch({ url: `http://hung.test:${hung.port}/`, signal: stop.signal }),
    );
    const others = Array.from({ length: 10 }, () => fetcher.fetch({ url: `http://well.test:${site.port}/` }));
    expect((await Promise.all(others)).map(text)).toEqual(Array(10).fill('feed'));
    stop.abort(new Error('enough'));
    const ends = await Promise.allSettled(hanging);
    expect(ends.every((end) => end.status === 'rejected')).toBe(true);
    expect(hung.requests.length).toBe(2);
  });

  it('that redirects to itself by another name does not block itself', async () => {
    const site = await serve((request, response) => {
      if (request.headers.host?.startsWith('www.')) response.end('feed');
      else response.writeHead(301, { location: `http://www.site.test:${site.port}/` }).end();
    });
    const fetcher = openFetcher({ lookup: async () => ['127.0.0.1'], limits: { perHost: 1, total: 1 } });
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => fetcher.fetch({ url: `http://site.test:${site.port}/` })),
    );
    expect(outcomes.map(text)).toEqual(Array(10).fill('feed'));
  });

  it('waiting for it does not use up the time of a fetch', async () => {
    const { opened, open } = gate();
    const site = await serve((request, response) => {
      if (request.url === '/first') {
        open();
        request.socket.once('close', () => {});
        return;
      }
      response.end('feed');
    });
    const fetcher = openFetcher({ limits: { perHost: 1, totalMs: 100 } });
    const first = fetcher.fetch({ url: `${site.origin}/first` });
    await opened;
    const second = fetcher.fetch({ url: `${site.origin}/second` });
    expect(await first).toMatchObject({ reason: 'timeout' });
    expect(text(await second)).toBe('feed');
  });
});

describe('two hundred fetches at once', () => {
  it('from as many hosts are all done, thirty-two at a time', async () => {
    const site = await holding(32, 200);
    const fetcher = openFetcher({ lookup: async () => ['127.0.0.1'] });
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        fetcher.fetch({ url: `http://site-${index}.test:${site.port}/` }),
      ),
    );
    expect(outcomes.map(text)).toEqual(Array(200).fill('feed'));
    expect(site.most()).toBe(32);
  });

  it('of which most fail do no harm to the others', async () => {
    const site = await serve((request, response) => {
      const index = Number(request.url?.slice(1));
      if (index % 4 === 0) response.end(`feed ${index}`);
      else if (index % 4 === 1) response.destroy();
      else if (index % 4 === 2) response.writeHead(500).end();
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip');
    });
    const fetcher = openFetcher();
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, index) => fetcher.fetch({ url: `${site.origin}/${index}` })),
    );
    for (const [index, outcome] of outcomes.entries()) {
      if (index % 4 === 0) expect(text(outcome)).toBe(`feed ${index}`);
      else expect(outcome).toMatchObject({ reason: ['', 'network', 'http', 'decode'][index % 4] });
    }
  });
});

describe('the queue', () => {
  it('admits in order, steps over those who must wait, and forgets those who leave', async () => {
    const queue = createHostQueue({ perKey: 1, total: 2 });
    const order: string[] = [];
    const take = async (name: string, keys: string[], signal?: AbortSignal) => {
      const release = await queue.take(keys, signal);
      order.push(name);
      return release;
    };
    const stop = new AbortController();
    const first = await take('a1', ['a']);
    const second = take('a2', ['a']);
    const leaving = take('a3', ['a'], stop.signal);
    const both = take('ab', ['a', 'b']);
    const other = await take('b1', ['b']);
    expect(order).toEqual(['a1', 'b1']);
    stop.abort(new Error('left'));
    await expect(leaving).rejects.toThrow('left');
    first();
    first();
    const next = await second;
    next();
    expect(order).toEqual(['a1', 'b1', 'a2']);
    other();
    (await both)();
    expect(order).toEqual(['a1', 'b1', 'a2', 'ab']);
    (await take('again', ['a', 'b']))();
  });

  it('never holds more than its places, and serves everybody', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (jobs, perKey, total) => {
          const queue = createHostQueue({ perKey, total });
          const held = new Map<string, number>();
          let running = 0;
          let within = true;
          await Promise.all(
            jobs.map(async (keys) => {
              const release = await queue.take(keys);
              running += 1;
              for (const key of keys) held.set(key, (held.get(key) ?? 0) + 1);
              within &&= running <= total && [...held.values()].every((count) => count <= perKey);
              await Promise.resolve();
              running -= 1;
              for (const key of keys) held.set(key, (held.get(key) ?? 1) - 1);
              release();
            }),
          );
          return within && running === 0;
        },
      ),
    );
  });
});
