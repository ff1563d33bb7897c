import type { WrittenNumber } from '../../text/number-words.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import { holds, keySet } from './sources.ts';

/** Words that an item of a list has at most. */
const ITEM = 3;
/** Words before the first comma among which stands what is listed: “foreign ministers of Egypt, …”. */
const LEAD = 4;
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

/** «موانئ الشويخ والشعيبة والدوحة» are three ports: what the sources list behind a word, a summary may count by it. */
export function isListed(count: number, counted: readonly FactWord[], { sentences }: Facts): boolean {
  return sentences.some(({ words }) =>
    listsIn(words).some(({ items, from, to }) => {
      if (items !== count) return false;
      // «The Shuwaikh, Shuaiba and Doha ports»: in English what is listed may stand behind.
      const named = [
        ...words.slice(Math.max(0, from - LEAD), from + 1),
        ...words.slice(to + 1, to + 1 + ITEM),
      ];
      const keys = keySet(named.filter(({ telling }) => telling));
      return counted.some((word) => holds(keys, word));
    }),
  );
}

interface List {
  items: number;
  /** Where its first comma or «and» stands. */
  from: number;
  /** Where its «and» stands. */
  to: number;
}

/** The lists of a sentence: between commas, the last item behind «and». */
function listsIn(words: readonly FactWord[]): List[] {
  const lists: List[] = [];
  let [items, last, from] = [1, Number.NEGATIVE_INFINITY, 0];
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    const and = word?.form === 'and' || /^و(?:.{2}|$)/.test(word?.form ?? '');
    if (!and && !COMMA.test(word?.gap ?? '')) continue;
    const goesOn = at - last <= ITEM;
    if (!goesOn) from = at;
    items = goesOn ? items + 1 : 2;
    // «B, and C» is parted once.
    last = word?.form === 'and' ? at + 1 : at;
    if (and) lists.push({ items, from, to: at });
  }
  return lists;
}
