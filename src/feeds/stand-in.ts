import { cutAt } from '../text/lengths.ts';
import { htmlToLine } from './html-text.ts';
import { decodeEntities } from './markup.ts';
import type { Entry, Field } from './markup-entries.ts';

/** Longest stand-in, in UTF-16 units, and as much markup of a field as is looked at for one. */
const LONGEST = 160;
const LONGEST_MARKUP = 4000;

/** Fields in which an entry without headline, text and link says best what it is, the best first. */
const TELLING = [
  'itunes:subtitle',
  'media:keywords',
  'itunes:keywords',
  'category',
  'dc:subject',
  'source',
  'dc:source',
  'author',
  'dc:creator',
  'itunes:author',
  'contributor',
  'dc:contributor',
  'dc:publisher',
  'guid',
  'id',
  'dc:identifier',
];
/** Attributes that name something for readers, the best first. */
const NAMING = ['label', 'term', 'title', 'url', 'href', 'src', 'rdf:resource', 'resource'];

/**
 * A headline for an entry of which no adapter could make one: whatever it does say, as a line. Empty for an entry that
 * says nothing at all.
 */
export function standIn({ fields }: Entry): string {
  const rank = ({ name }: Field): number => {
    const at = TELLING.indexOf(name);
    return at === -1 ? TELLING.length : at;
  };
  for (const field of fields.toSorted((a, b) => rank(a) - rank(b))) {
    const said = textOf(field) || attributeOf(field);
    if (said) return cutAt(said, LONGEST);
  }
  return '';
}

function textOf({ raw }: Field): string {
  const markup = raw.slice(0, LONGEST_MARKUP).replace(/<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[|\]\]>/gi, '');
  const html = decodeEntities(markup);
  const text = htmlToLine(html.replace(/<[^<>]*>/g, ' '));
  if (text) return text;
  // Pictures and files have no text, but an address.
  const address = /\b(?:src|href|url)\s*=\s*["']([^"']+)/i.exec(html)?.[1];
  return address ? fileName(address) : '';
}

function attributeOf({ attributes }: Field): string {
  for (const name of NAMING) {
    const value = attributes.get(name)?.trim();
    if (value) return fileName(value);
  }
  const [, any = ''] =
    [...attributes].find(([name, value]) => !/^xmlns|^xml:|type$/.test(name) && value) ?? [];
  return htmlToLine(any);
}

/** The last part of an address; of anything else, all of it. */
function fileName(address: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\/|^\.{0,2}\//i.test(address)) return htmlToLine(address);
  const path = address.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return htmlToLine(decodeURIComponent(name));
  } catch {
    return htmlToLine(name);
  }
}
