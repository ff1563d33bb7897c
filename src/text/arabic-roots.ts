import { COMMON_ROOTS, STOCK_FORMS } from './common-roots.ts';
import { withoutClitics } from './name-tables/name-words.ts';

/** Letters that come and go between forms of one root. */
const WEAK = /[اويءئؤىآأإ]/g;
/** Endings, the longer first: pronouns joined behind, then plurals, feminine and verb endings. */
const PRONOUNS = /(?:هما|كما|ها|هم|هن|نا|كم|ني|ه)$/;
const ENDINGS = /(?:تان|تين|ون|ين|ان|ات|وا|تا|يه|وي|ه|ت|ي|ن|ا)$/;
const SHORTEST = 2;
const SHORT = 5;
const LONGEST_ROOT = 4;

/**
 * What may be the root of a normalised Arabic word, without its weak letters: افتتاح and يفتتح are both فتح or فتتح, إعلان
 * and يعلن both علن, فازت is فز. Several guesses, since patterns cannot be told from letters alone; two words with a guess
 * in common are likely kin. Taken off: joined particles, pronouns, endings; of the pattern س ت م ن in front and ت behind the
 * first letter.
 */
export function rootGuesses(form: string): string[] {
  const guesses = new Set<string>();
  for (const reading of withoutClitics(form)) {
    const bare = reading.startsWith('ال') && reading.length > 4 ? reading.slice(2) : reading;
    for (const whole of endingsOff(bare)) {
      const bones = whole.replace(WEAK, '');
      for (const root of patternsOff(bones)) {
        // Two letters are a root where a weak one was lost, not where a pattern was taken off a strong one.
        const hollow = root === bones || /[اويئ]/.test(whole.slice(1, -1));
        const least = hollow && whole.length <= SHORT ? SHORTEST : SHORTEST + 1;
        if (root.length >= least && root.length <= LONGEST_ROOT) guesses.add(root);
      }
    }
  }
  return [...guesses];
}

function endingsOff(word: string): string[] {
  // A closing ه is an ending of longer words, never of the root.
  const all = word.length > 4 && word.endsWith('ه') ? [] : [word];
  const noPronoun = word.replace(PRONOUNS, '');
  if (noPronoun.length >= 3) all.push(noPronoun);
  for (const each of [word, noPronoun]) {
    const short = each.replace(ENDINGS, '');
    if (short.length >= 3) all.push(short);
  }
  return all;
}

function patternsOff(bare: string): string[] {
  const all = [bare];
  if (bare.length > 4 && /^[ميتن]?ست/.test(bare)) all.push(bare.replace(/^[ميتن]?ست/, ''));
  if (bare.length > 4 && /^[سم]ت/.test(bare)) all.push(bare.slice(2));
  if (bare.length > 2 && /^[سمتن]/.test(bare)) all.push(bare.slice(1));
  for (const each of [...all]) {
    if (each.length > 3 && each[1] === 'ت') all.push((each[0] ?? '') + each.slice(2));
    // ط and د stand for that ت beside some letters: اصطدم, ازدحم.
    if (each.length > 3 && /^(?:[صض]ط|زد)/.test(each)) all.push((each[0] ?? '') + each.slice(2));
  }
  return all;
}

/** Whether an Arabic word belongs to the stock of words that any news is written in; its guesses are of rootGuesses. */
export function isStockWord(form: string, roots: readonly string[]): boolean {
  return (
    roots.some((root) => COMMON_ROOTS.has(root)) ||
    STOCK_FORMS.has(form.replace(/^[وفبلك]{0,2}(?:ال)?/, '').replace(/(?<=.{3})ا$/, ''))
  );
}
