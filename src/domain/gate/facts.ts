import { lightStem } from '../../text/arabic.ts';
import { rootGuesses } from '../../text/arabic-roots.ts';
import { stemEnglish } from '../../text/english.ts';
import { isGivenName } from '../../text/name-tables/given-names.ts';
import type { NameWord } from '../../text/name-tables/name-words.ts';
import { nameWords, withoutClitics } from '../../text/name-tables/name-words.ts';
import type { NamePlace } from '../../text/names.ts';
import { namePlaces } from '../../text/names.ts';
import { normalize } from '../../text/normalize.ts';
import type { WrittenNumber } from '../../text/number-words.ts';
import { numbersIn } from '../../text/number-words.ts';
import { newsSpelling } from '../../text/spellings.ts';
import { isStopword } from '../../text/stopwords.ts';
import { remembering } from '../../text/word-memory.ts';
import { joinedSkeleton, skeletonsOf } from './skeletons.ts';

/** A word as the gate compares it. */
export interface FactWord extends NameWord {
  stem: string;
  /** Guesses of its root, for Arabic words; see rootGuesses. */
  roots: readonly string[];
  /** Says something by itself: no stop word, no number. */
  telling: boolean;
  /** Id of the name of the tables that begins with it; see names.ts. */
  name?: string;
}

/** A sentence as the gate compares it. */
export interface FactSentence {
  text: string;
  words: readonly FactWord[];
  numbers: readonly WrittenNumber[];
  names: readonly NamePlace[];
  /** Stems and root guesses of its telling words: what it shares with another sentence. */
  kin: ReadonlySet<string>;
  script: 'arabic' | 'latin';
  /** Consonants of its words, three and more, by which scripts are compared. */
  bones: ReadonlySet<string>;
}

/** All that the articles of a story hold, for looking up. */
export interface Facts {
  sentences: readonly FactSentence[];
  forms: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  roots: ReadonlySet<string>;
  nameIds: ReadonlySet<string>;
  /** Every value that stands in digits or words, with the sentences where it stands. */
  numbers: ReadonlyMap<number, readonly FactSentence[]>;
  /** Skeletons of consonants by script of the word they were made from; of Latin words all, not names alone. */
  skeletons: { arabic: ReadonlySet<string>; latin: ReadonlySet<string> };
  /** Of names in Latin letters that no table of given names has. */
  unlisted: ReadonlySet<string>;
  /** The whole text between spaces, folded for looking up quotations. */
  folded: string;
  scripts: ReadonlySet<'arabic' | 'latin'>;
}

// «سائقو الأجرة» are سائقون before another noun.
const arabicStem: (form: string) => string = remembering((form) =>
  lightStem(newsSpelling(form.replace(/(?<=.{4})و$/, 'ون'))),
);
const englishStem: (form: string) => string = remembering(stemEnglish);
const arabicRoots: (stem: string) => readonly string[] = remembering(rootGuesses);

const NONE: readonly string[] = [];

/** Stem of a normalised word, and guesses of its root. */
export function originOf(form: string, script: 'arabic' | 'latin'): Pick<FactWord, 'stem' | 'roots'> {
  return script === 'arabic'
    ? { stem: arabicStem(form), roots: arabicRoots(form) }
    : { stem: englishStem(form), roots: NONE };
}

/** Reads sentences for the gate. */
export function readSentence(text: string): FactSentence {
  let [arabic, latin] = [0, 0];
  const words = nameWords(text).map((word): FactWord => {
    const { form, script } = word;
    if (script === 'number') return { ...word, stem: form, roots: NONE, telling: false };
    if (script === 'arabic') arabic++;
    else latin++;
    const telling = (script === 'arabic' || form.length > 1) && !isStopword(form);
    return { ...word, ...originOf(form, script), telling };
  });
  const names = namePlaces(words);
  for (const { id, at } of names) Object.assign(words[at] ?? {}, { name: id });
  // Only asked for where two scripts meet.
  let bones: Set<string> | undefined;
  const kin = new Set<string>();
  for (const { telling, stem, roots } of words) {
    if (!telling) continue;
    kin.add(stem);
    for (const root of roots) if (root.length > 2) kin.add(root);
  }
  return {
    text,
    words,
    numbers: numbersIn(words),
    names,
    kin,
    script: arabic >= latin ? 'arabic' : 'latin',
    get bones() {
      bones ??= new Set(
        words
          .filter(({ telling }) => telling)
          .flatMap((word) => skeletonsOf(word).filter((key) => key.length > 2)),
      );
      return bones;
    },
  };
}

/** Gathers what sentences hold. */
export function gatherFacts(sentences: readonly FactSentence[]): Facts {
  const [forms, stems, roots] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const nameIds = new Set<string>();
  const numbers = new Map<number, FactSentence[]>();
  let skeletons: Facts['skeletons'] | undefined;
  let unlisted: Facts['unlisted'] | undefined;
  for (const sentence of sentences) {
    for (const word of sentence.words) {
      for (const form of word.script === 'arabic' ? withoutClitics(word.form) : [word.form]) {
        forms.add(form);
        if (form.startsWith('ال')) forms.add(form.slice(2));
      }
      stems.add(word.stem);
      for (const root of word.roots) roots.add(root);
    }
    for (const { id } of sentence.names) nameIds.add(id);
    for (const { value } of sentence.numbers) {
      const places = numbers.get(value);
      if (places) places.push(sentence);
      else numbers.set(value, [sentence]);
    }
  }
  return {
    sentences,
    forms,
    stems,
    roots,
    nameIds,
    numbers,
    get skeletons() {
      skeletons ??= gatherSkeletons(sentences);
      return skeletons;
    },
    get unlisted() {
      unlisted ??= new Set(
        sentences
          .flatMap(({ words }) => words)
          .filter(({ script, raw, form }) => script === 'latin' && /^\p{Lu}/u.test(raw) && !isGivenName(form))
          .flatMap(skeletonsOf),
      );
      return unlisted;
    },
    folded: foldQuotation(sentences.map(({ text }) => text).join(' ')),
    scripts: new Set(sentences.map(({ script }) => script)),
  };
}

function gatherSkeletons(sentences: readonly FactSentence[]): Facts['skeletons'] {
  const skeletons = { arabic: new Set<string>(), latin: new Set<string>() };
  for (const { words } of sentences) {
    for (const [at, word] of words.entries()) {
      if (word.script === 'number') continue;
      for (const key of skeletonsOf(word)) skeletons[word.script].add(key);
      const joined = joinedSkeleton(words, at);
      if (joined !== undefined) skeletons.arabic.add(joined);
    }
  }
  return skeletons;
}

/** A quotation as it is looked up: normalised, words alone, between single spaces. */
export function foldQuotation(text: string): string {
  return ` ${(normalize(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

/** How many stems and roots two sentences share. */
export function shared(one: FactSentence, other: FactSentence): number {
  const [small, large] = one.kin.size < other.kin.size ? [one.kin, other.kin] : [other.kin, one.kin];
  let count = 0;
  for (const each of small) if (large.has(each)) count++;
  return count;
}

/** Whether two words are of one stem or root. */
export function isKin(one: FactWord, other: FactWord): boolean {
  if (!one.telling || !other.telling || one.script !== other.script) return false;
  if (one.stem === other.stem) return true;
  return one.roots.some(
    (root) =>
      other.roots.includes(root) &&
      (root.length > 2 || sharesThree(one.form, other.form) || hasSameEnds(one.form, other.form)),
  );
}

/** Whether two words have three letters in a row in common, as يجوب and تجوب: what tells roots with a weak letter apart. */
function sharesThree(one: string, other: string): boolean {
  for (let at = 0; at + 3 <= one.length; at++) if (other.includes(one.slice(at, at + 3))) return true;
  return false;
}

/** يصاب and يصب: forms of one verb that differ in the weak letter between their ends. */
function hasSameEnds(one: string, other: string): boolean {
  const [a, b] = [one, other].map((form) => form.replace(/^[وف](?=.{3})/, ''));
  return (
    a !== undefined &&
    b !== undefined &&
    a[0] === b[0] &&
    a.at(-1) === b.at(-1) &&
    Math.abs(a.length - b.length) < 2
  );
}
