import type { TellingSentence } from './telling-sentences.ts';
import { centralities, tellingSentences } from './telling-sentences.ts';

/** How much an extract may hold; what is absent is unbounded. Words are a wish that is met as nearly as whole sentences allow. */
export interface Room {
  words?: number;
  /** UTF-16 units with a space between sentences; never exceeded. */
  units?: number;
  sentences?: number;
}

export interface ExtractOptions {
  /** The headline: sentences that speak of it are nearer to the centre. */
  title?: string;
  /** The text is known to end too early. */
  cut?: boolean;
}

/**
 * What centrality weighs beside position, whose weight is 1. In the news, Arabic or English, position alone beats every measure
 * of centrality alone; a little of it only settles which sentences near the edge of the lead are worth their place.
 */
const CENTRALITY = 0.4;
/** How far behind the lead a sentence may stand and still take another's place, as a share of the lead's sentences. */
const REACH = 0.2;
/** Sentences that are passed over when the first do not fit. */
const MOST_PASSED = 3;

/**
 * A summary of the article's own sentences, in their order: those of its lead, save that one far from the centre makes way for a
 * nearer one just behind. A sentence that breaks off is never taken, nor one that leans on a sentence left out. With a
 * limit in words one is always given; where no whole sentence fits the units the extract is empty.
 */
export function extract(text: string, room: Room, options: ExtractOptions = {}): string[] {
  const all = startingWhereItFits(tellingSentences(text, options.cut), room);
  const lead = leadLength(all, room);
  if (lead === 0) return [];
  if (lead === all.length) return all.map(({ text: sentence }) => sentence);
  const considered = all.slice(0, lead + Math.max(1, Math.round(lead * REACH)));
  const central = centralities(all, options.title);
  const worth = considered.map((_, at) => 1 - at / considered.length + CENTRALITY * (central[at] ?? 0));
  return chosen(considered, worth, room).map(({ text: sentence }) => sentence);
}

function startingWhereItFits(all: readonly TellingSentence[], { units }: Room): readonly TellingSentence[] {
  if (units === undefined) return all;
  const first = all.findIndex(({ text, leans }, at) => text.length <= units && (at === 0 || !leans));
  return first < 0 || first > MOST_PASSED ? [] : all.slice(first);
}

/** How many sentences from the beginning fill the room. */
function leadLength(all: readonly TellingSentence[], room: Room): number {
  let taken = 0;
  while (taken < all.length && !isTooMuch(all.slice(0, taken + 1), all.slice(0, taken), room)) taken++;
  return room.words === undefined ? taken : Math.max(taken, Math.min(1, all.length));
}

/** Lets go of the least worth until the rest fits; the first stays. */
function chosen(
  considered: readonly TellingSentence[],
  worth: readonly number[],
  room: Room,
): TellingSentence[] {
  let kept = considered.map((_, at) => at);
  const sentencesOf = (places: readonly number[]) => places.flatMap((at) => considered[at] ?? []);
  while (kept.length > 1) {
    const least = kept.slice(1).reduce((low, at) => ((worth[at] ?? 0) < (worth[low] ?? 0) ? at : low));
    const rest = kept.filter((at) => at !== least && !leansOn(considered, at, least));
    if (!isTooMuch(sentencesOf(kept), sentencesOf(rest), room)) break;
    kept = rest;
  }
  return sentencesOf(kept);
}

/** Whether a sentence leans, directly or through others that lean, on an earlier one. */
function leansOn(all: readonly TellingSentence[], at: number, earlier: number): boolean {
  if (at <= earlier) return false;
  for (let step = earlier + 1; step <= at; step++) if (!all[step]?.leans) return false;
  return true;
}

/** Whether some sentences do not fit, or, in words, lead further from the wish than fewer of them do. */
function isTooMuch(more: readonly TellingSentence[], fewer: readonly TellingSentence[], room: Room): boolean {
  if (room.sentences !== undefined && more.length > room.sentences) return true;
  if (room.units !== undefined && joinedUnits(more) > room.units) return true;
  return room.words !== undefined && wordsOf(more) - room.words > room.words - wordsOf(fewer);
}

function wordsOf(some: readonly TellingSentence[]): number {
  return some.reduce((sum, { words }) => sum + words, 0);
}

function joinedUnits(some: readonly TellingSentence[]): number {
  return some.reduce((sum, { text }) => sum + text.length + 1, -1);
}
