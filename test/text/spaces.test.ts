import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstWords, isSpace, singleSpaced } from '../../src/text/spaces.ts';

const text = fc
  .array(fc.constantFrom('نفط', 'oil', ' ', '  ', '\n', '\t', '\u00a0', '\u3000', '\ufeff', '\u200b'), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));

test('a unit is white space where \\s says so', () => {
  for (let unit = 0; unit <= 0xffff; unit++) {
    if (isSpace(unit) !== /\s/.test(String.fromCharCode(unit))) expect.fail(unit.toString(16));
  }
});

test('a text on one line has its words a single space apart', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(singleSpaced(given)).toBe(given.replace(/\s+/g, ' ').trim());
    }),
  );
});

test('the first words of a text are its beginning, or all of it', () => {
  expect(firstWords('one two\n three', 2)).toBe('one two');
  expect(firstWords('one two', 2)).toBe('one two');
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 6 }), (given, count) => {
      const first = firstWords(given, count);
      expect(given.startsWith(first)).toBe(true);
      expect(first).toBe(
        given
          .split(/(\s+)/)
          .slice(0, 2 * count - 1)
          .join(''),
      );
    }),
  );
});
