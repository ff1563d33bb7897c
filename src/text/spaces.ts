const SPACE = 0x20;
const SPACES = /\s+/g;
/** A space that is not alone, or is no plain one. */
const UNEVEN = /\s\s|[^\S ]/;
const RARE = /\s/;

/** Whether a UTF-16 unit is white space as `\s` has it. */
export function isSpace(unit: number): boolean {
  if (unit < 0xa0) return unit === SPACE || (unit >= 0x09 && unit <= 0x0d);
  return (
    (unit === 0xa0 || (unit >= 0x1680 && unit <= 0x3000) || unit === 0xfeff) &&
    RARE.test(String.fromCharCode(unit))
  );
}

/** A text on one line, its words a single space apart, none at its ends. */
export function singleSpaced(text: string): string {
  // To look first is several times cheaper than to replace each space by itself.
  return (UNEVEN.test(text) ? text.replace(SPACES, ' ') : text).trim();
}

/** The first words of a text, by white space; the text itself when it has fewer. */
export function firstWords(text: string, count: number): string {
  let gaps = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isSpace(text.charCodeAt(at))) continue;
    if (++gaps === count) return text.slice(0, at);
    while (at + 1 < text.length && isSpace(text.charCodeAt(at + 1))) at++;
  }
  return text;
}
