import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GramTally } from '../../src/text/gram-tally.ts';

describe('counts by gram number', () => {
  test('are those of a Map, whatever is added', () => {
    const id = fc.oneof(fc.nat(40), fc.constantFrom(0, 0xffffffff, 0x80000000), fc.nat({ max: 0xffffffff }));
    const step = fc.tuple(id, fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const tally = new GramTally();
        const counts = new Map<number, number>();
        for (const [gram, amount] of steps) {
          tally.add(gram, amount);
          counts.set(gram, (counts.get(gram) ?? 0) + amount);
        }
        for (const [gram, count] of counts) expect(tally.get(gram)).toBe(count);
      }),
    );
  });

  test('survive the growth of the table', () => {
    const tally = new GramTally();
    for (let gram = 0; gram < 20_000; gram++) tally.add(Math.imul(gram, 2_654_435_761) >>> 0, 1);
    for (let gram = 20_000; gram < 60_000; gram++) tally.add(Math.imul(gram, 2_654_435_761) >>> 0, 3);
    const counted = (gram: number) => tally.get(Math.imul(gram, 2_654_435_761) >>> 0);
    expect([0, 1, 2, 19_999, 20_000, 59_999, 60_000].map(counted)).toEqual([1, 1, 1, 1, 3, 3, 0]);
  });

  test('halved, forget what was seen once', () => {
    const tally = new GramTally();
    for (const [gram, count] of [
      [0, 3],
      [7, 1],
      [9, 5],
    ] as const)
      tally.add(gram, count);
    tally.halve();
    expect([0, 7, 9].map((gram) => tally.get(gram))).toEqual([1, 0, 2]);
    tally.add(7, 4);
    expect(tally.get(7)).toBe(4);
  });
});
