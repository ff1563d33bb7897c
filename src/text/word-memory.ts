import { hashOf } from './hash.ts';
import type { Written } from './word-table.ts';
import { WordTable } from './word-table.ts';

/** Words remembered at most, in two halves: those of some days' news, some 10 MB when both are full. */
const HALF = 32_000;
/** The same where what is remembered of a word is large, or asked for a few texts at a time: some 2 MB. */
export const FEW_WORDS = 4000;
/** Words made to collide are not remembered, so that they cost no more than others. */
const BOUND = { farthest: 32 };

/**
 * What a pure function makes of words, remembered: the words of the news come again and again. When one half is full the
 * older is let go: common words stay known however many rare ones pass.
 */
export class WordMemory<Known extends Written> {
  readonly #make: (raw: string) => Known;
  readonly #half: number;
  #recent = new WordTable<Known>(BOUND);
  #older = new WordTable<Known>(BOUND);

  constructor(make: (raw: string) => Known, half = HALF) {
    this.#make = make;
    this.#half = half;
  }

  of(raw: string): Known {
    return this.at(raw, 0, raw.length, hashOf(raw));
  }

  /** Of the word between two places of a text, whose `hashOf` is `hash`: it is cut out of it only when it is unknown. */
  at(text: string, from: number, to: number, hash: number): Known {
    const recent = this.#recent.find(text, from, to, hash);
    if (recent) return recent;
    const known = this.#older.find(text, from, to, hash) ?? this.#make(text.slice(from, to));
    if (this.#recent.size >= this.#half) [this.#recent, this.#older] = [new WordTable(BOUND), this.#recent];
    this.#recent.add(known, hash);
    return known;
  }
}

/** A pure function of one word that remembers its answers, of the last `half` words at least. */
export function remembering<Answer>(answer: (word: string) => Answer, half = HALF): (word: string) => Answer {
  const memory = new WordMemory((raw) => ({ raw, answer: answer(raw) }), half);
  return (word) => memory.of(word).answer;
}
