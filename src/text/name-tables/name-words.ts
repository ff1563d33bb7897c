import { HASH_START, hashedWith } from '../hash.ts';
import type { Word } from '../lexicon.ts';
import { lexicon } from '../lexicon.ts';

/** A word of a text as names are read from it. */
export interface NameWord {
  /** As written, in NFKC. */
  raw: string;
  /** Normalised; Latin in lower case without accents. */
  form: string;
  /** What holds of an Arabic word wherever it stands. */
  known: Word | undefined;
  script: 'arabic' | 'latin' | 'number';
  /** What stands between the word before and this one. */
  gap: string;
  /** Whether a name may run on from the word before into this one: nothing but blanks, hyphens and quotes between. */
  runsOn: boolean;
  /** The stretch between line ends and full stops that the word stands in. */
  stretch: number;
}

// In order: an Arabic word, initials (U.S.), a number with what is glued to it (1,200; 3.5bn; 26th; 5G), a Latin word.
const WORD =
  /[[[\p{L}\p{M}]&&[\p{sc=Arabic}\p{M}]]\u0640]+(?:(?<=[أا]وبك)\+)?|(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\d]))?|\d+(?:[.,]\d+)*(?:\p{sc=Latin}[\p{sc=Latin}\d]*)?|\p{sc=Latin}[\p{sc=Latin}\p{M}\d]*(?:(?<=[Oo][Pp][Ee][Cc])\+)?/vy;
const UNSEEN = /\p{Cf}/gu;
const UNSEEN_ANY = /\p{Cf}/u;
const MARK = /\p{M}/u;
const EASTERN_DIGIT = /[\u0660-\u0669\u066b\u066c\u06f0-\u06f9]/g;
const ASCII_WORD = /^[A-Za-z\d.,+]+$/;
const RUNS_ON = /^[\s'’‘"«»“”&-]*$/;
const BREAK = /[\n\r]|[.!?؟؛;:…]\s/;
const PLUS = 0x2b;

/** What a unit can be of a word: nothing, a letter or mark of a run that is one Arabic word, or what the pattern must tell. */
const GAP = 0;
const ARABIC = 1;
const OTHER = 2;
/** Code units up to here have a place in the table: Latin and Arabic letters, general punctuation. */
const TABLE_SIZE = 0x2070;
const kinds = unitKinds();
/** Which units stay as they are when a text is cleaned, whatever stands beside them. */
const settled = settledUnits();

function unitKinds(): Uint8Array {
  const arabic = /[[[\p{L}\p{M}]&&[\p{sc=Arabic}\p{M}]]\u0640]/v;
  const other = /[\p{Lu}\p{sc=Latin}\d]/u;
  return Uint8Array.from({ length: TABLE_SIZE }, (_, unit) => {
    const letter = String.fromCharCode(unit);
    if (arabic.test(letter)) return ARABIC;
    return other.test(letter) ? OTHER : GAP;
  });
}

/** Marks are not among them: Unicode puts them in order, and makes one of some and the letter before. */
function settledUnits(): Uint8Array {
  return Uint8Array.from({ length: TABLE_SIZE }, (_, unit) => {
    const letter = String.fromCharCode(unit);
    return Number(!MARK.test(letter) && cleaned(letter) === letter);
  });
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit < TABLE_SIZE ? (kinds[unit] ?? OTHER) : OTHER;
}

function westernDigit(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x66b) return '.';
  return code === 0x66c ? ',' : String(code & 0xf);
}

function latinForm(raw: string): string {
  const plain = ASCII_WORD.test(raw) ? raw : raw.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.includes('.') ? plain.replaceAll('.', '').toLowerCase() : plain.toLowerCase();
}

/** The Arabic word that begins at a place, if one does that the pattern need not look at. */
function arabicAt(text: string, start: number): Word | undefined {
  let [end, hash] = [start, HASH_START];
  while (end < text.length && kindAt(text, end) === ARABIC) hash = hashedWith(hash, text.charCodeAt(end++));
  const open = end < text.length && (text.charCodeAt(end) === PLUS || text.charCodeAt(end) >= TABLE_SIZE);
  return end === start || open ? undefined : lexicon.at(text, start, end, hash >>> 0);
}

/** The word that begins at a place; where it stands is for the caller to fill in. */
function wordAt(text: string, start: number): NameWord | undefined {
  const arabic = arabicAt(text, start);
  if (arabic) return nameWord(arabic.raw, arabic.word, 'arabic', arabic);
  WORD.lastIndex = start;
  const raw = WORD.exec(text)?.[0];
  if (raw === undefined) return undefined;
  const code = raw.charCodeAt(0);
  if (code >= 0x300 && code < 0x1e00) {
    const marked = lexicon.of(raw);
    return nameWord(raw, marked.word, 'arabic', marked);
  }
  const isNumber = code >= 0x30 && code <= 0x39;
  return isNumber ? nameWord(raw, raw.toLowerCase(), 'number') : nameWord(raw, latinForm(raw), 'latin');
}

function nameWord(raw: string, form: string, script: NameWord['script'], known?: Word): NameWord {
  return { raw, form, known, script, gap: ' ', runsOn: false, stretch: 0 };
}

/** In NFKC, without what is not seen, digits in ASCII. */
function cleaned(text: string): string {
  const whole = text.normalize('NFKC');
  const seen = UNSEEN_ANY.test(whole) ? whole.replace(UNSEEN, '') : whole;
  return seen.replace(EASTERN_DIGIT, westernDigit);
}

/** Whether nothing in a text is for cleaning: most texts are so, and are told at a glance. */
function isClean(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= TABLE_SIZE || settled[unit] !== 1) return false;
  }
  return true;
}

/**
 * Splits a text into words. Possessive `'s` is dropped, digits are ASCII, a hyphen parts words, `U.S.` is one word.
 * Marks stay in `raw`, since عُمان and عمّان differ in nothing else.
 */
export function nameWords(text: string): NameWord[] {
  const clean = isClean(text) ? text : cleaned(text);
  const words: NameWord[] = [];
  let end = 0;
  let stretch = 0;
  for (let at = 0; at < clean.length; ) {
    const word = kindAt(clean, at) === GAP ? undefined : wordAt(clean, at);
    if (!word) {
      at++;
      continue;
    }
    const { raw, form } = word;
    const gap = at === end + 1 && clean[end] === ' ' ? ' ' : clean.slice(end, at);
    const previous = words.at(-1);
    at += raw.length;
    end = at;
    if ((raw === 's' || raw === 'S') && (gap === "'" || gap === '’')) continue;
    if (form === '') continue;
    // A full stop after one or two letters ends an abbreviation (St. Petersburg) rather than a sentence.
    const abbreviated = gap === '. ' && previous !== undefined && previous.form.length <= 2;
    if (gap.length > 1 && !abbreviated && BREAK.test(gap)) stretch += 1;
    else if (gap === '\n') stretch += 1;
    word.gap = gap;
    word.runsOn = previous?.stretch === stretch && (gap === ' ' || abbreviated || RUNS_ON.test(gap));
    word.stretch = stretch;
    words.push(word);
  }
  return words;
}

// 'ال' behind ل is written لل: للسعودية stands for ل + السعودية, but للبنان for ل + لبنان.
const ATTACHED = 'بلك';
const MAY_BE_ATTACHED = 'وفبلك';
const LONGEST_WORD = 30;

/** The word as it stands, then what is left of it behind و ف, then behind ب ل ك: وبالسعودية → وبالسعودية, بالسعودية, السعودية. */
export function withoutClitics(form: string): string[] {
  const readings = [form];
  const first = form[0] ?? ' ';
  if (form.length < 4 || form.length > LONGEST_WORD || !MAY_BE_ATTACHED.includes(first)) return readings;
  let rest = form;
  if (first === 'و' || first === 'ف') {
    rest = form.slice(1);
    readings.push(rest);
  }
  if (rest.length < 4 || !ATTACHED.includes(rest[0] ?? ' ')) return readings;
  if (rest.startsWith('لل')) readings.push(`ال${rest.slice(2)}`);
  readings.push(rest.slice(1));
  return readings;
}
