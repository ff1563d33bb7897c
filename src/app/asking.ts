import { LANGUAGES } from '../domain/languages.ts';
import type { Catalogue } from '../i18n/ar.ts';
import { catalogueOf } from '../i18n/voice.ts';
import { normalize } from '../text/normalize.ts';
import { readStoryNumber } from '../text/story-number.ts';

type Asking = keyof Catalogue['asks'];

/** A word without what does not matter: marks, spellings, punctuation. */
export function bareWord(word: string): string {
  return normalize(word).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a phrase, bare. */
export function bareWords(phrase: string): string[] {
  return phrase.trim().split(/\s+/).map(bareWord);
}

/** Whether a phrase of bare words stands in a text of bare words at a place. */
export function standsAt(phrase: readonly string[], text: readonly string[], at: number): boolean {
  return phrase.every((word, index) => word === text[at + index]);
}

const known = new Map<Asking, string[][]>();

/** The phrases of every language, the longest first. */
function phrases(key: Asking): string[][] {
  const found =
    known.get(key) ??
    LANGUAGES.flatMap((language) => catalogueOf(language).asks[key].map(bareWords)).sort(
      (a, b) => b.length - a.length,
    );
  known.set(key, found);
  return found;
}

/**
 * The ways to understand what is asked, in words: without pleas behind it (“please”), then without one before it after another
 * («أريد», “show me the”); a word is always left.
 */
export function* askedIn(words: readonly string[]): Generator<string[]> {
  let left = [...words];
  for (let plea = pleaBehind(left); plea > 0; plea = pleaBehind(left)) {
    left = left.slice(0, -plea);
    left.push((left.pop() ?? '').replace(/[,،]+$/, ''));
  }
  yield left;
  for (let plea = pleaBefore(left); plea > 0; plea = pleaBefore(left)) {
    left = left.slice(plea);
    yield left;
  }
}

function pleaBefore(words: readonly string[]): number {
  const plain = words.map(bareWord);
  return (
    phrases('pleasBefore').find((plea) => isWithin(plea, plain) && standsAt(plea, plain, 0))?.length ?? 0
  );
}

function pleaBehind(words: readonly string[]): number {
  const plain = words.map(bareWord);
  const found = phrases('pleasAfter').find(
    (plea) => isWithin(plea, plain) && standsAt(plea, plain, plain.length - plea.length),
  );
  return found?.length ?? 0;
}

function isWithin(plea: readonly string[], words: readonly string[]): boolean {
  return plea.length < words.length;
}

/** Words without those that say that news of today is meant, which the latest always is. */
export function withoutToday(text: string): string {
  return without(text.trim().split(/\s+/).filter(Boolean), ['todayWords']).join(' ');
}

/** What a command that takes nothing passes on: a whole sentence that goes on behind its words, “help for the victims”. */
export function goesOn(args: string, _desk: unknown, sentence: string): string | undefined {
  return withoutToday(args).replace(/[^\p{L}\p{N}]+/gu, '') === '' ? undefined : sentence;
}

/** An hour that may be of either half of the day, at the end of a text. */
const HALF_DAY = /(?<![\p{Nd}:٫.,-])(?:1[0-2]|[1-9])$/u;

/**
 * What `/subscribe` is to read of a sentence that asks for news each day: topics, hours and place of “send me the sports news
 * every morning at 7”. Nothing when it does not ask for that.
 */
export function standingWish(text: string): string | undefined {
  const words = plainly(text);
  if (!isStanding(words) || has(words, 'denials')) return undefined;
  const [morning, evening] = [has(words, 'everyMorning'), has(words, 'everyEvening')];
  const rest = without(words, ['everyMorning', 'everyEvening', 'everyDay', 'newsWords', 'joiningWords']).join(
    ' ',
  );
  const part = morning ? ' am' : evening ? ' pm' : '';
  return HALF_DAY.test(normalize(rest)) ? `${rest}${part}` : rest;
}

/** Whether a sentence asks that news be sent no more: “don't send me news every day”. */
export function endsWish(text: string): boolean {
  const words = plainly(text);
  return isStanding(words) && has(words, 'denials');
}

function isStanding(words: readonly string[]): boolean {
  const every = (['everyDay', 'everyMorning', 'everyEvening'] as const).some((key) => has(words, key));
  return every && has(words, 'newsWords');
}

/** What the news that a sentence asks for is about, where it says no more: “show me the latest sports news”. */
export function newsAskedFor(text: string): string {
  return without(plainly(text), ['newsWords', 'todayWords']).join(' ');
}

/** What news is of: «غزة» of «أخبار غزة», the Gaza of “news about Gaza”; words that say no such thing as they are. */
export function newsOf(text: string): string {
  const said = text.trim().split(/\s+/);
  const plain = said.map(bareWord);
  const before = phrases('newsOf').find((phrase) => isWithin(phrase, plain) && standsAt(phrase, plain, 0));
  const left = before ? said.slice(before.length).join(' ') : text;
  return withoutToday(left) === '' ? text : left;
}

/** The number of a story that a sentence asks to read, and says nothing else: “tell me more about story 2”, «افتح الخبر الأول». */
export function storyAskedFor(text: string): number | undefined {
  return readStoryNumber(without(plainly(text), ['storyWords']).join(' '));
}

/** Words without those at their beginning and end that only join them to others: the Cairo of “in Cairo”. */
export function withoutJoints(text: string): string {
  const joints = phrases('joiningWords').flat();
  const words = text.split(' ');
  while (joints.includes(bareWord(words[0] ?? ''))) words.shift();
  while (joints.includes(bareWord(words.at(-1) ?? ''))) words.pop();
  return words.join(' ');
}

/** The place that the words left of an order name: neither what is ordered nor what joins it to the rest. */
export function placeWithin(text: string): string {
  return withoutJoints(without(text.split(' '), ['newsWords']).join(' '));
}

/** The words of a sentence without its pleas and marks at its end. */
function plainly(text: string): string[] {
  let words = text
    .trim()
    .replace(/[.!؟?]+$/, '')
    .split(/\s+/);
  for (const left of askedIn(words)) words = left;
  return words;
}

function has(words: readonly string[], key: Asking): boolean {
  return without(words, [key]).length < words.length;
}

/** Words without the phrases of some lists, wherever they stand; of an earlier list before a later. */
function without(words: readonly string[], keys: readonly Asking[]): string[] {
  let left = [...words];
  for (const key of keys) {
    const plain = left.map(bareWord);
    const kept: string[] = [];
    for (let at = 0; at < left.length; ) {
      const found = phrases(key).find((phrase) => standsAt(phrase, plain, at));
      if (!found) kept.push(left[at] ?? '');
      at += found?.length ?? 1;
    }
    left = kept;
  }
  return left;
}
