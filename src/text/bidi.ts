import { foreignRuns } from './foreign-runs.ts';
import { scriptDirection } from './language.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const ISOLATES = /[\u2066-\u2069]/;
/** A letter of a direction that is not seen: what stands beside it is laid out accordingly. */
export const MARK = { rtl: '\u200F', ltr: '\u200E' } as const;
const LINES = /([\n\r\u0085\u2029]+)/;
const EMBEDDINGS = /[\u202A-\u202E]/g;

/** Line ends of all kinds, then spaces of the control characters' block. */
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
const CONTROL_SPACE = /[\t\v\f]/g;
/** Emoji of several parts: pictures held together by joiners, and flags spelled in tags. */
const EMOJI =
  '\\p{Extended_Pictographic}[\\uFE0F\\p{Emoji_Modifier}]*(?:\\u200D\\p{Extended_Pictographic}[\\uFE0F\\p{Emoji_Modifier}]*)+|\\u{1F3F4}[\\u{E0030}-\\u{E007A}]+\\u{E007F}';
const UNSEEN =
  '[\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{E0000}-\\u{E0FFF}\\p{Cs}]';
const ANY_UNSEEN = new RegExp(UNSEEN, 'u');
const EMOJI_OR_UNSEEN = new RegExp(`(${EMOJI})|${UNSEEN}`, 'gu');

/**
 * A run of text set apart from the direction of its surroundings (FSI … PDI, UAX 9), line by line, since an isolate ends with
 * its line. Isolates left open or closed twice inside it are repaired, embeddings dropped; a run that is one isolate stays.
 */
export function isolate(text: string): string {
  return byLine(text, (line) => {
    const parts = isolatedParts(line);
    const whole = parts.map((part) => part.text).join('');
    const [only] = parts;
    if (whole === '' || (parts.length === 1 && only?.isolated)) return whole;
    return FIRST_STRONG_ISOLATE + whole + POP_ISOLATE;
  });
}

/**
 * Isolates every run of the other direction in a text: names with the words and numbers inside them, links, @handles, /commands
 * and, in text from right to left, numbers with a sign, a unit or a dash. What is isolated already stays. A line that is wholly of
 * the other direction (a headline of another language) is one run, with the marks between its words.
 */
export function isolateForeign(text: string, base: 'rtl' | 'ltr'): string {
  return byLine(text, (line) => {
    if (isForeign(line, base)) return isolate(line);
    const parts = isolatedParts(line);
    return parts
      .map((part, at) => {
        if (part.isolated) return part.text;
        // The isolates on either side stay in sight, as the letters in them were before they were isolated.
        const before = at > 0 ? POP_ISOLATE : '';
        const after = at < parts.length - 1 ? FIRST_STRONG_ISOLATE : '';
        const seen = before + part.text + after;
        const done = seen.replace(foreignRuns(base), (run) => FIRST_STRONG_ISOLATE + run + POP_ISOLATE);
        return done.slice(before.length, done.length - after.length);
      })
      .join('');
  });
}

/**
 * A text from outside without what cannot be seen: bidi controls, zero-width characters, C0 and C1 controls, tags and
 * unpaired surrogates. Line ends become `\n`, tabs become spaces; the joiners inside an emoji stay.
 */
export function cleanControls(text: string): string {
  const spaced = text.replace(LINE_END, '\n').replace(CONTROL_SPACE, ' ');
  // An emoji of several parts is held together by what is unseen.
  return ANY_UNSEEN.test(spaced) ? spaced.replace(EMOJI_OR_UNSEEN, '$1') : spaced;
}

/**
 * A line that is laid out in the given direction: a mark goes in front unless the line begins with a letter of that direction.
 */
export function startsInDirection(text: string, base: 'rtl' | 'ltr'): string {
  if (text === '' || text.startsWith(MARK[base])) return text;
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return scriptDirection(first) === base ? text : MARK[base] + text;
}

function isForeign(line: string, base: 'rtl' | 'ltr'): boolean {
  const letters = line.match(/\p{L}/gu) ?? [];
  return letters.length > 0 && letters.every((letter) => scriptDirection(letter) !== base);
}

function byLine(text: string, change: (line: string) => string): string {
  return text
    .split(LINES)
    .map((part, at) => (at % 2 === 0 ? change(part.replace(EMBEDDINGS, '')) : part))
    .join('');
}

interface Part {
  text: string;
  /** Whether the part is one isolate with both its ends. */
  isolated: boolean;
}

/** A line divided into its outermost isolates and what stands between them; ends without a partner are left out. */
function isolatedParts(line: string): Part[] {
  if (!ISOLATES.test(line)) return line === '' ? [] : [{ text: line, isolated: false }];
  const partner = partners(line);
  const parts: Part[] = [];
  let text = '';
  let until = -1;
  for (let at = 0; at < line.length; at++) {
    const unit = line[at] ?? '';
    if (ISOLATES.test(unit) && !partner.has(at)) continue;
    if (until < 0 && partner.has(at)) {
      if (text !== '') parts.push({ text, isolated: false });
      text = '';
      until = partner.get(at) ?? at;
    }
    text += unit;
    if (at === until) {
      parts.push({ text, isolated: true });
      text = '';
      until = -1;
    }
  }
  if (text !== '') parts.push({ text, isolated: false });
  return parts;
}

/** Positions of isolates that match, each end pointing to the other. */
function partners(line: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < line.length; at++) {
    const unit = line[at] ?? '';
    if (!ISOLATES.test(unit)) continue;
    if (unit !== POP_ISOLATE) open.push(at);
    else {
      const start = open.pop();
      if (start === undefined) continue;
      pairs.set(start, at);
      pairs.set(at, start);
    }
  }
  return pairs;
}
