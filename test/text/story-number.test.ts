import { expect, test } from 'vitest';
import { readStoryNumber } from '../../src/text/story-number.ts';

test.each([
  ['2', 2],
  ['٢', 2],
  ['#3', 3],
  ['رقم ٢', 2],
  ['الخبر رقم 12', 12],
  ['الخبر الأول', 1],
  ['الخبر الثاني عشر', 12],
  ['الأولى', 1],
  ['التاني', 2],
  ['القصة الثانية', 2],
  ['ثانية', undefined],
  ['الثامنة', undefined],
  ['الخبر العشرون', 20],
  ['الخبر العاشر', 10],
  ['الحادية عشرة', 11],
  ['الخامس والعشرون', 25],
  ['غرة', undefined],
  ['فاتح', undefined],
  ['the second story', 2],
  ['2nd', 2],
  ['story number one', 1],
  ['First.', 1],
  ['', undefined],
  ['الخبر', undefined],
  ['غدًا', undefined],
  ['1 2', undefined],
  ['-1', undefined],
  ['1234567', undefined],
  ['A380', undefined],
])('%j is the story of number %s', (text, number) => {
  expect(readStoryNumber(text)).toBe(number);
});
