import type { GramStatistics } from '../text/gram-vector.ts';
import { cosine, gramCounts } from '../text/gram-vector.ts';
import { sameFormOtherSubject } from './likeness.ts';
import type { Report } from './report.ts';
import { GRAM, LEAD_WORDS, readReport } from './report.ts';

/** Likeness from which a story belongs beside another; below it lies chance. */
export const RELATED = 0.2;

export interface Likeness {
  storyId: number;
  articleId: number;
  score: number;
}

export interface Neighbour {
  report: Report;
  storyId: number;
}

/**
 * Stories near a report, nearest first, each once: cosine of TF-IDF over 4-grams of title (twice) and
 * lead. Forms filled in for another subject do not count, however like they read.
 */
export function nearest(
  seed: Report,
  neighbours: readonly Neighbour[],
  statistics: GramStatistics,
  threshold = RELATED,
): Likeness[] {
  const read = readReport(seed);
  const vector = statistics.weigh(read.grams);
  const best = new Map<number, Likeness>();
  for (const { report, storyId } of neighbours) {
    const other = readReport(report);
    const score = cosine(vector, statistics.weigh(other.grams));
    if (score < threshold || score <= (best.get(storyId)?.score ?? 0)) continue;
    if (sameFormOtherSubject(read, other)) continue;
    best.set(storyId, { storyId, articleId: report.articleId, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.articleId - a.articleId);
}

/** Grams of a stored match text, for the statistics of an archive. */
export function countsOf(matchText: string) {
  return gramCounts(matchText.trim().split(' ').slice(0, LEAD_WORDS), GRAM);
}
