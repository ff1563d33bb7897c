import { expect, test } from 'vitest';
import { draft } from '../support/articles.ts';

test.each([
  ['ar', 'ar'],
  ['ar-EG', 'ar'],
  ['en_US', 'en'],
  ['ara', 'ar'],
  ['eng', 'en'],
  ['fas', 'fa'],
  // Said to be unknown, or in words: the text tells.
  ['und', 'ar'],
  ['Arabic', 'ar'],
])('an article that says its language is %s is kept as %s', (language, kept) => {
  expect(draft({ language }).language).toBe(kept);
});
