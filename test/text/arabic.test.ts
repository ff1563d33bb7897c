import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lightStem } from '../../src/text/arabic.ts';
import { KEEP_WORDS } from '../../src/text/keep-words.ts';
import { normalize } from '../../src/text/normalize.ts';

const arabicWord = fc.string({ unit: fc.constantFrom(...'ابتثجحخدرزسشصطعفقكلمنهويءئؤ'), maxLength: 14 });
const stemOf = (word: string) => lightStem(normalize(word));

describe('lightStem', () => {
  test.each([
    ['المدرسة', 'مدرس'],
    ['والبحر', 'بحر'],
    ['بالقلم', 'قلم'],
    ['كالجبل', 'جبل'],
    ['فالنهر', 'نهر'],
    ['للبيت', 'بيت'],
    ['وسمع', 'سمع'],
    ['شجرتها', 'شجرت'],
    ['بيتها', 'بيت'],
    ['طالبان', 'طالب'],
    ['سيارات', 'سيار'],
    ['مهندسون', 'مهندس'],
    ['لاعبين', 'لاعب'],
    ['عربية', 'عرب'],
    ['مدينة', 'مدين'],
    ['كتابه', 'كتاب'],
    ['دولي', 'دول'],
    ['والسياسيات', 'سياس'],
    ['مراسلاتها', 'مراسل'],
    // Too short to lose anything, or as much as that.
    ['في', 'في'],
    ['ولد', 'ولد'],
    ['الم', 'الم'],
    ['له', 'له'],
    ['يدي', 'يد'],
    ['ال', 'ال'],
    ['و', 'و'],
    ['', ''],
    ['covid', 'covid'],
  ])('%s: %s', (word, stem) => expect(stemOf(word)).toBe(stem));

  test.each([
    ['وزير', 'الوزير والوزير للوزير وزيرة وزيرها الوزيرين'],
    ['وزار', 'وزارة الوزارة وزارات الوزارات ووزارة بالوزارة'],
    ['وطن', 'وطن الوطن وطني الوطنية وطنية والوطنيين ووطني'],
    ['وفد', 'وفد الوفد وفدين وفدها'],
    ['وكال', 'وكالة الوكالة وكالات ووكالات'],
    ['وثائق', 'وثائق الوثائق وثائقية الوثائقي'],
    ['واشنطن', 'واشنطن وواشنطن'],
    ['ولا', 'ولاية الولاية ولايات والولايات'],
    ['واجب', 'واجب الواجبات واجبات'],
    ['المان', 'المانيه الالمانيه والمانيه الالماني'],
    ['الكترون', 'إلكترونية الإلكترونية والكتروني'],
    ['بالغ', 'بالغ بالغين البالغين بالغة'],
    ['التزام', 'التزام الالتزام التزامات والتزامات'],
  ])('%s is the stem of %s', (stem, words) => {
    expect(words.split(' ').map(stemOf)).toEqual(words.split(' ').map(() => stem));
  });

  test('joined و goes from words that are not kept', () => {
    expect(['وقال', 'ورئيس', 'ومصر', 'والدولة', 'والان'].map(stemOf)).toEqual([
      'قال',
      'رئيس',
      'مصر',
      'دول',
      'ان',
    ]);
  });

  test('kept words are in normalised spelling and never lose their first letter', () => {
    for (const word of KEEP_WORDS) {
      expect(normalize(word)).toBe(word);
      expect(lightStem(word).startsWith(word.slice(0, 2)), word).toBe(true);
    }
    expect(KEEP_WORDS.length).toBeGreaterThan(200);
  });

  test('a stem is a part of its word and keeps two letters', () => {
    fc.assert(
      fc.property(arabicWord, (word) => {
        const stem = lightStem(word);
        expect(word).toContain(stem);
        expect(stem.length).toBeGreaterThanOrEqual(Math.min(2, word.length));
      }),
      { numRuns: 1000 },
    );
  });

  test('the article never changes a kept stem', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KEEP_WORDS), (word) => {
        expect(lightStem(`ال${word}`)).toBe(lightStem(word));
        expect(lightStem(`و${word}`)).toBe(lightStem(word));
      }),
    );
  });
});
