import { describe, expect, test } from 'vitest';
import { isTeaser, tellsMore } from '../../src/domain/full-text.ts';

const title = 'قطار جديد يصل إلى الجبل';
const teaser = 'وصل القطار الجديد إلى محطة الجبل صباح اليوم وركبه السكان.';
const whole = `${teaser} وقال السائق إن الرحلة الأولى كانت هادئة، وإن الركاب صفّقوا عند الوصول إلى المحطة.`;

describe('a page tells more than a feed', () => {
  test('when it is longer and made of the same words', () => {
    expect(tellsMore(whole, { title, body: '', summary: teaser })).toBe(true);
    expect(tellsMore(whole, { title, body: teaser })).toBe(true);
    expect(tellsMore(whole, { title, body: '' })).toBe(true);
  });

  test('not when it is shorter than what is known, or the same', () => {
    expect(tellsMore(teaser, { title, body: whole })).toBe(false);
    expect(tellsMore(whole, { title, body: whole })).toBe(false);
  });

  test('not when it speaks of something else', () => {
    const notice = 'يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتك، ويرجى قبولها للمتابعة. '.repeat(5);
    expect(tellsMore(notice, { title, body: '', summary: teaser })).toBe(false);
  });
});

test('a text of some length is the article and no teaser', () => {
  expect(isTeaser({ body: '', summary: teaser })).toBe(true);
  expect(isTeaser({ body: whole.repeat(20) })).toBe(false);
});
