import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../src/feeds/feed.ts';
import { NotAFeed } from '../../src/feeds/feed-item.ts';
import { draftItems } from '../../src/feeds/item-drafts.ts';
import { readTolerantly } from '../../src/feeds/tolerant.ts';
import { effort } from '../support/effort.ts';

const rss = (inner: string) =>
  `<rss version="2.0"><channel><title>Harbour</title><item><title>a</title>${inner}</item></channel></rss>`;

describe('reading feeds', () => {
  test('JSON Feed', () => {
    const text = readFileSync(new URL('../fixtures/feeds/json-feed-10.json', import.meta.url), 'utf8');
    expect(readFeed(text)).toEqual({
      title: 'Harbour Notes',
      site: 'https://harbour.example/',
      items: [
        {
          id: '7',
          url: 'https://harbour.example/report/7',
          title: 'Harbour report 7',
          body: 'The tide <was> measured.',
          publishedAt: '2024-01-26T01:00:00Z',
          author: 'A. Diver',
        },
        { id: '8', title: 'No headline here.', body: 'No headline here. Only text.' },
      ],
    });
  });

  test('the address a feed came from serves for relative links where the feed names no site', () => {
    const [item] = readFeed(rss('<link>/1</link>'), { url: 'https://harbour.example/feeds/news.xml' }).items;
    expect(item?.url).toBe('https://harbour.example/1');
  });

  test.each([
    ['nothing', ' \n'],
    ['a web page', '<!DOCTYPE html><html><body><p>x</p></body></html>'],
    ['words', 'not a feed'],
    ['other XML', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['other JSON', '{"a":1}'],
    ['half of a JSON feed', '{"version":"https://jsonfeed.org/version/1","items":[{'],
  ])('%s is no feed', (_name, text) => {
    expect(() => readFeed(text)).toThrow(NotAFeed);
  });

  test('a thousand items and no more', () => {
    const items = Array.from(
      { length: 1500 },
      (_, index) => `<item><title>t${index}</title><link>https://h.example/${index}</link></item>`,
    ).join('');
    expect(readFeed(`<rss version="2.0"><channel>${items}</channel></rss>`).items).toHaveLength(1000);
    expect(readFeed(`<rss version="2.0"><channel>${items}`).items).toHaveLength(1000);
  });

  test('items become drafts of their outlet; one that says nothing is told by its number', () => {
    const feed = readFeed(
      '<rss version="2.0"><channel><title>Harbour</title><link>https://h.example/</link><item><title>Headline alone</title></item><item><pubDate></pubDate></item></channel></rss>',
    );
    const drafts = draftItems(feed);
    expect(drafts[0]).toMatchObject({
      draft: { title: 'Headline alone', body: '', source: { name: 'Harbour', url: 'https://h.example/' } },
    });
    expect(drafts[1]).toEqual({
      place: 'item 2',
      fault: 'title: the item has neither a headline nor any text',
    });
  });
});

describe('hostile feeds', () => {
  test('entities are neither multiplied nor fetched', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${rss('<description>&c; &f;</description>')}`;
    const [item] = readFeed(bomb).items;
    expect(item?.summary).toBe('&c; &f;');
  });

  test('names of prototypes are names like others', () => {
    const [item] = readFeed(
      rss(
        '<__proto__><polluted>1</polluted></__proto__><constructor>x</constructor><description __proto__="x">d</description>',
      ),
    ).items;
    expect(item).toMatchObject({ title: 'a', summary: 'd' });
    expect({}).not.toHaveProperty('polluted');
  });

  const shapes: [string, (count: number) => string][] = [
    ['nesting in an item', (count) => rss('<x>'.repeat(count))],
    ['nesting in an item, closed', (count) => rss('<x>'.repeat(count) + '</x>'.repeat(count))],
    ['nesting in a description', (count) => rss(`<description>${'<div>'.repeat(count)}</description>`)],
    ['nesting in the channel', (count) => `<rss version="2.0"><channel>${'<x>'.repeat(count)}`],
    [
      'attributes',
      (count) => rss(`<x ${Array.from({ length: count }, (_, index) => `a${index}="1"`).join(' ')}/>`),
    ],
    ['ampersands', (count) => rss(`<description>${'&'.repeat(count)}</description>`)],
    ['open CDATA', (count) => rss(`<description>${'<![CDATA['.repeat(count)}</description>`)],
    ['open comments', (count) => rss('<!--'.repeat(count))],
    ['items', (count) => `<rss version="2.0"><channel>${'<item></item>'.repeat(count)}`],
    ['open items', (count) => `<rss version="2.0"><channel>${'<item>'.repeat(count)}`],
    ['fields', (count) => rss('<category>x</category>'.repeat(count))],
    ['links', (count) => rss('<link href="x"/>'.repeat(count))],
  ];

  test.each(shapes)(
    '%s in great number cost the tolerant reader no more than their length',
    (_name, shape) => {
      // The best of three: code is compiled and memory collected meanwhile.
      const time = (count: number) => {
        const text = shape(count);
        const once = () => effort(() => readTolerantly(text));
        return Math.min(once(), once(), once());
      };
      time(20_000);
      // Eight times the length may take eight times as long; a quadratic reader would take sixty-four times.
      expect(time(160_000)).toBeLessThan(40 * Math.max(time(20_000), 5));
      expect(readFeed(shape(160_000)).items.length).toBeLessThanOrEqual(1000);
    },
  );
});
