/** What two texts have in common in names and figures. */
export interface SharedNames {
  count: number;
  /**
   * How unlikely it is to share them by chance, 0 and up. Among N texts, exp(-surprise) × N others are expected
   * to hold the same names if names fell independently; at 1 fewer than one in N is.
   */
  surprise: number;
}

/** Fewer texts than this tell too little of what is rare. */
const FEWEST = 60;

/** Surprise of names whose inverse frequencies (natural logarithms) add up to `weight`, among so many texts. */
export function surpriseOf(weight: number, texts: number): number {
  // exp(-weight) is the chance of one text to hold them all; times N texts, held against 1 in N.
  return weight / (2 * Math.log(Math.max(FEWEST, texts)));
}

/** How rare names are among texts of any language, learned as they come. */
export class NameRarity {
  #texts = 0;
  readonly #frequencies = new Map<string, number>();

  learn(names: ReadonlySet<string>): void {
    this.#texts++;
    for (const name of names) this.#frequencies.set(name, this.frequency(name) + 1);
  }

  unlearn(names: ReadonlySet<string>): void {
    this.#texts--;
    for (const name of names) {
      const left = this.frequency(name) - 1;
      if (left > 0) this.#frequencies.set(name, left);
      else this.#frequencies.delete(name);
    }
  }

  frequency(name: string): number {
    return this.#frequencies.get(name) ?? 0;
  }

  weight(name: string): number {
    return Math.log(1 + Math.max(FEWEST, this.#texts) / (this.frequency(name) + 0.5));
  }

  shared(a: ReadonlySet<string>, b: ReadonlySet<string>): SharedNames {
    const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
    let [count, weight] = [0, 0];
    for (const name of fewer) {
      if (!more.has(name)) continue;
      count++;
      weight += this.weight(name);
    }
    return { count, surprise: surpriseOf(weight, this.#texts) };
  }
}
