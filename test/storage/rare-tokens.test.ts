import { describe, expect, test } from 'vitest';
import type { IndexToken } from '../../src/domain/search.ts';
import type { SeenToken } from '../../src/storage/rare-tokens.ts';
import { rarestTokens } from '../../src/storage/rare-tokens.ts';
import { frequencyOf } from '../../src/storage/token-index.ts';

const seen = (text: string, count: number): SeenToken => ({ token: { column: 'terms', text }, seen: count });

/** A reader of lists of so many articles, and which of them it was asked for. */
function archive(frequencies: Record<string, number>) {
  const asked: string[] = [];
  const postings = async (tokens: readonly IndexToken[]) =>
    tokens.map(({ text }) => {
      asked.push(text);
      return { ids: [], frequency: frequencies[text] ?? 0 };
    });
  return { asked, postings };
}

describe('the rarest tokens of a text', () => {
  const rarity = { wanted: 2, rare: 1, lookedUp: 10, above: 0 };

  test('come rarest first; those that stand nowhere are of no use', async () => {
    const { postings } = archive({ a: 17, b: 13, c: 0, d: 15 });
    const tokens = [seen('a', 1), seen('b', 0), seen('c', 0), seen('d', 1)];
    expect((await rarestTokens(postings, tokens, rarity)).map(({ token }) => token.text)).toEqual(['b', 'd']);
  });

  test('those that stand in very few articles come on top of those that are wanted', async () => {
    const { postings } = archive({ own: 1, other: 2, a: 17, b: 13, d: 15 });
    const tokens = ['own', 'other', 'a', 'b', 'd'].map((text) => seen(text, 0));
    const found = await rarestTokens(postings, tokens, rarity);
    expect(found.map(({ token }) => token.text)).toEqual(['own', 'other', 'b', 'd']);
  });

  test('known ones are looked up only where the doubtful do not suffice, the rarest first', async () => {
    const { asked, postings } = archive({ rare: 14, often: 900, always: 5000 });
    const tokens = [seen('always', 700), seen('often', 90), seen('rare', 1), seen('never', 0)];
    const found = await rarestTokens(postings, tokens, rarity);
    expect(found.map(({ token }) => token.text)).toEqual(['rare', 'often']);
    expect(asked).toEqual(['never', 'rare', 'often']);
  });

  test('a token that stands in the story alone does not count', async () => {
    const { postings } = archive({ own: 3, other: 4 });
    const tokens = [seen('own', 0), seen('other', 1)];
    const found = await rarestTokens(postings, tokens, { ...rarity, above: 3 });
    expect(found.map(({ token }) => token.text)).toEqual(['other']);
  });
});

test('a frequency is exact below the limit and reckoned from the reach of the newest beyond', () => {
  expect(frequencyOf([9, 4, 2], 5, 10)).toBe(3);
  expect(frequencyOf([100, 98, 96, 94, 92], 5, 100)).toBe(56);
  expect(frequencyOf([10, 9, 8, 7, 6], 5, 10)).toBe(10);
  expect(frequencyOf([], 5, 0)).toBe(0);
});
