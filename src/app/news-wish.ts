import type { Topic } from '../domain/topic.ts';
import { topicsWithin } from '../domain/topic.ts';
import { nameWords } from '../text/name-tables/name-words.ts';
import { numbersIn } from '../text/number-words.ts';
import { bareWord, has, plainly, without } from './asking.ts';

/** Stories on a page, at most. */
export const MOST_STORIES = 20;
/** Topics asked for at once, at most: the buttons of the list name them. */
const MOST_TOPICS = 2;

/** «اليوم السابع», “7th”: one of them, and not so many. */
const ORDINAL = /^ال|(?:st|nd|rd|th)$/;

/**
 * What `/latest` is to read of a sentence that asks for news and says no more: topics and number of “give me the top three
 * sports stories”. Nothing when it says anything else.
 */
export function newsWish(text: string, topics: readonly Topic[]): string | undefined {
  const words = plainly(text).lookedFor;
  // «والرياضة؟» asks on.
  words[0] = words[0]?.replace(/^و(?=ال)/, '') ?? '';
  const isRanked = has(words, 'rankWords');
  const isOne = isRanked && has(words, 'oneStory');
  const left = without(words, [
    'newsWords',
    'rankWords',
    'todayWords',
    ...(isOne ? (['oneStory'] as const) : []),
  ]);
  // “Top 100” wants more than there is room for; “France 24” is a name, 1967 a year.
  const most = isRanked ? 100 : has(words, 'newsWords') ? MOST_STORIES : 0;
  const numberAt = left.findIndex((word) => amountIn(word, most) !== undefined);
  const [number] = left.splice(numberAt, numberAt < 0 ? 0 : 1);
  const amount = amountIn(number, most) ?? (isOne ? 1 : undefined);
  const named = topicsNamed(left.join(' '), topics);
  if (!named || (named.length === 0 && amount === undefined)) return undefined;
  return [...named.map(({ id }) => id), amount ?? ''].join(' ').trim();
}

/** The topics that are all of some words, as many as a button has room for; nothing where they name anything else. */
export function topicsNamed(words: string, topics: readonly Topic[]): Topic[] | undefined {
  if (words === '') return [];
  const named = topicsWithin(topics, words);
  const found = named.topics.length <= MOST_TOPICS && named.rest === '' ? named.topics : [];
  return found.length > 0 ? found : undefined;
}

/** How many stories a word asks for, no more than `most`: `5`, `٥`, «خمسة», “five”. */
function amountIn(word: string | undefined, most: number): number | undefined {
  if (word === undefined || ORDINAL.test(bareWord(word))) return undefined;
  const words = nameWords(word);
  const [number] = numbersIn(words);
  const isAmount = number?.length === words.length && Number.isInteger(number.value);
  return isAmount && number.value >= 1 && number.value <= most ? number.value : undefined;
}
