import { expect, test } from 'vitest';
import { storyAccountText } from '../../src/app/ledger-view.ts';
import { voiceOf } from '../../src/i18n/voice.ts';
import { MORNING } from '../support/articles.ts';

const voice = voiceOf('en', { timeZone: 'UTC', digits: 'latin' });
const hit = { chatId: 1, followId: 1, storyId: 2, at: MORNING };

test('a followed story that found no room in its edition is not said to have come', () => {
  const merged = { hit: { ...hit, state: 'merged' as const } };
  const told = {
    date: '2024-01-26',
    time: '09:00',
    verdict: 'on-time' as const,
    at: MORNING,
    developed: false,
  };
  const came = /You got this story/;
  expect(storyAccountText({ hit: merged, left: 'room' }, [], voice)).not.toMatch(came);
  expect(storyAccountText({ hit: merged, left: 'room' }, [], voice)).toMatch(/No room/);
  expect(storyAccountText({ hit: merged }, [], voice)).not.toMatch(came);
  expect(storyAccountText({ hit: merged, told }, [], voice)).toMatch(came);
  expect(storyAccountText({ hit: { hit: { ...hit, state: 'sent' } } }, [], voice)).toMatch(came);
});
