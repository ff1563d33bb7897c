import { lightStem } from './arabic.ts';
import { mayJoin } from './compounds.ts';
import { stemEnglish } from './english.ts';
import { normalize } from './normalize.ts';
import { newsSpelling } from './spellings.ts';
import { isStopword } from './stopwords.ts';
import { WordMemory } from './word-memory.ts';

const ARABIC = /^[\u0620-\u064A\u066E-\u06D3]/;
const LATIN = /^[a-z]/;

/** What holds of a word wherever it stands. */
export interface Word {
  /** As it was written, or normalised already. */
  raw: string;
  /** Normalised. */
  word: string;
  /** In the spelling that stands for all its spellings. */
  spelling: string;
  /** The stem of that spelling, by script. */
  stem: string;
  /** Whether it tells nothing of a text's subject. */
  stop: boolean;
  /** Whether it may become one with the word behind it. */
  joins: boolean;
  /** Whether it can begin no name, once asked for. Named from the start: what is added later takes room of its own. */
  plain: boolean | undefined;
}

/** The words of the news as they are written, read once for all who ask. */
export const lexicon = new WordMemory((raw): Word => {
  const word = normalize(raw);
  const spelling = newsSpelling(word);
  return {
    raw,
    word,
    spelling,
    stem: stemOf(spelling),
    stop: isStopword(word),
    joins: mayJoin(spelling),
    plain: undefined,
  };
});

/** Words that are in the one spelling already. */
export const spelledWords = new WordMemory(
  (spelling): Word => ({
    raw: spelling,
    word: spelling,
    spelling,
    stem: stemOf(spelling),
    stop: false,
    joins: false,
    plain: undefined,
  }),
);

function stemOf(spelling: string): string {
  if (ARABIC.test(spelling)) return lightStem(spelling);
  return LATIN.test(spelling) ? stemEnglish(spelling) : spelling;
}
