import type { AtomFeed } from 'feedsmith';
import type { FeedItem, FeedReading } from './feed-item.ts';
import { htmlToLine } from './html-text.ts';
import { attachedImages, mediaImages } from './media.ts';
import type { Wording } from './raw-item.ts';
import { finishItem, firstLink } from './raw-item.ts';
import { waitMinutes } from './update-period.ts';

interface AtomLink {
  href?: string | undefined;
  rel?: string | undefined;
  type?: string | undefined;
}

interface AtomText {
  value?: string | undefined;
  type?: string | undefined;
}

/** Relations that never lead to the article itself. */
const ELSEWHERE =
  /^(?:self|edit|edit-media|replies|enclosure|hub|next|prev|previous|first|last|license|search|icon|service\..*|http:.*)$/i;

/** Atom 0.3 and 1.0, as parsed, into items. `url` is where the feed came from. */
export function adaptAtom(feed: AtomFeed.Feed<string>, url?: string): FeedReading {
  const from = url ?? selfLink(feed.links);
  const root = firstLink([feed.xml?.base], from) ?? from;
  const site = firstLink(alternateLinks(feed.links), root);
  const title = feed.title
    ? isPlain(feed.title)
      ? feed.title.value.trim()
      : htmlToLine(feed.title.value)
    : '';
  const ttl = waitMinutes(feed.sy);
  return {
    items: (feed.entries ?? []).map((entry) => adaptEntry(entry, root ?? site)),
    ...(title ? { title } : {}),
    ...(site ? { site } : {}),
    ...(ttl ? { ttlMinutes: ttl } : {}),
  };
}

/** Where a feed says that it lives. */
export function selfLink(links: readonly AtomLink[] | undefined): string | undefined {
  return firstLink((links ?? []).filter(({ rel }) => rel === 'self').map(({ href }) => href));
}

/** Links to the page itself, the best first: `alternate` in HTML, `alternate`, then any that is not for machines. */
export function alternateLinks(links: readonly AtomLink[] | undefined): string[] {
  const usable = (links ?? []).filter(({ href, rel }) => href && !ELSEWHERE.test(rel ?? ''));
  const rank = ({ rel, type }: AtomLink): number =>
    rel && rel !== 'alternate' ? 2 : type && !/html/i.test(type) ? 1 : 0;
  return usable.toSorted((a, b) => rank(a) - rank(b)).flatMap(({ href }) => href ?? []);
}

function adaptEntry(entry: AtomFeed.Entry<string>, base: string | undefined): FeedItem {
  const { id, content, media } = entry;
  const group = media?.groups?.[0];
  const enclosures = (entry.links ?? []).filter(({ rel }) => rel === 'enclosure');
  const attached = enclosures.map(({ href }) => href);
  return finishItem({
    id,
    links: [
      ...alternateLinks(entry.links),
      content?.src,
      id && /^https?:\/\//i.test(id) ? id : undefined,
      ...attached,
    ],
    titles: [words(entry.title), words(entry.dc?.titles?.[0]), words(media?.title ?? group?.title)],
    contents: [isReadable(content?.type) ? words(content) : undefined],
    summaries: [
      words(entry.summary),
      words(entry.dc?.descriptions?.[0]),
      words(media?.description ?? group?.description),
    ],
    dates: [entry.published, ...(entry.dc?.dates ?? []), entry.dcterms?.issued?.[0], entry.updated],
    images: [
      ...mediaImages(media),
      ...attachedImages(enclosures.map(({ href, type }) => ({ url: href, type }))),
    ],
    author: entry.authors?.[0]?.name ?? entry.dc?.creators?.[0],
    base: firstLink([content?.xml?.base, entry.xml?.base], base) ?? base,
  });
}

function words(text: AtomText | string | undefined): Wording | undefined {
  const given = typeof text === 'string' ? { value: text } : text;
  return given?.value ? { value: given.value, plain: isPlain(given) } : undefined;
}

/** Only what is called text is taken for it: what says nothing is often HTML all the same. */
function isPlain({ type }: AtomText): boolean {
  return type === 'text' || type === 'text/plain';
}

/** Content in a type of its own (a picture, an archive) is no text. */
function isReadable(type: string | undefined): boolean {
  return !type?.includes('/') || /^text\/|[/+]x?html|\+?xml\b/i.test(type);
}
