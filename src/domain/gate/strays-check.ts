import type { FactSentence, Facts } from './facts.ts';
import type { Fault } from './fault.ts';

/** Share of a sentence's telling words that its sources must hold, by stem or root. */
const LEAST_HELD = 0.4;
/** Sentences with fewer telling words are judged by their names and numbers alone. */
const FEW_WORDS = 4;

/** The first sentence of a summary that its sources do not bear out in the words they share. */
export function strayFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  const foreign = summary.filter(({ script }) => !facts.scripts.has(script));
  const loose = foreign.filter((sentence) => !isAnchored(sentence, facts));
  if (loose.length > foreign.length / 2) return { check: 'strays', what: loose[0]?.text.slice(0, 60) ?? '' };
  for (const sentence of summary) {
    if (foreign.includes(sentence)) continue;
    const telling = sentence.words.filter((word) => word.telling);
    if (telling.length < FEW_WORDS) continue;
    const held = telling.filter(
      ({ stem, roots }) =>
        facts.stems.has(stem) || roots.some((root) => root.length > 2 && facts.roots.has(root)),
    );
    if (held.length < LEAST_HELD * telling.length)
      return { check: 'strays', what: sentence.text.slice(0, 60) };
  }
  return undefined;
}

/** In another language a sentence is held by a name or a number; half of them must be. */
function isAnchored({ names, numbers, words }: FactSentence, facts: Facts): boolean {
  if (names.some(({ id }) => facts.nameIds.has(id))) return true;
  if (numbers.some(({ value, digits }) => (digits !== '' || value > 2) && facts.numbers.has(value)))
    return true;
  return words.length < FEW_WORDS;
}
