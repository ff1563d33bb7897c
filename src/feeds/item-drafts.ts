import type { ArticleDraft } from '../domain/article.ts';
import { ArticleRejected, draftArticle } from '../domain/article.ts';
import type { FeedItem, FeedReading } from './feed-item.ts';

export type ItemDraft = { place: string; draft: ArticleDraft } | { place: string; fault: string };

/** Makes drafts of a feed's items. */
export function draftItems(feed: FeedReading): ItemDraft[] {
  const { title: name, site } = feed;
  const outlet = name ? { name, ...(site ? { url: site } : {}) } : undefined;
  return feed.items.map((item, index) => draftOf(item, outlet, `item ${index + 1}`));
}

function draftOf(
  { author: _, standIn, ...read }: FeedItem,
  source: { name: string } | undefined,
  place: string,
): ItemDraft {
  const item = { ...read, title: read.title || (standIn ?? '') };
  if (!item.title) return { place, fault: 'title: the item has neither a headline nor any text' };
  try {
    return { place, draft: draftArticle({ ...item, ...(source ? { source } : {}) }, { titleAlone: true }) };
  } catch (error) {
    if (error instanceof ArticleRejected) return { place, fault: error.message };
    throw error;
  }
}
