import type { RssFeed } from 'feedsmith';
import { alternateLinks, selfLink } from './atom.ts';
import type { FeedItem, FeedReading } from './feed-item.ts';
import { htmlToLine } from './html-text.ts';
import { attachedImages, mediaImages } from './media.ts';
import type { Wording } from './raw-item.ts';
import { finishItem, firstLink } from './raw-item.ts';
import { waitMinutes } from './update-period.ts';

/** RSS 0.90 to 2.0, as parsed, into items. `url` is where the feed came from. */
export function adaptRss(feed: RssFeed.Feed<string>, url?: string): FeedReading {
  const from = url ?? selfLink(feed.atom?.links);
  const stated = firstLink([feed.xml?.base], from);
  const site = firstLink([feed.link, ...alternateLinks(feed.atom?.links)], stated ?? from);
  const title = htmlToLine(feed.title ?? feed.dc?.titles?.[0] ?? '');
  const ttl = feed.ttl ?? waitMinutes(feed.sy);
  return {
    items: (feed.items ?? []).map((item) => adaptItem(item, stated ?? site ?? from)),
    ...(title ? { title } : {}),
    ...(site ? { site } : {}),
    ...(ttl ? { ttlMinutes: ttl } : {}),
  };
}

function adaptItem(item: RssFeed.Item<string>, base: string | undefined): FeedItem {
  const { guid, media, itunes, dc, atom } = item;
  const group = media?.groups?.[0];
  const permalink = guid?.isPermaLink === false ? undefined : guid?.value;
  return finishItem({
    id: guid?.value ?? dc?.identifiers?.[0],
    links: [
      item.link,
      ...alternateLinks(atom?.links),
      ...[permalink, dc?.identifiers?.[0], item.comments, item.enclosures?.[0]?.url].map(absolute),
    ],
    titles: [
      item.title,
      dc?.titles?.[0],
      atom?.title?.value,
      media?.title?.value,
      group?.title?.value,
      itunes?.title,
    ].map(words),
    contents: [item.content?.encoded, atom?.content?.value].map(words),
    summaries: [
      item.description,
      dc?.descriptions?.[0],
      atom?.summary?.value,
      itunes?.summary,
      media?.description?.value,
      group?.description?.value,
    ].map(words),
    dates: [
      item.pubDate,
      ...(dc?.dates ?? []),
      item.dcterms?.issued?.[0],
      atom?.published,
      item.dcterms?.modified?.[0],
      atom?.updated,
    ],
    images: [...mediaImages(media), ...attachedImages(item.enclosures), itunes?.image],
    author: item.authors?.[0]?.name ?? dc?.creators?.[0] ?? itunes?.author,
    base: firstLink([item.xml?.base], base) ?? base,
  });
}

/** An id serves as a link only where it is one by itself. */
function absolute(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) ? text : undefined;
}

const words = (value: string | undefined): Wording | undefined => (value ? { value } : undefined);
