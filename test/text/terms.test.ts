import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isStopword } from '../../src/text/stopwords.ts';
import { grams, gramWords, words, wordTerms } from '../../src/text/terms.ts';

describe('words', () => {
  test.each([
    ['قالَ الرئيسُ: «نعم»', ['قال', 'الرئيس', 'نعم']],
    ['3.5% of 1,200 and ١٬٢٠٠٫٥', ['3.5', 'of', '1200', 'and', '1200.5']],
    ['26.01.2024 2021,200 1,2', ['26', '01', '2024', '2021', '200', '1', '2']],
    ['و15 قتيلا ووBBC', ['و', '15', 'قتيلا', 'وو', 'bbc']],
    ['covid19 5G F-16', ['covid19', '5g', 'f', '16']],
    ["Trump’s don't O'Neill players'", ['trump', 'dont', 'oneill', 'players']],
    [
      'The U.S. and U.S.-led, U.K., USA; US troops',
      ['the', 'usa', 'and', 'usa', 'led', 'uk', 'usa', 'usa', 'troops'],
    ],
    ['tell us about e.g. this', ['tell', 'us', 'about', 'eg', 'this']],
    ['CONTACT US NOW', ['contact', 'us', 'now']],
    ['US', ['usa']],
    ['محادثات US وإيران', ['محادثات', 'usa', 'وايران']],
    ['Café, naïve!', ['cafe', 'naive']],
    ['', []],
    ['… «» - 😀', []],
  ])('%j: %j', (text, expected) => expect(words(text)).toEqual(expected));

  test('long runs are cut at 64 units, never inside a pair', () => {
    expect(words('ب'.repeat(100_000))).toEqual(['ب'.repeat(64)]);
    expect(words(`${'a'.repeat(63)}𠀀𠀀`)).toEqual(['a'.repeat(63)]);
  });
});

describe('wordTerms', () => {
  test.each([
    ['أعلنت الولايات المتحدة والصين', ['اعلنت', 'ولا', 'متحد', 'صين']],
    ['The ministers of the U.S. colour centres', ['minist', 'usa', 'color', 'center']],
    ['في من', ['في', 'من']],
    ['to be or not', ['to', 'be', 'or', 'not']],
    ['في ١٥ كانون الثاني ٢٠٢٤', ['15', 'يناير', '2024']],
    ['وتشرين الأول، تشرين ثاني، بكانون الأول', ['اكتوبر', 'نوفمبر', 'ديسمبر']],
    ['مارس/ آذار', ['مارس', 'مارس']],
    ['هونغ كونغ وهونج كونج', ['هونغكونغ', 'هونغكونغ']],
    ['أبو ظبي، وأبو ظبي، لأبو ظبي، بأبي ظبي، أبوظبي', Array(5).fill('ابوظب')],
    ['تيك توك، بتيك توك، التيك توك، وبالتيك توك، للتيك توك', Array(5).fill('تيكتوك')],
    ['فسري لانكا وكهونغ كونغ وواتس اب', ['سيريلانك', 'هونغكونغ', 'واتساب']],
    ['وأبو بكر في البيت الأبيض، كفيس توك', ['ابو', 'بكر', 'بيت', 'ابيض', 'كفيس', 'توك']],
    ['فيس بوك فيسبوك', ['فيسبوك', 'فيسبوك']],
    ['3 آب 2024', ['3', 'اغسطس', '2024']],
    ['أب لثلاثة أطفال', ['اب', 'لثلاث', 'اطفال']],
    ['BBC تنقل عن Reuters', ['bbc', 'تنقل', 'reuter']],
  ])('%j: %j', (text, expected) => expect(wordTerms(text)).toEqual(expected));

  test.each([
    ['البنتاغون', 'أكد مسؤول في البنتاجون'],
    ['امريكا', 'القوات الأميركية'],
    ['امريكا', 'زيارة أميركا'],
    ['مارس', 'في منتصف آذار الماضي'],
    ['يناير', 'في كانون الثاني'],
    ['january', 'January 2024'],
    ['usa', 'the U.S. president'],
    ['سيئول', 'وصل إلى سيول'],
    ['أبوظبي', 'زيارة لأبو ظبي'],
    ['تشيلي', 'الحكومة التشيلية'],
  ])('a search for %s finds %s', (query, text) => {
    expect(wordTerms(text)).toEqual(expect.arrayContaining(wordTerms(query)));
  });

  test('repeats are kept, and the same text gives the same terms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const terms = wordTerms(text);
        expect(wordTerms(text)).toEqual(terms);
        expect(terms.every((term) => term !== '' && !/\s/.test(term))).toBe(true);
        expect(wordTerms(`${text} . ${text}`).length).toBeGreaterThanOrEqual(terms.length);
      }),
    );
    expect(wordTerms('نفط نفط النفط')).toEqual(['نفط', 'نفط', 'نفط']);
  });
});

describe('grams', () => {
  test.each<[string, number, string[]]>([
    ['بنك', 3, ['_بن', 'بنك', 'نك_']],
    ['بنك', 4, ['_بنك', 'بنك_']],
    ['بنك', 5, ['_بنك_']],
    ['أم', 4, ['_ام_']],
    ['أم', 6, ['_ام_']],
    ['بنك في أم', 4, ['_بنك', 'بنك_', '_ام_']],
    ['في', 3, ['_في', 'في_']],
    ['البنتاجون', 8, ['_بنتاغون', 'بنتاغون_']],
    ['كانون الثاني', 5, ['_يناي', 'يناير', 'ناير_']],
    ['running', 8, ['_running', 'running_']],
    ['𠀀𠀁', 3, ['_𠀀𠀁', '𠀀𠀁_']],
    ['', 3, []],
  ])('%s, %i', (text, n, expected) => expect(grams(text, n)).toEqual(expected));

  test('are the grams of gramWords, of n letters unless the word is shorter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ابتمنوية abc12 ') }),
        fc.integer({ min: 2, max: 5 }),
        (text, n) => {
          const expected = gramWords(text).reduce((sum, word) => sum + Math.max(1, word.length + 3 - n), 0);
          const found = grams(text, n);
          expect(found.length).toBe(expected);
          for (const gram of found)
            expect(gram.length === n || (gram.length < n && /^_.*_$/.test(gram))).toBe(true);
        },
      ),
    );
  });
});

describe('isStopword', () => {
  test.each(['في', 'وفي', 'فان', 'علي', 'the', 'dont', 'و'])('%s is one', (word) =>
    expect(isStopword(word)).toBe(true),
  );
  test.each(['مليار', 'عام', 'يوم', 'اليوم', 'بسبب', 'usa', 'وزير', 'فيلم', 'war', ''])(
    '%s is none',
    (word) => expect(isStopword(word)).toBe(false),
  );
});

test('a hundred thousand units of one pattern give the words that stand there', () => {
  const counts = [
    '1,'.repeat(50_000),
    '1,111'.repeat(20_000),
    'a.'.repeat(50_000),
    "a'".repeat(50_000),
    'y'.repeat(100_000),
    'كانون '.repeat(17_000),
  ].map((text) => [wordTerms(text).length, grams(text, 4).length]);
  expect(counts).toEqual([
    [50_000, 50_000],
    [20_001, 60_000],
    [1, 63],
    [1, 63],
    [1, 63],
    [17_000, 68_000],
  ]);
});
