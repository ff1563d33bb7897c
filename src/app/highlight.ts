import type { RichText } from '../domain/rich-text.ts';
import type { SearchQuery } from '../domain/search.ts';
import { sentences } from '../text/sentences.ts';
import { gramWords, wordTerms } from '../text/terms.ts';

/** Shortest word that a longer one may merely begin with to count as found. */
const BEGINNING = 4;

/** A text with the words that answer a query in bold, however they are spelled or inflected. */
export function highlighted(text: string, query: SearchQuery): RichText {
  const parts = text.split(/([\p{L}\p{M}\p{N}]+)/u);
  return parts
    .map((part, at) => (at % 2 === 1 && answers(part, query) ? { bold: part } : part))
    .filter((part) => part !== '');
}

/** The first sentence of a text in which most of the query's words stand; nothing when none holds any. */
export function tellingSentence(text: string, query: SearchQuery): string | undefined {
  let best: { sentence: string; found: number } | undefined;
  for (const sentence of sentences(text).slice(0, 60)) {
    const terms = new Set(wordTerms(sentence));
    const found = query.terms.filter((term) => terms.has(term)).length;
    if (found > (best?.found ?? 0)) best = { sentence, found };
  }
  return best?.sentence;
}

export function answers(word: string, query: SearchQuery): boolean {
  const [term] = wordTerms(word);
  if (term === undefined) return false;
  if (query.terms.includes(term)) return true;
  const [plain = ''] = gramWords(word);
  return query.words.some((wanted) => wanted.length >= BEGINNING && plain.includes(wanted));
}
