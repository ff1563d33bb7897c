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

/** Bits of the table in which grams are looked up: as few as keep any two of them apart, within these bounds. */
const TABLE_BITS = { fewest: 12, most: 15 };
/** The last three bytes of what was read. */
const WINDOW = 0xffffff;

const NOTHING: Uint8Array = new Uint8Array();

/** Grams to be counted, each by its last three bytes: nearly all have no more. Places count from 1. */
interface GramTable {
  bits: number;
  /** By a hash of the three bytes, the first of the grams that meet there. */
  first: Uint16Array;
  ends: Uint32Array;
  /** Where some grams meet, or have more than three bytes: the next of those that meet, and what stands before the three. */
  rest?: { next: Uint16Array; beginnings: readonly Uint8Array[] };
}

function gramTable(grams: readonly string[]): GramTable {
  const ends = new Uint32Array(grams.length + 1);
  const beginnings = [NOTHING];
  for (const gram of grams) {
    const bytes = packedBytes(gram);
    ends[beginnings.length] = bytes.subarray(-3).reduce((window, byte) => (window << 8) | byte, 0);
    beginnings.push(bytes.subarray(0, -3));
  }
  for (let bits = TABLE_BITS.fewest; ; bits++) {
    const first = new Uint16Array(1 << bits);
    const next = new Uint16Array(ends.length);
    for (let at = 1; at < ends.length; at++) {
      const place = placeOf(ends[at] ?? 0, bits);
      next[at] = first[place] ?? 0;
      first[place] = at;
    }
    const plain = next.every((at) => at === 0) && beginnings.every(({ length }) => length === 0);
    if (plain) return { bits, first, ends };
    if (bits === TABLE_BITS.most) return { bits, first, ends, rest: { next, beginnings } };
  }
}

/** Counts how often each gram occurs in a packed text, overlaps included, in one pass over its bytes. */
function countGrams(text: Uint8Array, { bits, first, ends, rest }: GramTable, counts: Uint32Array): void {
  counts.fill(0);
  const { length } = text;
  let window = 0;
  if (rest) {
    for (let end = 0; end < length; end++) {
      window = ((window << 8) | (text[end] ?? 0)) & WINDOW;
      for (let at = first[placeOf(window, bits)] ?? 0; at !== 0; at = rest.next[at] ?? 0) {
        if (ends[at] === window && endsWith(text, end - 2, rest.beginnings[at]))
          counts[at] = (counts[at] ?? 0) + 1;
      }
    }
    return;
  }
  // Without the inner loop it takes two thirds of the time.
  for (let end = 0; end < length; end++) {
    window = ((window << 8) | (text[end] ?? 0)) & WINDOW;
    const at = first[placeOf(window, bits)] ?? 0;
    if (at !== 0 && ends[at] === window) counts[at] = (counts[at] ?? 0) + 1;
  }
}

function endsWith(text: Uint8Array, end: number, part: Uint8Array = NOTHING): boolean {
  return end >= part.length && part.every((byte, at) => byte === text[end - part.length + at]);
}

function placeOf(window: number, bits: number): number {
  return Math.imul(window, 0x9e3779b1) >>> (32 - bits);
}
