import { hashedWith, hashOf } from './hash.ts';

/** The runs of three words of a text as 32-bit numbers, each once, ascending. A text of fewer words has none. */
export function shingles(words: readonly string[]): Uint32Array {
  if (words.length < 3) return new Uint32Array();
  const hashes = Uint32Array.from(words, hashOf);
  const runs = new Uint32Array(words.length - 2);
  for (let at = 0; at < runs.length; at++) {
    let hash = hashes[at] ?? 0;
    hash = hashedWith(hash, (hashes[at + 1] ?? 0) >>> 3) + (hashes[at + 1] ?? 0);
    hash = hashedWith(hash, (hashes[at + 2] ?? 0) >>> 7) + (hashes[at + 2] ?? 0);
    runs[at] = hash;
  }
  runs.sort();
  let size = 0;
  for (const run of runs) if (size === 0 || runs[size - 1] !== run) runs[size++] = run;
  return runs.slice(0, size);
}

/** Share of the numbers of two ascending lists that both hold (Jaccard), 0 to 1; 0 when one is empty. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared / (a.length + b.length - shared);
}
