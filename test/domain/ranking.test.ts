import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../src/domain/ranking.ts';
import { queryGrams, rankCandidates } from '../../src/domain/ranking.ts';
import { readQuery } from '../../src/domain/search.ts';
import { packedBytes } from '../../src/text/packing.ts';

function candidate(articleId: number, matchText: string, fields: Partial<Candidate> = {}): Candidate {
  return {
    articleId,
    matchText: packedBytes(matchText),
    terms: { weight: 0, share: 0 },
    ...fields,
  };
}

function queryOf(text: string) {
  const query = readQuery(text);
  if (!query) throw new Error('nothing asked');
  return query;
}

const even = () => 1;

describe('the order of candidates', () => {
  test('most of the query first, newest among equals', () => {
    const ranked = rankCandidates(
      queryOf('ميناء طنجه'),
      [
        candidate(1, ' افتتاح ميناء طنجه '),
        candidate(2, ' افتتاح مدرسه جديده '),
        candidate(3, ' افتتاح ميناء طنجه '),
        candidate(4, ' افتتاح ميناء جديد '),
      ],
      even,
    );
    expect(ranked.map(({ candidate: { articleId } }) => articleId)).toEqual([3, 1, 4, 2]);
    expect(ranked[0]?.gramShare).toBe(1);
    expect(ranked[3]?.gramShare).toBe(0);
  });

  test('words anywhere in the article count beside title and lead', () => {
    const ranked = rankCandidates(
      queryOf('ميناء'),
      [candidate(1, ' خبر اول ', { terms: { weight: 1, share: 1 } }), candidate(2, ' خبر ثان ')],
      even,
    );
    expect(ranked.map(({ candidate: { articleId } }) => articleId)).toEqual([1, 2]);
  });

  test('a 3-gram is held exactly when it stands in the text', () => {
    const word = fc.string({
      unit: fc.constantFrom('ا', 'ب', 'پ', 'é', 'ж', 'a', '1'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.array(word, { maxLength: 12 }),
        (asked, told) => {
          const matchText = ` ${told.join(' ')} `;
          const query = { terms: [], grams: [], phrases: [], words: asked };
          const [ranked] = rankCandidates(query, [candidate(1, matchText)], even);
          const grams = queryGrams(asked);
          const held = grams.filter((gram) => matchText.includes(gram));
          expect(ranked?.gramShare).toBeCloseTo(held.length / grams.length, 10);
        },
      ),
    );
  });
});
