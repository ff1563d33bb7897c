import { afterEach, describe, expect, test } from 'vitest';
import { NotAFeed } from '../../src/feeds/feed-item.ts';
import type { FeedParser } from '../../src/feeds/parse.ts';
import { createParser, ParseTimeout } from '../../src/feeds/parse.ts';
import { encode } from '../support/code-pages.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const feed = (title: string) =>
  `<rss version="2.0"><channel><item><title>${title}</title><link>/1</link></item></channel></rss>`;

let parser: FeedParser | undefined;
afterEach(() => parser?.close());

describe('parsing apart from the main thread', () => {
  test('bytes, what the server said of them and the feed’s address make a reading', async () => {
    parser = createParser();
    const reading = await parser.feed(encode(feed('افتتاح الميناء'), 'windows-1256'), {
      charset: 'windows-1256',
      url: 'https://h.example/feed',
    });
    expect(reading.items).toEqual([{ title: 'افتتاح الميناء', url: 'https://h.example/1' }]);
  });

  test('feeds asked for at once are answered each with its own', async () => {
    parser = createParser();
    const { feed: read } = parser;
    const titles = ['one', 'two', 'three'];
    const readings = await Promise.all(titles.map((title) => read(bytes(feed(title)))));
    expect(readings.map((reading) => reading.items[0]?.title)).toEqual(titles);
  });

  test('what is no feed is told as such, and the next one is read', async () => {
    parser = createParser();
    await expect(parser.feed(bytes('<html></html>'))).rejects.toThrow(NotAFeed);
    expect((await parser.feed(bytes(feed('next')))).items).toHaveLength(1);
  });

  test('past the limit the thread is ended, and a new one reads on', async () => {
    parser = createParser({ limitMs: 200 });
    const slow = bytes(
      `<rss version="2.0"><channel>${'<item><title>t</title><x a="1"/></item>'.repeat(2_400_000)}`,
    );
    const [first, second] = await Promise.allSettled([parser.feed(slow), parser.feed(bytes(feed('after')))]);
    expect(first).toMatchObject({ status: 'rejected', reason: expect.any(ParseTimeout) });
    expect(second).toMatchObject({ status: 'fulfilled', value: { items: [{ title: 'after' }] } });
  });

  test('a thread that was ended because nobody asked is there again for the next feed', async () => {
    parser = createParser({ restsAfterMs: 0 });
    for (const title of ['one', 'two', 'three']) {
      expect((await parser.feed(bytes(feed(title)))).items[0]?.title).toBe(title);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  });

  test('what is asked for many at a time comes in its order, whatever its kind', async () => {
    parser = createParser();
    const order: number[] = [];
    const { feed: read, index, page } = parser;
    const article = { title: 'افتتاح الميناء', body: 'نصّ قصير.' };
    await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        if (at % 3 === 0) expect((await read(bytes(feed(`n${at}`)))).items[0]?.title).toBe(`n${at}`);
        else if (at % 3 === 1) expect((await index([article, article])).length).toBe(2);
        else await page(bytes('<html><body><p>x</p></body></html>'));
        order.push(at);
      }),
    );
    expect(order).toEqual(Array.from({ length: 12 }, (_, at) => at));
  });

  test('closed in the middle, it rejects what was asked', async () => {
    parser = createParser();
    const asked = ['one', 'two', 'three'].map((title) => parser?.feed(bytes(feed(title))));
    const outcomes = Promise.allSettled(asked);
    await parser.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  test('closed, it reads nothing more', async () => {
    parser = createParser();
    await parser.close();
    await expect(parser.feed(bytes(feed('late')))).rejects.toThrow('the parser is closed');
  });
});
