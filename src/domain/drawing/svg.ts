import { isolateForeign } from '../../text/bidi.ts';
import type { Weight } from './lettering.ts';

/** The colours of the house; every ink keeps 4.5 to 1 on the paper, and the paper on the accent. */
export const COLOURS = {
  paper: '#fbfaf6',
  line: '#dcd8cd',
  gap: '#e9e4d6',
  ink: '#1b2427',
  soft: '#55646a',
  accent: '#0b6778',
  spark: '#ffb454',
} as const;

export const FONT = 'IBM Plex Sans Arabic';

const ISOLATE = { rtl: '\u2067', ltr: '\u2066' } as const;
const POP_ISOLATE = '\u2069';

export interface TextPlace {
  /** Where the text begins (`start`), ends (`end`) or has its middle; in the reading direction of the picture. */
  x: number;
  y: number;
  size: number;
  align: 'left' | 'right' | 'middle';
  direction: 'rtl' | 'ltr';
  colour: string;
  weight?: Weight;
}

/**
 * One line of text. The drawing library lays every line out from left to right and has no `direction`: a line of the other
 * direction is one isolate, and an anchor is a side of the picture.
 */
export function textElement(
  text: string,
  { x, y, size, align, direction, colour, weight = 400 }: TextPlace,
): string {
  const anchor = { left: 'start', right: 'end', middle: 'middle' }[align];
  const line = ISOLATE[direction] + isolateForeign(text, direction) + POP_ISOLATE;
  return `<text x="${round(x)}" y="${round(y)}" font-family="${FONT}" font-size="${round(size)}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}">${escaped(line)}</text>`;
}

export function rectangle(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  colour: string,
  radius = 0,
): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${colour}"/>`;
}

/** A whole picture on the paper of the house. */
export function picture(
  { width, height }: { width: number; height: number },
  parts: readonly string[],
): string {
  const ground = rectangle({ x: 0, y: 0, width, height }, COLOURS.paper);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${ground}${parts.join('')}</svg>`;
}

/** The sign of the house, its upper left corner at `x`, `y`, in so many pixels. */
export function sign(x: number, y: number, size: number): string {
  return (
    `<g transform="translate(${round(x)} ${round(y)}) scale(${round(size / 48)})">` +
    `<path fill="${COLOURS.accent}" d="M14 3h20a11 11 0 0 1 11 11v15a11 11 0 0 1-11 11H21l-8.6 5.4A1.6 1.6 0 0 1 10 44v-4.7A11 11 0 0 1 3 29V14A11 11 0 0 1 14 3Z"/>` +
    `<path fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" d="M12.5 14H35.5M18.5 21.5H35.5M28 29H35.5"/>` +
    `<circle fill="${COLOURS.spark}" cx="21.5" cy="29" r="2.7"/></g>`
  );
}

/** Hundredths of a pixel are enough, and keep the picture of a drawing the same everywhere. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 has no place for, not even as an entity. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export function escaped(text: string): string {
  return text.replace(NO_XML, '').replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}
