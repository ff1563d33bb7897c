import { lightStem } from './arabic.ts';
import { joinedWords, mayJoin } from './compounds.ts';
import { stemEnglish } from './english.ts';
import { normalize } from './normalize.ts';
import { newsSpelling } from './spellings.ts';
import { isStopword } from './stopwords.ts';
import { remembering } from './word-memory.ts';

/** Longer runs of letters are no words; what follows is not indexed. */
const LONGEST_WORD = 64;
const EDGE = '_';

/** A number with thousands marks or a fraction, a run of Arabic letters (و15 is two words), or one of letters and digits with apostrophes inside. */
const WORD =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\p{L}\p{N}])|(?<!\d\.)\d+\.\d+(?!\.?[\p{L}\p{N}])|[\u0620-\u063F\u0641-\u064A\u066E-\u06D3\u06FA-\u06FF\u0750-\u077F]+|[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*/gu;
const APOSTROPHE = /['’ʼ]/g;
const MARKED = /[,'’ʼ]/;
const POSSESSIVE = /['’ʼ]s$/;
/** U.S., U.S.A, e.g.: letters with a point after each but perhaps the last. */
const DOTTED = /(?<![A-Za-z0-9.])[A-Za-z](?:\.[A-Za-z])+(?![A-Za-z0-9])\.?/g;
const AMERICA = /\bUSA?\b/g;
/** A text where capitals stand out: it has letters without them, or is one word. */
const TELLS_CAPITALS = /[a-z\u0620-\u064A]|^\S*$/;
const ARABIC = /^[\u0620-\u064A\u066E-\u06D3]/;
const LATIN = /^[a-z]/;
const ASTRAL = /[\uD800-\uDFFF]/;

/**
 * The words of a text, normalised, in order and with repeats. A number is one word, without its thousands marks; `'s` is gone;
 * the country written U.S., US or USA is `usa`, while the pronoun stays `us`. Words are cut at 64 UTF-16 units.
 */
export function words(text: string): string[] {
  const found: string[] = [];
  for (const [run] of normalize(withAcronyms(text)).matchAll(WORD)) found.push(asWord(run));
  return found;
}

/** Words without stop words in the spelling that stands for all their spellings, stemmed by script; order and repeats kept. */
export function wordTerms(text: string): string[] {
  return stems(gramWords(text));
}

/** The stems of words as `gramWords` gives them, in their order. */
export function stems(words: readonly string[]): string[] {
  return words.map(stemmed);
}

/** The words from which grams are made: unified in spelling, not stemmed, stop words left out unless there is nothing else. */
export function gramWords(text: string): string[] {
  const all = words(text).map(known);
  const telling = all.filter(({ stop }) => !stop);
  const kept = telling.length > 0 ? telling : all;
  const spelled = kept.map(({ spelling }) => spelling);
  return kept.some(({ joins }) => joins) ? joinedWords(spelled) : spelled;
}

const known = remembering((word) => {
  const spelling = newsSpelling(word);
  return { stop: isStopword(word), spelling, joins: mayJoin(spelling) };
});

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

const stemmed: (word: string) => string = remembering((word) => {
  if (ARABIC.test(word)) return lightStem(word);
  return LATIN.test(word) ? stemEnglish(word) : word;
});

function asWord(run: string): string {
  let word = run;
  if (MARKED.test(run)) word = run.replaceAll(',', '').replace(POSSESSIVE, '').replace(APOSTROPHE, '');
  if (word.length <= LONGEST_WORD) return word;
  const splitsPair = /[\uD800-\uDBFF]/.test(word[LONGEST_WORD - 1] ?? '');
  return word.slice(0, splitsPair ? LONGEST_WORD - 1 : LONGEST_WORD);
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
