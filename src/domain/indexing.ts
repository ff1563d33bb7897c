import { namesIn } from '../text/names.ts';
import { firstWords } from '../text/spaces.ts';
import { gramsOf, tellingWords } from '../text/terms.ts';
import type { ArticleDraft } from './article.ts';
import { GRAM } from './report.ts';

/** Words of the text after the title whose grams and names are indexed; the stemmed words of all of it are. */
const INDEXED_LEAD_WORDS = 100;
/** Words of the text after the title by which an article is ranked: a passage that answers a question may stand behind its lead. */
const RANKED_WORDS = 250;

/** What the search index keeps of an article: tokens between spaces, and the text that ranks it. */
export interface IndexedText {
  /** Stemmed words of the whole article, and the names of title and lead. */
  terms: string;
  /** 4-grams of title and lead, as often as they stand there: to tell them apart costs more than it saves. */
  grams: string;
  /** Normalised words of the title and the beginning of the text, framed by single spaces. */
  matchText: string;
}

/** A draft of which the index's part may have been worked out beforehand, apart from the main loop. */
export interface PreparedDraft extends ArticleDraft {
  indexed?: IndexedText;
}

export function indexedText(draft: Pick<ArticleDraft, 'title' | 'summary' | 'body'>): IndexedText {
  // Each part is read once: title, lead, what is ranked beside them, and the rest.
  const main = draft.body || draft.summary || '';
  const ranked = firstWords(main, RANKED_WORDS);
  const lead = firstWords(ranked, INDEXED_LEAD_WORDS);
  const head = [...tellingWords(draft.title), ...tellingWords(lead)];
  const beginning = [...head, ...tellingWords(ranked.slice(lead.length))];
  const rest = tellingWords(`${main.slice(ranked.length)}\n${draft.body ? (draft.summary ?? '') : ''}`);
  const names = namesIn(`${draft.title}\n${lead}`).map((name) => nameToken(name.id));
  return {
    terms: [...beginning.map(({ stem }) => stem), ...rest.map(({ stem }) => stem), ...names].join(' '),
    grams: gramsOf(
      head.map(({ spelling }) => spelling),
      GRAM,
    ).join(' '),
    matchText: ` ${beginning.map(({ spelling }) => spelling).join(' ')} `,
  };
}

/** Title and lead, as far as they are indexed. */
export function headOf({ title, summary, body }: Pick<ArticleDraft, 'title' | 'summary' | 'body'>): string {
  return `${title}\n${firstWords(body || summary || '', INDEXED_LEAD_WORDS)}`;
}

/** A name as a token of its own, which no word can be: `_country_eg`. The same in every language. */
export function nameToken(id: string): string {
  return `_${id.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '_')}`;
}
