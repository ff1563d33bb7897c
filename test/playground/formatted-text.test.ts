import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectEntities } from '../../src/playground/entity-detection.ts';
import { formatText } from '../../src/playground/formatted-text.ts';
import type { Entity } from '../../src/playground/shapes.ts';

const bold = (offset: number, length: number): Entity => ({ type: 'bold', offset, length });
const html = (text: string) => formatText({ text, parseMode: 'HTML', detect: false });

describe('entities', () => {
  test('white space around a text goes and entities move along', () => {
    expect(formatText({ text: '  \nخبر عاجل \n', entities: [bold(0, 6)] })).toEqual({
      text: 'خبر عاجل',
      entities: [bold(0, 3)],
    });
  });

  test('bidi embeddings and carriage returns go, isolates stay', () => {
    const text = '\u202bأ\u202c\r\n\u2068BBC\u2069 1';
    expect(formatText({ text, entities: [bold(5, 5)] })).toEqual({
      text: 'أ\n\u2068BBC\u2069 1',
      entities: [bold(2, 5)],
    });
  });

  test('half a character is refused, a whole one is not', () => {
    expect(() => formatText({ text: 'a 😀'.slice(0, 3) })).toThrow(
      'Bad Request: strings must be encoded in UTF-8',
    );
    expect(formatText({ text: 'a 😀' }).text).toBe('a 😀');
  });

  test('of direction marks in a row the last remains', () => {
    expect(formatText({ text: 'a\u200f\u200fb' }).text).toBe('a\u200c\u200fb');
  });

  test('a hundred are kept, in order', () => {
    const entities = Array.from({ length: 120 }, (_, index) => bold(2 * (119 - index), 1));
    const kept = formatText({ text: 'a '.repeat(120), entities }).entities;
    expect(kept).toHaveLength(100);
    expect(kept.at(-1)).toEqual(bold(198, 1));
  });

  test('what is inside code is dropped, and so is what covers only blanks', () => {
    const entities = [{ type: 'code', offset: 0, length: 4 }, bold(1, 1), bold(4, 1)];
    expect(formatText({ text: 'abcd efg', entities }).entities).toEqual([
      { type: 'code', offset: 0, length: 4 },
    ]);
  });

  test.each<[Entity[], string]>([
    [[bold(9, 1)], 'entity begins after the end of the text at UTF-16 offset 9'],
    [[bold(0, 9)], 'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9'],
    [
      [bold(0, 3), bold(2, 3)],
      'entity beginning at UTF-16 offset 2 ends after the end of the text at UTF-16 offset 5',
    ],
    [[bold(1, 2)], 'entity begins in a middle of a UTF-16 symbol at byte offset 0'],
    [
      [bold(0, 1)],
      'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 0',
    ],
    [[{ type: 'shiny', offset: 0, length: 2 }], "can't parse MessageEntity: Unsupported type specified"],
    [[{ type: 'text_link', offset: 0, length: 2 }], `can't parse MessageEntity: Can't find field "url"`],
    [
      [{ type: 'text_link', offset: 0, length: 2, url: 'http://localhost/x' }],
      "entity URL 'http://localhost/x' is invalid: Wrong HTTP URL",
    ],
    [
      [{ type: 'date_time', offset: 0, length: 2 }],
      `can't parse MessageEntity: Can't find field "unix_time"`,
    ],
    [
      [{ type: 'date_time', offset: 0, length: 2, unix_time: 1e15 }],
      `can't parse MessageEntity: Can't parse as an integer string "1000000000000000"`,
    ],
    [
      [{ type: 'date_time', offset: 0, length: 2, unix_time: 1.5 }],
      `can't parse MessageEntity: Can't parse as an integer string "1.5"`,
    ],
  ])('%j is refused', (entities, reason) => {
    expect(() => formatText({ text: '😀abcd', entities })).toThrow(`Bad Request: ${reason}`);
  });

  test('whatever is kept lies inside the text and overlaps only by nesting', () => {
    const entity = fc.record({
      type: fc.constantFrom('bold', 'italic', 'code', 'url', 'spoiler'),
      offset: fc.nat(30),
      length: fc.nat(30),
    });
    const text = fc.string({
      unit: fc.constantFrom('a', 'ب', ' ', '\n', '@abc', '/go', '\r', '\u202b', '😀'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, fc.array(entity, { maxLength: 4 }), (given, entities) => {
        let result: ReturnType<typeof formatText>;
        try {
          result = formatText({ text: given, entities });
        } catch (error) {
          return error instanceof Error && error.message.startsWith('Bad Request: entity beg');
        }
        const inside = result.entities.every(
          ({ offset, length }) => offset >= 0 && length > 0 && offset + length <= result.text.length,
        );
        const nested = result.entities.every((a) =>
          result.entities.every((b) => {
            const [endA, endB] = [a.offset + a.length, b.offset + b.length];
            const apart = endA <= b.offset || endB <= a.offset;
            return apart || (a.offset <= b.offset && endB <= endA) || (b.offset <= a.offset && endA <= endB);
          }),
        );
        return inside && nested && result.text === result.text.replace(/^[ \n]+|[ \n]+$/g, '');
      }),
      { numRuns: 500 },
    );
  });
});

describe('what Telegram finds by itself', () => {
  test.each<[string, string[]]>([
    ['/latest 5', ['bot_command /latest']],
    ['/latest@mujaz_bot now', ['bot_command /latest@mujaz_bot']],
    ['and/or 24/7', []],
    ['انظر https://example.com/a_b?c=1، ثم', ['url https://example.com/a_b?c=1']],
    ['(https://example.com/x_(y)).', ['url https://example.com/x_(y)']],
    ['موقع example.org وغيره', ['url example.org']],
    ['v1.2 و 3.5', []],
    ['@mujaz_morning و @ab', ['mention @mujaz_morning']],
    ['#اقتصاد_مصر #2026', ['hashtag #اقتصاد_مصر']],
    ['اكتب إلى a.b@example.com', ['email a.b@example.com']],
  ])('%s', (text, expected) => {
    const found = detectEntities(text).map(
      ({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`,
    );
    expect(found).toEqual(expected);
  });

  test('stays out of links and code, nests in bold, and cuts what crosses it', () => {
    const link: Entity = { type: 'text_link', offset: 0, length: 5, url: 'https://example.com/' };
    expect(formatText({ text: '@name x', entities: [link] }).entities).toEqual([link]);
    const mention = { type: 'mention', offset: 2, length: 5 };
    expect(formatText({ text: 'a @name x', entities: [bold(0, 9)] }).entities).toEqual([bold(0, 9), mention]);
    expect(formatText({ text: 'a @name x', entities: [bold(0, 4)] }).entities).toEqual([
      bold(0, 2),
      mention,
      bold(2, 2),
    ]);
  });
});

describe('HTML', () => {
  test('tags become entities, references become characters', () => {
    expect(html('<b>خبر</b> &lt;1 &amp; <i>a<u>b</u></i> <s>c</s> &nbsp; &#1603;')).toEqual({
      text: 'خبر <1 & ab c &nbsp; ك',
      entities: [
        bold(0, 3),
        { type: 'italic', offset: 9, length: 2 },
        { type: 'underline', offset: 10, length: 1 },
        { type: 'strikethrough', offset: 12, length: 1 },
      ],
    });
  });

  test('links, quotes, spoilers and code', () => {
    const text =
      '<a href="https://example.com?a=1&amp;b=2">x</a><blockquote expandable>q</blockquote><tg-spoiler>s</tg-spoiler><pre><code class="language-ts">p</code></pre><a href="http://localhost">l</a>';
    expect(html(text)).toEqual({
      text: 'xqspl',
      entities: [
        { type: 'text_link', offset: 0, length: 1, url: 'https://example.com/?a=1&b=2' },
        { type: 'expandable_blockquote', offset: 1, length: 1 },
        { type: 'spoiler', offset: 2, length: 1 },
        { type: 'pre', offset: 3, length: 1, language: 'ts' },
      ],
    });
  });

  test('a time is a whole number of seconds that 32 bits hold', () => {
    const time = (unix: string) => html(`<tg-time unix="${unix}" format="Dt">غدًا</tg-time>`);
    expect(time('2147483647').entities).toEqual([
      { type: 'date_time', offset: 0, length: 4, unix_time: 2_147_483_647, date_time_format: 'Dt' },
    ]);
    for (const unix of ['2147483648', '1000000000000000', '1.5', 'غدًا', ''])
      expect(() => time(unix)).toThrow('Bad Request: invalid date specified');
    expect(() => html('<tg-time>غدًا</tg-time>')).toThrow('Bad Request: invalid date specified');
  });

  test.each([
    ['خبر <x>', 'Unsupported start tag "x" at byte offset 7'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<b>x', `Can't find end tag corresponding to start tag "b"`],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('%s is refused', (text, reason) => {
    expect(() => html(text)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });

  test('text written as HTML comes back as it was', () => {
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const unit = fc.constantFrom('a', 'ب', '&', '<', '>', ';', '"', '😀', 'lt', '#39;');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), (text) => {
        expect(html(`<b>${escaped(text)}</b>`)).toEqual({ text, entities: [bold(0, text.length)] });
      }),
    );
  });

  test('another mode is told to be unsupported', () => {
    expect(() => formatText({ text: '*a*', parseMode: 'MarkdownV2' })).toThrow(
      'Bad Request: unsupported parse_mode',
    );
  });
});
