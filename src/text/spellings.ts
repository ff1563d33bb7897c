import { hashBetween } from './hash.ts';
import type { SpellingRule } from './spelling-table.ts';
import { LANDS, MONTHS, NAMES, NOUNS } from './spelling-table.ts';
import { WordTable } from './word-table.ts';

/** Endings of the adjective of a land: singular, dual and plural, both genders, with and without tanween. */
const NISBA = ['ي', 'يه', 'يا', 'يون', 'يين', 'يان', 'يات', 'يتان', 'يتين', 'يو', 'يي'];
/** Endings that a borrowed or native noun takes; they stay as they are. */
const NOUN_ENDINGS = ['', 'ا', 'ه', 'ها', 'هم', 'ان', 'ين', 'ون', 'ات', 'ي', 'يه', 'يا', 'يين', 'يون', 'يات'];
/** Letters that a root must have before endings are added to it, or prefixes taken off it. */
const SHORTEST = 3;

/** Letters that Arabic borrows for p, v, ch and g; in Arabic news they only vary the spelling of foreign names. */
const BORROWED = /[پڤچگ]/;
const ALL_BORROWED = /[پڤچگ]/g;
const OWN: Readonly<Record<string, string>> = { پ: 'ب', ڤ: 'ف', چ: 'ج', گ: 'غ' };
/** شاطيء for شاطئ: the hamza after the long vowel of a participle or a broken plural. */
const STRAY_HAMZA = /^(.*ا.)يء$/;

interface Spelling {
  raw: string;
  /** The one that stands for it. */
  one: string;
}

const spellings = spellingTable();

/**
 * A normalised Arabic word in the one spelling that stands for all the ways newspapers write it. A word that the table knows
 * loses its prefixes; a land and its adjective become one (امريكا, الاميركيه: امريكي). Other words come back unchanged.
 */
export function newsSpelling(word: string): string {
  const plain = BORROWED.test(word) ? word.replace(ALL_BORROWED, (letter) => OWN[letter] ?? letter) : word;
  const known = inTable(plain, 0) ?? withoutPrefixes(plain);
  if (known !== undefined) return known;
  return plain.endsWith('يء') ? plain.replace(STRAY_HAMZA, '$1ئ') : plain;
}

/** Tries the word after و or ف, then after ب ل ك, then after ال or لل, and after each chain of these. */
function withoutPrefixes(word: string): string | undefined {
  const first = word[0];
  const afterJoint = first === 'و' || first === 'ف' ? 1 : 0;
  for (let from = 0; from <= afterJoint; from++) {
    const found =
      (from > 0 ? knownFrom(word, from) : undefined) ??
      (word.startsWith('ال', from) || word.startsWith('لل', from) ? knownFrom(word, from + 2) : undefined) ??
      ('بلك'.includes(word[from] ?? ' ')
        ? (knownFrom(word, from + 1) ??
          (word.startsWith('ال', from + 1) ? knownFrom(word, from + 3) : undefined))
        : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function knownFrom(word: string, from: number): string | undefined {
  return word.length - from >= SHORTEST ? inTable(word, from) : undefined;
}

function inTable(word: string, from: number): string | undefined {
  return spellings.find(word, from, word.length, hashBetween(word, from, word.length))?.one;
}

function spellingTable(): WordTable<Spelling> {
  const table = new Map<string, string>();
  const add = (variant: string, one: string) => {
    if (!table.has(variant)) table.set(variant, one);
  };
  for (const [variants, one] of rows(MONTHS)) for (const variant of variants) add(variant, one);
  for (const [variants, one] of rows(NAMES)) for (const variant of variants) add(variant, one);
  for (const [variants, one] of rows(NOUNS)) {
    for (const variant of variants) {
      for (const ending of NOUN_ENDINGS) add(ended(variant, ending), ended(one, ending));
    }
  }
  for (const [variants, first] of rows(LANDS)) {
    // تشيلي becomes تشيليي: by that spelling it has always been kept in stores.
    const one = `${first.endsWith('ي') ? first : landRoot(first)}ي`;
    for (const variant of variants) {
      add(variant, one);
      const root = landRoot(variant);
      if (variant.endsWith('يا')) add(`${root}يه`, one);
      else if (variant.endsWith('ا')) add(`${root}ه`, one);
      if (root.length < SHORTEST) continue;
      for (const ending of NISBA) add(root + ending, one);
    }
  }
  const words = new WordTable<Spelling>();
  for (const [raw, one] of table) words.add({ raw, one });
  return words;
}

/** A noun in ه gives it up before another ending: هيئه, هيئات. */
function ended(noun: string, ending: string): string {
  if (!noun.endsWith('ه') || ending === '') return noun + ending;
  const open = ending === 'ات' || ending.startsWith('ي') ? '' : 'ت';
  return noun.slice(0, -1) + open + ending;
}

/** What is left of a land's name before the ي of its adjective. */
function landRoot(land: string): string {
  if (land.endsWith('يا')) return land.slice(0, -2);
  return /[اهي]$/.test(land) ? land.slice(0, -1) : land;
}

function rows(rules: readonly SpellingRule[]): [variants: string[], one: string][] {
  return rules.flatMap(({ words }) =>
    words
      .trim()
      .split(/\s+/)
      .map((row): [string[], string] => {
        const variants = row.split('|').flatMap(expanded);
        return [variants, variants[0] ?? ''];
      }),
  );
}

/** `بنتا[غج]ون` is two words, `هول?يود` is one with and one without ل; the first stands first. */
function expanded(pattern: string): string[] {
  const choice = /\[(.+?)\]|(.)\?/u.exec(pattern);
  if (!choice) return [pattern];
  const letters = choice[1] === undefined ? [choice[2] ?? '', ''] : [...choice[1]];
  const before = pattern.slice(0, choice.index);
  const after = pattern.slice(choice.index + choice[0].length);
  return letters.flatMap((letter) => expanded(before + letter + after));
}
