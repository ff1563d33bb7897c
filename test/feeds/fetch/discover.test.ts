import { describe, expect, it } from 'vitest';
import { feedLinks } from '../../../src/feeds/discover.ts';
import { effort } from '../../support/effort.ts';

const PAGE = 'https://news.example/ar/home.html';

describe('feeds that a page announces', () => {
  it('are found by type, with title, in the order of the page', () => {
    const html = `<!doctype html><html dir="rtl"><head>
      <link rel="stylesheet" href="/style.css">
      <link rel="alternate" type="application/rss+xml" title="آخر الأخبار &amp; المقالات" href="/rss.xml">
      <LINK REL="Alternate home" TYPE="application/atom+xml; charset=utf-8" HREF='atom.xml'/>
      <link rel=alternate type=application/feed+json href=https://cdn.example/feed.json?a=1&amp;b=2>
      <link rel="alternate" hreflang="en" href="/en/">
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">
      <link rel="alternate" type="application/json+oembed" href="/oembed">
      </head><body></body></html>`;
    expect(feedLinks(html, PAGE)).toEqual([
      { url: 'https://news.example/rss.xml', title: 'آخر الأخبار & المقالات', type: 'rss' },
      { url: 'https://news.example/ar/atom.xml', type: 'atom' },
      { url: 'https://cdn.example/feed.json?a=1&b=2', type: 'json' },
    ]);
  });

  it('are found in the body, in broken HTML, and in a page that is cut off', () => {
    expect(
      feedLinks('<p><b><link rel=alternate type=application/rss+xml href=/a><link rel="alt', PAGE),
    ).toEqual([{ url: 'https://news.example/a', type: 'rss' }]);
  });

  it('are not found in comments and scripts', () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/x">';
    expect(
      feedLinks(
        `<!-- ${link} --><script>'${link}'</script><style>${link}</style><textarea>${link}</textarea>`,
        PAGE,
      ),
    ).toEqual([]);
  });

  it('are resolved by the first base', () => {
    const html = `<base href="/one/"><base href="/two/"><link rel=alternate type=application/rss+xml href=feed>`;
    expect(feedLinks(html, PAGE)[0]?.url).toBe('https://news.example/one/feed');
    expect(feedLinks(html.replace('/one/', 'javascript:x'), PAGE)[0]?.url).toBe(
      'https://news.example/ar/feed',
    );
  });

  it('are http(s) only, each once, comments last', () => {
    const html = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      '/comments/feed/',
      '/feed/',
      '/feed/',
      '',
      'http://',
    ]
      .map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`)
      .join('');
    expect(feedLinks(html, PAGE).map(({ url }) => url)).toEqual([
      'https://news.example/feed/',
      'https://news.example/comments/feed/',
    ]);
  });
});

describe('anchors', () => {
  it.each([
    ['/rss', 'rss'],
    ['/rss/', 'rss'],
    ['/rss.xml', 'rss'],
    ['/rss2', 'rss'],
    ['/index.rdf', 'rss'],
    ['/feed', 'unknown'],
    ['/ar/feed/', 'unknown'],
    ['/feeds/', 'unknown'],
    ['/feed.json', 'json'],
    ['/atom.xml', 'atom'],
    ['/blog.atom', 'atom'],
    ['/news.rss', 'rss'],
    ['/rss/politics.xml', 'rss'],
    ['/?feed=rss2', 'rss'],
    ['/posts?format=atom', 'atom'],
    ['https://feeds.example/rss', 'rss'],
  ])('%s looks like a feed', (href, type) => {
    const [found] = feedLinks(`<a href="${href}"><b> خدمة </b>\n RSS </a>`, PAGE);
    expect(found).toEqual({ url: new URL(href, PAGE).href, title: 'خدمة RSS', type });
  });

  it.each([
    '/feedback',
    '/rss-help.html',
    '/about',
    '/press',
    '/atomic',
    '/feed/item-1.html',
    'mailto:rss@x.test',
    '#rss',
  ])('%s does not', (href) => {
    expect(feedLinks(`<a href="${href}">RSS</a>`, PAGE)).toEqual([]);
  });

  it('come after what is announced, and do not repeat it', () => {
    const html = `<a href="/rss">one</a><a href="/feed">two</a><link rel="alternate" type="application/rss+xml" href="/feed">`;
    expect(feedLinks(html, PAGE)).toEqual([
      { url: 'https://news.example/feed', type: 'rss' },
      { url: 'https://news.example/rss', title: 'one', type: 'rss' },
    ]);
  });
});

describe('hostile pages', () => {
  it.each([
    ['nesting', '<div>'.repeat(300_000)],
    ['closed nesting', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`],
    ['attributes', `<a ${'x=1 '.repeat(200_000)}href=/rss>`],
    ['links', '<link rel=alternate type=application/rss+xml href=/a>'.repeat(50_000)],
    ['anchors', Array.from({ length: 50_000 }, (_, index) => `<a href=/${index}/rss>`).join('')],
    ['text', `<a href=/rss>${'x '.repeat(1_000_000)}`],
    ['a tag without end', `<a href="/rss${'x'.repeat(2_000_000)}`],
    ['closing tags', '</p>'.repeat(200_000)],
  ])('%s take no time', (_what, html) => {
    expect(feedLinks(html, PAGE).length).toBeLessThanOrEqual(50);
    expect(effort(() => feedLinks(html, PAGE))).toBeLessThan(1000);
  });

  it('a feed announced before the depths is found', () => {
    const html = `<link rel=alternate type=application/rss+xml href=/a>${'<div>'.repeat(100_000)}`;
    expect(feedLinks(html, PAGE)).toEqual([{ url: 'https://news.example/a', type: 'rss' }]);
  });
});
