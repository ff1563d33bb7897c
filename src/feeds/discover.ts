import { Parser } from 'htmlparser2';
import { readLink } from '../domain/link.ts';

export type FeedKind = 'rss' | 'atom' | 'json' | 'unknown';

export interface FeedLink {
  url: string;
  title?: string;
  type: FeedKind;
}

/** Media types by which pages announce feeds. Plain `application/json` is left out: it announces programs' interfaces. */
const KINDS: Record<string, FeedKind> = {
  'application/rss+xml': 'rss',
  'application/rdf+xml': 'rss',
  'application/atom+xml': 'atom',
  'application/feed+json': 'json',
  'application/xml': 'unknown',
  'text/xml': 'unknown',
};

/** Paths and queries that are a feed's by custom. */
const FEED_PATH =
  /(^|\/)(rss|atom|feeds?|index\.rdf)(\d|\.(xml|php|aspx?|json))?\/?$|\.(rss|atom)$|\/(rss|feed|atom)\/[^/]+\.xml$/i;
const FEED_QUERY = /(^|[?&])(feed|format|output|type)=(rss2?|atom|feed)(&|$)/i;
const COMMENTS = /\bcomments?\b/i;

const MOST_LINKS = 50;
const LONGEST_TITLE = 200;

/**
 * Pages are read in pieces of this size (characters) and no further than the limits: the parser's stack costs time
 * with the square of its depth, and no feed is announced so deep or so late.
 */
const PIECE = 16_384;
const LONGEST_PAGE = 3_000_000;
const DEEPEST = 1000;

/**
 * The feeds that a web page names, best first: those announced by `link rel=alternate`, then anchors that look like
 * feeds; feeds of comments last. `base` is the page's address. Only http(s) links, each once, at most 50.
 */
export function feedLinks(html: string, base: string): FeedLink[] {
  const announced: FeedLink[] = [];
  const guessed: FeedLink[] = [];
  let from = base;
  let based = false;
  let depth = 0;
  let anchor: FeedLink | undefined;
  let words = '';

  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      const href = attributes.href?.trim();
      if (name === 'base' && href && !based) {
        from = readLink(href, base)?.href ?? base;
        based = true;
      } else if (name === 'link' && href) {
        const type = announcedKind(attributes);
        if (type) add(announced, { href, type, title: attributes.title });
      } else if (name === 'a' && href) {
        words = '';
        const type = guessKind(href, from, attributes.type);
        anchor = type && add(guessed, { href, type, title: attributes.title });
      }
    },
    ontext(text) {
      if (anchor && words.length < LONGEST_TITLE) words += text;
    },
    onclosetag(name) {
      depth -= 1;
      if (name !== 'a' || !anchor) return;
      const title = tidy(words);
      if (title && !anchor.title) anchor.title = title;
      anchor = undefined;
    },
  });

  function add(links: FeedLink[], found: { href: string; type: FeedKind; title: string | undefined }) {
    const url = readLink(found.href, from)?.href;
    if (!url || links.length >= MOST_LINKS) return undefined;
    const title = tidy(found.title ?? '');
    const link: FeedLink = { url, ...(title ? { title } : {}), type: found.type };
    links.push(link);
    return link;
  }

  const page = html.slice(0, LONGEST_PAGE);
  for (let at = 0; at < page.length && depth <= DEEPEST; at += PIECE)
    parser.write(page.slice(at, at + PIECE));
  if (depth <= DEEPEST) parser.end();

  const all = [...announced, ...guessed];
  const once = all.filter((link, index) => all.findIndex((other) => other.url === link.url) === index);
  const ofComments = (link: FeedLink) => COMMENTS.test(`${link.url} ${link.title ?? ''}`);
  return [...once.filter((link) => !ofComments(link)), ...once.filter(ofComments)].slice(0, MOST_LINKS);
}

function announcedKind(attributes: Record<string, string>): FeedKind | undefined {
  const relations = (attributes.rel ?? '').toLowerCase().split(/\s+/);
  const kind = KINDS[mediaType(attributes.type)];
  if (relations.includes('feed')) return kind ?? 'unknown';
  return relations.includes('alternate') ? kind : undefined;
}

function guessKind(href: string, base: string, type: string | undefined): FeedKind | undefined {
  const stated = KINDS[mediaType(type)];
  if (stated) return stated;
  const url = readLink(href, base);
  if (!url || !(FEED_PATH.test(url.pathname) || FEED_QUERY.test(url.search))) return undefined;
  if (/\.json$/i.test(url.pathname)) return 'json';
  const words = `${url.pathname}${url.search}`;
  return /atom/i.test(words) ? 'atom' : /rss|rdf/i.test(words) ? 'rss' : 'unknown';
}

function mediaType(type: string | undefined): string {
  return type?.split(';')[0]?.trim().toLowerCase() ?? '';
}

function tidy(title: string): string {
  return title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
}
