import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jaccard, shingles } from '../../src/text/shingles.ts';

function runs(words: readonly string[]): Set<string> {
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

describe('runs of three words', () => {
  test('are the same share of two texts as their written runs', () => {
    const words = fc.array(fc.constantFrom('بنك', 'قرض', 'وزير', 'ميناء', 'the'), { maxLength: 40 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [left, right] = [runs(a), runs(b)];
        const all = left.union(right).size;
        const expected = left.size === 0 || right.size === 0 ? 0 : left.intersection(right).size / all;
        expect(shingles(a)).toHaveLength(left.size);
        expect(jaccard(shingles(a), shingles(b))).toBeCloseTo(expected, 12);
      }),
    );
  });

  test('keep the order of the words', () => {
    expect(jaccard(shingles(['أ', 'ب', 'ج']), shingles(['ج', 'ب', 'أ']))).toBe(0);
    expect(jaccard(shingles(['أ', 'ب', 'ج']), shingles(['أ', 'ب', 'ج']))).toBe(1);
    expect(shingles(['أ', 'ب'])).toHaveLength(0);
  });
});
