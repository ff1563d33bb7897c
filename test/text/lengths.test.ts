import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAt, utf8Bytes } from '../../src/text/lengths.ts';
import { effort } from '../support/effort.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('cutAt', () => {
  test.each([
    ['مرحبا بكم', 9, 'مرحبا بكم'],
    ['مرحبا بكم في الأخبار', 14, 'مرحبا بكم في…'],
    ['مرحبا بكم، في الأخبار', 11, 'مرحبا بكم…'],
    ['supercalifragilistic', 10, 'supercali…'],
    ['a supercalifragilistic', 10, 'a superca…'],
    [FAMILY + FAMILY, 14, `${FAMILY}…`],
    [FAMILY + FAMILY, 11, '…'],
    ['😀😀😀', 4, '😀…'],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    ['سُّعودية', 3, '…'],
    ['hello \u2068abc def\u2069 ghi', 12, 'hello \u2068abc\u2069…'],
    ['hello \u2068abc def\u2069 ghi', 8, 'hello…'],
    ['\u202babc\u2067defghij', 9, '\u202babc\u2067d\u2069\u202c…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
    ['', 0, ''],
  ])('%j, %i: %j', (text, units, expected) => expect(cutAt(text, units)).toBe(expected));

  test('keeps within its room and cuts no character or isolate in two', () => {
    const unit = fc.oneof(
      fc.constantFrom('\u2068', '\u2069', '\u2067', '\n', ' ', 'كلمة', 'word', FAMILY, '🇪🇬', 'ُّ'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), fc.nat(80), (parts, units) => {
        const text = parts.join('');
        const cut = cutAt(text, units);
        expect(cut.length).toBeLessThanOrEqual(units);
        if (cut === text || cut === '') return;
        expect(cut.endsWith('…')).toBe(true);
        expect(cut.isWellFormed()).toBe(true);
        const body = cut.replace(/[\u2069\u202c]*…$/, '');
        expect(text.startsWith(body)).toBe(true);
        let depth = 0;
        for (const [control] of cut.matchAll(/[\u2066-\u2069\n]/g)) {
          depth = control === '\n' ? 0 : Math.max(0, depth + (control === '\u2069' ? -1 : 1));
        }
        expect(depth).toBe(0);
        expect(cut.split(FAMILY).join('')).not.toContain('\u200d');
      }),
      { numRuns: 1000 },
    );
  });

  test('any text is cut without half a pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), (text, units) => {
        expect(cutAt(text, units).length).toBeLessThanOrEqual(units);
        expect(cutAt(text, units).isWellFormed()).toBe(true);
      }),
    );
  });

  test('long texts are cut quickly', () => {
    const texts = [
      'ب'.repeat(100_000),
      'a\u0301'.repeat(50_000),
      '\u2068'.repeat(100_000),
      `a${'\u0301'.repeat(99_999)}`,
    ];
    expect(effort(() => texts.map((text) => cutAt(text, 4000)))).toBeLessThan(2000);
    for (const text of texts) expect(cutAt(text, 4000).length).toBeLessThanOrEqual(4000);
  });
});

describe('utf8Bytes', () => {
  test('counts as an encoder does', () => {
    expect(utf8Bytes('a£س😀')).toBe(1 + 2 + 2 + 4);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud800', '\udc00'), (text, odd) => {
        expect(utf8Bytes(text + odd)).toBe(new TextEncoder().encode(text + odd).length);
      }),
    );
  });
});
