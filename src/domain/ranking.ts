import { packedBytes } from '../text/packing.ts';
import type { HeldTerms } from './candidates.ts';
import type { SearchQuery } from './search.ts';

/** An article that may answer a query. */
export interface Candidate {
  articleId: number;
  /** Normalised words of title and lead, framed by single spaces, packed: ` word word `. */
  matchText: Uint8Array;
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
  const table = gramTable(wanted.map(({ gram }) => gram));
  const counts = new Uint32Array(wanted.length + 1);
  const ranked = candidates.map((candidate) => {
    const { matchText, terms } = candidate;
    const norm = K1 * (1 - B + (B * matchText.length) / (mean || 1));
    countGrams(matchText, table, counts);
    let [score, held] = [0, 0];
    for (let at = 0; at < wanted.length; at++) {
      const count = counts[at + 1] ?? 0;
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
    for (let at = 0; at + 3 <= framed.length; at++) {
      const gram = framed.slice(at, at + 3);
      if (gram.isWellFormed()) grams.add(gram);
    }
  }
  return [...grams];
}

/** Bits of the table in which grams are looked up: with few grams hardly any two meet. */
const TABLE_BITS = 12;
/** The last three bytes of what was read. */
const WINDOW = 0xffffff;

const NOTHING: Uint8Array = new Uint8Array();

/** Grams to be counted, each by its last three bytes: nearly all have no more. Places count from 1. */
interface GramTable {
  /** By a hash of the three bytes, the first of the grams that meet there; `next` leads on, 0 ends. */
  first: Uint16Array;
  next: Uint16Array;
  ends: Uint32Array;
  /** What stands before the last three bytes, where any gram has more. */
  beginnings?: Uint8Array[];
}

function gramTable(grams: readonly string[]): GramTable {
  const first = new Uint16Array(1 << TABLE_BITS);
  const next = new Uint16Array(grams.length + 1);
  const ends = new Uint32Array(grams.length + 1);
  const beginnings: Uint8Array[] = [NOTHING];
  for (const gram of grams) {
    const bytes = packedBytes(gram);
    const end = bytes.subarray(-3).reduce((window, byte) => (window << 8) | byte, 0);
    const at = beginnings.push(bytes.subarray(0, -3)) - 1;
    next[at] = first[placeOf(end)] ?? 0;
    ends[at] = end;
    first[placeOf(end)] = at;
  }
  return { first, next, ends, ...(beginnings.some(({ length }) => length > 0) ? { beginnings } : {}) };
}

/** Counts how often each gram occurs in a packed text, overlaps included, in one pass over its bytes. */
function countGrams(
  text: Uint8Array,
  { first, next, ends, beginnings }: GramTable,
  counts: Uint32Array,
): void {
  counts.fill(0);
  const { length } = text;
  let window = 0;
  for (let end = 0; end < length; end++) {
    window = ((window << 8) | (text[end] ?? 0)) & WINDOW;
    let at = first[placeOf(window)] ?? 0;
    while (at !== 0) {
      if (ends[at] === window && (!beginnings || endsWith(text, end - 2, beginnings[at])))
        counts[at] = (counts[at] ?? 0) + 1;
      at = next[at] ?? 0;
    }
  }
}

function endsWith(text: Uint8Array, end: number, part: Uint8Array = NOTHING): boolean {
  return end >= part.length && part.every((byte, at) => byte === text[end - part.length + at]);
}

function placeOf(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> (32 - TABLE_BITS);
}
