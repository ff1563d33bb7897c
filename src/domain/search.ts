import { normalize } from '../text/normalize.ts';
import { grams, gramWords, wordTerms } from '../text/terms.ts';

/** What a reader looks for, read once. All parts are normalised; none is ever FTS syntax. */
export interface SearchQuery {
  /** Stemmed words, each once. */
  terms: string[];
  /** Character 4-grams, each once. */
  grams: string[];
  /** Words whose 3-grams rank the candidates. */
  words: string[];
  /** What stood between quotation marks: it must occur as it stands. */
  phrases: string[];
}

/** One indexed token; `terms` are stemmed words of the whole article, `grams` 4-grams of title and lead. */
export interface IndexToken {
  column: 'terms' | 'grams';
  text: string;
}

/** Longest query that is read, in UTF-16 units, and the most words of it: beyond lies no question. */
const LONGEST_QUERY = 400;
const MOST_WORDS = 32;
/** Reads a query; `undefined` when it holds nothing that could be found (emoji, signs, nothing). */
export function readQuery(text: string): SearchQuery | undefined {
  const asked = text.slice(0, LONGEST_QUERY);
  const words = gramWords(asked).slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  const phrases = [...asked.matchAll(/["“”«»„]([^"“”«»„]+)["“”«»„]/g)]
    .map((match) =>
      normalize(match[1] ?? '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .filter(Boolean);
  return {
    terms: distinct(wordTerms(asked)).slice(0, MOST_WORDS),
    grams: distinct(grams(words.join(' '), 4)),
    words,
    phrases: distinct(phrases),
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
