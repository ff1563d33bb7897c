import { describe, expect, test } from 'vitest';
import { bcubed, ndcgAt5, recallAt10, reciprocalRank } from '../../../src/cli/evaluation/measures.ts';
import { rouge } from '../../../src/cli/evaluation/rouge.ts';

describe('measures', () => {
  test('reciprocal rank and recall look at ten answers', () => {
    const answers = 'abcdefghijk'.split('');
    expect(reciprocalRank(answers, new Set(['c', 'a']))).toBe(1);
    expect(reciprocalRank(answers, new Set(['c']))).toBeCloseTo(1 / 3);
    expect(reciprocalRank(answers, new Set(['k']))).toBe(0);
    expect(recallAt10(answers, new Set(['a', 'k']))).toBe(0.5);
  });

  test('nDCG is 1 for the ideal order, less for a worse one, 0 for none', () => {
    const grades = new Map([
      ['a', 2],
      ['b', 1],
    ]);
    expect(ndcgAt5(['a', 'b'], grades)).toBe(1);
    expect(ndcgAt5(['b', 'a'], grades)).toBeCloseTo((1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3)));
    expect(ndcgAt5(['x'], grades)).toBe(0);
  });

  test('B-cubed, worked by hand: one item of three in the wrong group', () => {
    const items = [
      { group: 1, label: 'x' },
      { group: 1, label: 'x' },
      { group: 1, label: 'y' },
    ];
    const { precision, recall, f1 } = bcubed(items);
    expect(precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3) / 3);
    expect(recall).toBe(1);
    expect(f1).toBeCloseTo((2 * precision) / (precision + 1));
  });

  test('ROUGE counts words, pairs and the longest common order, blind to spelling', () => {
    expect(rouge('أعلن الوزير القرار', 'اعلن الوزير القرار')).toEqual({ rouge1: 1, rouge2: 1, rougeL: 1 });
    const { rouge1, rouge2, rougeL } = rouge('a b c d', 'b a c e');
    expect([rouge1, rouge2, rougeL]).toEqual([0.75, 0, 0.5]);
    expect(rouge('', 'a')).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0 });
  });
});
