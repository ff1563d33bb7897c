import { wordTerms } from '../text/terms.ts';
import type { ArticleDraft } from './article.ts';

/** Of the teaser's words this share must stand in a page's text for it to be the same article. */
const SHARED = 0.5;
/** A text of a feed longer than this, in UTF-16 units, is the article and no teaser. */
const LONGEST_TEASER = 1200;

/** Whether a draft holds no more than what announces the article. */
export function isTeaser({ body, summary }: Pick<ArticleDraft, 'body' | 'summary'>): boolean {
  return (body || summary || '').length <= LONGEST_TEASER;
}

/**
 * Whether a page's text is the draft's article and says more of it: longer than what is known, and made of the
 * teaser's words (or, where there is no teaser, the headline's) for half of them at least.
 */
export function tellsMore(page: string, draft: Pick<ArticleDraft, 'title' | 'body' | 'summary'>): boolean {
  const teaser = draft.body || draft.summary || '';
  if (page.length <= Math.max(draft.body.length, draft.summary?.length ?? 0)) return false;
  const wanted = new Set(wordTerms(teaser || draft.title));
  if (wanted.size === 0) return true;
  const found = wanted.intersection(new Set(wordTerms(page)));
  return found.size >= wanted.size * SHARED;
}
