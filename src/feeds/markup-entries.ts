import { MOST_ITEMS } from './feed-item.ts';
import type { OpenTag } from './markup.ts';
import { scanMarkup } from './markup.ts';

/** One element of an entry or of the feed itself: its name by a fixed prefix, its attributes, and its markup as written. */
export interface Field {
  name: string;
  attributes: ReadonlyMap<string, string>;
  raw: string;
}

export interface Entry {
  fields: Field[];
  attributes: ReadonlyMap<string, string>;
}

export interface MarkupFeed {
  root: 'rss' | 'rdf' | 'atom' | undefined;
  attributes: ReadonlyMap<string, string>;
  fields: Field[];
  entries: Entry[];
}

/** What the prefixes of a feed stand for, told by part of the namespace; unknown ones keep their own name. */
const NAMESPACES: [RegExp, string][] = [
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/purl\.org\/dc\/elements/i, 'dc'],
  [/purl\.org\/dc\/terms/i, 'dcterms'],
  [/search\.yahoo\.com\/mrss/i, 'media'],
  [/itunes/i, 'itunes'],
  [/feedburner/i, 'feedburner'],
  [/purl\.org\/rss\/1\.0\/modules\/syndication/i, 'sy'],
  [/2005\/atom|purl\.org\/atom/i, 'atom'],
  [/1999\/02\/22-rdf-syntax/i, 'rdf'],
  [/1999\/xhtml/i, 'xhtml'],
  [/purl\.org\/rss\/1\.0\/?$|netscape\.com\/rdf|backend\.userland\.com|cyber\.law\.harvard\.edu/i, ''],
];
/** Containers of the feed whose inner fields are not the feed's own. */
const ASIDE = new Set([
  'image',
  'textinput',
  'author',
  'contributor',
  'source',
  'items',
  'cloud',
  'skiphours',
  'skipdays',
  'itunes:owner',
]);
/** Elements that only hold other fields. */
const TRANSPARENT = new Set(['media:group', 'rdf:rdf', 'channel']);
/** Fields that never hold other fields: the next field's beginning ends them when their own end is missing. */
const LEAVES = new Set([
  'title',
  'link',
  'guid',
  'id',
  'pubdate',
  'category',
  'comments',
  'dc:date',
  'dc:creator',
  'dc:subject',
  'published',
  'updated',
  'issued',
  'modified',
  'enclosure',
  'description',
  'content:encoded',
  'atom:link',
  'media:thumbnail',
  'media:content',
]);
/** Fields whose beginning is the end of an unclosed leaf, and those that end an unclosed text too: HTML has none of them. */
const BEGINNINGS = new Set([
  'title',
  'link',
  'description',
  'summary',
  'content',
  'guid',
  'id',
  'pubdate',
  'published',
  'updated',
  'category',
  'author',
  'comments',
  'enclosure',
  'content:encoded',
  'dc:date',
  'dc:creator',
  'media:content',
]);
const NEVER_HTML = new Set([
  'guid',
  'pubdate',
  'content:encoded',
  'dc:date',
  'dc:creator',
  'comments',
  'enclosure',
  'media:content',
]);
const TEXTS = new Set(['description', 'content:encoded']);
/** More fields than any entry has; the rest of them is passed over. */
const MOST_FIELDS = 200;

/**
 * Reads entries out of the markup of a feed, whatever its faults: missing ends, items outside the channel, wrong case,
 * unknown namespaces, a cut-off end. Each field is kept as the markup between its tags.
 */
export function readEntries(text: string): MarkupFeed {
  const feed: MarkupFeed = { root: undefined, attributes: new Map(), fields: [], entries: [] };
  const prefixes = new Map<string, string>();
  let entry: (Entry & { tag: string }) | undefined;
  let field:
    | { name: string; tag: string; attributes: OpenTag['attributes']; from: number; depth: number }
    | undefined;

  function nameOf(tag: string): string {
    const colon = tag.indexOf(':');
    if (colon === -1) return tag;
    const prefix = tag.slice(0, colon);
    const stands = prefixes.get(prefix) ?? prefix;
    const local = tag.slice(colon + 1);
    return stands === '' || (stands === 'atom' && feed.root === 'atom') ? local : `${stands}:${local}`;
  }

  /** A feed whose root has a prefix means its own elements by it, whatever the namespace. */
  function learnRootPrefix(tag: string): void {
    const [prefix = '', local = ''] = tag.split(':', 2);
    if (!feed.root && /^(?:rss|channel|feed)$/.test(local) && !prefixes.has(prefix)) prefixes.set(prefix, '');
  }

  function learnPrefixes(attributes: OpenTag['attributes']): void {
    for (const [name, uri] of attributes) {
      if (!name.startsWith('xmlns:') || prefixes.size > 50) continue;
      const known = NAMESPACES.find(([pattern]) => pattern.test(uri));
      if (known) prefixes.set(name.slice(6), known[1]);
    }
  }

  function endField(to: number): void {
    if (!field) return;
    const { name, attributes, from } = field;
    field = undefined;
    const fields = entry ? entry.fields : feed.fields;
    if (fields.length < MOST_FIELDS && !(ASIDE.has(name) && !entry))
      fields.push({ name, attributes, raw: text.slice(from, to) });
  }

  function endEntry(to: number): void {
    endField(to);
    if (entry) feed.entries.push({ fields: entry.fields, attributes: entry.attributes });
    entry = undefined;
  }

  scanMarkup(text, 'xml', (stop) => ({
    open(tag) {
      if (tag.attributes.size > 0) learnPrefixes(tag.attributes);
      if (!feed.root && tag.name.includes(':')) learnRootPrefix(tag.name);
      const name = nameOf(tag.name);
      if (field) {
        if (!tag.selfClosing && tag.name === field.tag) field.depth++;
        const ends =
          (isEntry(name) && !tag.selfClosing) ||
          (LEAVES.has(field.name) &&
            (TEXTS.has(field.name) ? NEVER_HTML : BEGINNINGS).has(name) &&
            name !== field.name);
        if (!ends) return;
        endField(tag.start);
      }
      const root = rootOf(name);
      if (root && !entry) {
        feed.root ??= root;
        if (feed.attributes.size === 0) feed.attributes = tag.attributes;
        return;
      }
      if (isEntry(name)) {
        if (entry && tag.selfClosing) return;
        endEntry(tag.start);
        if (feed.entries.length >= MOST_ITEMS) return stop();
        entry = { tag: tag.name, fields: [], attributes: tag.attributes };
        if (tag.selfClosing) endEntry(tag.end);
        return;
      }
      if (TRANSPARENT.has(name)) return;
      field = { name, tag: tag.name, attributes: tag.attributes, from: tag.end, depth: 1 };
      if (tag.selfClosing) endField(tag.end);
    },
    close(tag, start) {
      const name = nameOf(tag);
      if (entry && isEntry(name) && tag === entry.tag) return endEntry(start);
      if (field && (rootOf(name) === 'rss' || rootOf(name) === 'rdf')) return endField(start);
      if (field && tag === field.tag && --field.depth === 0) endField(start);
    },
  }));
  endEntry(text.length);
  return feed;
}

function isEntry(name: string): boolean {
  return name === 'item' || name === 'entry' || name === 'atom:entry';
}

function rootOf(name: string): MarkupFeed['root'] {
  if (name === 'rss' || name === 'channel') return 'rss';
  if (name === 'rdf:rdf' || name === 'rdf') return 'rdf';
  return name === 'feed' || name === 'atom:feed' ? 'atom' : undefined;
}
