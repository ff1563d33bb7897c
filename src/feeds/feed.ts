import type { AnyFeed } from 'feedsmith';
import { parseFeed } from 'feedsmith';
import { adaptAtom } from './atom.ts';
import type { FeedItem, FeedReading } from './feed-item.ts';
import { MOST_ITEMS, NotAFeed } from './feed-item.ts';
import { readJsonFeed } from './json-feed.ts';
import { decodeEntities } from './markup.ts';
import { isBulky } from './markup-bulk.ts';
import { readEntries } from './markup-entries.ts';
import { adaptRdf } from './rdf.ts';
import { adaptRss } from './rss.ts';
import { standIn } from './stand-in.ts';
import { readTolerantly } from './tolerant.ts';

/** Characters that XML forbids and that broken feeds carry all the same. */
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
/** What only the tolerant reader knows: the article's own address in a feed that counts clicks, and text in base64. */
const UNKNOWN_TO_STRICT = /<feedburner:origLink|\smode=["']base64/i;

/** Beginnings of entries, as many as a strict reading should have. */
const ENTRY = /<(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])/gi;

/** Of so much of a text its kind is told, in UTF-16 units. */
const HEAD = 4000;
const ESCAPED_FEED = /&lt;(?:rss|feed|rdf:RDF)\b/i;
/** Marks of comments and of CDATA. */
const MARKS = /<!--|-->|<!\[CDATA\[|\]\]>/gi;

/**
 * Reads a feed of any format, at most 1,000 items of it. `url` is where it came from: relative links are resolved
 * against the site it names, else against that. Throws `NotAFeed`.
 *
 * A strict parser reads first; what it refuses, or reads with items missing or items that have no headline or no link,
 * is read by the tolerant one too, and the fuller reading counts.
 */
export function readFeed(text: string, { url }: { url?: string } = {}): FeedReading {
  const clean = text.replace(FORBIDDEN, '');
  const start = clean.search(/\S/);
  if (start === -1) throw new NotAFeed('the feed is empty');
  if (clean[start] === '{') return readJsonFeed(clean.slice(start), url);

  const xml = unwrapped(clean);
  const strict = UNKNOWN_TO_STRICT.test(xml) || isBulky(xml) ? undefined : readStrictly(xml, url);
  if (strict && isWhole(strict, xml)) return strict;
  const second = readLeniently(xml, url);
  const best = !strict || (second && worth(second) > worth(strict)) ? second : strict;
  if (!best)
    throw new NotAFeed(
      /<html[\s>]/i.test(xml.slice(0, HEAD)) ? 'this is a web page, not a feed' : 'this is no feed',
    );
  return best.items.every(({ title }) => title) ? best : withStandIns(best, xml);
}

/** The same, with what entries say that have no headline; told by their places, so only where none is missing. */
function withStandIns(feed: FeedReading, xml: string): FeedReading {
  const { entries } = readEntries(xml);
  if (entries.length !== feed.items.length) return feed;
  return {
    ...feed,
    items: feed.items.map((item, at) => {
      const entry = entries[at];
      return item.title || !entry ? item : { ...item, standIn: standIn(entry) };
    }),
  };
}

/** A declaration of XML that does not end, and a feed whose every `<` was written as an entity, are mended. */
function unwrapped(text: string): string {
  const start = text.indexOf('<');
  if (start === -1 && ESCAPED_FEED.test(text.slice(0, HEAD))) return decodeEntities(text);
  return text.slice(Math.max(0, start)).replace(/^<\?xml\b[^<>?]*>/i, '');
}

/** The tolerant reading; where comments or CDATA that do not end have swallowed entries, without these marks. */
function readLeniently(xml: string, url: string | undefined): FeedReading | undefined {
  const tolerant = readTolerantly(xml);
  const reading = tolerant && adapt(tolerant, url);
  const unended = isOpen(xml, '<!--', '-->') || isOpen(xml, '<![CDATA[', ']]>');
  if (!unended || (reading && hasAll(reading, xml))) return reading;
  const unmarked = readTolerantly(xml.replace(MARKS, ' '));
  const fuller = unmarked && adapt(unmarked, url);
  return fuller && fuller.items.length > (reading?.items.length ?? 0) ? fuller : reading;
}

function isOpen(xml: string, beginning: string, end: string): boolean {
  return xml.lastIndexOf(beginning) > xml.lastIndexOf(end);
}

function hasAll({ items }: FeedReading, xml: string): boolean {
  return items.length >= Math.min(MOST_ITEMS, xml.match(ENTRY)?.length ?? 0);
}

function isWhole(feed: FeedReading, xml: string): boolean {
  return hasAll(feed, xml) && feed.items.every(({ title, url }) => title && url);
}

function readStrictly(xml: string, url: string | undefined): FeedReading | undefined {
  let parsed: AnyFeed;
  try {
    parsed = parseFeed(xml, { maxItems: MOST_ITEMS });
  } catch {
    return undefined;
  }
  return parsed.format === 'json' ? undefined : adapt(parsed, url);
}

function adapt(parsed: Exclude<AnyFeed, { format: 'json' }>, url: string | undefined): FeedReading {
  if (parsed.format === 'rss') return adaptRss(parsed.feed, url);
  return parsed.format === 'rdf' ? adaptRdf(parsed.feed, url) : adaptAtom(parsed.feed, url);
}

/** How much a reading holds: a point per item and per field that a reader would miss. */
function worth({ items }: FeedReading): number {
  const points = ({ title, url, body, summary, publishedAt }: FeedItem) =>
    1 + [title, url, body ?? summary, publishedAt].filter(Boolean).length;
  return items.reduce((sum, item) => sum + points(item), 0);
}
