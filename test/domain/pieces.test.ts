import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/domain/message.ts';
import { piecesOf } from '../../src/domain/pieces.ts';
import type { RichText } from '../../src/domain/rich-text.ts';
import { isSequence, plainText } from '../../src/domain/rich-text.ts';

const say = (text: RichText): Content => ({ language: 'ar', text });
const plainPieces = (text: RichText) => piecesOf(say(text), 'full').map((piece) => plainText(piece.text));
const bare = (text: string) => text.replace(/\s+/g, '');

function entities(text: RichText): number {
  if (typeof text === 'string') return 0;
  if (isSequence(text)) return text.reduce<number>((sum, part) => sum + entities(part), 0);
  if ('bold' in text) return 1 + entities(text.bold);
  if ('italic' in text) return 1 + entities(text.italic);
  if ('quote' in text) return 1 + entities(text.quote);
  return 'link' in text ? 1 + entities(text.link) : 1;
}

describe('the messages that a text takes', () => {
  test('are one, and the text itself, when it fits', () => {
    const text = ['عنوان', { bold: 'x'.repeat(4091) }];
    expect(piecesOf(say(text), 'full')).toEqual([say(text)]);
  });

  test('are cut between paragraphs, else between lines, else between words', () => {
    const paragraph = 'كلمة '.repeat(500).trim();
    expect(plainPieces([paragraph, '\n\n', paragraph].join(''))).toEqual([paragraph, paragraph]);
    expect(plainPieces([paragraph, '\n', paragraph].join(''))).toEqual([paragraph, paragraph]);
    for (const piece of plainPieces(`${paragraph} ${paragraph}`)) expect(piece).toMatch(/^كلمة.*كلمة$/);
  });

  test('never part a letter that takes two units', () => {
    const text = `${'a'.repeat(4095)}😀${'b'.repeat(10)}`;
    expect(plainPieces(text)).toEqual(['a'.repeat(4095), `😀${'b'.repeat(10)}`]);
  });

  test('carry the formatting that reaches across the cut', () => {
    const words = 'كلمة '.repeat(1000).trim();
    const pieces = piecesOf(
      say([{ bold: [words.slice(0, 100), { link: words.slice(100), url: 'u' }] }]),
      'full',
    );
    expect(pieces).toHaveLength(2);
    expect(JSON.stringify(pieces[1]?.text)).toMatch(/"bold":.*"url":"u"/);
  });

  test('hold a hundred entities each: two hundred links all stay links', () => {
    const links = Array.from(
      { length: 200 },
      (_, at): RichText => [{ link: `خبر ${at}`, url: `https://x.example/${at}` }, '\n'],
    );
    const pieces = piecesOf(say(links), 'full');
    expect(pieces.map((piece) => entities(piece.text))).toEqual([100, 100]);
  });

  test('bear the buttons once, under the last', () => {
    const buttons = [[{ label: 'a', command: 'help' }]];
    const pieces = piecesOf({ ...say('كلمة '.repeat(2000)), buttons }, 'full');
    expect(pieces.map((piece) => piece.buttons)).toEqual([undefined, undefined, buttons]);
  });

  const rich: fc.Arbitrary<RichText> = fc.letrec<{ text: RichText }>((tie) => ({
    text: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 3000 }),
        fc
          .array(fc.constantFrom('كلمة', 'word', '😀', '\n', '\n\n', ' ', 'é'), { maxLength: 1500 })
          .map((w) => w.join(' ')),
      ),
      fc.record({ bold: tie('text') }),
      fc.record({ link: tie('text'), url: fc.constant('https://x.example/') }),
      fc.array(tie('text'), { maxLength: 6 }),
    ),
  })).text;

  test('hold all of it, in order, none too long', () => {
    fc.assert(
      fc.property(
        rich,
        fc.constantFrom('full' as const, 'short' as const, 'plain' as const),
        (text, form) => {
          const pieces = piecesOf(say(text), form);
          expect(bare(pieces.map((piece) => plainText(piece.text)).join(''))).toBe(bare(plainText(text)));
          for (const piece of pieces) {
            const plain = plainText(piece.text);
            expect(plain.length).toBeLessThanOrEqual(form === 'short' ? 2048 : 4096);
            expect(entities(piece.text)).toBeLessThanOrEqual(100);
            expect(plain.isWellFormed()).toBe(true);
            if (pieces.length > 1) expect(plain.trim()).not.toBe('');
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
