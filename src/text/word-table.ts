import { hashOf } from './hash.ts';

/** Places of a new table; always a power of two, of which at most half are taken. */
const FIRST_SIZE = 1 << 10;

/** What is known of a word as it was written. */
export interface Written {
  readonly raw: string;
}

/**
 * Words and what is known of them. A word is found by its letters wherever it stands in a text, so that it need not be
 * cut out of it: several times faster than a Map, which is asked for strings. Hashes with linear probing.
 */
export class WordTable<Known extends Written> {
  /** A word that finds no place within so many of its own is not taken in. */
  readonly #farthest: number;
  #size = 0;
  /** 0 where a place is free. */
  #hashes = new Uint32Array(FIRST_SIZE);
  #known: (Known | undefined)[] = new Array(FIRST_SIZE).fill(undefined);

  constructor({ farthest = Infinity } = {}) {
    this.#farthest = farthest;
  }

  get size(): number {
    return this.#size;
  }

  /** The word between two places of a text, whose `hashOf` is `hash`. */
  find(text: string, from: number, to: number, hash: number): Known | undefined {
    const [hashes, wanted] = [this.#hashes, hash || 1];
    const mask = hashes.length - 1;
    for (let step = 0; step < this.#farthest; step++) {
      const place = (wanted + step) & mask;
      const there = hashes[place];
      if (there === 0) return undefined;
      if (there !== wanted) continue;
      const known = this.#known[place];
      if (known && stands(known.raw, text, from, to)) return known;
    }
    return undefined;
  }

  /** Takes in a word that is not there. */
  add(known: Known, hash = hashOf(known.raw)): void {
    if (this.#size * 2 >= this.#hashes.length) this.#grow();
    this.#put(known, hash || 1);
  }

  #put(known: Known, hash: number): void {
    const mask = this.#hashes.length - 1;
    for (let step = 0; step < this.#farthest; step++) {
      const place = (hash + step) & mask;
      if (this.#hashes[place] !== 0) continue;
      this.#hashes[place] = hash;
      this.#known[place] = known;
      this.#size++;
      return;
    }
  }

  #grow(): void {
    const [hashes, all] = [this.#hashes, this.#known];
    this.#size = 0;
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#known = new Array(hashes.length * 2).fill(undefined);
    for (let place = 0; place < hashes.length; place++) {
      const known = all[place];
      if (known) this.#put(known, hashes[place] ?? 0);
    }
  }
}

/** A table of words of which nothing more is known. */
export function wordTable(words: Iterable<string>): WordTable<Written> {
  const table = new WordTable<Written>();
  for (const raw of new Set(words)) table.add({ raw });
  return table;
}

function stands(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  }
  return true;
}
