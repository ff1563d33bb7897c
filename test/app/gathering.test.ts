import { expect, test } from 'vitest';
import { gathered } from '../../src/app/gathering.ts';

test('what comes while a batch is under way goes into the next, up to the most', async () => {
  const batches: number[][] = [];
  const gate = Promise.withResolvers<void>();
  const double = gathered(async (numbers: readonly number[]) => {
    batches.push([...numbers]);
    if (batches.length === 1) await gate.promise;
    return numbers.map((number) => number * 2);
  }, 3);
  const results = [1, 2, 3, 4, 5].map(double);
  gate.resolve();
  expect(await Promise.all(results)).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
  expect(await double(6)).toBe(12);
});

test('a batch that fails fails for its own pieces alone', async () => {
  const work = gathered(async (numbers: readonly number[]) => {
    if (numbers.includes(2)) throw new Error('full');
    return numbers;
  }, 2);
  const results = await Promise.allSettled([1, 2, 3, 4].map(work));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
});
