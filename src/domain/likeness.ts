import { namesIn } from '../text/names.ts';
import type { ReadReport } from './report.ts';

/** Jaccard likeness of two texts' runs of three words, 0 to 1: near 1 for copies and agency texts. */
export function shingleLikeness(a: ReadReport, b: ReadReport): number {
  const left = shingles(a.words);
  const right = shingles(b.words);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const shingle of left) if (right.has(shingle)) shared++;
  return shared / (left.size + right.size - shared);
}

function shingles(words: readonly string[]): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= words.length; at++) runs.add(`${words[at]} ${words[at + 1]} ${words[at + 2]}`);
  return runs;
}

/** How long after one report a source may still be correcting it rather than filling in its form again. */
const CORRECTION = 12 * 3_600_000;

/** Share of title words that two titles must have in common to be one form filled in twice. */
const SAME_FORM = 0.5;

/**
 * Whether two like reports are one form filled in for two subjects: condolences to two countries,
 * previews of two matches, the market on two days. Their titles share most words, and what differs is
 * a place or organisation on both sides, or, from one source on another day, a number.
 */
export function sameFormOtherSubject(a: ReadReport, b: ReadReport): boolean {
  const onlyA = [...a.titleTerms].filter((term) => !b.titleTerms.has(term));
  const onlyB = [...b.titleTerms].filter((term) => !a.titleTerms.has(term));
  const shared = a.titleTerms.size - onlyA.length;
  const larger = Math.max(a.titleTerms.size, b.titleTerms.size);
  if (larger === 0 || shared / larger < SAME_FORM) return false;

  const [subjectsA, subjectsB] = [subjects(a), subjects(b)];
  const apart = (mine: Set<string>, theirs: Set<string>) => [...mine].some((name) => !theirs.has(name));
  if (apart(subjectsA, subjectsB) && apart(subjectsB, subjectsA)) return true;

  const otherDay = Math.abs(a.report.at - b.report.at) >= CORRECTION;
  const numbersDiffer = onlyA.some(isNumber) && onlyB.some(isNumber);
  return (
    otherDay &&
    a.report.source === b.report.source &&
    (numbersDiffer || (onlyA.length > 0 && onlyB.length > 0))
  );
}

function subjects({ report }: ReadReport): Set<string> {
  const kinds = ['country', 'city', 'organisation'];
  return new Set(namesIn(report.title).flatMap(({ id, kind }) => (kinds.includes(kind) ? [id] : [])));
}

function isNumber(term: string): boolean {
  return /^\d/.test(term);
}
