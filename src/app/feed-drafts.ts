import type { ArticleDraft } from '../domain/article.ts';
import { ArticleRejected, draftArticle } from '../domain/article.ts';
import type { Language } from '../domain/languages.ts';
import type { ReadItem } from '../domain/ports.ts';
import type { Source } from '../domain/source.ts';
import { sourceName } from '../domain/source.ts';

/** Dates before this are slips of a publisher's software (1970 above all): such an item counts as undated. */
const EARLIEST = Date.UTC(1990, 0, 1);

/**
 * Makes a draft of a feed's item, or says why it is none. Articles carry the source's name in `language`, the
 * operator's own, and its id, by which the name in another language is found.
 */
export function draftItem(
  item: ReadItem,
  source: Pick<Source, 'id' | 'name' | 'language' | 'topics'>,
  site: string | undefined,
  language: Language,
): { draft: ArticleDraft } | { fault: string } {
  if (!item.title) return { fault: 'title: the item has neither a headline nor any text' };
  const input = {
    ...item,
    source: { name: sourceName(source.name, language), ...(site ? { url: site } : {}) },
    ...(source.language ? { language: source.language } : {}),
    topics: source.topics,
  };
  try {
    const draft = draftArticle(input, { titleAlone: true });
    const dated = draft.publishedAt === undefined || draft.publishedAt >= EARLIEST;
    const kept = dated ? draft : draftArticle({ ...input, publishedAt: undefined }, { titleAlone: true });
    return { draft: { ...kept, sourceId: source.id } };
  } catch (error) {
    if (error instanceof ArticleRejected) return { fault: error.message };
    throw error;
  }
}
