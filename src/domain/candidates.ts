import { nthLargest } from '../text/selection.ts';
import type { IndexToken } from './search.ts';

/** A token of a query, and the newest articles that hold it. */
export interface Sought {
  token: IndexToken;
  ids: readonly number[];
  /** How telling the token is: its inverse frequency. */
  weight: number;
  /** The list says nothing of articles with a smaller id; 0 when it names all that hold the token. */
  reachesTo: number;
}

/** What an article holds of a query's stemmed words. */
export interface HeldTerms {
  /** Weight of the words that it holds. */
  weight: number;
  /** The same as a share of all whose lists reach back to it, 0 to 1. */
  share: number;
}

/** Candidates that are ranked at most: on our own sets a sixth of these already gives the same order. */
const RANKED = 120;
/** Behind the first so many, those with less than this share of the best one's weight are not ranked. */
const SURELY_RANKED = 50;
const LEAST_SHARE = 0.5;

/** By article id what it holds, of all tokens and of words; nothing between two searches. */
let weights = new Float32Array(0);
let terms = new Float32Array(0);

/**
 * The articles that hold most of a query's tokens by weight, ids from 1 to `newest`, with the words that each holds;
 * `together` are articles that hold all the words, however far back, and always among them.
 */
export function heaviestHolders(
  sought: readonly Sought[],
  together: readonly number[],
  newest: number,
): Map<number, HeldTerms> {
  if (weights.length <= newest) {
    weights = new Float32Array(newest * 2);
    terms = new Float32Array(newest * 2);
  }
  const found: number[] = [];
  const hold = (id: number, weight: number, isTerm: boolean) => {
    if (id > newest) return;
    if (weights[id] === 0) found.push(id);
    weights[id] = (weights[id] ?? 0) + weight;
    if (isTerm) terms[id] = (terms[id] ?? 0) + weight;
  };
  // Other tokens would push them out: the lists of these reach back to newer articles alone.
  const holdsAll = new Set(together);
  for (const { token, ids, weight, reachesTo } of sought) {
    const isTerm = token.column === 'terms';
    for (const id of ids) hold(id, weight, isTerm);
    if (isTerm) for (const id of together) if (id < reachesTo) hold(id, weight, true);
  }
  const ranked = holdsAll.union(new Set(heaviest(found, (id) => weights[id] ?? 0)));
  const holders = [...ranked].map((id): [number, HeldTerms] => {
    const weight = terms[id] ?? 0;
    return [id, { weight, share: holdsAll.has(id) ? 1 : weight / (toldOf(id, sought) || 1) }];
  });
  for (const id of found) {
    weights[id] = 0;
    terms[id] = 0;
  }
  return new Map(holders);
}

/** The weight of all words whose lists reach back to an article. */
function toldOf(id: number, sought: readonly Sought[]): number {
  return sought.reduce((sum, { token, weight, reachesTo }) => {
    return token.column === 'terms' && id >= reachesTo ? sum + weight : sum;
  }, 0);
}

/** The ids that weigh most, newest first among equals, without those that weigh too little beside the first. */
function heaviest(found: readonly number[], weightOf: (id: number) => number): number[] {
  const held = Float32Array.from(found, weightOf);
  const most = held.reduce((best, weight) => Math.max(best, weight), 0);
  const least = Math.max(
    nthLargest(held, RANKED),
    Math.min(nthLargest(held, SURELY_RANKED), most * LEAST_SHARE),
  );
  return found
    .filter((id) => weightOf(id) >= least)
    .sort((a, b) => weightOf(b) - weightOf(a) || b - a)
    .slice(0, RANKED);
}
