import type { GramStatistics } from '../text/gram-vector.ts';
import { cosine, gramCounts } from '../text/gram-vector.ts';
import { sameFormOtherSubject } from './likeness.ts';
import type { Report } from './report.ts';
import { GRAM, LEAD_WORDS, readReport } from './report.ts';

/** When a story belongs beside another; below lies chance, and nothing is better than nonsense. */
export const RELATED = {
  /** Likeness of text in one language that is enough by itself. */
  cosine: 0.2,
  /** Surprise of shared names that is enough by itself, with at least this many of them. */
  surprise: 0.75,
  names: 2,
  /** Less likeness and less surprise that are enough together. */
  both: { cosine: 0.1, surprise: 0.5 },
} as const;

/** A report near another, with the names that both hold and how surprising that is (see `SharedNames`). */
export interface Neighbour {
  report: Report;
  storyId: number;
  names: readonly string[];
  surprise: number;
}

export interface Likeness {
  storyId: number;
  articleId: number;
  score: number;
  /** Ids of the names that both hold, most telling first. */
  names: readonly string[];
}

/**
 * Stories near a report, nearest first, each once: by cosine of TF-IDF over 4-grams of title (twice) and lead
 * in one language, and by shared names and figures in any. Forms filled in for another subject do not count,
 * however like they read.
 */
export function nearest(
  seed: Report,
  neighbours: readonly Neighbour[],
  statistics: GramStatistics,
): Likeness[] {
  const read = readReport(seed);
  const vector = statistics.weigh(read.grams);
  const best = new Map<number, Likeness>();
  for (const { report, storyId, names, surprise } of neighbours) {
    const other = readReport(report);
    const likeness = report.language === seed.language ? cosine(vector, statistics.weigh(other.grams)) : 0;
    if (!isRelated(likeness, names.length, surprise)) continue;
    const score = likeness / (2 * RELATED.cosine) + surprise;
    if (score <= (best.get(storyId)?.score ?? 0) || sameFormOtherSubject(read, other)) continue;
    best.set(storyId, { storyId, articleId: report.articleId, score, names });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.articleId - a.articleId);
}

function isRelated(likeness: number, names: number, surprise: number): boolean {
  const { cosine: enough, both } = RELATED;
  if (likeness >= enough || (names >= RELATED.names && surprise >= RELATED.surprise)) return true;
  return likeness >= both.cosine && surprise >= both.surprise;
}

/** Grams of a stored match text, for the statistics of an archive. */
export function countsOf(matchText: string) {
  return gramCounts(matchText.trim().split(' ').slice(0, LEAD_WORDS), GRAM);
}
