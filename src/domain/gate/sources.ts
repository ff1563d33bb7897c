import type { Facts, FactWord } from './facts.ts';
import type { Statement } from './statements.ts';
import { statementsOf } from './statements.ts';
import { keysOf } from './word-keys.ts';

/** A statement of the sources, as others are held against it. */
export interface Source {
  statement: Statement;
  /** Keys of the words behind the denial, and of all words; see keysOf. */
  behind: ReadonlySet<string>;
  all: ReadonlySet<string>;
}

/** All of them. */
export interface Sources {
  all: readonly Source[];
  /** Indices of the statements that hold a key. */
  places: ReadonlyMap<string, readonly number[]>;
  /** What rarityOf has told. */
  rarities: Map<FactWord, number>;
}

const readings = new WeakMap<Facts, Sources>();

/** What the sources state and deny; read once for each. */
export function readSources(facts: Facts): Sources {
  let known = readings.get(facts);
  if (!known) {
    const all = facts.sentences.flatMap(statementsOf).map((statement) => {
      const behind = keySet(told(statement));
      return { statement, behind, all: new Set([...behind, ...keySet(statement.before)]) };
    });
    const places = new Map<string, number[]>();
    for (const [at, source] of all.entries()) {
      for (const key of source.all) {
        const known = places.get(key);
        if (known) known.push(at);
        else places.set(key, [at]);
      }
    }
    known = { all, places, rarities: new Map() };
    readings.set(facts, known);
  }
  return known;
}

/** How much a word of the sources tells, by how few of their statements hold it. */
export function rarityOf(word: FactWord, { all, places, rarities }: Sources): number {
  let rarity = rarities.get(word);
  if (rarity === undefined) {
    const where = new Set(keysOf(word).flatMap((key) => places.get(key) ?? []));
    rarity = Math.log(1 + all.length / where.size);
    rarities.set(word, rarity);
  }
  return rarity;
}

/** What a statement tells: of one that closes its clause, what stands before as well. */
export function told({ behind, before, closes }: Statement): readonly FactWord[] {
  return closes ? [...behind, ...before.toReversed()] : behind;
}

/** Keys of some words; see keysOf. */
export function keySet(words: readonly FactWord[]): Set<string> {
  return new Set(words.flatMap(keysOf));
}

/** Whether a word is among those whose keys these are. */
export function holds(keys: ReadonlySet<string>, word: FactWord): boolean {
  return keysOf(word).some((key) => keys.has(key));
}
