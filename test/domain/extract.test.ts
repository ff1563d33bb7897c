import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/domain/extract.ts';
import { tellingSentences } from '../../src/domain/telling-sentences.ts';

const TEXT = 'افتُتحت المكتبة صباح اليوم. وحضر الافتتاح سكان الحي كلّهم تقريبًا. وستبقى مفتوحة حتى المساء.';

describe('an extract by words', () => {
  test('is the first whole sentences, near the limit and never none', () => {
    expect(extract(TEXT, { words: 1 })).toEqual(['افتُتحت المكتبة صباح اليوم.']);
    expect(extract(TEXT, { words: 9 })).toHaveLength(2);
    expect(extract(TEXT, { words: 99 })).toHaveLength(3);
    expect(extract('', { words: 10 })).toEqual([]);
  });

  test('never takes a sentence that breaks off', () => {
    expect(extract(`${TEXT} وقال المدير إن الكت`, { words: 99 })).toHaveLength(3);
    expect(extract('جملة وحيدة بلا نقطة', { words: 99 })).toEqual(['جملة وحيدة بلا نقطة']);
    expect(extract('جملة وحيدة بلا نق', { words: 99 }, { cut: true })).toEqual([]);
    expect(extract('The ferry sailed on Monday. The harbour master said that…', { words: 99 })).toEqual([
      'The ferry sailed on Monday.',
    ]);
    expect(extract('The ferry sailed on Monday after [...]', { words: 99 })).toEqual([]);
  });

  test.each([
    'Subscribers to the harbour library rose by five hundred.',
    'Writing by hand helps children remember, a study says.',
    'Follow US warships no further, the harbour master told the crews.',
    'للمزيد من الأمان ركّبت البلدية مصابيح على الجسر.',
  ])('begins with news that only sounds like what stands around it: %s', (sentence) => {
    expect(extract(`${sentence} The crews agreed.`, { sentences: 1 })).toEqual([sentence]);
  });

  test.each([
    'Subscribe to our letter.',
    '(Reporting by Jane Roe; writing by John Doe.)',
    'Follow us on the web.',
    'FOLLOW US NOW.',
    'للمزيد من التفاصيل زوروا موقعنا.',
    'للمزيد حول الموضوع.',
  ])('takes nothing of what stands around news: %s', (sentence) => {
    expect(extract(`${sentence} The crews agreed.`, { sentences: 1 })).toEqual(['The crews agreed.']);
  });

  test('a sentence far from the subject makes way for one just behind the lead', () => {
    const text = [
      'أعلنت بلدية الميناء افتتاح جسر الصيادين بعد ترميم دام ثلاثة أعوام.',
      'وشمل ترميم جسر الصيادين أعمدته وأرضيته ومصابيحه.',
      'وكان الطقس لطيفًا.',
      'وقالت بلدية الميناء إن ترميم الجسر جرى من غير أن يتوقف عمل الصيادين.',
      'وباع رجل بالونات ملوّنة.',
      'وغنّى أطفال.',
    ].join(' ');
    const taken = extract(text, { words: 25 }, { title: 'جسر الصيادين يُفتح بعد ترميم' });
    expect(taken[0]).toContain('أعلنت بلدية الميناء');
    expect(taken.join(' ')).toContain('من غير أن يتوقف');
    expect(taken.join(' ')).not.toContain('لطيفًا');
  });
});

describe('an extract by room', () => {
  test('is whole sentences that fit, or nothing', () => {
    expect(extract(TEXT, { units: 30 })).toEqual(['افتُتحت المكتبة صباح اليوم.']);
    expect(extract(TEXT, { units: 500, sentences: 2 })).toHaveLength(2);
    expect(extract(TEXT, { units: 10 })).toEqual([]);
    expect(extract(`${'كلمة '.repeat(80)}طويلة. والجملة الثانية قصيرة.`, { units: 60 })).toEqual([
      'والجملة الثانية قصيرة.',
    ]);
  });

  test('skips what belongs to the page', () => {
    const text = [
      'اقرأ أيضاً: مكتبات أخرى في المدينة.',
      'CAIRO (Harbour Wire) — The library opened on Monday.',
      'Photo: the reading room.',
      'Sign up for our newsletter.',
      'It has 40 seats.',
      'All rights reserved.',
    ].join('\n');
    expect(extract(text, { units: 300, sentences: 3 })).toEqual([
      'The library opened on Monday.',
      'It has 40 seats.',
    ]);
  });

  test('keeps a quotation whole and leaves alone one that never closes', () => {
    const quoted = '«سنعود. نعم سنعود غدًا». هكذا قال الربّان للصحافيين في المرفأ.';
    expect(extract(quoted, { units: 300, sentences: 1 })).toEqual(['«سنعود. نعم سنعود غدًا».']);
    expect(extract('قال الربّان: «سنعود غدًا. ثم صعد إلى سفينته.', { units: 300 }).join(' ')).not.toContain(
      '«',
    );
  });

  test.each([
    'By then the sign had been up for hours.',
    'At the same time the fares were cut.',
    'وبعد ذلك رفع العمّال اللافتة فوق الباب.',
    'وعندها كانت اللافتة قد رُفعت فوق الباب.',
    'ثم رفع العمّال اللافتة فوق الباب.',
  ])('“%s” leans on what stands before it', (sentence) => {
    const [, second] = tellingSentences(`The council opened a hall on Friday. ${sentence}`);
    expect(second).toEqual(expect.objectContaining({ text: sentence, leans: true }));
  });

  test('leaves out a sentence that leans on one left out', () => {
    const text = `The ferry sailed on Monday. ${'The harbour master of the northern islands spoke '.repeat(9)}. He was glad.`;
    expect(extract(text, { units: 120, sentences: 3 })).toEqual(['The ferry sailed on Monday.']);
  });

  test('holds for any text: never over the room, every sentence the article’s own', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'قال الوزير إن العمل بدأ.',
        'He left.',
        '«لن نعود',
        'اقرأ أيضاً: خبر',
        '...',
        'a…',
        '\n',
        '"x."',
      ),
      fc.string({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 0, max: 300 }), (pieces, units) => {
        const text = pieces.join(' ');
        const taken = extract(text, { units, sentences: 3 });
        expect(taken.join(' ').length).toBeLessThanOrEqual(Math.max(0, units));
        expect(taken.length).toBeLessThanOrEqual(3);
        for (const sentence of taken) expect(text).toContain(sentence);
      }),
    );
  });
});
