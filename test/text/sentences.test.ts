import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropCutTail, isWholeSentence, sentences } from '../../src/text/sentences.ts';
import { effort } from '../support/effort.ts';

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['وصل الوفد. غادر الوزير! هل يعود؟ ربما…', ['وصل الوفد.', 'غادر الوزير!', 'هل يعود؟', 'ربما…']],
    [
      'قال د. أحمد و أ. سمير وم. ليلى إن النسبة 3.5 في المئة. انتهى.',
      ['قال د. أحمد و أ. سمير وم. ليلى إن النسبة 3.5 في المئة.', 'انتهى.'],
    ],
    [
      'شمل القرار كل بلد. ولم يصدر أمر له. ومضى الولد. لا بد. من أمر لك. ثم وقف.',
      ['شمل القرار كل بلد.', 'ولم يصدر أمر له.', 'ومضى الولد.', 'لا بد.', 'من أمر لك.', 'ثم وقف.'],
    ],
    ['سلّم الجائزة للد. هند وأ. سمير. صفقوا.', ['سلّم الجائزة للد. هند وأ. سمير.', 'صفقوا.']],
    [
      'It is rich in vitamin C. The doctor left plan B. Then B. I. Green and J. A. Stone came.',
      ['It is rich in vitamin C.', 'The doctor left plan B.', 'Then B. I. Green and J. A. Stone came.'],
    ],
    ['التقى الد. سالم بالوفد. ثم غادر.', ['التقى الد. سالم بالوفد.', 'ثم غادر.']],
    ['بلغت ٣.٥ مليون. زادت.', ['بلغت ٣.٥ مليون.', 'زادت.']],
    ['قال: «لن نتراجع. سنواصل العمل». ثم غادر.', ['قال: «لن نتراجع. سنواصل العمل».', 'ثم غادر.']],
    ['وقال: "انتهى الأمر. لا عودة." وغادر.', ['وقال: "انتهى الأمر. لا عودة."', 'وغادر.']],
    [
      'Mr. Smith met J. K. Rowling in the U.S. Senate. He left at 5 p.m. He slept.',
      ['Mr. Smith met J. K. Rowling in the U.S. Senate.', 'He left at 5 p.m.', 'He slept.'],
    ],
    [
      'Gen. Park spoke to Dr. Lee vs. Prof. Kim. “We go. Now,” he said. Done.',
      ['Gen. Park spoke to Dr. Lee vs. Prof. Kim.', '“We go. Now,” he said.', 'Done.'],
    ],
    ['عنوان بلا نقطة\nفقرة أولى. جملة.\r\n\n  \nأخيرة', ['عنوان بلا نقطة', 'فقرة أولى.', 'جملة.', 'أخيرة']],
    ['', []],
    [' \n ', []],
  ])('%j', (text, expected) => expect(sentences(text)).toEqual(expected));

  test('a line end closes a sentence even inside a quotation', () => {
    expect(sentences('قال: «نعم.\nلا».')).toEqual(['قال: «نعم.', 'لا».']);
  });

  test('a quotation mark that is never closed swallows nothing', () => {
    const sentence = 'هذه جملة عادية من جمل الخبر الطويل جدا. ';
    expect(sentences(`قال: "${sentence.repeat(30)}`).length).toBe(30);
    expect(sentences(`«${sentence.repeat(30)}»`).length).toBeGreaterThan(25);
  });

  test('nothing but white space is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab دم.!؟"«»\n3.'), maxLength: 200 }), (text) => {
        expect(sentences(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const sentence of sentences(text)) expect(sentence.trim()).toBe(sentence);
      }),
      { numRuns: 1000 },
    );
  });

  test('a hundred thousand units are read quickly', () => {
    const texts = ['ب'.repeat(100_000), '"a. '.repeat(25_000), 'د. '.repeat(33_000), '. '.repeat(50_000)];
    expect(effort(() => texts.map(sentences))).toBeLessThan(3000);
  });
});

describe('isWholeSentence', () => {
  test.each([
    'انتهى.',
    'هل؟',
    'Stop!',
    'ثم…',
    'قال: «نعم.»',
    'He said “no.”',
    '(انتهى.)',
    'وقال "لا عودة"',
    'قال «نعم»',
    'done. \n',
    'تم.\u2069',
  ])('%j is whole', (text) => expect(isWholeSentence(text)).toBe(true));
  test.each(['في كوريا الجنو', 'said the', 'وقال "لا', 'قال: «نعم', 'المصدر:', '"', '', 'بين (قوسين)'])(
    '%j is not',
    (text) => expect(isWholeSentence(text)).toBe(false),
  );
});

describe('dropCutTail', () => {
  test.each([
    ['وصل الوفد. وغادر إلى كوريا الجنو', 'وصل الوفد.', true],
    ['فقرة أولى.\nفقرة مقطو', 'فقرة أولى.', true],
    ['فقرة أولى.\n\nثانية. ثالثة مقط\n', 'فقرة أولى.\n\nثانية.', true],
    ['كلها مقطوع', '', true],
    ['كل شيء تام.', 'كل شيء تام.', false],
    ['كل شيء تام.\n', 'كل شيء تام.\n', false],
    ['قال "انتهى الأمر"', 'قال "انتهى الأمر"', false],
    ['عنوان\nمتن الخبر تام.', 'عنوان\nمتن الخبر تام.', false],
    ['قال الوزير: «لن نعود. سنم', 'قال الوزير: «لن نعود.', true],
    ['', '', false],
  ])('%j', (text, kept, cut) => expect(dropCutTail(text)).toEqual({ text: kept, cut }));

  test('a hundred thousand units of one line are read quickly', () => {
    expect(effort(() => dropCutTail(`${'خبر '.repeat(25_000)}\nمقطو`))).toBeLessThan(1000);
  });

  test('what is left is a beginning of the text, and dropping twice ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab د.!"«»\n ') }), (text) => {
        const { text: left, cut } = dropCutTail(text);
        expect(text.startsWith(left)).toBe(true);
        expect(cut).toBe(left !== text);
      }),
      { numRuns: 1000 },
    );
  });
});
