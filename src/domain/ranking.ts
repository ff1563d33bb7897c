import type { SearchQuery } from './search.ts';

/** An article that may answer a query. */
export interface Candidate {
  articleId: number;
  storyId: number;
  sortAt: number;
  /** Normalised words of title and lead, framed by single spaces: ` word word `. */
  matchText: string;
  /** Weight of the query's stemmed words that stand anywhere in the article, 0 to 1. */
  termShare: number;
}

export interface Ranked {
  candidate: Candidate;
  score: number;
  /** Weight of the query's 3-grams that stand in title or lead, 0 to 1. */
  gramShare: number;
}

/** BM25's usual constants (Robertson and Zaragoza 2009, section 3.3). */
const K1 = 1.2;
const B = 0.75;
/** Share of the words' score beside the grams': measured on three Arabic sets, anything from 0.5 to 1 does. */
const TERM_WEIGHT = 0.75;

/**
 * Orders candidates by BM25 over 3-grams of title and lead, plus the share of stemmed words that the whole
 * article holds; of equals the newest first. `gramIdf` tells how telling a 3-gram is.
 */
export function rankCandidates(
  query: SearchQuery,
  candidates: readonly Candidate[],
  gramIdf: (gram: string) => number,
): Ranked[] {
  const wanted = queryGrams(query.words).map((gram) => ({ gram, idf: gramIdf(gram) }));
  const whole = wanted.reduce((sum, { idf }) => sum + idf, 0) || 1;
  const mean =
    candidates.reduce((sum, { matchText }) => sum + matchText.length, 0) / Math.max(1, candidates.length);
  const ranked = candidates.map((candidate) => {
    const { matchText, termShare } = candidate;
    const norm = K1 * (1 - B + (B * matchText.length) / (mean || 1));
    let [score, held] = [0, 0];
    for (const { gram, idf } of wanted) {
      const count = occurrences(matchText, gram);
      if (count === 0) continue;
      held += idf;
      score += (idf * count * (K1 + 1)) / (count + norm);
    }
    // Both parts are shares of the best that this query allows, so that one weight fits every query.
    return { candidate, score: score / whole + TERM_WEIGHT * termShare, gramShare: held / whole };
  });
  return ranked.sort((a, b) => b.score - a.score || b.candidate.sortAt - a.candidate.sortAt);
}

/** The 3-grams of words as they stand in a match text, where a space is the edge of a word. */
export function queryGrams(words: readonly string[]): string[] {
  const grams = new Set<string>();
  for (const word of words) {
    const framed = ` ${word} `;
    if (framed.length <= 3) grams.add(framed);
    for (let at = 0; at + 3 <= framed.length; at++) grams.add(framed.slice(at, at + 3));
  }
  return [...grams];
}

function occurrences(text: string, gram: string): number {
  let count = 0;
  for (let at = text.indexOf(gram); at >= 0; at = text.indexOf(gram, at + 1)) count++;
  return count;
}
