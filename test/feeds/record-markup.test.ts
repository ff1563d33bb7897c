import { expect, test } from 'vitest';
import { withoutMarkup } from '../../src/feeds/record-markup.ts';

test('markup of exports is read away, and text without any stays to the letter', () => {
  expect(
    withoutMarkup({
      id: 7,
      title: '<b>عاجل</b>: المجلس يقرّ الموازنة &amp; يؤجّل <script>alert(1)</script> التصويت',
      body: '<p>أُقرّت الموازنة.</p><p>وتأجّل التصويت.</p>',
    }),
  ).toEqual({
    id: 7,
    title: 'عاجل: المجلس يقرّ الموازنة & يؤجّل التصويت',
    body: 'أُقرّت الموازنة.\nوتأجّل التصويت.',
  });
  const plain = { title: 'الحرارة  دون 5 درجات', body: 'سطر\n\nسطر', related: ['a'] };
  expect(withoutMarkup(plain)).toEqual(plain);
  expect(withoutMarkup({ title: 'a < b and b > c' })).toEqual({ title: 'a < b and b > c' });
  for (const odd of [null, 3, 'text', [1]]) expect(withoutMarkup(odd)).toEqual(odd);
});
