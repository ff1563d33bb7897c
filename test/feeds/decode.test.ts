import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, decoderFor } from '../../src/feeds/decode.ts';
import { encode, encodeWide } from '../support/code-pages.ts';

const NEWS =
  'أعلنت بلدية المرفأ، اليوم، عن افتتاح المكتبة بعد ترميمها؛ وقالت إن الدخول مجاني في الأسبوع الأول.';
const rss = (declared?: string) =>
  `<?xml version="1.0"${declared ? ` encoding="${declared}"` : ''}?><rss version="2.0"><channel><item><title>${NEWS}</title></item></channel></rss>`;
const utf8 = (text: string) => new TextEncoder().encode(text);
const marked = (mark: number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);

describe('Arabic in every encoding it comes in', () => {
  const cases: [string, Uint8Array, string | undefined][] = [
    ['windows-1256, declared in XML', encode(rss('windows-1256'), 'windows-1256'), undefined],
    ['windows-1256, declared by the server', encode(rss(), 'windows-1256'), 'windows-1256'],
    ['windows-1256, declared nowhere', encode(rss(), 'windows-1256'), undefined],
    ['windows-1256, declared as UTF-8 in XML', encode(rss('utf-8'), 'windows-1256'), undefined],
    ['windows-1256, declared as UTF-8 by the server', encode(rss(), 'windows-1256'), 'utf-8'],
    ['windows-1256, declared as ISO-8859-1', encode(rss('iso-8859-1'), 'windows-1256'), undefined],
    ['windows-1256, declared as ISO-8859-6', encode(rss('iso-8859-6'), 'windows-1256'), undefined],
    [
      'windows-1256, the server wrong and XML right',
      encode(rss('windows-1256'), 'windows-1256'),
      'iso-8859-1',
    ],
    ['windows-1256, declared as windows-1251', encode(rss('windows-1251'), 'windows-1256'), undefined],
    ['windows-1256, declared by a name nobody knows', encode(rss('x-arabic'), 'windows-1256'), 'arabic-1'],
    ['ISO-8859-6, declared in XML', encode(rss('ISO-8859-6'), 'iso-8859-6'), undefined],
    ['ISO-8859-6, declared nowhere', encode(rss(), 'iso-8859-6'), undefined],
    ['ISO-8859-6, declared as windows-1256', encode(rss('windows-1256'), 'iso-8859-6'), undefined],
    ['ISO-8859-6, declared as UTF-8', encode(rss('utf-8'), 'iso-8859-6'), 'utf-8'],
    ['UTF-8, declared nowhere', utf8(rss()), undefined],
    ['UTF-8, declared as windows-1256 in XML', utf8(rss('windows-1256')), undefined],
    ['UTF-8, declared as ISO-8859-1 by the server', utf8(rss()), 'iso-8859-1'],
    ['UTF-8 with its mark', marked([0xef, 0xbb, 0xbf], utf8(rss('utf-8'))), undefined],
    ['UTF-16LE with its mark', marked([0xff, 0xfe], encodeWide(rss('utf-16'), 'le')), undefined],
    ['UTF-16BE with its mark', marked([0xfe, 0xff], encodeWide(rss('utf-16'), 'be')), undefined],
    ['UTF-16LE without a mark', encodeWide(rss('utf-16'), 'le'), undefined],
    ['UTF-16BE without a mark', encodeWide(rss(), 'be'), 'utf-8'],
    ['UTF-8 declared as UTF-16', utf8(rss('utf-16')), undefined],
  ];

  test.each(cases)('%s', (_name, bytes, charset) => {
    const text = decode(bytes, charset ? { charset } : {});
    expect(text).toContain(`<title>${NEWS}</title>`);
    expect(text[0]).toBe('<');
  });
});

describe('other texts', () => {
  test('a declared code page of another script is believed', () => {
    const text = 'Новости гавани: музей открыт';
    expect(decode(encode(text, 'windows-1251'), { charset: 'windows-1251' })).toBe(text);
  });

  test.each([
    ['French', 'Le président a été réélu à Genève; ça coûte très cher — « déjà »'],
    ['German', 'Über die Größe der Bäume fließt das Öl'],
    ['English with curly quotes', 'It’s “fine”, said the pilot'],
  ])('%s in windows-1252, declared nowhere', (_name, text) => {
    expect(decode(encode(text, 'windows-1252'))).toBe(text);
  });

  test('a character cut in two at the end, and one broken byte among many, do not make UTF-8 something else', () => {
    const bytes = utf8(NEWS);
    expect(decode(bytes.subarray(0, -1 - utf8('.').length))).toContain('أعلنت بلدية المرفأ');
    const broken = Uint8Array.from(bytes);
    broken[20] = 0xff;
    expect(decode(broken)).toContain('افتتاح المكتبة بعد ترميمها');
  });

  test('a decoder from a sample reads the rest in pieces', () => {
    const bytes = encode(NEWS, 'windows-1256');
    const decoder = decoderFor(bytes.subarray(0, 40));
    const pieces = [0, 1, 2, 3].map((part) =>
      decoder.decode(bytes.subarray(part * 25, part === 3 ? undefined : part * 25 + 25), { stream: true }),
    );
    expect(pieces.join('') + decoder.decode()).toBe(NEWS);
  });

  test('any bytes give a text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.string(), { nil: undefined }),
        (bytes, charset) => {
          expect(typeof decode(bytes, charset === undefined ? {} : { charset })).toBe('string');
        },
      ),
    );
  });

  test('any UTF-8 text beyond ASCII comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي ،؟abc<>'), minLength: 1 }),
        (text) => {
          expect(decode(utf8(text), { charset: 'windows-1256' })).toBe(text);
        },
      ),
    );
  });
});
