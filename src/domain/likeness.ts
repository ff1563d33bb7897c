import { jaccard } from '../text/shingles.ts';
import type { LikenedReport } from './report.ts';

/** What tells forms and copies; grams do not. */
type Compared = Omit<LikenedReport, 'grams'>;

/** Jaccard likeness of two texts' runs of three words, 0 to 1: near 1 for copies and agency texts. */
export function shingleLikeness(a: Compared, b: Compared): number {
  return jaccard(a.runs, b.runs);
}

/** How long after one report a source may still be correcting it rather than filling in its form again. */
const CORRECTION = 12 * 3_600_000;

/** Share of title words that two titles of any sources have in common when they are one form filled in twice. */
const SAME_FORM = 0.5;
/** The same for two titles of one source, whose forms vary more. */
const OWN_FORM = 0.25;
/** Titles with less in common than this head one form only when the texts below them run alike. */
const OTHER_TITLE = 0.2;
/** Likeness of three-word runs from which texts of one source follow one form, and from which they are copies. */
const FORM_TEXT = { least: 0.1, most: 0.6 };

/**
 * Whether two like reports are one form filled in for two subjects: condolences to two countries,
 * previews of two matches, the weather of two cities, the market on two days.
 *
 * Titles of any two sources that share most words but name different places are. Of one source are also:
 * titles with wholly different places that share some words; titles that share next to nothing over texts
 * that run alike; and, half a day apart, titles that share most words but differ in their figures.
 */
export function sameFormOtherSubject(a: Compared, b: Compared): boolean {
  const larger = Math.max(a.titleTerms.size, b.titleTerms.size);
  if (larger === 0) return false;
  const common = a.titleTerms.intersection(b.titleTerms).size / larger;
  const [placesA, placesB] = [a.titlePlaces, b.titlePlaces];
  const placesDiffer = placesA.difference(placesB).size > 0 && placesB.difference(placesA).size > 0;
  if (common >= SAME_FORM && placesDiffer) return true;

  if (a.report.source === '' || a.report.source !== b.report.source) return false;
  const runs = shingleLikeness(a, b);
  const textsAlike = runs >= FORM_TEXT.least && runs < FORM_TEXT.most;
  const otherPlaces = placesDiffer && placesA.isDisjointFrom(placesB);
  if (otherPlaces && (common >= OWN_FORM || textsAlike)) return true;
  if (common < OTHER_TITLE && textsAlike) return true;

  const otherDay = Math.abs(a.report.at - b.report.at) >= CORRECTION;
  const figuresDiffer = hasFigureBeyond(a, b) && hasFigureBeyond(b, a);
  return otherDay && common >= SAME_FORM && figuresDiffer;
}

function hasFigureBeyond(a: Compared, b: Compared): boolean {
  return [...a.titleTerms.difference(b.titleTerms)].some((term) => /^\d/.test(term));
}
