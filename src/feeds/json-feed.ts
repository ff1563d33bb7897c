import { z } from 'zod';
import type { FeedReading } from './feed-item.ts';
import { MOST_ITEMS, NotAFeed } from './feed-item.ts';
import { attachedImages } from './media.ts';
import { finishItem, firstLink } from './raw-item.ts';

/** A field of another type than the format names counts as absent. */
const text = z.string().optional().catch(undefined);
const id = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);
const author = z.object({ name: text }).optional().catch(undefined);

const itemShape = z.object({
  id,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author,
  authors: z.array(author).optional().catch(undefined),
  attachments: z
    .array(z.object({ url: text, mime_type: text }))
    .optional()
    .catch(undefined),
});

const feedShape = z.object({
  title: text,
  home_page_url: text,
  feed_url: text,
  items: z.array(z.unknown()),
});

/** JSON Feed 1.0 and 1.1. Throws `NotAFeed`. */
export function readJsonFeed(json: string, url?: string): FeedReading {
  const feed = feedShape.safeParse(parse(json)).data;
  if (!feed) throw new NotAFeed('the JSON has no list of items');
  const site = firstLink([feed.home_page_url], url);
  const base = site ?? firstLink([feed.feed_url]) ?? url;
  const items = feed.items.slice(0, MOST_ITEMS).flatMap((each) => itemShape.safeParse(each).data ?? []);
  return {
    items: items.map((item) =>
      finishItem({
        id: item.id,
        links: [item.url, item.external_url, item.id && /^https?:\/\//i.test(item.id) ? item.id : undefined],
        titles: [item.title ? { value: item.title, plain: true } : undefined],
        contents: [item.content_html ? { value: item.content_html } : undefined, plain(item.content_text)],
        summaries: [plain(item.summary)],
        dates: [item.date_published, item.date_modified],
        images: [
          item.image,
          item.banner_image,
          ...attachedImages(item.attachments?.map(({ url, mime_type }) => ({ url, type: mime_type }))),
        ],
        author: item.authors?.[0]?.name ?? item.author?.name,
        base,
      }),
    ),
    ...(feed.title ? { title: feed.title.trim() } : {}),
    ...(site ? { site } : {}),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new NotAFeed('the text is neither XML nor whole JSON');
  }
}

const plain = (value: string | undefined) => (value ? { value, plain: true } : undefined);
