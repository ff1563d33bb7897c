import { Buffer } from 'node:buffer';
import type { AtomFeed, RdfFeed, RssFeed } from 'feedsmith';
import { defined } from './defined.ts';
import { decodeEntities } from './markup.ts';
import type { Entry, Field, MarkupFeed } from './markup-entries.ts';
import { readEntries } from './markup-entries.ts';

export type TolerantFeed =
  | { format: 'rss'; feed: RssFeed.Feed<string> }
  | { format: 'rdf'; feed: RdfFeed.Feed<string> }
  | { format: 'atom'; feed: AtomFeed.Feed<string> };

/**
 * Reads a feed that a strict parser refuses or reads badly, into the shape that a strict parser gives, so that one
 * adapter serves both. Nothing when the text has neither a feed's root nor any entry.
 */
export function readTolerantly(text: string): TolerantFeed | undefined {
  const feed = readEntries(text);
  if (!feed.root && feed.entries.length === 0) return undefined;
  if (feed.root === 'atom' || (!feed.root && feed.entries.every(isAtomEntry)))
    return { format: 'atom', feed: atomFeed(feed) };
  if (feed.root === 'rdf')
    return { format: 'rdf', feed: { ...channel(feed), items: feed.entries.map(rdfItem) } };
  const ttl = Number(text1(feed.fields, 'ttl'));
  return {
    format: 'rss',
    feed: { ...channel(feed), ...(ttl > 0 ? { ttl } : {}), items: feed.entries.map(rssItem) },
  };
}

/** Told by its link: Atom's stands in an attribute. */
function isAtomEntry({ fields }: Entry): boolean {
  return all(fields, 'link').some(({ attributes }) => attributes.has('href'));
}

function channel({ fields, attributes }: MarkupFeed) {
  const period = text1(fields, 'sy:updateperiod');
  return defined({
    title: text1(fields, 'title'),
    link: text1(fields, 'link'),
    atom: { links: [...links(fields, 'atom:link'), ...links(fields, 'link')] },
    xml: base(attributes),
    sy: period
      ? defined({ updatePeriod: period, updateFrequency: Number(text1(fields, 'sy:updatefrequency') ?? 1) })
      : undefined,
  });
}

function rssItem({ fields, attributes }: Entry): RssFeed.Item<string> {
  const guid = first(fields, 'guid');
  return defined({
    ...shared({ fields, attributes }),
    guid:
      guid &&
      defined({
        value: textOf(guid),
        isPermaLink: guid.attributes.get('ispermalink')?.toLowerCase() !== 'false',
      }),
    pubDate: text1(fields, 'pubdate') ?? text1(fields, 'published') ?? text1(fields, 'date'),
    authors: [{ name: text1(fields, 'author') ?? '' }],
    comments: text1(fields, 'comments'),
    enclosures: all(fields, 'enclosure').map(({ attributes: given }) =>
      defined({ url: given.get('url'), type: given.get('type') }),
    ),
    itunes: defined({
      title: text1(fields, 'itunes:title'),
      summary: text1(fields, 'itunes:summary'),
      author: text1(fields, 'itunes:author'),
      image: first(fields, 'itunes:image')?.attributes.get('href'),
    }),
  });
}

function rdfItem(entry: Entry): RdfFeed.Item<string> {
  const about = entry.attributes.get('rdf:about') ?? entry.attributes.get('about');
  const date = text1(entry.fields, 'pubdate');
  const item = shared(entry);
  return defined({
    ...item,
    dc: { ...item.dc, dates: [...(item.dc?.dates ?? []), ...(date ? [date] : [])] },
    rdf: about ? { about } : undefined,
  });
}

/** The fields that RSS and RDF items have in common. */
function shared({ fields, attributes }: Entry) {
  const images = [...all(fields, 'media:content'), ...all(fields, 'media:thumbnail')].map(
    ({ name, attributes: given }) => ({
      name,
      ...defined({ url: given.get('url'), type: given.get('type'), medium: given.get('medium') }),
    }),
  );
  const mediaText = (name: string) => {
    const value = text1(fields, name);
    return value ? { value } : undefined;
  };
  return defined({
    title: text1(fields, 'title'),
    link:
      text1(fields, 'feedburner:origlink') ??
      text1(fields, 'link') ??
      text1(fields, 'url') ??
      attributes.get('href'),
    description: text1(fields, 'description') ?? text1(fields, 'abstract'),
    content: defined({
      encoded:
        text1(fields, 'content:encoded') ??
        text1(fields, 'xhtml:body') ??
        text1(fields, 'body') ??
        text1(fields, 'fulltext'),
    }),
    dc: defined({
      titles: texts(fields, 'dc:title'),
      creators: texts(fields, 'dc:creator'),
      descriptions: texts(fields, 'dc:description'),
      dates: texts(fields, 'dc:date'),
      identifiers: texts(fields, 'dc:identifier'),
    }),
    dcterms: defined({
      issued: texts(fields, 'dcterms:issued'),
      modified: texts(fields, 'dcterms:modified'),
    }),
    atom: defined({
      id: '',
      title: { value: text1(fields, 'atom:title') ?? '' },
      links: [...links(fields, 'atom:link'), ...links(fields, 'link')],
      content: { value: text1(fields, 'atom:content') ?? text1(fields, 'content') ?? '' },
      summary: { value: text1(fields, 'atom:summary') ?? text1(fields, 'summary') ?? '' },
      published: text1(fields, 'atom:published') ?? text1(fields, 'published'),
      updated: text1(fields, 'atom:updated') ?? text1(fields, 'updated') ?? '',
    }),
    media: defined({
      title: mediaText('media:title'),
      description: mediaText('media:description'),
      contents: images.filter(({ name }) => name === 'media:content'),
      thumbnails: images.flatMap(({ name, url }) => (name === 'media:thumbnail' && url ? [{ url }] : [])),
    }),
    xml: base(attributes),
  });
}

function atomFeed({ fields, attributes, entries }: MarkupFeed): AtomFeed.Feed<string> {
  const title = first(fields, 'title');
  return defined({
    id: '',
    updated: '',
    title: title ? wording(title) : { value: '' },
    links: links(fields, 'link'),
    entries: entries.map(atomEntry),
    xml: base(attributes),
  });
}

function atomEntry({ fields, attributes }: Entry): AtomFeed.Entry<string> {
  const wordingOf = (name: string) => {
    const found = first(fields, name);
    return found && wording(found);
  };
  const content = first(fields, 'content');
  const { dc, media } = shared({ fields, attributes });
  const original = text1(fields, 'feedburner:origlink');
  return defined({
    id: text1(fields, 'id') ?? '',
    title: wordingOf('title') ?? { value: '' },
    links: [
      ...(original ? [{ href: original }] : []),
      ...links(fields, 'link'),
      ...texts(fields, 'link').map((href) => ({ href })),
    ],
    content:
      content &&
      defined({ ...wording(content), src: content.attributes.get('src'), xml: base(content.attributes) }),
    summary: wordingOf('summary') ?? wordingOf('description'),
    published:
      text1(fields, 'published') ??
      text1(fields, 'issued') ??
      text1(fields, 'created') ??
      text1(fields, 'pubdate'),
    updated: text1(fields, 'updated') ?? text1(fields, 'modified') ?? '',
    authors: [
      {
        name: decodeRaw(/<name>([^<]*)/i.exec(first(fields, 'author')?.raw.slice(0, 2000) ?? '')?.[1] ?? ''),
      },
    ],
    dc,
    media,
    xml: base(attributes),
  });
}

function wording(field: Field): { value: string; type: string } {
  const type = field.attributes.get('type')?.toLowerCase() ?? '';
  const mode = field.attributes.get('mode')?.toLowerCase();
  if (mode === 'base64') return { value: Buffer.from(decodeRaw(field.raw), 'base64').toString(), type };
  const inline = type === 'xhtml' || mode === 'xml' || (/xhtml/.test(type) && mode !== 'escaped');
  return {
    value: inline ? withoutCdata(field.raw).trim() : decodeRaw(field.raw),
    type: mode === 'escaped' ? 'html' : type,
  };
}

/** Markup as written between two tags, as the text it stands for: CDATA as it is, entities elsewhere decoded. */
function decodeRaw(raw: string): string {
  let text = '';
  let at = 0;
  for (const match of raw.matchAll(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/gi)) {
    text += decodeEntities(raw.slice(at, match.index)) + (match[1] ?? '');
    at = match.index + match[0].length;
  }
  return (text + decodeEntities(raw.slice(at))).trim();
}

function withoutCdata(raw: string): string {
  return raw.replace(/<!\[CDATA\[|\]\]>/gi, '');
}

function links(fields: readonly Field[], name: string) {
  return all(fields, name).flatMap(({ attributes }) => {
    const href = attributes.get('href');
    return href ? [defined({ href, rel: attributes.get('rel'), type: attributes.get('type') })] : [];
  });
}

function base(attributes: ReadonlyMap<string, string>): { base: string } | undefined {
  const found = attributes.get('xml:base');
  return found ? { base: found } : undefined;
}

const all = (fields: readonly Field[], name: string): Field[] =>
  fields.filter((field) => field.name === name);
const first = (fields: readonly Field[], name: string): Field | undefined =>
  fields.find((field) => field.name === name);
const textOf = (field: Field): string => decodeRaw(field.raw);
const texts = (fields: readonly Field[], name: string): string[] =>
  all(fields, name).map(textOf).filter(Boolean);
const text1 = (fields: readonly Field[], name: string): string | undefined => texts(fields, name)[0];
