import type { WrittenNumber } from '../../text/number-words.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import { holds, keySet } from './sources.ts';

/** Words that an item of a list has at most. */
const ITEM = 3;
const COMMA = /^[,،] ?$/;

/** `2:01:52`: one figure in several numbers. */
export function isClock({ at }: WrittenNumber, { words }: FactSentence, facts: Facts): boolean {
  const joined = (step: number) => words[step]?.gap === ':' && words[step]?.script === 'number';
  if (!joined(at) && !joined(at + 1)) return false;
  let [from, to] = [at, at];
  while (joined(from)) from--;
  while (joined(to + 1)) to++;
  const run = words.slice(from, to + 1).map(({ form }) => form);
  return facts.sentences.some(({ words: others }) =>
    others.some((_, start) =>
      run.every(
        (form, step) =>
          others[start + step]?.form === form && (step === 0 || others[start + step]?.gap === ':'),
      ),
    ),
  );
}

/** «موانئ الشويخ والشعيبة والدوحة» are three ports: what the sources list, a summary may count. */
export function isListed(count: number, counted: readonly FactWord[], { sentences }: Facts): boolean {
  return sentences.some(({ words }) => {
    const keys = keySet(words.filter(({ telling }) => telling));
    return counted.some((word) => holds(keys, word)) && listsIn(words).includes(count);
  });
}

/** How many items each list of a sentence has: between commas, the last behind «and». */
function listsIn(words: readonly FactWord[]): number[] {
  const lists: number[] = [];
  let [items, last] = [1, Number.NEGATIVE_INFINITY];
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    const and = word?.form === 'and' || /^و(?:.{2}|$)/.test(word?.form ?? '');
    if (!and && !COMMA.test(word?.gap ?? '')) continue;
    items = at - last > ITEM ? 2 : items + 1;
    // «B, and C» is parted once.
    last = word?.form === 'and' ? at + 1 : at;
    if (and) lists.push(items);
  }
  return lists;
}
