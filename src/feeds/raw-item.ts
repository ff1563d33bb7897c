import { readLink, siteOf } from '../domain/link.ts';
import { readDate } from '../text/dates.ts';
import { cutAt } from '../text/lengths.ts';
import { sentences } from '../text/sentences.ts';
import { singleSpaced } from '../text/spaces.ts';
import type { FeedItem } from './feed-item.ts';
import { htmlToLine, htmlToText } from './html-text.ts';

/** Words as a format gives them: HTML unless it says that they are plain text. */
export interface Wording {
  value: string;
  plain?: boolean;
}

/** An entry as an adapter finds it. Lists are in order of preference, links as written. */
export interface RawItem {
  id?: string | undefined;
  links: (string | undefined)[];
  titles: (Wording | undefined)[];
  /** The article itself, then what announces it. */
  contents: (Wording | undefined)[];
  summaries: (Wording | undefined)[];
  dates: (string | undefined)[];
  images: (string | undefined)[];
  author?: string | undefined;
  /** What relative links are relative to. */
  base: string | undefined;
}

/** Longest headline that is made of a text without one, in UTF-16 units. */
const LONGEST_TITLE = 160;
/** A text announced as a summary that is longer than this, in UTF-16 units, is the article. */
const LONGEST_SUMMARY = 1500;
/** Longest markup of one field that is looked at, in UTF-16 units: four times the longest text that is kept. */
const LONGEST_MARKUP = 1_000_000;

/** Makes an item of what an adapter found: HTML becomes text, links absolute, a missing headline is taken from the text. */
export function finishItem(raw: RawItem): FeedItem {
  const content = firstText(raw.contents);
  const announced = firstText(raw.summaries);
  const { body, summary } = share(content.text, announced.text);
  const url = firstLink(raw.links, raw.base);
  const title = raw.titles.map(lineOf).find(Boolean) ?? titleFrom(summary || body, url);
  const image = firstLink([...raw.images, content.image, announced.image], raw.base);
  const dates = raw.dates.filter((date) => date !== undefined && date !== '');
  const publishedAt = dates.find((date) => readDate(date ?? '')) ?? dates[0];
  const author = raw.author && htmlToLine(raw.author);
  return {
    title,
    ...(raw.id ? { id: raw.id } : {}),
    ...(url ? { url } : {}),
    ...(body ? { body } : {}),
    ...(summary ? { summary } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(image ? { image } : {}),
    ...(author ? { author } : {}),
  };
}

/** The first of the links that leads to a page, made absolute. */
export function firstLink(links: readonly (string | undefined)[], base?: string): string | undefined {
  for (const link of links) {
    const url = link && readLink(link.replace(/[\n\r\t]/g, ''), base);
    if (url) return url.href;
  }
  return undefined;
}

/** The longer text is the article, the shorter one announces it; one long text alone is the article. */
function share(content: string, announced: string): { body: string; summary: string } {
  const [longer, shorter] = content.length >= announced.length ? [content, announced] : [announced, content];
  if (shorter && shorter !== longer) return { body: longer, summary: shorter };
  if (content || longer.length > LONGEST_SUMMARY) return { body: longer, summary: '' };
  return { body: '', summary: longer };
}

function firstText(wordings: RawItem['contents']): { text: string; image?: string } {
  let image: string | undefined;
  for (const wording of wordings) {
    if (!wording?.value) continue;
    const value = wording.value.slice(0, LONGEST_MARKUP);
    const read = wording.plain ? { text: value.trim() } : htmlToText(value);
    image ??= read.image;
    if (read.text) return { text: read.text, ...(image ? { image } : {}) };
  }
  return { text: '', ...(image ? { image } : {}) };
}

function lineOf(wording: Wording | undefined): string {
  if (!wording?.value) return '';
  return wording.plain ? singleSpaced(wording.value) : htmlToLine(wording.value.slice(0, LONGEST_MARKUP));
}

/** A headline for an item without one: the first sentence of its text, else where its link leads. */
function titleFrom(text: string, url: string | undefined): string {
  const [sentence] = sentences(text.slice(0, 2000));
  if (sentence) return cutAt(sentence, LONGEST_TITLE);
  const link = url && readLink(url);
  return link
    ? cutAt(`${siteOf(link.href)}${link.pathname === '/' ? '' : link.pathname}${link.search}`, LONGEST_TITLE)
    : '';
}
