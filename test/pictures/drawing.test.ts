/** What is drawn, looked at in its pixels. */
import { beforeAll, expect, test } from 'vitest';
import { chartSvg } from '../../src/domain/drawing/chart.ts';
import { coverSvg } from '../../src/domain/drawing/cover.ts';
import { drawable } from '../../src/domain/drawing/lettering.ts';
import { COLOURS, escaped, picture, textElement } from '../../src/domain/drawing/svg.ts';
import type { Chart, Cover } from '../../src/domain/drawing.ts';
import type { Easel } from '../../src/pictures/easel.ts';
import { openEasel } from '../../src/pictures/easel.ts';
import type { Pixels } from '../support/png.ts';
import { inkRuns, readPng } from '../support/png.ts';

let easel: Easel;
beforeAll(async () => {
  easel = await openEasel();
});

const COVER: Cover = {
  kind: 'cover',
  language: 'ar',
  masthead: 'موجز',
  edition: 'موجز الصباح',
  date: 'الخميس 26 نوفمبر 2026',
  headline: 'الأمطار تملأ سدّ الوادي الكبير بعد سنوات من الجفاف',
  counts: '10 أخبار من 7 مصادر',
};
const ENGLISH: Cover = {
  ...COVER,
  language: 'en',
  masthead: 'Mujaz',
  edition: 'Morning briefing',
  date: 'Thursday 26 November 2026',
  headline: 'Harbour library reopens with a reading room',
  counts: '10 stories from 7 sources',
};
/** Between the two rules, where nothing but the headline stands. */
const HEADLINE = [190, 590] as const;

const cover = (fields: Partial<Cover>): Pixels =>
  readPng(easel.png(coverSvg({ ...COVER, ...fields }, easel.lettering)));

/** One line on a strip of its own. */
const line = (text: string, direction: 'rtl' | 'ltr' = 'rtl'): Pixels => {
  const place = {
    x: direction === 'rtl' ? 780 : 20,
    y: 80,
    size: 60,
    direction,
    colour: COLOURS.ink,
  } as const;
  const element = textElement(text, { ...place, align: direction === 'rtl' ? 'right' : 'left' });
  return readPng(easel.png(picture({ width: 800, height: 120 }, [element])));
};
const runs = (text: string, direction?: 'rtl' | 'ltr') => inkRuns(line(text, direction), 0, 120);
/** Where the ink of the headline begins and ends, from the left. */
const ends = (pixels: Pixels) => {
  const found = inkRuns(pixels, ...HEADLINE);
  return { left: found[0]?.[0] ?? 0, right: found.at(-1)?.[1] ?? 0 };
};
const span = (run: [number, number] | undefined) => (run ? run[1] - run[0] : 0);

test('a card has its size, its headline begins where its language does, and stays within the margins', () => {
  const pixels = cover({});
  expect([pixels.width, pixels.height]).toEqual([1080, 720]);
  const [arabic, english] = [ends(pixels), ends(cover(ENGLISH))];
  expect(arabic.right).toBeGreaterThan(990);
  expect(english.left).toBeLessThan(90);
  for (const { left, right } of [arabic, english]) {
    expect(left).toBeGreaterThanOrEqual(66);
    expect(right).toBeLessThanOrEqual(1014);
  }
});

test('Arabic letters are joined: one word is one stroke of ink, its letters apart are several', () => {
  expect(runs('محمد')).toHaveLength(1);
  expect(runs('م ح م د')).toHaveLength(4);
  // Lam and alef become one letter, narrower than the two.
  const [apart, joined] = [easel.lettering.width('ل ا', 700), easel.lettering.width('لا', 700)];
  expect(joined).toBeLessThan(apart * 0.8);
});

test('a line that mixes directions is read from its own side', () => {
  // The alef that comes first stands at the right, a narrow stroke; the Latin name left of it, wide.
  const mixed = runs('ا WWW');
  expect(span(mixed.at(-1))).toBeLessThan(20);
  expect(mixed.slice(0, -1).reduce((wide, run) => wide + span(run), 0)).toBeGreaterThan(100);
  // In an English line the same words stand the other way round.
  const [first] = runs('WWW ا', 'ltr');
  expect(first?.[0]).toBeLessThan(30);
});

test('a headline with nothing that can be drawn leaves its place empty, a card without box or blot', () => {
  expect(inkRuns(cover({ headline: '中文新闻标题 😀' }), ...HEADLINE)).toEqual([]);
  expect(drawable('فوز 😀 كبير 👩‍👩‍👧 اليوم', 100, easel.lettering)).toBe('فوز كبير اليوم');
  expect(drawable('Ø and ß and ğ', 100, easel.lettering)).toBe('Ø and ß and g');
});

test.each([
  ['marks of XML', 'a < b && c > "d" <text> ]]> &amp;'],
  ['4,000 letters', 'كلمة '.repeat(800)],
  ['one word of 4,000', 'ط'.repeat(4000)],
  ['a word of wide letters, then narrow ones', 'W'.repeat(30) + 'i'.repeat(60)],
  ['words that each fill a line', `${'W'.repeat(20)}iii `.repeat(8)],
  ['marks piled up', `ن${'\u0651\u064e\u0301'.repeat(300)} وخبر`],
  ['half a pair and controls', '\ud83d خبر\u0000 \u202eمقلوب\u2067 \ufffe'],
])('%s: drawn, and within the margins', (_, headline) => {
  const pixels = cover({ headline });
  const { left, right } = ends(pixels);
  expect(right).toBeGreaterThan(left);
  expect(left).toBeGreaterThanOrEqual(60);
  expect(right).toBeLessThanOrEqual(1020);
});

test('whatever a title holds, the picture stays XML', () => {
  const every = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const safe = escaped(`${every.join('')}\ud83d\ude00`);
  expect(safe).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
  expect(safe).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(safe.isWellFormed()).toBe(true);
  expect(safe.endsWith('😀')).toBe(true);
});

test('every ink is read on its ground: 4.5 to 1', () => {
  for (const [ink, ground] of [
    [COLOURS.ink, COLOURS.paper],
    [COLOURS.soft, COLOURS.paper],
    [COLOURS.accent, COLOURS.paper],
    ['#ffffff', COLOURS.accent],
  ] as const)
    expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
});

const VALUES = Array.from({ length: 30 }, (_, at) => (at < 10 ? null : at === 15 ? 0 : 100));
const CHART: Chart = {
  kind: 'chart',
  language: 'en',
  title: 'Mujaz in 30 days',
  subtitle: 'each day',
  gap: 'nothing known',
  days: [
    { at: 0, label: '28 October' },
    { at: 29, label: '26 November' },
  ],
  panels: ['Articles', 'Stories', 'Messages', 'Readers'].map((title) => ({
    title,
    sum: '2,000',
    values: VALUES,
    ticks: [
      { value: 0, label: '0' },
      { value: 100, label: '100' },
    ],
  })),
};

test('a chart shows unknown days as such and begins at zero; an Arabic one runs from the right', () => {
  const hex = (value: string) => [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16));
  const days = (language: Chart['language']) => {
    const { at, width, height } = readPng(easel.png(chartSvg({ ...CHART, language }, easel.lettering)));
    expect([width, height]).toEqual([1080, 1080]);
    // Half way up the columns of the panel on the left.
    const row = Array.from({ length: 450 }, (_, x) => at(60 + x, 176 + 96 + 110).join());
    const places = (colour: string) => row.flatMap((each, x) => (each === hex(colour).join() ? [x] : []));
    return { unknown: places(COLOURS.gap), known: places(COLOURS.accent) };
  };
  const english = days('en');
  expect(Math.max(...english.unknown)).toBeLessThan(Math.min(...english.known));
  // One day of the twenty is none: no column there.
  const steps = english.known.slice(1).map((x, at) => x - (english.known[at] ?? x));
  expect(steps.filter((step) => step > 10)).toHaveLength(1);
  const arabic = days('ar');
  expect(Math.min(...arabic.unknown)).toBeGreaterThan(Math.max(...arabic.known));
});

test.each([
  ['en', 'Readers reached', 'peak 1,600,000'],
  ['ar', 'قرّاء وصلتهم هذا اليوم', 'الذروة 1,600,000'],
] as const)(
  'over a panel (%s) its name and its sum stand side by side, however long',
  (language, title, sum) => {
    const panels = [{ title, sum, values: [], ticks: [] }];
    // The first panel stands where reading begins: the left one, or the right one in Arabic.
    const from = language === 'ar' ? 570 : 60;
    const { at } = readPng(easel.png(chartSvg({ ...CHART, language, panels }, easel.lettering)));
    const columns = { dark: [] as number[], coloured: [] as number[] };
    for (let x = from - 30; x < from + 480; x++)
      for (let y = 180; y < 240; y++) {
        const [red, green, blue] = at(x, y);
        if (red < 40 && green < 60) columns.dark.push(x);
        else if (red < 40 && green < 120 && blue > 110) columns.coloured.push(x);
      }
    const [before, behind] =
      language === 'ar' ? [columns.coloured, columns.dark] : [columns.dark, columns.coloured];
    expect(Math.min(...behind) - Math.max(...before)).toBeGreaterThan(10);
    expect(Math.min(...before)).toBeGreaterThanOrEqual(from);
    expect(Math.max(...behind)).toBeLessThanOrEqual(from + 450);
  },
);

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
