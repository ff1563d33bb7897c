import { describe, expect, test } from 'vitest';
import { nameWords } from '../../src/text/name-tables/name-words.ts';
import { numbersIn } from '../../src/text/number-words.ts';
import { effort } from '../support/effort.ts';

const read = (text: string) => numbersIn(nameWords(text)).map(({ value }) => value);

describe('numbersIn reads', () => {
  test.each<[string, number[]]>([
    ['one hundred people, and one of them', [100, 1]],
    ['one million', [1_000_000]],
    ['a million people, a thousand tents and a hundred boats', [1_000_000, 1000, 100]],
    ['three hundred thousand', [300_000]],
    ['two hundred and fifty people', [250]],
    ['fifteen hundred', [1500]],
    ['one thousand two hundred and fifty', [1250]],
    ['two million three hundred thousand', [2_300_000]],
    ['half a million, a quarter of a million, three quarters of a million', [500_000, 250_000, 750_000]],
    ['two and a half million', [2_500_000]],
    ['half of the people, a quarter of the town', []],
    ['a dozen people', [12]],
    ['between three hundred and five hundred', [300, 500]],
    ['between five hundred and one thousand', [500, 1000]],
    ['In the first half, a million tourists came', [1_000_000]],
    ['a million-dollar prize, a hundred-year-old mosque', []],
    ['سيارة ألفا روميو، ومتحور ألفا', []],
    ['الساعة ثلاثة ونصف', [3]],
    ['two of the three hundred', [2, 300]],
    ['نصف مليون شخص', [500_000]],
    ['بربع مليار دولار', [250_000_000]],
    ['ثلاثة أرباع مليون', [750_000]],
    ['مليون ونصف المليون', [1_500_000]],
    ['ثلاثة ملايين ونصف المليون', [3_500_000]],
    ['مليونين ونصف', [2_500_000]],
    ['ثلاثة ملايين ونصف السكان', [3_000_000]],
    ['ثلاثة ونصف في المئة', [3.5]],
    ['الثامنة ونصف', [8]],
    ['ألفا شخص', [2000]],
    ['ألفي كتاب', [2000]],
    ['بلغ عددهم ألفا', [1000]],
    ['خمسون ألفا', [50_000]],
    ['ألف وتسعمئة وستة وسبعون', [1976]],
    ['ألف ومقعدان', [1000]],
    ['مليون ومئتا ألف', [1_200_000]],
    ['مليونًا و600 ألف وحدة', [1_600_000]],
    ['ملياران و300 مليون', [2_300_000_000]],
    ['خمسة ملايين و20 ألفًا', [5_020_000]],
    ['3 ملايين و200 ألف', [3_200_000]],
    ['مليون ومليون', [1_000_000, 1_000_000]],
    ['مئة ومئة', [100, 100]],
  ])('%s', (text, values) => expect(read(text)).toEqual(values));
});

test('a hundred thousand letters of numbers are read quickly', () => {
  const texts = ['ومليون ', 'ومئة ', 'و3 مليون ', 'half a ', 'two hundred '].map((word) =>
    nameWords(word.repeat(100_000 / word.length)),
  );
  expect(effort(() => texts.map(numbersIn))).toBeLessThan(2000);
});
