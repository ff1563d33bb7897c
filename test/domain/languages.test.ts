import { expect, test } from 'vitest';
import { spokenOf } from '../../src/app/menu.ts';
import type { Language, Worded } from '../../src/domain/languages.ts';
import { LANGUAGES, wordedIn } from '../../src/domain/languages.ts';
import { catalogueOf } from '../../src/i18n/voice.ts';

test('every language of the list has its catalogue and a name for its button', () => {
  for (const language of LANGUAGES) expect(catalogueOf(language).languageNames[0]).toMatch(/\p{L}/u);
});

test('what a language has no words for is said in English', () => {
  const said: Worded<string> = { ar: 'خبر', en: 'story' };
  expect(wordedIn(said, 'ar')).toBe('خبر');
  expect(wordedIn(said, 'fr' as Language)).toBe('story');
});

test('a command speaks by its own file unless the catalogue names it', () => {
  const entry = {
    name: 'latest',
    description: { ar: 'آخر', en: 'Latest' },
    words: { ar: ['آخر'], en: ['latest'] },
  };
  expect(spokenOf(entry, 'ar')).toEqual({ description: 'آخر', words: ['آخر'] });
});
