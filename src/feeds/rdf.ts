import type { RdfFeed } from 'feedsmith';
import { alternateLinks, selfLink } from './atom.ts';
import type { FeedItem, FeedReading } from './feed-item.ts';
import { htmlToLine } from './html-text.ts';
import { mediaImages } from './media.ts';
import type { Wording } from './raw-item.ts';
import { finishItem, firstLink } from './raw-item.ts';
import { waitMinutes } from './update-period.ts';

/** RSS 0.90 and 1.0 in RDF, as parsed, into items. `url` is where the feed came from. */
export function adaptRdf(feed: RdfFeed.Feed<string>, url?: string): FeedReading {
  const from = url ?? selfLink(feed.atom?.links);
  const site = firstLink([feed.link, ...alternateLinks(feed.atom?.links)], from);
  const base = firstLink([feed.xml?.base], from) ?? site ?? from;
  const title = htmlToLine(feed.title ?? feed.dc?.titles?.[0] ?? '');
  const ttl = waitMinutes(feed.sy);
  return {
    items: (feed.items ?? []).map((item) => adaptItem(item, base)),
    ...(title ? { title } : {}),
    ...(site ? { site } : {}),
    ...(ttl ? { ttlMinutes: ttl } : {}),
  };
}

function adaptItem(item: RdfFeed.Item<string>, base: string | undefined): FeedItem {
  const { dc, atom, media } = item;
  const about = item.rdf?.about;
  return finishItem({
    id: about ?? dc?.identifiers?.[0],
    links: [item.link, ...alternateLinks(atom?.links), about],
    titles: [item.title, dc?.titles?.[0], media?.title?.value].map(words),
    contents: [item.content?.encoded, atom?.content?.value].map(words),
    summaries: [item.description, dc?.descriptions?.[0], atom?.summary?.value, media?.description?.value].map(
      words,
    ),
    dates: [...(dc?.dates ?? []), item.dcterms?.issued?.[0], atom?.published, atom?.updated],
    images: mediaImages(media),
    author: dc?.creators?.[0],
    base: firstLink([item.xml?.base], base) ?? base,
  });
}

const words = (value: string | undefined): Wording | undefined => (value ? { value } : undefined);
