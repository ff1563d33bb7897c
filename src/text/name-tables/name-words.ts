import { normalize } from '../normalize.ts';
import { remembering } from '../word-memory.ts';

/** A word of a text as names are read from it. */
export interface NameWord {
  /** As written, in NFKC. */
  raw: string;
  /** Normalised; Latin in lower case without accents. */
  form: string;
  /** What is remembered of an Arabic word from one text to the next. */
  known?: KnownWord;
  script: 'arabic' | 'latin' | 'number';
  /** What stands between the word before and this one. */
  gap: string;
  /** Whether a name may run on from the word before into this one: nothing but blanks, hyphens and quotes between. */
  runsOn: boolean;
  /** The stretch between line ends and full stops that the word stands in. */
  stretch: number;
}

/** What holds of an Arabic word wherever it stands. */
export interface KnownWord {
  form: string;
  /** The form by newsSpelling, once asked for. */
  spelling?: string;
  /** Whether it can begin no name, once asked for. */
  plain?: boolean;
}

// In order: an Arabic word, initials (U.S.), a number with what is glued to it (1,200; 3.5bn; 26th; 5G), a Latin word.
const WORD =
  /[[[\p{L}\p{M}]&&[\p{sc=Arabic}\p{M}]]\u0640]+(?:(?<=[أا]وبك)\+)?|(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\d]))?|\d+(?:[.,]\d+)*(?:\p{sc=Latin}[\p{sc=Latin}\d]*)?|\p{sc=Latin}[\p{sc=Latin}\p{M}\d]*(?:(?<=[Oo][Pp][Ee][Cc])\+)?/gv;
const UNSEEN = /\p{Cf}/gu;
const UNSEEN_ANY = /\p{Cf}/u;
const EASTERN_DIGIT = /[\u0660-\u0669\u066b\u066c\u06f0-\u06f9]/g;
const ASCII_WORD = /^[A-Za-z\d.,+]+$/;
const RUNS_ON = /^[\s'’‘"«»“”&-]*$/;
const BREAK = /[\n\r]|[.!?؟؛;:…]\s/;

function westernDigit(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x66b) return '.';
  return code === 0x66c ? ',' : String(code & 0xf);
}

const knownWord = remembering((raw): KnownWord => ({ form: normalize(raw).trim() }));

function latinForm(raw: string): string {
  const plain = ASCII_WORD.test(raw) ? raw : raw.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.includes('.') ? plain.replaceAll('.', '').toLowerCase() : plain.toLowerCase();
}

/**
 * Splits a text into words. Possessive `'s` is dropped, digits are ASCII, a hyphen parts words, `U.S.` is one word.
 * Marks stay in `raw`, since عُمان and عمّان differ in nothing else.
 */
export function nameWords(text: string): NameWord[] {
  let clean = text.normalize('NFKC');
  if (UNSEEN_ANY.test(clean)) clean = clean.replace(UNSEEN, '');
  clean = clean.replace(EASTERN_DIGIT, westernDigit);
  const words: NameWord[] = [];
  let end = 0;
  let stretch = 0;
  for (const match of clean.matchAll(WORD)) {
    const raw = match[0];
    const gap = clean.slice(end, match.index);
    const previous = words.at(-1);
    if ((raw === 's' || raw === 'S') && (gap === "'" || gap === '’')) {
      end = match.index + 1;
      continue;
    }
    end = match.index + raw.length;
    const code = raw.charCodeAt(0);
    const script =
      code >= 0x30 && code <= 0x39 ? 'number' : code >= 0x300 && code < 0x1e00 ? 'arabic' : 'latin';
    const known = script === 'arabic' ? knownWord(raw) : undefined;
    const form = known?.form ?? (script === 'latin' ? latinForm(raw) : raw.toLowerCase());
    if (form === '') continue;
    // A full stop after one or two letters ends an abbreviation (St. Petersburg) rather than a sentence.
    const abbreviated = gap === '. ' && previous !== undefined && previous.form.length <= 2;
    if (gap.length > 1 && !abbreviated && BREAK.test(gap)) stretch += 1;
    else if (gap === '\n') stretch += 1;
    const runsOn = previous?.stretch === stretch && (gap === ' ' || abbreviated || RUNS_ON.test(gap));
    words.push({ raw, form, script, gap, runsOn, stretch, ...(known ? { known } : {}) });
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
