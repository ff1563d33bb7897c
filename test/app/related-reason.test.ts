/** What a reader is told of why a story stands beside another. */
import { expect, test } from 'vitest';
import { relatedReason } from '../../src/app/related-reason.ts';
import { voiceOf } from '../../src/i18n/voice.ts';
import { head, storyOf } from '../support/heads.ts';

const english = voiceOf('en', { timeZone: 'UTC', digits: 'latin' });
const of = (id: number, title: string) => storyOf(id, head(id, { title, language: 'en' }));

test.each([
  [
    'New tram cuts a 70-minute commute',
    'Twenty-minute nap halves mistakes on night shift',
    'Their texts are alike',
  ],
  ['New tram cuts a 70-minute commute', 'New library opens its first hall', 'Their texts are alike'],
  ['أولى رحلات الترام الجديد', 'القمر يرسل أولى إشاراته', 'Their texts are alike'],
  ['New tram cuts a 70-minute commute', 'Commute by bicycle doubles in a year', 'In common: Commute'],
])('%s, %s: %s', (title, other, told) => {
  const related = { story: of(2, other), reason: { kind: 'alike' as const, score: 0.6, names: [] } };
  expect(relatedReason(of(1, title), related, english)?.replace(/[\u2066-\u2069]/g, '')).toBe(told);
});

test('a story that is hardly alike and shares nothing that can be told is no answer', () => {
  const title = 'New tram cuts a 70-minute commute';
  const beside = (other: string) => {
    const reason = { kind: 'alike' as const, score: 0.36, names: [] };
    return relatedReason(of(1, title), { story: of(2, other), reason }, english);
  };
  expect(beside('Twenty-minute nap halves mistakes on night shift')).toBeUndefined();
  expect(beside('Commute by bicycle doubles in a year')).toMatch(/^In common: /);
});
