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
/** Rarest tokens of the query by which candidates are found. */
export const SOUGHT_TERMS = 8;
export const SOUGHT_GRAMS = 8;

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

/**
 * The tokens by which candidates are looked up: the rarest that occur at all. `frequencies` tell in how many
 * articles each token of the query stands, `articles` how many there are. A gram in more than a tenth of
 * all articles tells little and is sought only when nothing rarer occurs.
 */
export function soughtTokens(
  query: SearchQuery,
  frequencies: ReadonlyMap<string, number>,
  articles: number,
): { token: IndexToken; weight: number }[] {
  const rarest = (column: IndexToken['column'], texts: readonly string[], most: number) => {
    const known = texts
      .map((text) => ({
        token: { column, text },
        frequency: frequencies.get(tokenKey({ column, text })) ?? 0,
      }))
      .filter((each) => each.frequency > 0)
      .sort((a, b) => a.frequency - b.frequency);
    const telling = known.filter((each) => articles < 50 || each.frequency <= articles / 10);
    return (telling.length > 0 ? telling : known.slice(0, 2)).slice(0, most);
  };
  const chosen = [
    ...rarest('terms', query.terms, SOUGHT_TERMS),
    ...rarest('grams', query.grams, SOUGHT_GRAMS),
  ];
  return chosen.map(({ token, frequency }) => ({
    token,
    weight: Math.log(1 + articles / (frequency + 0.5)),
  }));
}

export function tokenKey({ column, text }: IndexToken): string {
  return `${column}:${text}`;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
