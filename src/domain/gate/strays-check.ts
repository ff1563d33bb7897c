import { daysOf } from './dates-check.ts';
import type { FactSentence, Facts } from './facts.ts';
import type { Fault } from './fault.ts';
import { holds, keySet } from './sources.ts';

/** Share of a sentence's telling words that its sources must hold, by stem or root. */
const LEAST_HELD = 0.4;
/** The same where a name or a number of the sentence is the sources' own. */
const LEAST_ANCHORED = 0.25;
/** Sentences with fewer telling words are judged by their names and numbers alone. */
const FEW_WORDS = 4;
/** Consonants above which two words of different scripts are hardly alike by chance. */
const LONG_BONE = 3;

/** The first sentence of a summary that its sources do not bear out in the words they share. */
export function strayFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  const foreign = summary.filter(({ script }) => !facts.scripts.has(script));
  const loose = foreign.filter((sentence) => !isAnchored(sentence, facts));
  if (loose.length > foreign.length / 2) return { check: 'strays', what: loose[0]?.text.slice(0, 60) ?? '' };
  let matters: ReadonlySet<string> | undefined;
  for (const sentence of summary) {
    if (foreign.includes(sentence)) continue;
    const telling = sentence.words.filter((word) => word.telling);
    if (telling.length < FEW_WORDS) continue;
    const loose = telling.filter(
      ({ stem, roots }) =>
        !facts.stems.has(stem) && !roots.some((root) => root.length > 2 && facts.roots.has(root)),
    );
    const most = (1 - (isAnchored(sentence, facts) ? LEAST_ANCHORED : LEAST_HELD)) * telling.length;
    if (loose.length <= most) continue;
    matters ??= keySet(facts.sentences.flatMap(({ words }) => words));
    const own = matters;
    if (loose.filter((word) => !holds(own, word)).length > most)
      return { check: 'strays', what: sentence.text.slice(0, 60) };
  }
  return undefined;
}

/** In another language a sentence is held by a name, a number or a day; half of them must be. */
function isAnchored(sentence: FactSentence, facts: Facts): boolean {
  const { names, numbers, words, bones, script } = sentence;
  if (names.some(({ id }) => facts.nameIds.has(id))) return true;
  if (numbers.some(({ value, digits }) => (digits !== '' || value > 2) && facts.numbers.has(value)))
    return true;
  const days = daysOf(sentence);
  if (days.length > 0 && facts.sentences.some((source) => daysOf(source).some((day) => days.includes(day))))
    return true;
  const other = script === 'arabic' ? facts.skeletons.latin : facts.skeletons.arabic;
  for (const bone of bones) if (bone.length > LONG_BONE && other.has(bone)) return true;
  return words.length < FEW_WORDS;
}
