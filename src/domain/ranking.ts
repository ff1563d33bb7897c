import type { HeldTerms } from './candidates.ts';
import type { SearchQuery } from './search.ts';

/** An article that may answer a query. */
export interface Candidate {
  articleId: number;
  /** Normalised words of title and lead, framed by single spaces: ` word word `. */
  matchText: string;
  /** The query's stemmed words that stand anywhere in the article. */
  terms: HeldTerms;
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
/** Weight of a stemmed word beside the grams' BM25: measured on three Arabic sets, anything from 0.5 to 1 does. */
const TERM_WEIGHT = 1;

/**
 * Orders candidates by BM25 over 3-grams of title and lead, plus the weight of the stemmed words that the whole
 * article holds; of equals the one stored last. `gramIdf` tells how telling a 3-gram is.
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
  const countIn = gramCounter(wanted.map(({ gram }) => gram));
  const ranked = candidates.map((candidate) => {
    const { matchText, terms } = candidate;
    const norm = K1 * (1 - B + (B * matchText.length) / (mean || 1));
    const counts = countIn(matchText);
    let [score, held] = [0, 0];
    for (let at = 0; at < wanted.length; at++) {
      const count = counts[at] ?? 0;
      const idf = wanted[at]?.idf ?? 0;
      if (count === 0) continue;
      held += idf;
      score += (idf * count * (K1 + 1)) / (count + norm);
    }
    return { candidate, score: score + TERM_WEIGHT * terms.weight, gramShare: held / whole };
  });
  return ranked.sort((a, b) => b.score - a.score || b.candidate.articleId - a.candidate.articleId);
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

/** Bits of the table in which grams are looked up: with few grams hardly any two meet. */
const TABLE_BITS = 12;

/**
 * Counts how often each gram of three units occurs in a text, overlaps included, in one pass over the text.
 * The counts are in the grams' order and overwritten by the next call.
 */
function gramCounter(grams: readonly string[]): (text: string) => Uint32Array {
  const table = new Uint16Array(1 << TABLE_BITS);
  const units = new Uint16Array(grams.length * 3);
  const next = new Uint16Array(grams.length + 1);
  const counts = new Uint32Array(grams.length);
  grams.forEach((gram, at) => {
    const [a, b, c] = [gram.charCodeAt(0), gram.charCodeAt(1), gram.charCodeAt(2)];
    units.set([a, b, c], at * 3);
    // Grams that meet in one place of the table form a chain; 0 ends it, so places count from 1.
    next[at + 1] = table[place(a, b, c)] ?? 0;
    table[place(a, b, c)] = at + 1;
  });
  return (text) => {
    counts.fill(0);
    let a = text.charCodeAt(0);
    let b = text.charCodeAt(1);
    for (let end = 2; end < text.length; end++) {
      const c = text.charCodeAt(end);
      for (let at = table[place(a, b, c)] ?? 0; at !== 0; at = next[at] ?? 0) {
        const unit = (at - 1) * 3;
        if (units[unit] === a && units[unit + 1] === b && units[unit + 2] === c)
          counts[at - 1] = (counts[at - 1] ?? 0) + 1;
      }
      a = b;
      b = c;
    }
    return counts;
  };
}

function place(a: number, b: number, c: number): number {
  return (Math.imul((a << 12) ^ (b << 6) ^ c, 0x9e3779b1) >>> (32 - TABLE_BITS)) | 0;
}
