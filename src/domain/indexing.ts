import { namesIn } from '../text/names.ts';
import { grams, gramWords, wordTerms } from '../text/terms.ts';
import type { ArticleDraft } from './article.ts';
import { firstWords } from './report.ts';

/** Words of the text after the title whose grams and names are indexed; the stemmed words of all of it are. */
const INDEXED_LEAD_WORDS = 100;
/** Words of the text after the title by which an article is ranked: a passage that answers a question may stand behind its lead. */
const RANKED_WORDS = 250;

/** What the search index keeps of an article: tokens between spaces, and the text that ranks it. */
export interface IndexedText {
  /** Stemmed words of the whole article, and the names of title and lead. */
  terms: string;
  /** 4-grams of title and lead, each once: how often one stands there is for the ranking to see. */
  grams: string;
  /** Normalised words of the title and the beginning of the text, framed by single spaces. */
  matchText: string;
}

/** A draft of which the index's part may have been worked out beforehand, apart from the main loop. */
export interface PreparedDraft extends ArticleDraft {
  indexed?: IndexedText;
}

export function indexedText(draft: Pick<ArticleDraft, 'title' | 'summary' | 'body'>): IndexedText {
  const head = headOf(draft);
  const whole = [draft.title, draft.summary, draft.body].filter(Boolean).join('\n');
  return {
    terms: [...wordTerms(whole), ...namesIn(head).map((name) => nameToken(name.id))].join(' '),
    grams: [...new Set(grams(head, 4))].join(' '),
    matchText: ` ${gramWords(beginning(draft, RANKED_WORDS)).join(' ')} `,
  };
}

/** Title and lead, as far as they are indexed. */
export function headOf(draft: Pick<ArticleDraft, 'title' | 'summary' | 'body'>): string {
  return beginning(draft, INDEXED_LEAD_WORDS);
}

function beginning(
  { title, summary, body }: Pick<ArticleDraft, 'title' | 'summary' | 'body'>,
  count: number,
): string {
  return `${title}\n${firstWords(body || summary || '', count)}`;
}

/** A name as a token of its own, which no word can be: `_country_eg`. The same in every language. */
export function nameToken(id: string): string {
  return `_${id.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '_')}`;
}
