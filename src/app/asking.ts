import { LANGUAGES } from '../domain/languages.ts';
import type { Catalogue } from '../i18n/ar.ts';
import { catalogueOf } from '../i18n/voice.ts';
import { normalize } from '../text/normalize.ts';
import { readStoryNumber } from '../text/story-number.ts';

type Asking = keyof Catalogue['asks'] | keyof Catalogue['pleas'];

/** A word without what does not matter: marks, spellings, punctuation. */
export function bareWord(word: string): string {
  return normalize(word).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a phrase, bare. */
export function bareWords(phrase: string): string[] {
  return phrase.trim().split(/\s+/).map(bareWord);
}

const bareLists = new WeakMap<readonly string[], string[][]>();

/** The phrases of a list that never changes, bare; made once. */
export function barePhrases(list: readonly string[]): string[][] {
  const bare = bareLists.get(list) ?? list.map(bareWords);
  bareLists.set(list, bare);
  return bare;
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
    LANGUAGES.flatMap((language) => {
      const { asks, pleas } = catalogueOf(language);
      return { ...asks, ...pleas }[key].map(bareWords);
    }).sort((a, b) => b.length - a.length);
  known.set(key, found);
  return found;
}

/** One way to understand what is asked. */
export interface Asked {
  words: string[];
  /** A plea that was taken off asks how something is, and orders nothing: “what is”, «هل هناك». */
  isQuestion: boolean;
  /** The words to be looked for: pleas that begin names as well («الرجاء البيضاوي») stay. */
  lookedFor: string[];
}

/**
 * The ways to understand what is asked, in words: without pleas behind it (“please”), then without one before it after another
 * («أريد», “show me the”); a word is always left.
 */
export function* askedIn(said: readonly string[]): Generator<Asked> {
  const plain = said.map(bareWord);
  let [from, to] = [0, said.length];
  let [firstKept, lastKept] = [from, to];
  let isQuestion = false;
  for (let plea = pleaBehind(plain); plea > 0; plea = pleaBehind(plain.slice(0, to))) {
    if (lastKept === to && !mayBeName(said, to - plea, to)) lastKept -= plea;
    to -= plea;
  }
  const between = (first: number, end: number) => {
    const words = said.slice(first, end);
    if (end < said.length) words.push((words.pop() ?? '').replace(/[,،]+$/, ''));
    return words;
  };
  const asked = () => ({
    words: between(from, to),
    isQuestion,
    lookedFor: between(firstKept, lastKept),
  });
  yield asked();
  for (let plea = pleaBefore(plain.slice(from, to)); plea; plea = pleaBefore(plain.slice(from, to))) {
    if (firstKept === from && !mayBeName(said, from, from + plea.length)) firstKept += plea.length;
    from += plea.length;
    isQuestion ||= plea.isQuestion;
    yield asked();
  }
}

/** Whether a plea may be the beginning of a name; a comma behind it tells that it is none. */
function mayBeName(said: readonly string[], from: number, end: number): boolean {
  const words = said.slice(from, end).map(bareWord);
  const isName = phrases('pleasInNames').some(
    (name) => name.length === words.length && standsAt(name, words, 0),
  );
  return isName && !/[,،!]$/.test(said[end - 1] ?? '');
}

function pleaBefore(plain: readonly string[]): { length: number; isQuestion: boolean } | undefined {
  const longest = (key: Asking) =>
    phrases(key).find((plea) => isWithin(plea, plain) && standsAt(plea, plain, 0))?.length ?? 0;
  const [plea, question] = [longest('pleasBefore'), longest('questionsBefore')];
  const length = Math.max(plea, question);
  return length > 0 ? { length, isQuestion: question > plea } : undefined;
}

function pleaBehind(plain: readonly string[]): number {
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

/** A word with «ال» behind «اليوم» says which day it is: «اليوم التالي» is not today. */
const NAMED_DAY = /^اليوم ال/;

/** What news that is asked for is about, to be looked for: neither when nor how often it is to be told, nor what joins it to the rest. */
export function subjectOf(args: string): string {
  let left = without(args.trim().split(/\s+/), ['everyMorning', 'everyEvening', 'everyDay']);
  const plain = left.map(bareWord);
  const days = phrases('todayWords').filter((day) => isWithin(day, plain));
  const before = NAMED_DAY.test(plain.join(' ')) ? undefined : days.find((day) => standsAt(day, plain, 0));
  left = left.slice(before?.length ?? 0);
  const rest = left.map(bareWord);
  // A paper's name ends with the day, too.
  if (endsWith(left, 'papers')) return withoutJoints(left.join(' '));
  const behind = days.find((day) => isWithin(day, rest) && standsAt(day, rest, rest.length - day.length));
  return withoutJoints(left.slice(0, left.length - (behind?.length ?? 0)).join(' ')) || args;
}

/** What a command that takes nothing passes on: a whole sentence that goes on behind its words, “help for the victims”. */
export function goesOn(args: string, _desk: unknown, sentence: string): string | undefined {
  return withoutToday(args).replace(/[^\p{L}\p{N}]+/gu, '') === '' ? undefined : sentence;
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
  return readStoryNumber(without(plainly(text).words, ['storyWords']).join(' '));
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

/** Whether a sentence asks for what comes next, and says nothing else: “show me more, please”, «المزيد». */
export function asksForMore(text: string): boolean {
  const plain = plainly(text).words.map(bareWord);
  return phrases('moreWords').some((phrase) => phrase.length === plain.length && standsAt(phrase, plain, 0));
}

/** A sentence without its pleas and marks at its end. */
export function plainly(text: string): Asked {
  const said = text
    .trim()
    .replace(/[.!؟?]+$/, '')
    .split(/\s+/);
  return [...askedIn(said)].at(-1) ?? { words: said, isQuestion: false, lookedFor: said };
}

export function startsWith(words: readonly string[], key: Asking): boolean {
  const plain = words.map(bareWord);
  return phrases(key).some((phrase) => standsAt(phrase, plain, 0));
}

export function endsWith(words: readonly string[], key: Asking): boolean {
  const plain = words.map(bareWord);
  return phrases(key).some((phrase) => standsAt(phrase, plain, plain.length - phrase.length));
}

export function has(words: readonly string[], key: Asking): boolean {
  return without(words, [key]).length < words.length;
}

/** Words without the phrases of some lists, wherever they stand; of an earlier list before a later. */
export function without(words: readonly string[], keys: readonly Asking[]): string[] {
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
