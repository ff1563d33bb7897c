/**
 * One spelling for matching. Texts of ASCII, and of Arabic with the usual punctuation, are folded by one table in
 * one pass; anything else is first unfolded by Unicode's own rules.
 */

const SPACE = 0x20;
/** Code units up to here have a place in the table: ASCII, the Arabic block, general punctuation. */
const TABLE_SIZE = 0x2070;
/** Marks a unit that only Unicode normalisation can fold. */
const UNKNOWN = 0xffff;
const DELETED = 0;

const PLAIN_ASCII = /^[\x20-\x7e\t-\r]*$/;
const SPACES = /\s+/g;
/** Controls, tatweel, unpaired surrogates: nothing that a reader would miss between two letters. */
const IGNORED = /[\p{Cf}\p{Cs}\u0640\u0080-\u009F]+/gu;
const MARKS = /[\p{Mn}\p{Me}]+/gu;
const ACCENTED_LATIN = /[\u00C0-\u024F\u1E00-\u1EFF]+/g;
const OTHER_DIGIT = /[\p{Nd}--[0-9]]/gv;
const DIGIT = /^\p{Nd}$/u;
/** Latin letters with a stroke or a ligature, which Unicode does not decompose. */
const STROKED = /[ßæœøłđħı]/g;
const UNSTROKED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
};

const table = foldingTable();
let buffer = new Uint16Array(1 << 14);

/**
 * A text as it is compared, never as it is shown: NFKC, accents of Latin letters folded (café is cafe), no combining
 * marks, tatweel, controls or unpaired surrogates, one alef, ي for ى and ی, ه for ة, ك for ک, digits of all scripts in
 * ASCII, `.` and `,` for ٫ and ٬, lower case, single spaces, none at the ends. Idempotent. ؤ and ئ stay.
 */
export function normalize(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase().replace(SPACES, ' ').trim();
  const dotted = text.includes('…') ? text.replaceAll('…', '...') : text;
  return folded(dotted) ?? folded(unfolded(dotted)) ?? '';
}

/** What the table makes of a unit: another, 0 where it goes, undefined where only Unicode's own rules tell. */
export function foldedUnit(unit: number): number | undefined {
  const to = unit < TABLE_SIZE ? table[unit] : UNKNOWN;
  return to === UNKNOWN ? undefined : to;
}

/** The table applied, or undefined where a unit is not in it; units beyond the table pass when `text` is unfolded. */
function folded(text: string | Unfolded): string | undefined {
  const isUnfolded = typeof text !== 'string';
  const source = isUnfolded ? text.unfolded : text;
  const length = source.length;
  if (buffer.length < length) buffer = new Uint16Array(length * 2);
  const out = buffer;
  let size = 0;
  let changed = false;
  for (let at = 0; at < length; at++) {
    const unit = source.charCodeAt(at);
    let to = unit < TABLE_SIZE ? (table[unit] ?? UNKNOWN) : UNKNOWN;
    if (to === UNKNOWN) {
      if (!isUnfolded) return undefined;
      to = unit;
    }
    if (to === DELETED || (to === SPACE && (size === 0 || out[size - 1] === SPACE))) continue;
    changed ||= to !== unit;
    out[size++] = to;
  }
  if (size > 0 && out[size - 1] === SPACE) size--;
  // Most words are in their normal form already.
  return changed || size < length ? decoded(out, size) : source;
}

/** Units to a string, by 8192, the most that every engine takes as arguments. */
function decoded(units: Uint16Array, size: number): string {
  let text = '';
  for (let from = 0; from < size; from += 8192) {
    text += String.fromCharCode.apply(
      null,
      units.subarray(from, Math.min(size, from + 8192)) as unknown as number[],
    );
  }
  return text;
}

interface Unfolded {
  unfolded: string;
}

/** Unicode's own foldings. Deleting a mark can bring letters together that compose: so until nothing changes. */
function unfolded(text: string): Unfolded {
  let current = text;
  for (let round = 0; round < 4; round++) {
    current = current
      .replace(IGNORED, '')
      .normalize('NFKC')
      .replace(ACCENTED_LATIN, (run) => run.normalize('NFKD'))
      .toLowerCase()
      .replace(MARKS, '')
      .replace(STROKED, (letter) => UNSTROKED[letter] ?? letter)
      .replace(OTHER_DIGIT, digitValue);
    if (current.normalize('NFKC') === current && current.toLowerCase() === current) break;
  }
  return { unfolded: current };
}

/** Digits of a script stand in runs of ten, zero first (Unicode, property Numeric_Type=Decimal). */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

function foldingTable(): Uint16Array {
  const to = new Uint16Array(TABLE_SIZE).fill(UNKNOWN);
  const same = (first: number, last: number) => {
    for (let unit = first; unit <= last; unit++) to[unit] = unit;
  };
  const all = (first: number, last: number, into: number) => to.fill(into, first, last + 1);
  const one = (letters: string, into: string) => {
    for (const letter of letters) to[letter.charCodeAt(0)] = into.charCodeAt(0);
  };
  all(0x00, 0x1f, DELETED);
  all(0x09, 0x0d, SPACE);
  same(0x20, 0x7e);
  all(0x7f, 0x7f, DELETED);
  for (let upper = 0x41; upper <= 0x5a; upper++) to[upper] = upper + 0x20;
  all(0x2000, 0x200a, SPACE);
  one('\u00A0\u1680\u2028\u2029\u202F\u205F', ' ');
  for (const sign of '¡¢£¤¥¦§©«¬®°±¶·»¿×÷') one(sign, sign);
  all(0xad, 0xad, DELETED);

  // Letters and signs of the Arabic block that Unicode leaves as they are, without the combining hamzas.
  same(0x60c, 0x60f);
  same(0x61b, 0x61b);
  same(0x61d, 0x61f);
  same(0x621, 0x63f);
  same(0x641, 0x64a);
  same(0x66a, 0x66d);
  same(0x671, 0x674);
  same(0x679, 0x6d4);
  all(0x640, 0x640, DELETED);
  all(0x610, 0x61a, DELETED);
  all(0x61c, 0x61c, DELETED);
  all(0x64b, 0x652, DELETED);
  all(0x656, 0x65f, DELETED);
  all(0x670, 0x670, DELETED);
  all(0x6d6, 0x6dc, DELETED);
  one('آأإٱ', 'ا');
  one('ىی', 'ي');
  one('ة', 'ه');
  one('ک', 'ك');
  one('٫', '.');
  one('٬', ',');
  for (let digit = 0; digit < 10; digit++) {
    to[0x660 + digit] = 0x30 + digit;
    to[0x6f0 + digit] = 0x30 + digit;
  }

  all(0x200b, 0x200f, DELETED);
  all(0x202a, 0x202e, DELETED);
  all(0x2060, 0x2064, DELETED);
  all(0x2066, 0x206f, DELETED);
  same(0x2010, 0x2010);
  one('\u2011', '\u2010');
  same(0x2012, 0x2016);
  same(0x2018, 0x2023);
  return to;
}
