import { grams, gramWords, wordTerms } from '../text/terms.ts';
import type { ArticleDraft } from './article.ts';
import { firstWords } from './report.ts';

/** Words of the text after the title whose grams are indexed; the stemmed words of all of it are. */
export const INDEXED_LEAD_WORDS = 100;

/** What the search index keeps of an article: tokens between spaces, and the text that ranks it. */
export interface IndexedText {
  terms: string;
  grams: string;
  /** Normalised words of title and lead, framed by single spaces. */
  matchText: string;
}

export function indexedText(draft: Pick<ArticleDraft, 'title' | 'summary' | 'body'>): IndexedText {
  const text = draft.body || draft.summary || '';
  const head = `${draft.title}\n${firstWords(text, INDEXED_LEAD_WORDS)}`;
  const whole = [draft.title, draft.summary, draft.body].filter(Boolean).join('\n');
  return {
    terms: wordTerms(whole).join(' '),
    grams: grams(head, 4).join(' '),
    matchText: ` ${gramWords(head).join(' ')} `,
  };
}
