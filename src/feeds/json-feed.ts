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
  tags: z.array(text).optional().catch(undefined),
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
    items: items.map((item) => {
      const read = finishItem({
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
      });
      const said = [item.tags?.find(Boolean), read.author, item.id, item.date_published].find(Boolean);
      return read.title || !said ? read : { ...read, standIn: said };
    }),
    ...(feed.title ? { title: feed.title.trim() } : {}),
    ...(site ? { site } : {}),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    const items = wholeItems(json);
    if (items.length > 0) return { items };
    throw new NotAFeed('the text is neither XML nor whole JSON');
  }
}

/** The items of a feed that breaks off or is broken elsewhere: every object in their list that is whole. */
function wholeItems(json: string): unknown[] {
  const items: unknown[] = [];
  const list = /"items"\s*:\s*\[/.exec(json);
  let [depth, from] = [0, 0];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}]/gs;
  tokens.lastIndex = list ? list.index + list[0].length : json.length;
  for (let token = tokens.exec(json); token && items.length < MOST_ITEMS; token = tokens.exec(json)) {
    if (token[0] === '{' && depth++ === 0) from = token.index;
    if (token[0] !== '}' || --depth > 0) continue;
    if (depth < 0) break;
    try {
      items.push(JSON.parse(json.slice(from, tokens.lastIndex)));
    } catch {
      // This one is broken; those beside it may be whole.
    }
  }
  return items;
}

const plain = (value: string | undefined) => (value ? { value, plain: true } : undefined);
