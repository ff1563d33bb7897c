import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/feeds/decode.ts';
import { draftPage } from '../../src/feeds/page-drafts.ts';
import { readPageText } from '../../src/feeds/page-text.ts';
import { readDate } from '../../src/text/dates.ts';
import { encode } from '../support/code-pages.ts';

const TRAM = readFileSync(new URL('../fixtures/pages/tram.txt', import.meta.url), 'utf8');
const page = (...lines: string[]) => lines.join('\n');
const dayOf = (text: string | undefined) =>
  text ? new Date(readDate(text)?.at ?? Number.NaN).toISOString().slice(0, 10) : undefined;

describe('a page as aggregators save it', () => {
  const [main, beside, ...others] = readPageText(TRAM);

  test('gives its own article and the one under "read also"', () => {
    expect(others).toEqual([]);
    expect(main).toMatchObject({
      line: 1,
      title: 'افتتاح خط الترام الساحلي بين الميناء والجامعة',
      source: { name: 'قنديل المرفأ' },
      cut: false,
    });
    expect(dayOf(main?.publishedAt)).toBe('2024-01-26');
    expect(main?.body.split('\n')).toHaveLength(8);
    expect(main?.body).toContain('المصدر الوحيد لتمويل المشروع كان صندوق المدينة');
    expect(main?.body).not.toMatch(/تاريخ النشر|قنديل المرفأ|إقرأ/);
  });

  test('leaves the second undated and drops the sentence that the file cuts off', () => {
    expect(beside).toMatchObject({
      line: 13,
      title: 'حافلات كهربائية تصل إلى الأحياء الجبلية قبل الشتاء',
      cut: true,
    });
    expect(beside?.publishedAt).toBeUndefined();
    expect(beside?.source).toBeUndefined();
    expect(beside?.body.split('\n')).toHaveLength(2);
    expect(beside?.body).not.toContain('الغي');
  });

  test('links the second to the first', () => {
    const drafts = draftPage(readPageText(TRAM)).flatMap((each) => ('draft' in each ? [each.draft] : []));
    expect(drafts.map((draft) => draft.related)).toEqual([[drafts[1]?.key], []]);
    expect(drafts[0]).toMatchObject({ publishedAt: Date.UTC(2024, 0, 26), precision: 'day', language: 'ar' });
    expect(drafts[1]).not.toHaveProperty('publishedAt');
  });

  test.each([
    ['windows-1256', encode(TRAM, 'windows-1256')],
    ['CRLF line ends', new TextEncoder().encode(TRAM.replaceAll('\n', '\r\n'))],
    ['a byte order mark', new TextEncoder().encode(`\uFEFF${TRAM}`)],
    ['blank lines and hard spaces', new TextEncoder().encode(TRAM.replaceAll('\n', '\u00A0\n\n \u200F'))],
  ])('reads the same from %s', (_name, bytes) => {
    const strip = (articles: ReturnType<typeof readPageText>) => articles.map(({ line: _, ...rest }) => rest);
    expect(strip(readPageText(decode(bytes)))).toEqual(strip([main, beside].flatMap((each) => each ?? [])));
  });
});

describe('labels in their many spellings', () => {
  test.each([
    'تاريخ النشر: 26 يناير 2024',
    'تاريخ النشر : 26 يناير 2024',
    'تاريخ النشر：26/01/2024',
    'تَارِيخ النَّشْر: ٢٦ كانون الثاني ٢٠٢٤',
    'نشر في: 26 يناير 2024',
    'نشر في 26 يناير 2024',
    'نُشر: 26 يناير 2024',
    'التاريخ: 26 يناير/ كانون الثاني 2024',
    'تاريخ النشر: 26 يناير 2024 | آخر تحديث: 27 يناير 2024',
    'Published: 26 January 2024',
    'PUBLISHED ON January 26, 2024',
    'Date: 2024-01-26',
    '26 يناير 2024',
  ])('a date line: %s', (line) => {
    const [article] = readPageText(page('عنوان الخبر', line, 'نص الخبر في جملة كاملة.'));
    expect(dayOf(article?.publishedAt)).toBe('2024-01-26');
    expect(article?.body).toBe('نص الخبر في جملة كاملة.');
  });

  test('a date in figures puts the day first on an Arabic page', () => {
    const [article] = readPageText(page('عنوان الخبر', 'تاريخ النشر: 03/04/2024', 'نص الخبر.'));
    expect(dayOf(article?.publishedAt)).toBe('2024-04-03');
  });

  test('a date on the line after its label, and one that cannot be read', () => {
    const [split] = readPageText(page('عنوان', 'تاريخ النشر:', '26 يناير 2024', 'نص الخبر.'));
    expect(dayOf(split?.publishedAt)).toBe('2024-01-26');
    const [unknown] = readPageText(page('عنوان', 'تاريخ النشر: منذ ساعتين', 'نص الخبر.'));
    expect(unknown).toMatchObject({ title: 'عنوان', body: 'نص الخبر.' });
    expect(unknown?.publishedAt).toBeUndefined();
  });

  test.each([
    ['المصدر: مرفأ', 'مرفأ'],
    ['المصدر : مرفأ', 'مرفأ'],
    ['الـمصدر: مرفأ', 'مرفأ'],
    ['المصادر: مرفأ + وكالات', 'مرفأ + وكالات'],
    ['Source: Sandpiper', 'Sandpiper'],
    ['SOURCE: Sandpiper.', 'Sandpiper'],
    ['المصدر:\nمرفأ', 'مرفأ'],
    ['المصدر: https://www.sandpiper.example/news/1', 'sandpiper.example'],
  ])('a source line: %s', (line, name) => {
    const [article] = readPageText(page('عنوان', 'نص الخبر.', line));
    expect(article?.source?.name).toBe(name);
    expect(article?.body).toBe('نص الخبر.');
  });

  test.each([
    'إقرأ أيضاً:',
    'اقرأ أيضا',
    'اقرأ أيضًا :',
    'إقرأ المزيد:',
    'اقرا ايضا:',
    'شاهد أيضاً:',
    'قد يهمك:',
    'Read also:',
    'READ ALSO',
    'See also:',
    'Read more:',
    '** إقرأ أيضاً **',
    '- اقرأ أيضاً:',
  ])('a "read also" line: %s', (line) => {
    const articles = readPageText(page('عنوان', 'نص الخبر.', line, 'عنوان آخر', 'نص آخر.'));
    expect(articles.map(({ title, body }) => [title, body])).toEqual([
      ['عنوان', 'نص الخبر.'],
      ['عنوان آخر', 'نص آخر.'],
    ]);
  });

  test('a headline beside the "read also" label', () => {
    const articles = readPageText(page('عنوان', 'نص الخبر.', 'اقرأ أيضاً: عنوان آخر', 'نص آخر.'));
    expect(articles.map(({ title, line }) => [title, line])).toEqual([
      ['عنوان', 1],
      ['عنوان آخر', 3],
    ]);
  });

  test('paragraphs that only begin like labels are paragraphs', () => {
    const lines = [
      'المصدر الذي تحدث إلى الصحيفة طلب عدم ذكر اسمه.',
      'المصدر: قال مسؤول في البلدية إن العمل سيستمر حتى نهاية الشهر المقبل على الأقل، وإن الميزانية كافية.',
      'تاريخ النشر ليس معروفاً بدقة، كما يقول المؤرخون.',
      'اقرأ أيضاً في هذا الباب كتاب المدينة القديمة.',
      'Read more books, the minister told pupils.',
      'Source code of the program was published on Friday.',
    ];
    const [article, ...others] = readPageText(page('عنوان', ...lines));
    expect(others).toEqual([]);
    expect(article?.body.split('\n')).toEqual(lines);
    expect(article).not.toHaveProperty('source');
    expect(article).not.toHaveProperty('publishedAt');
  });
});

describe('pages of other shapes', () => {
  test('two "read also" blocks, each an article; both related to the first', () => {
    const text = page(
      'أول',
      'نص أول.',
      'المصدر: مرفأ',
      'إقرأ أيضاً:',
      'ثان',
      'تاريخ النشر: 3 مارس 2024',
      'نص ثان',
      'إقرأ أيضاً:',
      'ثالث',
      'نص ثالث. وجملة مقطوعة في منتص',
    );
    const articles = readPageText(text);
    expect(articles.map(({ title, body, cut }) => [title, body, cut])).toEqual([
      ['أول', 'نص أول.', false],
      ['ثان', 'نص ثان', false],
      ['ثالث', 'نص ثالث.', true],
    ]);
    expect(articles.map(({ publishedAt }) => dayOf(publishedAt))).toEqual([
      undefined,
      '2024-03-03',
      undefined,
    ]);
    const [first] = draftPage(articles);
    expect(first && 'draft' in first && first.draft.related).toHaveLength(2);
  });

  test('an English page', () => {
    const text = page(
      'Tram opens',
      'Published: 26 January 2024',
      'The tram opened on Friday.',
      'Source: Sandpiper',
      'Read also:',
      'Buses arrive',
      'They came early. They are ele',
    );
    expect(readPageText(text)).toEqual([
      {
        line: 1,
        title: 'Tram opens',
        publishedAt: '26 January 2024',
        body: 'The tram opened on Friday.',
        source: { name: 'Sandpiper' },
        cut: false,
      },
      { line: 6, title: 'Buses arrive', body: 'They came early.', cut: true },
    ]);
  });

  test('of a block whose only sentence is cut, the headline stays', () => {
    const drafts = draftPage(
      readPageText(
        page('أول', 'نص أول.', 'المصدر: مرفأ', 'إقرأ أيضاً:', 'عنوان الخبر الثاني كاملاً', 'جملة وحيدة لم تنت'),
      ),
    );
    expect(drafts[1]).toMatchObject({ draft: { title: 'عنوان الخبر الثاني كاملاً', body: '', cut: true } });
  });

  test('a headline in which the file ends loses its half word', () => {
    const articles = readPageText(page('أول', 'نص أول.', 'إقرأ أيضاً:', 'وزيرة النقل تعلن موعد افت'));
    expect(articles[1]).toMatchObject({ title: 'وزيرة النقل تعلن موعد…', body: '', cut: true });
    expect(draftPage(readPageText(page('أول', 'نص أول.', 'إقرأ أيضاً:', 'وزي')))[1]).toEqual({
      line: 4,
      fault: 'title: the file ends in the middle of it',
    });
  });

  test('headlines alone under "read also" are articles, on the page itself they are none', () => {
    const drafts = draftPage(
      readPageText(page('أول', 'نص أول.', 'إقرأ أيضاً:', 'عنوان ثان', 'إقرأ أيضاً:', 'عنوان ثالث', '')),
    );
    expect(drafts.map((each) => 'draft' in each && [each.draft.title, each.draft.cut])).toEqual([
      ['أول', false],
      ['عنوان ثان', false],
      ['عنوان ثالث', true],
    ]);
  });

  test('a headline without a text is no article, and nothing gives nothing', () => {
    expect(draftPage(readPageText('عنوان وحيد\nالمصدر: مرفأ\n'))).toEqual([
      { line: 1, fault: 'body: needs a body or a summary' },
    ]);
    expect(readPageText(' \n\r\n\uFEFF')).toEqual([]);
  });
});
