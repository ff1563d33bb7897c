import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToLine, htmlToText } from '../../src/feeds/html-text.ts';
import { effort } from '../support/effort.ts';

describe('HTML to text', () => {
  test.each([
    ['paragraphs', '<p>One.</p><p>Two<br>three.</p>tail', 'One.\nTwo\nthree.\ntail'],
    ['list items', '<ul><li>first<li>second</ul>', 'first\nsecond'],
    ['inline tags within a word', 'l<b>ett</b>er', 'letter'],
    ['entities, named and numbered', '<p>a&nbsp;&eacute; &#1605;&#x631; &amp;lt;</p>', 'a é مر &lt;'],
    [
      'what no reader sees',
      '<script>var a="<p>x</p>"</script><style>p{}</style><!-- c --><p>seen</p><noscript>n</noscript>',
      'seen',
    ],
    [
      'hidden elements, nested',
      '<div style="display: none">a<div>b</div>c</div><span hidden>d</span><p>seen</p>',
      'seen',
    ],
    ['tags that are not closed', '<p>One <b>two<p>three', 'One two\nthree'],
    ['CDATA left in HTML', 'a <![CDATA[b]]> c', 'a b c'],
    ['plain text with its lines', 'one\n\ntwo &amp; three', 'one\ntwo & three'],
    ['less-than signs that are no tags', 'a < b & 3 <4', 'a < b & 3 <4'],
    ['Arabic', '<div dir="rtl"><p>أعلنت&nbsp;البلدية</p></div>', 'أعلنت البلدية'],
  ])('%s', (_name, html, text) => {
    expect(htmlToText(html).text).toBe(text);
  });

  test.each([
    'اقرأ أيضاً: افتتاح المكتبة',
    'إقرأ المزيد',
    'شاهد أيضا : الميناء',
    'المصدر: وكالات',
    'تابعنا على تويتر',
    'تابعونا عبر قناتنا',
    'للمزيد: زوروا موقعنا',
    'اشترك في نشرتنا البريدية',
    'Read also: The pier opens',
    'Follow us on Facebook',
    'Subscribe to our newsletter',
    'Continue reading The pier opens →',
    'The post The pier opens appeared first on Sandpiper.',
  ])('a publisher’s furniture goes: %s', (line) => {
    expect(htmlToText(`<p>Kept.</p><p>${line}</p>`).text).toBe('Kept.');
  });

  test.each([
    'المصدر الذي تحدث إلينا رفض ذكر اسمه.',
    'تابعنا العمل عن قرب طوال الأسبوع.',
    'Follow the river to its source.',
    'Related work goes on.',
  ])('a sentence stays: %s', (line) => {
    expect(htmlToText(`<p>${line}</p>`).text).toBe(line);
  });

  test('the first real image, trackers passed over', () => {
    const html =
      '<img src="https://a.example/pixel.gif"><img src="https://a.example/t" width="1" height="1"><img src="data:image/png;base64,x">' +
      '<img class="wp-smiley" src="/s.png"><img data-src="/real.jpg?a=1&amp;b=2" src="/lazy.gif"><img src="/second.jpg">';
    expect(htmlToText(html).image).toBe('/real.jpg?a=1&b=2');
    expect(htmlToText('<p>none</p>')).toEqual({ text: 'none' });
  });

  test('headlines lose their tags and keep their signs', () => {
    expect(htmlToLine('a < b')).toBe('a < b');
    expect(htmlToLine('Array<String> &amp; <i>more</i>')).toContain('& more');
    expect(htmlToLine('Array<String> explained')).toBe('Array<String> explained');
    expect(htmlToLine('<b>ميناء</b>\n  جديد')).toBe('ميناء جديد');
  });

  test('any text gives a text without tags of scripts', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '/', 'p', 'b', ' ', '"', '=', '&', ';', '!', '-', 'script', 'م'),
        }),
        (html) => {
          expect(
            htmlToText(html)
              .text.split('\n')
              .every((line) => line === line.trim()),
          ).toBe(true);
        },
      ),
    );
  });

  test.each([
    ['nested elements', '<div>'],
    ['hidden ones', '<div hidden>'],
    ['open comments', '<!--'],
    ['open CDATA', '<![CDATA['],
    ['ampersands', '&'],
    ['less-than signs', '<'],
    ['open attributes', '<a href="'],
  ])('%s in great number cost no more than their length', (_name, part) => {
    // The best of three: code is compiled and memory collected meanwhile.
    const time = (count: number) => {
      const html = part.repeat(count);
      const once = () => effort(() => htmlToText(html));
      return Math.min(once(), once(), once());
    };
    time(20_000);
    // Eight times the length may take eight times as long; a quadratic reader would take sixty-four times.
    expect(time(160_000)).toBeLessThan(40 * Math.max(time(20_000), 5));
  });
});
