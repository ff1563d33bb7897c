import { cleanControls } from '../../text/bidi.ts';
import { cutAt } from '../../text/lengths.ts';

export type Weight = 400 | 700;

/** What a layout must know of the letters it is set in. */
export interface Lettering {
  has(codePoint: number): boolean;
  /** How wide a text is, in parts of its size. */
  width(text: string, weight: Weight): number;
}

/** Marks over one letter: a shadda, its vowel, and one more. What is piled higher is no spelling. */
const MOST_MARKS = /(\p{M}{3})\p{M}+/gu;
/** Letters that are left of a text, as a share of those it had, below which it says nothing any more. */
const LEGIBLE = 0.7;

/**
 * A text from outside as it can be drawn: one line, without controls and without what the letters lack (emoji, other
 * scripts), `units` UTF-16 units at most. Empty when too little of it is left to be read.
 */
export function drawable(text: string, units: number, lettering: Lettering): string {
  // No text needs more to fill the room; what is longer is not walked through.
  const clean = cleanControls(text.slice(0, units * 8))
    .normalize('NFC')
    .replace(MOST_MARKS, '$1');
  const shown = [...clean].map((letter) => nearest(letter, lettering)).join('');
  if (lettersIn(shown) < LEGIBLE * lettersIn(clean)) return '';
  return cutAt(shown.replace(/\s+/g, ' ').trim(), units);
}

/** The letter itself, else the one it is made of (`g` for `ğ`), else a space. */
function nearest(letter: string, { has }: Lettering): string {
  const [base = ''] = letter.normalize('NFD');
  return [letter, base].find((each) => has(each.codePointAt(0) ?? 0)) ?? ' ';
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Space between words with the room that letters keep at their sides, in parts of the size. */
const SPACE = 0.36;
const ELLIPSIS = '…';

interface Word {
  text: string;
  width: number;
}

export interface Setting {
  weight: Weight;
  /** Room, in pixels. */
  width: number;
  /** Sizes to choose from, the largest first, with the lines there is room for. */
  sizes: readonly { size: number; lines: number }[];
}

/** A text set in lines of about the same length, as large as it fits; what does not fit at the smallest size ends in `…`. */
export function setInLines(
  text: string,
  { weight, width, sizes }: Setting,
  lettering: Lettering,
): { lines: string[]; size: number } {
  const words = text
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ text: word, width: lettering.width(word, weight) }));
  for (const { size, lines } of sizes) {
    const room = width / size;
    if (words.some((word) => word.width > room)) continue;
    const set = fill(words, room);
    if (set.length <= lines) return { lines: balanced(words, room, set.length).map(textOf), size };
  }
  const { size, lines } = sizes.at(-1) ?? { size: 1, lines: 1 };
  const room = width / size;
  const fits = (part: string) => lettering.width(part, weight) <= room;
  const set = fill(
    words.map((word) => (word.width <= room ? word : shortened(word.text, room, fits))),
    room,
  );
  const kept = set.slice(0, lines).map(textOf);
  const last = set[lines - 1];
  if (last && set.length > lines) kept[lines - 1] = goingOn(last, room, fits);
  return { lines: kept, size };
}

/** As many words on each line as there is room for. */
function fill(words: readonly Word[], room: number): Word[][] {
  const lines: Word[][] = [];
  let used = 0;
  for (const word of words) {
    const line = lines.at(-1);
    if (line && used + SPACE + word.width <= room) {
      line.push(word);
      used += SPACE + word.width;
    } else {
      lines.push([word]);
      used = word.width;
    }
  }
  return lines;
}

/** The same number of lines in the least room: none is left with one word at the end. */
function balanced(words: readonly Word[], room: number, lines: number): Word[][] {
  let [narrow, wide] = [0, room];
  for (let step = 0; step < 12; step++) {
    const middle = (narrow + wide) / 2;
    const fits = fill(words, middle).length <= lines && words.every((word) => word.width <= middle);
    if (fits) wide = middle;
    else narrow = middle;
  }
  return fill(words, wide);
}

/** As much of the beginning of a word as a line has room for: its letters are measured, since an `i` is a quarter of a `W`. */
function shortened(text: string, room: number, fits: (part: string) => boolean): Word {
  let [units, tooMany] = [1, text.length];
  while (tooMany - units > 1) {
    const middle = (units + tooMany) >> 1;
    if (fits(cutAt(text, middle))) units = middle;
    else tooMany = middle;
  }
  return { text: cutAt(text, units), width: room };
}

/** The last line of a text that is longer: as many of its words as there is room for with the `…` behind them. */
function goingOn(line: readonly Word[], room: number, fits: (part: string) => boolean): string {
  for (let words = line.length; words > 0; words--) {
    const text = textOf(line.slice(0, words));
    const open = text.endsWith(ELLIPSIS) ? text : text + ELLIPSIS;
    if (fits(open)) return open;
  }
  return shortened(textOf(line.slice(0, 1)), room, fits).text;
}

function textOf(line: readonly Word[]): string {
  return line.map(({ text }) => text).join(' ');
}
