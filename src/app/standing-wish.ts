import { mayBePlace } from '../domain/place.ts';
import { readSubscribe } from '../domain/subscribe-words.ts';
import type { Topic } from '../domain/topic.ts';
import { topicsWithin } from '../domain/topic.ts';
import { normalize } from '../text/normalize.ts';
import {
  bareWords,
  endsWith,
  has,
  placeWithin,
  plainly,
  startsWith,
  without,
  withoutJoints,
} from './asking.ts';

/** An hour that may be of either half of the day, at the end of a text. */
const HALF_DAY = /(?<![\p{Nd}:٫.,-])(?:1[0-2]|[1-9])$/u;

/**
 * What `/subscribe` is to read of a sentence that asks for news each day: topics, hours and place of “send me the sports news
 * every morning at 7”. Nothing when it does not ask for that, or for news of something that is no topic.
 */
export function standingWish(text: string, topics: readonly Topic[]): string | undefined {
  const { words, isQuestion } = plainly(text);
  if (isQuestion || !isStanding(words) || has(words, 'denials') || startsWith(words, 'papers'))
    return undefined;
  const [morning, evening] = [has(words, 'everyMorning'), has(words, 'everyEvening')];
  const rest = bare(words);
  if (!isWhole(rest, words, topics)) return undefined;
  const part = morning ? ' am' : evening ? ' pm' : '';
  return HALF_DAY.test(normalize(rest)) ? `${rest}${part}` : rest;
}

/** Whether a sentence asks that news be sent no more, and says nothing else: “don't send me news every day”. */
export function endsWish(text: string, topics: readonly Topic[]): boolean {
  const { words, isQuestion } = plainly(text);
  if (isQuestion || !isStanding(words) || !has(words, 'denials')) return false;
  const { zoneWords = '' } = readSubscribe(bare(without(words, ['denials'])));
  return topicsWithin(topics, zoneWords).rest === '';
}

function isStanding(words: readonly string[]): boolean {
  const every = (['everyDay', 'everyMorning', 'everyEvening'] as const).some((key) => has(words, key));
  return every && (has(words, 'newsWords') || startsWith(words, 'standingOrders'));
}

function bare(words: readonly string[]): string {
  const left = startsWith(words, 'standingOrders') ? without(words, ['standingOrders']) : words;
  return without(left, ['everyMorning', 'everyEvening', 'everyDay', 'newsWords', 'joiningWords']).join(' ');
}

/** Whether what is left of a wish is topics, hours and the place whose hours they are, and not what the news is to be about. */
function isWhole(rest: string, words: readonly string[], topics: readonly Topic[]): boolean {
  const { zoneWords = '' } = readSubscribe(rest);
  const place = placeWithin(topicsWithin(topics, zoneWords).rest);
  if (place === '') return true;
  const [first] = bareWords(place);
  const before = words.slice(
    0,
    words.findIndex((word) => bareWords(word)[0] === first),
  );
  const told = withoutJoints(before.join(' '));
  if (told === '' || endsWith(told.split(' '), 'newsWords')) return false;
  return mayBePlace(place);
}
