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
  const hold = (ids: readonly number[], weight: number, isTerm: boolean, before: number) => {
    for (const id of ids) {
      if (id > newest || id >= before) continue;
      const held = weights[id] ?? 0;
      if (held === 0) found.push(id);
      weights[id] = held + weight;
      if (isTerm) terms[id] = (terms[id] ?? 0) + weight;
    }
  };
  // Other tokens would push them out: the lists of these reach back to newer articles alone.
  const holdsAll = new Set(together);
  for (const { token, ids, weight, reachesTo } of sought) {
    const isTerm = token.column === 'terms';
    hold(ids, weight, isTerm, Number.POSITIVE_INFINITY);
    if (isTerm) hold(together, weight, true, reachesTo);
  }
  const ranked = holdsAll.union(new Set(heaviest(found)));
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
function heaviest(found: readonly number[]): number[] {
  const held = new Float32Array(found.length);
  let most = 0;
  for (let at = 0; at < held.length; at++) {
    const weight = weights[found[at] ?? 0] ?? 0;
    held[at] = weight;
    if (weight > most) most = weight;
  }
  // Those below half of the best are many, and needed only where the others are too few.
  const near = held.filter((weight) => weight >= most * LEAST_SHARE);
  const least =
    near.length >= SURELY_RANKED
      ? Math.max(most * LEAST_SHARE, nthLargest(near, RANKED))
      : nthLargest(held, SURELY_RANKED);
  const ids: number[] = [];
  for (let at = 0; at < held.length; at++) if ((held[at] ?? 0) >= least) ids.push(found[at] ?? 0);
  return ids.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || b - a).slice(0, RANKED);
}
