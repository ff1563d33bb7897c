import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/text/normalize.ts';
import { effort } from '../support/effort.ts';

/** Letters, marks, controls and digits that Arabic feeds mix. */
const arabicText = fc.string({
  unit: fc.constantFrom(
    ...'ابتثجحدرسوىيةهكی کگپأإآٱؤئءلامـ\u064b\u0651\u0652\u0653\u0654\u0655\u0670\u06d6\u200c\u200f\u2067\u2069٠٣۴،؟…ﻻﷲé ',
  ),
});

describe('normalize', () => {
  test.each([
    ['أحمد إلى آخر ٱلكتاب', 'احمد الي اخر الكتاب'],
    ['السُّعُودِيَّةُ', 'السعوديه'],
    ['مـــوجز', 'موجز'],
    ['رئيس مسؤول شيء', 'رئيس مسؤول شيء'],
    ['مستشفى', 'مستشفي'],
    ['کی', 'كي'],
    ['هٰذا', 'هذا'],
    ['قُلۡ', 'قل'],
    ['ا\u0653ب و\u0654 ي\u0654', 'اب ؤ ئ'],
    ['ﻻ ﷲ ﺍﻟﻌﺮﺑﻴﺔ', 'لا الله العربيه'],
    ['١٬٢٣٤٫٥ ۴۵ १२ ５', '1,234.5 45 12 5'],
    ['Café ÉCOLE naïve Øresund Łódź Erdoğan', 'cafe ecole naive oresund lodz erdogan'],
    ['İstanbul', 'istanbul'],
    ['z\u0351\u0343a\u0489l\u0336g\u0324o', 'zalgo'],
    ['a\u200bb\u200e\u2068c\u2069\ufeffd', 'abcd'],
    ['  many \t\n spaces\u00a0here\u202f. ', 'many spaces here .'],
    ['HELLO World', 'hello world'],
    ['x\ud800y \udc00', 'xy'],
    ['قال… «نعم»', 'قال... «نعم»'],
    ['ﬁve ™ ½', 'five tm 1⁄2'],
    ['', ''],
    ['\u064b\u200f', ''],
  ])('%j becomes %j', (text, expected) => expect(normalize(text)).toBe(expected));

  test('spellings of one word become one', () => {
    expect(normalize('ﺃَﻣﺮﻳﻜﺎ')).toBe(normalize('امریکا'));
  });

  test('is idempotent', () => {
    const once = (text: string): void => {
      expect(normalize(normalize(text))).toBe(normalize(text));
    };
    fc.assert(fc.property(fc.string({ unit: 'binary' }), once), { numRuns: 1000 });
    fc.assert(fc.property(fc.string({ unit: 'grapheme-composite' }), once));
    fc.assert(fc.property(arabicText, once), { numRuns: 1000 });
    const jamo = fc.constantFrom('ᄀ', 'ᅡ', 'ᆨ', '\u0301', '\u200d', 'ে', 'া', '़', 'İ', 'ﬃ');
    fc.assert(fc.property(fc.string({ unit: jamo }), once));
  });

  test('every code point by itself is stable', () => {
    const unstable: string[] = [];
    for (let code = 0; code < 0x20000; code++) {
      const once = normalize(`a${String.fromCodePoint(code)}b`);
      if (normalize(once) !== once) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  test('holds no marks, controls, capitals or Arabic digits, and grows no more than NFKC can', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), arabicText), (text) => {
        const folded = normalize(text);
        expect(folded).not.toMatch(
          /[\p{Mn}\p{Cs}\u200b-\u200f\u202a-\u202e\u2066-\u2069٠-٩أإآىة]|^\s|\s$|\s\s/u,
        );
        // U+FDFA, the longest, becomes 18 letters.
        expect(folded.length).toBeLessThanOrEqual(text.length * 18);
      }),
      { numRuns: 1000 },
    );
  });

  test('reads long texts in linear time', () => {
    const article = 'أعلنت وزارةُ الخارجية الأمريكيّة يوم ٢٦ يناير أنّ المفاوضات «مستمرة»… ';
    const long = article.repeat(20_000);
    const texts = [long, `${long}😀 é`, '\u0651'.repeat(100_000)];
    expect(effort(() => texts.map(normalize))).toBeLessThan(3000);
    expect(normalize(long).length).toBe(normalize(article).length * 20_000 + 19_999);
  });
});
