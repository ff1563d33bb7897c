/** Feeds broken in ways that a strict parser refuses: what is wrong, the feed, and the headlines it still gives. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decode } from '../../src/feeds/decode.ts';
import { detectText } from '../../src/feeds/detect.ts';
import { readFeed } from '../../src/feeds/feed.ts';
import { createParser } from '../../src/feeds/parse.ts';

const item = (name: string) =>
  `<item><title>${name}</title><link>https://h.example/${name}</link><description>Text of ${name}.</description></item>`;
const rss = (inner: string, before = '<?xml version="1.0" encoding="utf-8"?>') =>
  `${before}<rss version="2.0"><channel><title>Harbour</title>${inner}</channel></rss>`;
const atom = (entry: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${entry}</entry></feed>`;
const two = `${item('one')}${item('two')}`;

const BROKEN: [what: string, feed: string, headlines: string[]][] = [
  [
    'a title without end',
    rss(`<item><title>one<link>https://h.example/1</link></item>${item('two')}`),
    ['one', 'two'],
  ],
  [
    'an end of another name',
    rss(`<item><title>one</titel><link>https://h.example/1</link></item>${item('two')}`),
    ['one</titel>', 'two'],
  ],
  [
    'CDATA without end in an item',
    rss(`<item><title>one</title><description><![CDATA[some </description></item>${item('two')}`),
    ['one', 'two'],
  ],
  [
    'CDATA without end in the channel',
    rss(`<description><![CDATA[about us </description>${two}`),
    ['one', 'two'],
  ],
  ['a comment without end', rss(`<!-- generated ${two}`), ['one', 'two']],
  ['dashes in a comment', rss(`<!-- a -- b --->${two}`), ['one', 'two']],
  ['a declaration of XML without end', rss(two, '<?xml version="1.0" encoding="utf-8">'), ['one', 'two']],
  [
    'entities declared by the feed',
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY eacute "&#233;">]>${rss('<item><title>caf&eacute;&nbsp;x</title></item>', '')}`,
    ['café x'],
  ],
  [
    'entities declared nowhere',
    rss('<item><title>caf&eacute;&nbsp;&bogus; x</title></item>'),
    ['café &bogus; x'],
  ],
  ['declarations of SGML among the items', rss(`<!ELEMENT foo (bar)>${two}<!FOO bar>`), ['one', 'two']],
  [
    'attributes without quotes',
    '<feed xmlns=http://www.w3.org/2005/Atom><entry><title type=text>one</title><link href=https://h.example/1 /></entry></feed>',
    ['one'],
  ],
  [
    'quotes that do not match',
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>one</title><link href='https://h.example/1\"/></entry></feed>",
    ['one'],
  ],
  [
    'an attribute twice',
    atom('<title>one</title><link href="https://h.example/1" href="https://h.example/2"/>'),
    ['one'],
  ],
  [
    'an attribute without value',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry foo><title>one</title></entry></feed>',
    ['one'],
  ],
  [
    'tags in letters beyond ASCII',
    rss(`<item><title>one</title><مقال>x</مقال><träck>y</träck></item>`),
    ['one'],
  ],
  ['signs of comparison in a title', rss('<item><title>a < b and c > d</title></item>'), ['a < b and c > d']],
  [
    'a script among the text',
    rss(
      `<item><title>one</title><description><script>if (a<b && c>d) x("</b>")</script>text</description></item>${item('two')}`,
    ),
    ['one', 'two'],
  ],
  ['items in a list of their own', rss(`<items>${two}</items>`), ['one', 'two']],
  ['no channel', `<rss version="2.0">${two}</rss>`, ['one', 'two']],
  ['a channel in the channel', rss(`<channel>${item('one')}</channel>${item('two')}`), ['one', 'two']],
  ['two feeds, one behind the other', rss(item('one')) + rss(item('two')), ['one', 'two']],
  ['a script behind the feed', `${rss(item('one'))}<script>x()</script> more & <`, ['one']],
  [
    'a prefix for its own elements',
    '<x:rss xmlns:x="https://h.example/ns"><x:channel><x:item><x:title>one</x:title></x:item></x:channel></x:rss>',
    ['one'],
  ],
  [
    'RDF by another prefix',
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item r:about="https://h.example/1"><title>one</title></item></r:RDF>',
    ['one'],
  ],
  [
    'a message of a failed program before it',
    `Warning: connect() in <b>/x.php</b> on line 3<br />\n${rss(item('one'))}`,
    ['one'],
  ],
  ['a web page before it', `<html><body><p>oops</p></body></html>${rss(item('one'))}`, ['one']],
  ['a web page around it', `<html><body>${rss(item('one'), '')}</body></html>`, ['one']],
  [
    'every sign of a tag written as an entity',
    rss(item('one')).replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    ['one'],
  ],
  ['an encoding that does not exist', rss(item('one'), '<?xml version="1.0" encoding="bogus"?>'), ['one']],
  ['UTF-16 declared and not true', rss(item('one'), '<?xml version="1.0" encoding="utf-16"?>'), ['one']],
  ['carriage returns for ends of lines', rss(two).replaceAll('><', '>\r<'), ['one', 'two']],
  ['a program of the server left in it', rss(`<?php echo 1 ?>${item('one')}`), ['one']],
  ['an end in the middle of a word', rss(two).slice(0, -45), ['one', 'two']],
  [
    'channel definition format',
    '<CHANNEL HREF="https://h.example/"><TITLE>Harbour</TITLE><ITEM HREF="https://h.example/1"><ABSTRACT>The tide was low.</ABSTRACT></ITEM></CHANNEL>',
    ['The tide was low.'],
  ],
];

test.each(BROKEN)('%s', (_what, feed, headlines) => {
  expect(detectText(feed, 'feed.xml')).toEqual({ kind: 'xml feed' });
  expect(readFeed(feed).items.map(({ title }) => title)).toEqual(headlines);
});

test.each([
  ['a comma too many', '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"one"},]}'],
  [
    'an end in the middle',
    '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"one","_x":{"a":"}"}},{"id":"2","ti',
  ],
  [
    'a byte order mark',
    '\uFEFF{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"one"}]}',
  ],
])('JSON Feed with %s', (_what, feed) => {
  const text = decode(new TextEncoder().encode(feed));
  expect(detectText(text, 'feed.json')).toEqual({ kind: 'json feed' });
  expect(readFeed(text).items.map(({ title }) => title)).toEqual(['one']);
});

describe('feeds made to cost', () => {
  const MANY = 200_000;
  const many = (piece: (at: number) => string) => Array.from({ length: MANY }, (_, at) => piece(at)).join('');
  const namespaces = many((at) => `xmlns:a${at}="https://h.example/${at}" `);
  const costly: [string, () => string][] = [
    ['namespaces on the root', () => rss(two).replace('<rss ', `<rss ${namespaces}`)],
    ['namespaces on an item', () => rss(two).replace('<item>', `<item ${namespaces}>`)],
    ['tags in each other', () => rss(`${'<a>'.repeat(MANY)}${two}`)],
    [
      'tags in each other in a text',
      () => rss(item('one').replace('Text', `${'<b>'.repeat(MANY)}x`) + item('two')),
    ],
    ['items', () => rss(two + many((at) => `<item><title>t${at}</title></item>`))],
    ['entities', () => `<!DOCTYPE r [${many((at) => `<!ENTITY e${at} "x">`)}]>${rss(two, '')}`],
    [
      'enclosures',
      () =>
        rss(two.replace('</item>', `${'<enclosure url="https://h.example/a.jpg"/>'.repeat(MANY)}</item>`)),
    ],
    ['beginnings of comments', () => rss(`${two}<!-- x -->${'<!--'.repeat(MANY)}`)],
    [
      'one line of ten million letters',
      () => rss(item('one').replace('Text', 'tide '.repeat(2 * 10 ** 6)) + item('two')),
    ],
  ];
  const parser = createParser({ limitMs: 10_000 });
  beforeAll(() => parser.feed(new TextEncoder().encode(rss(two))));
  afterAll(() => parser.close());
  test.each(costly)('%s', async (_what, make) => {
    const bytes = new TextEncoder().encode(make());
    const start = process.cpuUsage();
    const { items } = await parser.feed(bytes);
    // Of processor time, collection of garbage included: other tests share the machine.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1500);
    expect(items.slice(0, 2).map(({ title }) => title)).toEqual(['one', 'two']);
  });
});
