/** Items that hold a single element each: whatever they say, an import takes them; what says nothing is refused. */
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../src/feeds/feed.ts';
import { draftItems } from '../../src/feeds/item-drafts.ts';

const NAMESPACES = Object.entries({
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  content: 'http://purl.org/rss/1.0/modules/content/',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  media: 'http://search.yahoo.com/mrss/',
  georss: 'http://www.georss.org/georss',
  slash: 'http://purl.org/rss/1.0/modules/slash/',
  own: 'https://harbour.example/own',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** Elements of an item, and the headline that comes of each. */
const RSS: [element: string, headline: string][] = [
  ['<title>Tide at noon</title>', 'Tide at noon'],
  ['<link>https://h.example/tide</link>', 'h.example/tide'],
  ['<description>The tide was low. Boats waited.</description>', 'The tide was low.'],
  ['<description>&lt;img src="https://h.example/pier.jpg"/&gt;</description>', 'pier.jpg'],
  ['<author>desk@h.example (The desk)</author>', 'desk@h.example (The desk)'],
  ['<category domain="https://h.example/c">Harbour</category>', 'Harbour'],
  ['<comments>https://h.example/tide#talk</comments>', 'h.example/tide'],
  ['<enclosure url="/sound/tide.mp3" length="1" type="audio/mpeg"/>', 'tide.mp3'],
  ['<guid isPermaLink="false">tide-7</guid>', 'tide-7'],
  ['<pubDate>Fri, 26 Jan 2024 08:00:00 GMT</pubDate>', 'Fri, 26 Jan 2024 08:00:00 GMT'],
  ['<source url="https://h.example/feed">The Harbour</source>', 'The Harbour'],
  ['<dc:title>Tide at noon</dc:title>', 'Tide at noon'],
  ['<dc:creator>A. Diver</dc:creator>', 'A. Diver'],
  ['<dc:subject>Sea</dc:subject>', 'Sea'],
  ['<dc:description>The tide was low.</dc:description>', 'The tide was low.'],
  ['<dc:date>2024-01-26</dc:date>', '2024-01-26'],
  ['<dc:identifier>urn:tide:7</dc:identifier>', 'urn:tide:7'],
  ['<dcterms:issued>2024-01-26</dcterms:issued>', '2024-01-26'],
  ['<content:encoded><![CDATA[<p>The tide was low.</p>]]></content:encoded>', 'The tide was low.'],
  ['<itunes:title>Tide at noon</itunes:title>', 'Tide at noon'],
  ['<itunes:subtitle>All about tides</itunes:subtitle>', 'All about tides'],
  ['<itunes:summary>The tide was low.</itunes:summary>', 'The tide was low.'],
  ['<itunes:image href="https://h.example/pier.jpg"/>', 'pier.jpg'],
  ['<itunes:duration>10:00</itunes:duration>', '10:00'],
  ['<media:title>Tide at noon</media:title>', 'Tide at noon'],
  ['<media:thumbnail url="https://h.example/pier.jpg"/>', 'pier.jpg'],
  ['<media:group><media:content url="https://h.example/pier.mp4"/></media:group>', 'pier.mp4'],
  ['<georss:point>21.5 39.2</georss:point>', '21.5 39.2'],
  ['<slash:comments>3</slash:comments>', '3'],
  ['<own:note>Seen from the pier</own:note>', 'Seen from the pier'],
];
const ATOM: [element: string, headline: string][] = [
  [
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Tide <b>at</b> noon</div></title>',
    'Tide at noon',
  ],
  ['<id>tag:h.example,2024:7</id>', 'tag:h.example,2024:7'],
  ['<link href="https://h.example/tide"/>', 'h.example/tide'],
  ['<updated>2024-01-26T08:00:00Z</updated>', '2024-01-26T08:00:00Z'],
  ['<author><name>A. Diver</name></author>', 'A. Diver'],
  ['<category term="sea" label="The sea"/>', 'The sea'],
  ['<content type="html">&lt;p&gt;The tide was low.&lt;/p&gt;</content>', 'The tide was low.'],
  ['<content src="https://h.example/tide.html" type="text/html"/>', 'h.example/tide.html'],
  ['<summary>The tide was low.</summary>', 'The tide was low.'],
  ['<source><id>x</id><title>The Harbour</title></source>', 'x The Harbour'],
];
const JSON_FEED: [item: string, headline: string][] = [
  ['{"id":"tide-7"}', 'tide-7'],
  ['{"id":7,"tags":["Sea"]}', 'Sea'],
  ['{"url":"https://h.example/tide"}', 'h.example/tide'],
  ['{"id":"7","authors":[{"name":"A. Diver"}]}', 'A. Diver'],
];

const headlines = (feed: string) =>
  draftItems(readFeed(feed)).map((item) => ('draft' in item ? item.draft.title : item.fault));

describe.each(['0.91', '0.92', '2.0'])('RSS %s', (version) => {
  const feed = (item: string, channel = '') =>
    `<rss version="${version}" ${NAMESPACES}><channel>${channel}<item>${item}</item></channel></rss>`;
  test.each(RSS)('%s', (element, headline) => {
    expect(headlines(feed(element))).toEqual([headline]);
    expect(
      headlines(feed(element, '<title>The Harbour</title><link>https://h.example/</link>')),
    ).toHaveLength(1);
    // The same in RDF without an address of its own.
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${NAMESPACES}>`;
    expect(headlines(`${rdf}<channel/><item>${element}</item></rdf:RDF>`).join()).not.toMatch(/^title:/);
  });

  test.each(['', '  ', '<!-- x -->', '<title/>', '<link></link>', '<own:note/>'])(
    'nothing in %j',
    (element) => {
      expect(headlines(feed(element))).toEqual(['title: the item has neither a headline nor any text']);
    },
  );
});

test.each(ATOM)('Atom: %s', (element, headline) => {
  expect(headlines(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${element}</entry></feed>`)).toEqual([
    headline,
  ]);
  const prefixed = element.replace(/<(\/?)(?=[a-z])/g, '<$1a:');
  const feed = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry>${prefixed}</a:entry></a:feed>`;
  expect(headlines(feed).join()).not.toMatch(/^(?:title:|$)/);
});

test.each(JSON_FEED)('JSON Feed: %s', (item, headline) => {
  const feed = `{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[${item}]}`;
  expect(headlines(feed)).toEqual([headline]);
});
