/**
 * A form of normalised text that takes half the room: each Arabic letter changes places with an ASCII character that no
 * normalised word holds, so that it is one byte where UTF-8 has two. Everything else stays, so nothing is lost.
 */

export const LETTERS = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي';
export const PLACES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&*+-/:';
/** Units from here on stay as they are. */
const END = 0x650;
const ASCII_END = 0x80;

const swapped = Uint16Array.from({ length: END }, (_, unit) => unit);
for (let at = 0; at < LETTERS.length; at++) {
  const [letter, place] = [LETTERS.charCodeAt(at), PLACES.charCodeAt(at)];
  swapped[letter] = place;
  swapped[place] = letter;
}

let units = new Uint16Array(1 << 12);
let bytes = new Uint8Array(1 << 12);
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const utf8Bytes = new TextEncoder();

/** Packs a text, and unpacks a packed one: the same exchange there and back. Unpaired surrogates become U+FFFD. */
export function packed(text: string): string {
  const { length } = text;
  if (units.length < length) {
    units = new Uint16Array(length * 2);
    bytes = new Uint8Array(length * 2);
  }
  let all = 0;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    const other = unit < END ? (swapped[unit] ?? unit) : unit;
    units[at] = other;
    bytes[at] = other;
    all |= other;
  }
  // A string made of bytes is kept as bytes, and goes from thread to thread as such.
  return all < ASCII_END ? utf8.decode(bytes.subarray(0, length)) : utf16.decode(units.subarray(0, length));
}

/** A packed text as it is stored. */
export function packedBytes(text: string): Uint8Array {
  return utf8Bytes.encode(packed(text));
}

const SPACE = 0x20;

/** The first words of a packed text, unpacked; `text` is framed by single spaces, as are its words. */
export function firstUnpacked(text: Uint8Array, count: number): string[] {
  let end = 1;
  for (let words = 0; words < count && end < text.length; words++) {
    const space = text.indexOf(SPACE, end);
    end = space < 0 ? text.length : space + 1;
  }
  const words = packed(utf8.decode(text.subarray(1, Math.max(1, end - 1))));
  return words === '' ? [] : words.split(' ');
}
