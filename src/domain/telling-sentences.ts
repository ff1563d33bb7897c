import { isWholeSentence, sentences } from '../text/sentences.ts';
import { wordTerms } from '../text/terms.ts';
import { outsideMark } from './gate/outside-marks.ts';
import { isMachineOrder } from './machine-orders.ts';
import { isPageFurniture, withoutDateline } from './page-furniture.ts';

/** A sentence that may stand in an extract. */
export interface TellingSentence {
  text: string;
  /** Words by white space. */
  words: number;
  /** It speaks of somebody or something that the sentence before it names. */
  leans: boolean;
}

/** Text that is read at most, in UTF-16 units, where only a few sentences are wanted. */
export const READ_UNITS = 6000;

/** Ends that mean: the text goes on elsewhere. */
const GOES_ON = /(?:\.{3}|…|\[(?:\.{3}|…|\+\d+ chars)\])[\s"'”’»)\]}\u200e\u200f\u2069]*$/u;
/** He said, and added, but, by then: words that begin a sentence which is half understood by itself. */
const LEANS_ARABIC =
  /^["«“(]*[وف]?(?:(?:أضاف|تابع|استطرد|أردف)(?:ت|وا)?|(?:أوضح|أكد|أشار|قال|ذكر|لفت|شدد|بين)(?:ت|وا)?(?=\s+(?:إلى\s+)?[أإ]ن|\s*[:«"“])|هو|هي|هم|ذلك|تلك|لكن(?:ه|ها|هم)?|كما|هكذا|بذلك|ثم|حينها|عندها|وقتها|بعدها|حينئذ|عندئذ|(?:بعد|قبل|منذ|حتى|عند|مع|رغم|إلى) ذلك|لذلك|غير أن(?:ه|ها)?|إلا أن(?:ه|ها)?|في المقابل|من جهت(?:ه|ها)|من جانب(?:ه|ها)|بدور(?:ه|ها))(?![\p{L}\p{M}])/u;
const LEANS_ENGLISH =
  /^["“‘(]*(?:He|She|It|They|Them|His|Her|Hers|Their|This|That|These|Those|But|And|However|Still|Instead|Also|Both|Then|So|Yet|Meanwhile|(?:By|Until|Since|Before|After) (?:then|that)|At (?:that|the same) (?:time|moment|point)|The (?:former|latter|two|pair|other))\b/;

/**
 * The sentences of an article that an extract may use, in order: no furniture of the page, none that breaks off, none that
 * opens a quotation and leaves it open, none with a link or a handle. What gives orders to a program goes with all that
 * follows it in its paragraph. `cut`: the text is known to end too early. A text that is one sentence without its full stop
 * is taken as it stands, unless it breaks off.
 */
export function tellingSentences(text: string, cut = false): TellingSentence[] {
  const paragraphs = text.split('\n').map(sentences);
  const last = paragraphs.findLast((paragraph) => paragraph.length > 0);
  const ending = last?.at(-1);
  const single = paragraphs.reduce((sum, { length }) => sum + length, 0) === 1;
  if (ending !== undefined && breaksOff(ending, cut || !single)) last?.pop();
  const telling: TellingSentence[] = [];
  for (const paragraph of paragraphs) {
    for (const each of paragraph) {
      const sentence = telling.length === 0 ? withoutDateline(each) : each;
      if (isMachineOrder(sentence)) break;
      if (isPageFurniture(sentence) || !closesItsQuotations(sentence) || outsideMark(sentence)) continue;
      const words = wordCount(sentence);
      if (words > 0) telling.push({ text: sentence, words, leans: leans(sentence) });
    }
  }
  return telling;
}

/** How many words a text has, by white space. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function breaksOff(sentence: string, pointWanted: boolean): boolean {
  return GOES_ON.test(sentence) || (pointWanted && !isWholeSentence(sentence));
}

function leans(sentence: string): boolean {
  const start = sentence.slice(0, 40);
  return LEANS_ARABIC.test(start) || LEANS_ENGLISH.test(start);
}

function closesItsQuotations(sentence: string): boolean {
  let [angular, curly, straight] = [0, 0, 0];
  for (const [mark] of sentence.matchAll(/["«»“”]/g)) {
    if (mark === '"') straight++;
    else if (mark === '«') angular++;
    else if (mark === '»') angular--;
    else if (mark === '“') curly++;
    else curly--;
  }
  return angular <= 0 && curly <= 0 && straight % 2 === 0;
}

/**
 * How near each sentence is to what the whole is about, 0 to 1 with 1 for the nearest: cosine of its stemmed words to those of
 * all sentences together and, twice, the title (Radev et al. 2004, centroid).
 */
export function centralities(all: readonly TellingSentence[], title = ''): number[] {
  const bags = all.map(({ text }) => new Set(wordTerms(text)));
  const centre = new Map<string, number>();
  for (const bag of bags) for (const term of bag) centre.set(term, (centre.get(term) ?? 0) + 1);
  for (const term of new Set(wordTerms(title))) centre.set(term, (centre.get(term) ?? 0) + 2);
  const near = bags.map((bag) => {
    let sum = 0;
    for (const term of bag) {
      // A word of one sentence alone says nothing of the others.
      const weight = centre.get(term) ?? 0;
      if (weight > 1) sum += weight;
    }
    return bag.size === 0 ? 0 : sum / Math.sqrt(bag.size);
  });
  const most = Math.max(...near, Number.MIN_VALUE);
  return near.map((each) => each / most);
}
