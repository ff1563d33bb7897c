import { hashBetween } from './hash.ts';
import { KEEP_WORDS } from './keep-words.ts';
import type { WordTable, Written } from './word-table.ts';
import { wordTable } from './word-table.ts';

/** Tried in this order, the first that fits is the only one removed. */
const PREFIXES = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و'] as const;
/** Each removed once, in this order. */
const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي'] as const;
const WAW = 'و'.charCodeAt(0);
/** Stems shorter than this say too little to protect every word that has them. */
const SHORTEST_KEPT = 3;

const kept = keptStems();

/**
 * Light10 on a normalised word: one prefix, then suffixes, two letters at least left (three after و).
 * Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval" (2007). Words of keep-words.ts keep
 * their first letters; before such a word only a joined و goes.
 */
export function lightStem(word: string): string {
  const end = suffixesBegin(word, 0);
  if (isKept(word, 0, end) || isKept(word, 0, word.length)) return word.slice(0, end);
  if (word.charCodeAt(0) === WAW) {
    const joined = suffixesBegin(word, 1);
    if (isKept(word, 1, joined) || isKept(word, 1, word.length)) return word.slice(1, joined);
  }
  const from = prefixEnds(word);
  return word.slice(from, from === 0 ? end : suffixesBegin(word, from));
}

function prefixEnds(word: string): number {
  for (const prefix of PREFIXES) {
    const least = prefix.length === 1 ? 3 : 2;
    if (word.length >= prefix.length + least && standsAt(prefix, word, 0)) return prefix.length;
  }
  return 0;
}

/** Where the suffixes begin that are removed from a word which begins at `from`. */
function suffixesBegin(word: string, from: number): number {
  let end = word.length;
  for (const suffix of SUFFIXES) {
    if (end - from >= suffix.length + 2 && standsAt(suffix, word, end - suffix.length)) end -= suffix.length;
  }
  return end;
}

/** Several times faster than `startsWith`: most affixes end at their first letter. */
function standsAt(affix: string, word: string, from: number): boolean {
  for (let at = 0; at < affix.length; at++) {
    if (affix.charCodeAt(at) !== word.charCodeAt(from + at)) return false;
  }
  return true;
}

function isKept(word: string, from: number, to: number): boolean {
  return to - from >= SHORTEST_KEPT && kept.find(word, from, to, hashBetween(word, from, to)) !== undefined;
}

function keptStems(): WordTable<Written> {
  const stems = new Set<string>();
  for (const word of KEEP_WORDS) {
    const forms = [word, word.slice(0, suffixesBegin(word, 0))];
    if (word.endsWith('ه')) forms.push(`${word.slice(0, -1)}ت`);
    for (const form of forms) if (form.length >= SHORTEST_KEPT) stems.add(form);
  }
  return wordTable(stems);
}
