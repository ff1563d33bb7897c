import type { AnyFeed } from 'feedsmith';
import { parseFeed } from 'feedsmith';
import { adaptAtom } from './atom.ts';
import type { FeedItem, FeedReading } from './feed-item.ts';
import { MOST_ITEMS, NotAFeed } from './feed-item.ts';
import { readJsonFeed } from './json-feed.ts';
import { adaptRdf } from './rdf.ts';
import { adaptRss } from './rss.ts';
import { readTolerantly } from './tolerant.ts';

/** Characters that XML forbids and that broken feeds carry all the same. */
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
/** What only the tolerant reader knows: the article's own address in a feed that counts clicks, and text in base64. */
const UNKNOWN_TO_STRICT = /<feedburner:origLink|\smode=["']base64/i;

/** Beginnings of entries, as many as a strict reading should have. */
const ENTRY = /<(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])/gi;

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

  const xml = clean.slice(Math.max(0, clean.indexOf('<')));
  const strict = UNKNOWN_TO_STRICT.test(xml) ? undefined : readStrictly(xml, url);
  if (strict && isWhole(strict, xml)) return strict;
  const tolerant = readTolerantly(xml);
  const second = tolerant && adapt(tolerant, url);
  const best = !strict || (second && worth(second) > worth(strict)) ? second : strict;
  if (!best)
    throw new NotAFeed(
      /<html[\s>]/i.test(xml.slice(0, 4000)) ? 'this is a web page, not a feed' : 'this is no feed',
    );
  return best;
}

function isWhole({ items }: FeedReading, xml: string): boolean {
  const entries = Math.min(MOST_ITEMS, xml.match(ENTRY)?.length ?? 0);
  return items.length >= entries && items.every(({ title, url }) => title && url);
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
