import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize } from '../../src/text/normalize.ts';
import { scanWords } from '../../src/text/word-scan.ts';

/** What a word is, said by one pattern over the normalised text. */
const WORD =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\p{L}\p{N}])|(?<!\d\.)\d+\.\d+(?!\.?[\p{L}\p{N}])|[\u0620-\u063F\u0641-\u064A\u066E-\u06D3\u06FA-\u06FF\u0750-\u077F]+|[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*/gu;

function byPattern(text: string): string[] {
  return [...normalize(text).matchAll(WORD)].map(([run]) =>
    run
      .replaceAll(',', '')
      .replace(/['’ʼ]s$/, '')
      .replace(/['’ʼ]/g, ''),
  );
}

const PIECES = [
  ...['قال', 'الرئيسُ', 'كتـاب', 'عربي\u0768', '\u0651', 'و', '\u200c', '\u200f', 'ﻻ', 'ک'],
  ...['The', 'players', 'covid', "'", '’', 's', 'é', 'ß', 'ไ', '中', '𠀀', '\ud800', '😀'],
  ...['1', '1,200', '2.5', '٣', '٬', ',000', '.', '…', '-', ' ', '  ', '\n', '\u00a0', '\u2028', '،', '«'],
];
const mixed = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 25 })
  .map((pieces) => pieces.join(''))
  // A word is cut at 64 units, which terms.test.ts shows.
  .filter((text) => byPattern(text).every((word) => word.length <= 64));

test('words found unit by unit are those that the pattern finds in the normalised text', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      expect(scanWords(text).map(({ word }) => word)).toEqual(byPattern(text));
    }),
    { numRuns: 500 },
  );
});
