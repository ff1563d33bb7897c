const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f\u061c]/u;
const STRONG = /[\p{L}\u200e\u200f\u061c]/u;
const ISOLATE_BEGINS = /[\u2066-\u2068]/;
const ISOLATE_ENDS = '\u2069';

/**
 * The direction of a paragraph by its first strong letter outside any isolate (rules P2 and P3 of the Unicode
 * Bidirectional Algorithm), or null when it has none. `dir=auto` cannot serve: it looks into isolates.
 * @param {string} text
 * @returns {'rtl' | 'ltr' | null}
 */
export function firstStrong(text) {
  let depth = 0;
  for (const letter of text) {
    if (letter === '\n') depth = 0;
    else if (ISOLATE_BEGINS.test(letter)) depth += 1;
    else if (letter === ISOLATE_ENDS) depth = Math.max(0, depth - 1);
    else if (depth === 0 && STRONG.test(letter)) return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
  }
  return null;
}

/** @param {string} text */
export const lastLineDirection = (text) => firstStrong(text.trimEnd().split('\n').at(-1) ?? '');
