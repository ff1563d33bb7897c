/** Code pages a text in an 8-bit encoding may be in when it says nothing, or something untrue. */
export const CODE_PAGES = ['windows-1252', 'windows-1256', 'iso-8859-6'] as const;

/** Text is judged by its first stretch, in characters. */
const JUDGED = 60_000;

const WORD = /[\p{L}\p{M}]+/gu;
const ARABIC = /[\u0621-\u063A\u0641-\u064A]/g;
const MARKS = /[\u064B-\u065F\u0670\u0640]/g;
const ASCII = /[A-Za-z]/g;
/** Letters of windows-1252 and windows-1256 beyond ASCII. */
const ACCENTED = /[\u00C0-\u024F]/g;
/** A capital after a small letter, the mark of a script read through the wrong table. */
const HUMP = /\p{Ll}\p{Lu}/gu;
const NO_CHARACTER = /[\uFFFD\u0080-\u009F]/g;
/** Signs that hardly ever stand in news, and often where a letter was read wrongly. */
const STRAY =
  /[\u00A1-\u00AA\u00AC-\u00AF\u00B1-\u00BA\u00BC-\u00BF\u00D7\u00F7\u20AC\u0192\u2020-\u2022\u2030\u2122\u02C6\u02DC]/g;

/**
 * How much a decoded text looks like a text: one point per Arabic letter in a word of its own, points off for letters
 * of two scripts in one word, for words of accented letters alone, for stray signs and for what is no character.
 */
export function plausibility(text: string): number {
  const judged = text.slice(0, JUDGED);
  let score = -4 * count(judged, NO_CHARACTER) - count(judged, STRAY);
  for (const [word] of judged.matchAll(WORD)) {
    const arabic = count(word, ARABIC);
    const ascii = count(word, ASCII);
    const accented = count(word, ACCENTED);
    if (arabic > 0 && (ascii > 0 || accented > 0)) score -= 2 * (arabic + accented);
    else if (arabic > 0) score += arabic - (count(word, MARKS) > arabic ? 2 : 0);
    else if (word.length > 2 && accented > ascii) score -= accented;
    else if (accented > 0) score += accented;
    score -= 2 * count(word, HUMP);
  }
  return score;
}

/** Whether a text shows the marks of having been read through the wrong table. */
export function looksGarbled(text: string): boolean {
  const judged = text.slice(0, JUDGED);
  const foreign = judged.replace(/[\0-\x7F]+/g, '').length;
  if (foreign === 0) return false;
  let humps = 0;
  for (const [word] of judged.matchAll(WORD)) if (/[^\0-\x7F]/.test(word)) humps += count(word, HUMP);
  return count(judged, NO_CHARACTER) * 20 > foreign || humps * 10 > foreign;
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}
