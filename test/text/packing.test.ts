import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/text/normalize.ts';
import { firstUnpacked, packed, packedBytes } from '../../src/text/packing.ts';
import { gramWords } from '../../src/text/terms.ts';

/** A match text of words. */
const framed = (words: readonly string[]) => ` ${words.join(' ')} `;

const letter = fc.oneof(
  fc.constantFrom(...'ءآأؤإئابتثجحخدذرزسشصضطظعغفقكلمنهوىيةپچ', ...'abcxyz', ...'0189.', 'é', 'ж', '字', '😀'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);
const text = fc.array(letter, { maxLength: 60 }).map((letters) => letters.join('').toWellFormed());

describe('packing', () => {
  test('there and back is the same text, whatever the script', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(packed(packed(given))).toBe(given);
      }),
    );
  });

  test('an Arabic word takes a byte a letter, and none of them meets another', () => {
    const words = gramWords('استقبل ميناء طنجة ٣٫٥ ملايين حاوية reports say 2.5');
    expect(packedBytes(framed(words))).toHaveLength(framed(words).length);
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [normalize(a), normalize(b)];
        expect(packed(one) === packed(other)).toBe(one === other);
      }),
    );
  });

  test('long texts are packed as short ones are', () => {
    const long = framed(Array<string>(9000).fill('ميناء'));
    expect(packed(packed(long))).toBe(long);
    expect(packed(long)).toBe(framed(Array<string>(9000).fill(packed('ميناء'))));
  });

  test('the first words come back as they were', () => {
    const word = text.map((given) => given.replace(/\s/g, '')).filter((given) => given !== '');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 9 }), fc.nat(12), (words, count) => {
        const whole = words.length === 0 ? '  ' : framed(words);
        expect(firstUnpacked(packedBytes(whole), count)).toEqual(words.slice(0, count));
      }),
    );
  });
});
