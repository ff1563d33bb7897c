import { words } from '../../text/terms.ts';

export interface Rouge {
  rouge1: number;
  rouge2: number;
  rougeL: number;
}

/** ROUGE-1, -2 and -L as F1 of a summary against one reference (Lin 2004), over normalised words; shares from 0 to 1. */
export function rouge(summary: string, reference: string): Rouge {
  const [own, wanted] = [words(summary), words(reference)];
  return {
    rouge1: overlap(own, wanted),
    rouge2: overlap(pairs(own), pairs(wanted)),
    rougeL: f1(longestCommon(own, wanted), own.length, wanted.length),
  };
}

function overlap(own: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const each of wanted) left.set(each, (left.get(each) ?? 0) + 1);
  let shared = 0;
  for (const each of own) {
    const count = left.get(each) ?? 0;
    if (count === 0) continue;
    left.set(each, count - 1);
    shared++;
  }
  return f1(shared, own.length, wanted.length);
}

function pairs(all: readonly string[]): string[] {
  return all.slice(1).map((word, at) => `${all[at]} ${word}`);
}

/** Length of the longest common subsequence, in one row of memory. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const row = new Uint32Array(b.length + 1);
  for (const word of a) {
    let diagonal = 0;
    for (let at = 1; at <= b.length; at++) {
      const above = row[at] ?? 0;
      row[at] = word === b[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

function f1(shared: number, own: number, wanted: number): number {
  return own + wanted === 0 ? 0 : (2 * shared) / (own + wanted);
}
