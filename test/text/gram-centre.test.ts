import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heaviest } from '../../src/text/gram-centre.ts';

const vectorOf = (weights: readonly number[]) => ({
  ids: Uint32Array.from(weights, (_, at) => at * 3),
  weights: Float32Array.from(weights),
});

describe('the heaviest grams', () => {
  test('a heavy gram is kept though lighter ones stand before it', () => {
    expect([...heaviest(vectorOf([0.3, 0.3, 0.3, 0.8]), 2).ids]).toEqual([0, 9]);
  });

  test('no gram left out is heavier than one kept, and as many are kept as were asked for', () => {
    const weights = fc.array(fc.constantFrom(0.1, 0.2, 0.3, 0.4), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 30 }), (given, count) => {
        const { ids } = heaviest(vectorOf(given), count);
        expect(ids).toHaveLength(Math.min(count, given.length));
        expect([...ids]).toEqual([...ids].toSorted((a, b) => a - b));
        const kept = new Set([...ids].map((id) => id / 3));
        const lightest = Math.min(...given.filter((_, at) => kept.has(at)));
        const left = given.filter((_, at) => !kept.has(at));
        expect(Math.max(0, ...left)).toBeLessThanOrEqual(lightest);
      }),
    );
  });

  test('what is kept is of unit length', () => {
    const { weights } = heaviest(vectorOf([0.1, 0.5, 0.2, 0.5]), 3);
    expect(weights.reduce((sum, weight) => sum + weight ** 2, 0)).toBeCloseTo(1);
  });
});
