import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/text/edit-distance.ts';

describe('two texts', () => {
  it('are as far apart in one direction as in the other, and no further than their lengths', () => {
    const word = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ت', 'a'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat({ max: 4 }), (a, b, limit) => {
        const distance = editDistance(a, b, limit);
        expect(editDistance(b, a, limit)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBe(Math.min(editDistance(a, b, 8), limit + 1));
        expect(editDistance(a, b, 8)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it.each([
    ['swap', 'قاهره', 'قارهه', 1],
    ['gap', 'london', 'londn', 1],
    ['both', 'london', 'lodnn', 2],
  ])('count a %s as one', (_what, a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });
});
