import { detectLanguage, scriptDirection } from '../../text/language.ts';
import type { Cover } from '../drawing.ts';
import { DRAWING_SIZE } from '../drawing.ts';
import type { Lettering } from './lettering.ts';
import { drawable, setInLines } from './lettering.ts';
import { COLOURS, picture, rectangle, sign, textElement } from './svg.ts';

const { width: WIDTH, height: HEIGHT } = DRAWING_SIZE.cover;
const MARGIN = 72;
const SIGN = 92;
const LONGEST_HEADLINE = 220;
/** Middle of the room between the rules, and between two lines of a headline in parts of its size. */
const MIDDLE = 384;
const LEADING = { rtl: 1.52, ltr: 1.3 } as const;

const HEADLINE = {
  weight: 700,
  width: WIDTH - 2 * MARGIN,
  sizes: [
    { size: 76, lines: 3 },
    { size: 60, lines: 4 },
    { size: 52, lines: 4 },
    { size: 46, lines: 5 },
  ],
} as const;

/** The card that opens a digest: the paper's name, its day, the first headline, what else there is. */
export function coverSvg(cover: Cover, lettering: Lettering): string {
  const rtl = cover.language === 'ar';
  const direction = rtl ? 'rtl' : 'ltr';
  const side = rtl ? 'right' : 'left';
  const [near, far] = rtl ? [WIDTH - MARGIN, MARGIN] : [MARGIN, WIDTH - MARGIN];
  const inward = rtl ? -1 : 1;
  const line = { direction, colour: COLOURS.soft } as const;
  const masthead = [
    sign(rtl ? near - SIGN : near, 50, SIGN),
    textElement(cover.masthead, {
      ...line,
      x: near + inward * (SIGN + 24),
      y: 118,
      size: 68,
      weight: 700,
      colour: COLOURS.accent,
      align: side,
    }),
    textElement(cover.date, { ...line, x: far, y: 114, size: 38, align: rtl ? 'left' : 'right' }),
    rectangle({ x: MARGIN, y: 172, width: WIDTH - 2 * MARGIN, height: 3 }, COLOURS.line),
  ];
  const foot = [
    rectangle({ x: 0, y: HEIGHT - 124, width: WIDTH, height: 124 }, COLOURS.accent),
    textElement(cover.edition, {
      ...line,
      x: near,
      y: HEIGHT - 48,
      size: 40,
      weight: 700,
      colour: '#fff',
      align: side,
    }),
    textElement(cover.counts, {
      ...line,
      x: far,
      y: HEIGHT - 48,
      size: 38,
      colour: '#fff',
      align: rtl ? 'left' : 'right',
    }),
  ];
  return picture(DRAWING_SIZE.cover, [...masthead, ...headlineLines(cover, lettering), ...foot]);
}

/** Set in its own direction: in an Arabic paper too an English title begins on the left. */
function headlineLines({ headline }: Cover, lettering: Lettering): string[] {
  const text = drawable(headline, LONGEST_HEADLINE, lettering);
  if (text === '') return [];
  const direction = readingDirection(text);
  const { lines, size } = setInLines(text, HEADLINE, lettering);
  const leading = size * LEADING[direction];
  const top = MIDDLE - ((lines.length - 1) * leading) / 2 + size * 0.34;
  return lines.map((line, at) =>
    textElement(line, {
      x: direction === 'rtl' ? WIDTH - MARGIN : MARGIN,
      y: top + at * leading,
      size,
      weight: 700,
      align: direction === 'rtl' ? 'right' : 'left',
      direction,
      colour: COLOURS.ink,
    }),
  );
}

/** By its language, so that an Arabic title that begins with a Latin name stays an Arabic one. */
function readingDirection(text: string): 'rtl' | 'ltr' {
  const language = detectLanguage(text);
  if (language === 'und') return scriptDirection(text) === 'rtl' ? 'rtl' : 'ltr';
  return language === 'en' ? 'ltr' : 'rtl';
}
