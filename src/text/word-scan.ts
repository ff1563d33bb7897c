import { HASH_START, hashedWith } from './hash.ts';
import type { Word } from './lexicon.ts';
import { lexicon } from './lexicon.ts';
import { foldedUnit, normalize } from './normalize.ts';
import { isSpace } from './spaces.ts';

/** Longer runs of letters are no words; what follows is not indexed. */
const LONGEST_WORD = 64;

/** A number with thousands marks or a fraction, a run of Arabic letters (و15 is two words), or one of letters and digits with apostrophes inside. */
const WORD =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\p{L}\p{N}])|(?<!\d\.)\d+\.\d+(?!\.?[\p{L}\p{N}])|[\u0620-\u063F\u0641-\u064A\u066E-\u06D3\u06FA-\u06FF\u0750-\u077F]+|[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*/gu;
const APOSTROPHE = /['’ʼ]/g;
const MARKED = /[,'’ʼ]/;
const POSSESSIVE = /['’ʼ]s$/;

/** What a unit is to a word: nothing, a letter of a run that is a word by itself, a mark within one, or for the pattern to tell. */
const GAP = 0;
const ARABIC = 1;
const LATIN = 2;
const MARK = 3;
const OTHER = 4;
/** Code units up to here have a place in the table: ASCII, the Arabic blocks, general punctuation. */
const TABLE_SIZE = 0x2070;
const kinds = Uint8Array.from({ length: TABLE_SIZE }, (_, unit) => kindOf(unit));

/**
 * The words of a text, in order and with repeats. A number is one word, without its thousands marks; `'s` is gone; words are
 * cut at 64 UTF-16 units. Runs of Arabic letters and of plain Latin ones are known as they stand, several times faster
 * than normalised and found by the pattern, which reads what lies between two spaces where more comes together.
 */
export function scanWords(text: string): Word[] {
  const found: Word[] = [];
  const readable = isTabled(text) ? text : normalize(text);
  for (let at = 0; at < readable.length; ) {
    const kind = kindAt(readable, at);
    if (kind === GAP || kind === MARK) {
      at++;
      continue;
    }
    const end = kind === OTHER ? at : addRun(found, readable, at, kind);
    at = end > at ? end : addPatterned(found, readable, at);
  }
  return found;
}

/** Adds the word that a run of letters is by itself, and tells where it ends; at its beginning when the pattern must tell. */
function addRun(found: Word[], text: string, start: number, kind: number): number {
  let [end, hash] = [start, HASH_START];
  for (; end < text.length; end++) {
    const here = kindAt(text, end);
    if (here !== kind && !(here === MARK && kind === ARABIC)) break;
    hash = hashedWith(hash, text.charCodeAt(end));
  }
  const alone = kind === ARABIC || end === text.length || kindAt(text, end) === GAP;
  if (!alone || end - start > LONGEST_WORD) return start;
  found.push(lexicon.at(text, start, end, hash >>> 0));
  return end;
}

/** Adds the words up to the next space, which is where they end. */
function addPatterned(found: Word[], text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
  for (const [run] of normalize(text.slice(start, end)).matchAll(WORD)) found.push(lexicon.of(asWord(run)));
  return end;
}

/** Whether a text can be read unit by unit as it stands: whether nothing in it needs Unicode's own rules. */
function isTabled(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= TABLE_SIZE || foldedUnit(unit) === undefined) return false;
  }
  return true;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit < TABLE_SIZE ? (kinds[unit] ?? OTHER) : OTHER;
}

function kindOf(unit: number): number {
  const folded = foldedUnit(unit);
  if (folded === 0) return MARK;
  const letter = String.fromCharCode(folded ?? unit);
  if (/[a-z]/.test(letter)) return LATIN;
  if (/[\u0620-\u063F\u0641-\u064A\u066E-\u06D3\u06FA-\u06FF\u0750-\u077F]/.test(letter)) return ARABIC;
  return /[\p{L}\p{N}'’ʼ]/u.test(letter) ? OTHER : GAP;
}

function asWord(run: string): string {
  let word = run;
  if (MARKED.test(run)) word = run.replaceAll(',', '').replace(POSSESSIVE, '').replace(APOSTROPHE, '');
  if (word.length <= LONGEST_WORD) return word;
  const splitsPair = /[\uD800-\uDBFF]/.test(word[LONGEST_WORD - 1] ?? '');
  return word.slice(0, splitsPair ? LONGEST_WORD - 1 : LONGEST_WORD);
}
