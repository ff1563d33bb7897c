/** 32-bit FNV-1a over UTF-16 units (Fowler, Noll and Vo), unit by unit: begin with `HASH_START`, end with `>>> 0`. */
export const HASH_START = 0x811c9dc5;
const PRIME = 0x01000193;

export function hashedWith(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** The hash of a whole text, 0 to 2^32 - 1. */
export function hashOf(text: string): number {
  return hashBetween(text, 0, text.length);
}

/** The hash of what stands between two places of a text. */
export function hashBetween(text: string, from: number, to: number): number {
  let hash = HASH_START;
  for (let at = from; at < to; at++) hash = hashedWith(hash, text.charCodeAt(at));
  return hash >>> 0;
}
