import { joinedWords } from './compounds.ts';
import type { Word } from './lexicon.ts';
import { spelledWords } from './lexicon.ts';
import { scanWords } from './word-scan.ts';

const EDGE = '_';

/** U.S., U.S.A, e.g.: letters with a point after each but perhaps the last. */
const DOTTED = /(?<![A-Za-z0-9.])[A-Za-z](?:\.[A-Za-z])+(?![A-Za-z0-9])\.?/g;
const AMERICA = /\bUSA?\b/g;
/** A text where capitals stand out: it has letters without them, or is one word. */
const TELLS_CAPITALS = /[a-z\u0620-\u064A]|^\S*$/;
const ASTRAL = /[\uD800-\uDFFF]/;

/**
 * The words of a text, normalised, in order and with repeats. A number is one word, without its thousands marks; `'s` is gone;
 * the country written U.S., US or USA is `usa`, while the pronoun stays `us`. Words are cut at 64 UTF-16 units.
 */
export function words(text: string): string[] {
  return allWords(text).map(({ word }) => word);
}

/** The words that tell what a text is about: names of two words made one, stop words left out unless there is nothing else. */
export function tellingWords(text: string): Word[] {
  const all = allWords(text);
  const telling = all.filter(({ stop }) => !stop);
  const kept = telling.length > 0 ? telling : all;
  return kept.some(({ joins }) => joins) ? joinedWords(kept, (spelling) => spelledWords.of(spelling)) : kept;
}

/** Words without stop words in the spelling that stands for all their spellings, stemmed by script; order and repeats kept. */
export function wordTerms(text: string): string[] {
  return tellingWords(text).map(({ stem }) => stem);
}

/** The words from which grams are made: unified in spelling, not stemmed, stop words left out unless there is nothing else. */
export function gramWords(text: string): string[] {
  return tellingWords(text).map(({ spelling }) => spelling);
}

/** The stems of words as `gramWords` gives them, in their order. */
export function stems(spellings: readonly string[]): string[] {
  return spellings.map((spelling) => spelledWords.of(spelling).stem);
}

function allWords(text: string): Word[] {
  return scanWords(withAcronyms(text));
}

/**
 * Character n-grams of each word between two edge marks: `بنك` gives `_بن`, `بنك`, `نك_` for n = 3. A word of n - 2 letters or
 * fewer is one gram with both its edges.
 */
export function grams(text: string, n: number): string[] {
  return gramsOf(gramWords(text), n);
}

/** The same of words as `gramWords` gives them. */
export function gramsOf(words: readonly string[], n: number): string[] {
  const all: string[] = [];
  for (const word of words) addGrams(all, `${EDGE}${word}${EDGE}`, n);
  return all;
}

function addGrams(all: string[], framed: string, n: number): void {
  const letters = ASTRAL.test(framed) ? [...framed] : framed;
  if (letters.length <= n) {
    all.push(framed);
    return;
  }
  for (let at = 0; at + n <= letters.length; at++) {
    const gram = letters.slice(at, at + n);
    all.push(typeof gram === 'string' ? gram : gram.join(''));
  }
}

/** Acronyms without their points, while capitals still tell a country from a pronoun; a text all in capitals does not tell. */
function withAcronyms(text: string): string {
  const joined = text.includes('.') ? text.replace(DOTTED, acronym) : text;
  return joined.includes('US') && TELLS_CAPITALS.test(joined) ? joined.replace(AMERICA, 'usa') : joined;
}

function acronym(dotted: string): string {
  const letters = dotted.replaceAll('.', '');
  return `${/^usa?$/i.test(letters) ? 'usa' : letters} `;
}
