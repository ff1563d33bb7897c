import { GramTally } from './gram-tally.ts';
import { HASH_START, hashedWith, hashOf } from './hash.ts';

/**
 * Texts as sparse vectors of character n-grams, hashed to numbers: a gram is looked up thousands of
 * times for every article, and numbers are found and compared many times faster than strings.
 */

/** Distinct grams, ascending, and how often each occurs. */
export interface GramCounts {
  ids: Uint32Array;
  counts: Uint16Array;
}

/** The same with each gram weighed; the weights are of unit length. */
export interface GramVector {
  ids: Uint32Array;
  weights: Float32Array;
}

const EDGE = 0x5f;

/**
 * The n-grams of words, each framed by an edge mark on both sides, as in `grams`. A framed word
 * shorter than n is one gram. Hash: 32-bit FNV-1a over UTF-16 units; in a text of a thousand grams
 * a collision is a matter of one in millions.
 */
export function gramCounts(words: readonly string[], n: number): GramCounts {
  const all = gramIds(words, n).sort();
  const most = all.length;
  const ids = new Uint32Array(most);
  const counts = new Uint16Array(most);
  let size = 0;
  for (let at = 0; at < most; at++) {
    const id = all[at] ?? 0;
    if (size > 0 && ids[size - 1] === id) {
      counts[size - 1] = (counts[size - 1] ?? 0) + 1;
      continue;
    }
    ids[size] = id;
    counts[size] = 1;
    size++;
  }
  return { ids: ids.slice(0, size), counts: counts.slice(0, size) };
}

/** The numbers of the n-grams of words, in order and with repeats. */
export function gramIds(words: readonly string[], n: number): Uint32Array {
  let most = 0;
  for (const word of words) most += Math.max(1, word.length + 3 - n);
  const all = new Uint32Array(most);
  let found = 0;
  for (const word of words) {
    const last = word.length + 2 - n;
    if (last <= 0) {
      all[found++] = hashFramed(word, 0, word.length + 2);
      continue;
    }
    for (let start = 0; start <= last; start++) all[found++] = hashFramed(word, start, start + n);
  }
  return all;
}

/** Units `from` to `to` of a word with an edge mark before and behind it. */
function hashFramed(word: string, from: number, to: number): number {
  let hash = HASH_START;
  for (let at = from; at < to; at++) {
    const unit = at === 0 || at === word.length + 1 ? EDGE : word.charCodeAt(at - 1);
    hash = hashedWith(hash, unit);
  }
  return hash >>> 0;
}

/** The number of a gram that stands with its edge marks, as `grams` gives it. */
export function gramId(gram: string): number {
  return hashOf(gram);
}

/** Texts after which older ones count half: what was rare last month may be common now. */
const MEMORY = 20_000;

/** How rare each gram is, learned from texts as they come. */
export class GramStatistics {
  #texts = 0;
  readonly #frequencies = new GramTally();

  get texts(): number {
    return this.#texts;
  }

  learn({ ids }: GramCounts): void {
    if (this.#texts >= MEMORY) {
      this.#texts >>= 1;
      this.#frequencies.halve();
    }
    this.#texts++;
    for (let at = 0; at < ids.length; at++) this.#frequencies.add(ids[at] ?? 0, 1);
  }

  /** Inverse document frequency, smoothed so that a gram never seen is rare and none weighs nothing, even before the first text. */
  idf(id: number): number {
    return Math.log(1 + Math.max(1, this.#texts) / (this.#frequencies.get(id) + 0.5));
  }

  frequency(id: number): number {
    return this.#frequencies.get(id);
  }

  /** TF-IDF with logarithmic counts, of unit length (Salton and Buckley 1988, `ltc`). */
  weigh({ ids, counts }: GramCounts): GramVector {
    const weights = new Float32Array(ids.length);
    let squares = 0;
    for (let at = 0; at < ids.length; at++) {
      const count = counts[at] ?? 1;
      const weight = (count === 1 ? 1 : 1 + Math.log(count)) * this.idf(ids[at] ?? 0);
      weights[at] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) / length;
    return { ids, weights };
  }
}

/** Cosine of two vectors of unit length, 0 to 1. */
export function cosine(a: GramVector, b: GramVector): number {
  const [own, other] = [a.ids, b.ids];
  let [sum, i, j] = [0, 0, 0];
  while (i < own.length && j < other.length) {
    const left = own[i] ?? 0;
    const right = other[j] ?? 0;
    if (left === right) sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
    // Which of the two goes on is a matter of chance: sums are a third faster here than branches guessed wrongly.
    i += Number(left <= right);
    j += Number(right <= left);
  }
  return sum;
}
