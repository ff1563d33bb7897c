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

/** Share of title words that two titles have in common when they are one form filled in twice. */
const SAME_FORM = 0.5;

/** Titles with less than this in common, over texts with this likeness of three-word runs, head one form. */
const OTHER_TITLE = 0.2;
const FORM_TEXT = 0.15;

/**
 * Whether two like reports are one form filled in for two subjects: condolences to two countries,
 * previews of two matches, the weather of two cities, the market on two days. Order of rules:
 * one source that names wholly different places in its titles tells two things, and so does one whose
 * texts run alike under titles that share next to nothing; titles of any two sources that share most words but name different places do; and so do titles of one source half
 * a day apart that share most words but not all.
 */
export function sameFormOtherSubject(a: ReadReport, b: ReadReport): boolean {
  const [placesA, placesB] = [a.titlePlaces, b.titlePlaces];
  const sameSource = a.report.source !== '' && a.report.source === b.report.source;
  if (sameSource && placesA.size > 0 && placesB.size > 0 && placesA.isDisjointFrom(placesB)) return true;

  const shared = a.titleTerms.intersection(b.titleTerms).size;
  const larger = Math.max(a.titleTerms.size, b.titleTerms.size);
  if (larger === 0) return false;
  if (sameSource && shared / larger < OTHER_TITLE && shingleLikeness(a, b) >= FORM_TEXT) return true;
  if (shared / larger < SAME_FORM) return false;
  if (placesA.difference(placesB).size > 0 && placesB.difference(placesA).size > 0) return true;

  const otherDay = Math.abs(a.report.at - b.report.at) >= CORRECTION;
  return sameSource && otherDay && shared < a.titleTerms.size && shared < b.titleTerms.size;
}
