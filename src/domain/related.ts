import { GramTally } from '../text/gram-tally.ts';
import type { GramStatistics } from '../text/gram-vector.ts';
import { cosine, gramCounts, gramIds } from '../text/gram-vector.ts';
import { gramWords } from '../text/terms.ts';
import { sameFormOtherSubject } from './likeness.ts';
import type { Report } from './report.ts';
import { GRAM, LEAD_WORDS, likenedReport } from './report.ts';

/** When a story belongs beside another; below lies chance, and nothing is better than nonsense. */
export const RELATED = {
  /** Likeness of text in one language that is enough by itself. */
  cosine: 0.16,
  /** Less likeness that is enough when it is so many times that of the middle one of all neighbours compared. */
  standsOut: { cosine: 0.1, times: 2.4 },
  /** Surprise of shared names that is enough by itself, with at least this many of them. */
  surprise: 0.65,
  names: 2,
  /** Less likeness and less surprise that are enough together. */
  both: { cosine: 0.1, surprise: 0.5 },
} as const;

/** Words of an indexed lead that count: about as many as a report's have left without their stop words. */
const INDEXED_WORDS = LEAD_WORDS * 0.8;

/** A report near another, with the names that both hold and how surprising that is (see `SharedNames`). */
export interface Neighbour {
  report: Report;
  storyId: number;
  names: readonly string[];
  surprise: number;
  /** Normalised words of title and lead, as the index holds them. */
  words: readonly string[];
}

export interface Likeness {
  storyId: number;
  articleId: number;
  score: number;
  /** Ids of the names that both hold, most telling first. */
  names: readonly string[];
}

/** How near others are to one report. */
export interface Nearness {
  /** A glance at indexed words: which share of the report's weight they hold, 0 to 1. Puts what is near at all in front. */
  glance(words: readonly string[]): number;
  /** Cosine of TF-IDF over 4-grams of title (twice) and lead, 0 to 1; 0 across languages. */
  likeness(neighbour: Neighbour): number;
  /** Whether a neighbour is a form filled in for another subject, however like it reads. */
  isOtherSubject(neighbour: Neighbour): boolean;
}

export function nearnessTo(seed: Report, statistics: GramStatistics): Nearness {
  const read = likenedReport(seed);
  const vector = statistics.weigh(read.grams);
  const places = new GramTally();
  vector.ids.forEach((id, at) => {
    places.add(id, at + 1);
  });
  const glancedAt = new Uint32Array(vector.ids.length + 1);
  let glances = 0;
  return {
    glance(words) {
      glances++;
      let held = 0;
      for (const id of gramIds(words.slice(0, INDEXED_WORDS), GRAM)) {
        const place = places.get(id);
        if (place === 0 || glancedAt[place] === glances) continue;
        glancedAt[place] = glances;
        held += (vector.weights[place - 1] ?? 0) ** 2;
      }
      return held;
    },
    likeness({ report, words }) {
      if (report.language !== seed.language) return 0;
      const title = gramWords(report.title);
      const other = gramCounts([...title, ...words.slice(0, title.length + INDEXED_WORDS)], GRAM);
      return cosine(vector, statistics.weigh(other));
    },
    isOtherSubject: ({ report }) => sameFormOtherSubject(read, likenedReport(report)),
  };
}

/** The neighbours that are related, each story once by its likest report, the likest story first, at most so many. */
export function likest(
  neighbours: readonly Neighbour[],
  { likeness, isOtherSubject }: Nearness,
  limit: number,
): Likeness[] {
  const likenesses = new Map(neighbours.map((neighbour) => [neighbour, likeness(neighbour)]));
  const usual = middle([...likenesses.values()]);
  const related = neighbours
    .map((neighbour) => ({ neighbour, cosine: likenesses.get(neighbour) ?? 0 }))
    .filter(({ neighbour, cosine }) => isRelated(cosine, usual, neighbour))
    .map(({ neighbour, cosine }) => ({
      neighbour,
      score: cosine / (2 * RELATED.cosine) + neighbour.surprise,
    }))
    .sort((a, b) => b.score - a.score || b.neighbour.report.articleId - a.neighbour.report.articleId);
  const found = new Map<number, Likeness>();
  for (const { neighbour, score } of related) {
    const { report, storyId, names } = neighbour;
    if (found.size === limit) break;
    if (found.has(storyId) || isOtherSubject(neighbour)) continue;
    found.set(storyId, { storyId, articleId: report.articleId, score, names });
  }
  return [...found.values()];
}

/** From this score on a story is related by its likeness alone, whether or not it can be told what joins it to the other. */
export const SURELY_RELATED = 0.5;

/** Figures that two reports happen to share join nothing, however rare they are. */
const FIGURE = /^(?:number|month|currency):/;

function isRelated(cosine: number, usual: number, { names, surprise }: Neighbour): boolean {
  const { cosine: enough, standsOut, both } = RELATED;
  if (cosine >= enough) return true;
  const named = names.some((name) => !FIGURE.test(name));
  if (named && names.length >= RELATED.names && surprise >= RELATED.surprise) return true;
  if (cosine >= standsOut.cosine && cosine >= usual * standsOut.times) return true;
  return named && cosine >= both.cosine && surprise >= both.surprise;
}

/** The middle one of some numbers by size; 0 when there are none. */
function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
