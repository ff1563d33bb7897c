import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanControls, isolate, isolateForeign, startsInDirection } from '../../src/text/bidi.ts';
import { effort } from '../support/effort.ts';

/** Isolates made visible: FSI as [ and PDI as ]. */
const shown = (text: string) => text.replaceAll('\u2068', '[').replaceAll('\u2069', ']');
const hidden = (text: string) => text.replaceAll('[', '\u2068').replaceAll(']', '\u2069');
const unit = fc.constantFrom(
  ...'ابم ab A1٢5 -+%$.,:/@#&«»()°C₂‑\n',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u2069',
  '\u202b',
  '\u202c',
  '\u200f',
  '😀',
);
const mixed = fc.string({ unit, maxLength: 60 });
const direction = fc.constantFrom('rtl' as const, 'ltr' as const);
const CONTROLS = /[\u2066-\u2069\u202a-\u202e]/g;

/** Whether every isolate is closed on its own line. */
function isBalanced(text: string): boolean {
  return text.split('\n').every((line) => {
    let depth = 0;
    for (const control of line.match(/[\u2066-\u2069]/g) ?? []) {
      depth += control === '\u2069' ? -1 : 1;
      if (depth < 0) return false;
    }
    return depth === 0;
  });
}

describe('isolate', () => {
  test.each([
    ['BBC', '[BBC]'],
    ['[BBC]', '[BBC]'],
    ['[a][b]', '[[a][b]]'],
    ['a]b', '[ab]'],
    ['[a', '[a]'],
    ['one\ntwo', '[one]\n[two]'],
    ['', ''],
  ])('%s: %s', (text, expected) => expect(shown(isolate(hidden(text)))).toBe(expected));

  test('is balanced, adds nothing but isolates, and twice is once', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const isolated = isolate(text);
        expect(isBalanced(isolated)).toBe(true);
        expect(isolated.replace(CONTROLS, '')).toBe(text.replace(CONTROLS, ''));
        expect(isolate(isolated)).toBe(isolated);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('isolateForeign', () => {
  test.each([
    ['بنت الـ١١ سنة', 'بنت الـ١١ سنة'],
    ['خفض بـ25 نقطة', 'خفض بـ25 نقطة'],
    ['قمة الـG20 اليوم', 'قمة الـ[G20] اليوم'],
    ['صدر iPhone 15 Pro في الأسواق', 'صدر [iPhone 15 Pro] في الأسواق'],
    ['بسعر $999 وبنسبة -5% و40% أو 3.5 %', 'بسعر [$999] وبنسبة [-5%] و[40%] أو [3.5 %]'],
    ['فاز 2-1 في 1990–1995', 'فاز [2-1] في [1990–1995]'],
    ['بين 3.5%-4% وبين -2%–+3% وبين $50-$60', 'بين [3.5%-4%] وبين [-2%–+3%] وبين [$50-$60]'],
    ['نحو US$50 أو A$1.5bn أو $50m أو -5km', 'نحو [US$50] أو [A$1.5bn] أو [$50m] أو [-5km]'],
    ['دفعت Apple US$50 مليون', 'دفعت [Apple US$50] مليون'],
    ['درجة 40°C أو 20-25 °C أو -3°F أو 38℃ أو 7°', 'درجة [40°C] أو [20-25 °C] أو [-3°F] أو [38℃] أو [7°]'],
    ['ماء H₂O وغاز CO₂ ومساحة 5 km²', 'ماء [H₂O] وغاز [CO₂] ومساحة 5 [km²]'],
    [
      'شبكة Wi‑Fi وCOVID‑19 وBoeing 737‑800 ونتيجة 3‑1 و2−0',
      'شبكة [Wi‑Fi] و[COVID‑19] و[Boeing 737‑800] ونتيجة [3‑1] و[2−0]',
    ],
    ['مدن London 12°C وParis 40%', 'مدن [London] [12°C] و[Paris] [40%]'],
    ['عام 2024 عند 10:30 بلغ 1,200', 'عام 2024 عند 10:30 بلغ 1,200'],
    ['القدرة المتقدمة-3 وبنسبة ١٠٪', 'القدرة المتقدمة-3 وبنسبة ١٠٪'],
    [
      'عبر https://example.com/a?b=1. وwww.example.org/x',
      'عبر [https://example.com/a?b=1]. و[www.example.org/x]',
    ],
    [
      'راسل info@example.com أو @news و/help@bot #hot',
      'راسل [info@example.com] أو [@news] و[/help@bot] [#hot]',
    ],
    ['باعت Apple 15 مليون جهاز', 'باعت [Apple] 15 مليون جهاز'],
    ['مقاتلات F-16 وGPT-4o و5G و1.5GB', 'مقاتلات [F-16] و[GPT-4o] و[5G] و[1.5GB]'],
    ['لغة C++ وAT&T وThe New York Times، قال', 'لغة [C++] و[AT&T] و[The New York Times]، قال'],
    ['قال O’Neill (Reuters) إن', 'قال [O’Neill] ([Reuters]) إن'],
    ['وكالة [BBC Arabic] ثم CNN', 'وكالة [BBC Arabic] ثم [CNN]'],
    ['نص عربي خالص', 'نص عربي خالص'],
    ['Apple\nGoogle', '[Apple]\n[Google]'],
    ['مدينة Saint-Étienne', 'مدينة [Saint-Étienne]'],
    ['Beirut: sunny, 24 (high)', '[Beirut: sunny, 24 (high)]'],
    ['[Beirut]: sunny', '[[Beirut]: sunny]'],
    ['', ''],
  ])('right to left: %s', (text, expected) =>
    expect(shown(isolateForeign(hidden(text), 'rtl'))).toBe(expected),
  );

  test.each([
    ['The word سلام عليكم، يا ٢٠ hello', 'The word [سلام عليكم، يا ٢٠] hello'],
    ['Tag #غزة_اليوم, 5% and $3', 'Tag [#غزة_اليوم], 5% and $3'],
    ['Al-Ahram (الأهرام) said', 'Al-Ahram ([الأهرام]) said'],
    ['The press (أبو‑ظبي) said', 'The press ([أبو‑ظبي]) said'],
    ['All English, iPhone 15', 'All English, iPhone 15'],
  ])('left to right: %s', (text, expected) => expect(shown(isolateForeign(text, 'ltr'))).toBe(expected));

  test('is balanced, adds nothing but isolates, and twice is once', () => {
    fc.assert(
      fc.property(mixed, direction, (text, base) => {
        const isolated = isolateForeign(text, base);
        expect(isBalanced(isolated)).toBe(true);
        expect(isolated.replace(CONTROLS, '')).toBe(text.replace(CONTROLS, ''));
        expect(isolateForeign(isolated, base)).toBe(isolated);
      }),
      { numRuns: 1000 },
    );
  });

  test('a hundred thousand units are read quickly', () => {
    const pieces = [
      'a',
      '1',
      '1-',
      '1,',
      'a.',
      'a ',
      '1 ',
      '-',
      '.',
      'www.',
      'a@',
      'ب ',
      '\u2068',
      '\u2069',
      '$',
      '1a1-,',
      'https://.',
      '١.',
      '9 %9',
      '1%-',
      '1‑1',
      'A$1',
      '$1a',
      '-1,',
      '1°C',
      'H₂',
    ];
    const both = (text: string) => [isolateForeign(text, 'rtl'), isolateForeign(text, 'ltr')];
    expect(effort(() => pieces.map((piece) => both(piece.repeat(100_000 / piece.length))))).toBeLessThan(
      5000,
    );
  });
});

describe('cleanControls', () => {
  test.each([
    ['a\u202Eb\u2066c\u200F\u061Cd', 'abcd'],
    ['a\u200bb\u200dc\ufeffd\u00ade', 'abcde'],
    ['a\tb\r\nc\rd\u0000\u0007\u009Fe', 'a b\nc\nde'],
    ['x\ud800y\udc00z', 'xyz'],
    ['👨‍👩‍👧 👩🏽‍🚒 ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👨‍👩‍👧 👩🏽‍🚒 ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['السُّعودية', 'السُّعودية'],
    ['a\u{E0041}b', 'ab'],
    ['', ''],
  ])('%j: %j', (text, expected) => expect(cleanControls(text)).toBe(expected));

  test('leaves no control and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), mixed, (binary, text) => {
        for (const each of [binary, text]) {
          const clean = cleanControls(each);
          expect(clean).not.toMatch(
            /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/u,
          );
          expect(cleanControls(clean)).toBe(clean);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('startsInDirection', () => {
  test.each([
    ['سلام', 'rtl', 'سلام'],
    ['BBC تقول', 'rtl', '\u200FBBC تقول'],
    ['• سلام', 'rtl', '\u200F• سلام'],
    ['5 أخبار', 'rtl', '\u200F5 أخبار'],
    ['\u2068BBC\u2069 تقول', 'rtl', '\u200F\u2068BBC\u2069 تقول'],
    ['Hello', 'ltr', 'Hello'],
    ['سلام means peace', 'ltr', '\u200Eسلام means peace'],
    ['\u200F5', 'rtl', '\u200F5'],
    ['', 'rtl', ''],
  ] as const)('%j %s: %j', (text, base, expected) => {
    expect(startsInDirection(text, base)).toBe(expected);
    expect(startsInDirection(expected, base)).toBe(expected);
  });
});
