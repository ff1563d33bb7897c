import { GramTally } from '../text/gram-tally.ts';
import type { GramStatistics } from '../text/gram-vector.ts';
import { cosine, gramIds } from '../text/gram-vector.ts';
import { sameFormOtherSubject } from './likeness.ts';
import type { Report } from './report.ts';
import { GRAM, readReport } from './report.ts';

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

/** How near others are to one report. */
export interface Nearness {
  /**
   * A glance at an indexed text (see `IndexedText`): which share of the report's weight it holds, 0 to 1. Costs a
   * twentieth of a comparison, and puts what is near at all in front.
   */
  glance(matchText: string): number;
  /**
   * Cosine of TF-IDF over 4-grams of title (twice) and lead in one language, and shared names and figures in any. Of
   * a neighbour that is not near enough comes nothing, and neither of a form filled in for another subject, however
   * like it reads.
   */
  compare(neighbour: Neighbour): Likeness | undefined;
}

export function nearnessTo(seed: Report, statistics: GramStatistics): Nearness {
  const read = readReport(seed);
  const vector = statistics.weigh(read.grams);
  const places = new GramTally();
  vector.ids.forEach((id, at) => {
    places.add(id, at + 1);
  });
  const glancedAt = new Uint32Array(vector.ids.length + 1);
  let glances = 0;
  return {
    glance(matchText) {
      glances++;
      let held = 0;
      for (const id of gramIds(matchText.trim().split(' '), GRAM)) {
        const place = places.get(id);
        if (place === 0 || glancedAt[place] === glances) continue;
        glancedAt[place] = glances;
        held += (vector.weights[place - 1] ?? 0) ** 2;
      }
      return held;
    },
    compare({ report, storyId, names, surprise }) {
      const inOneLanguage = report.language === seed.language;
      const other = readReport(report);
      const likeness = inOneLanguage ? cosine(vector, statistics.weigh(other.grams)) : 0;
      if (!isRelated(likeness, names.length, surprise) || sameFormOtherSubject(read, other)) return undefined;
      const score = likeness / (2 * RELATED.cosine) + surprise;
      return { storyId, articleId: report.articleId, score, names };
    },
  };
}

/** Each story once, by its likest report, the likest story first. */
export function likest(found: readonly Likeness[]): Likeness[] {
  const best = new Map<number, Likeness>();
  for (const each of found) {
    if (each.score > (best.get(each.storyId)?.score ?? 0)) best.set(each.storyId, each);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.articleId - a.articleId);
}

function isRelated(likeness: number, names: number, surprise: number): boolean {
  const { cosine: enough, both } = RELATED;
  if (likeness >= enough || (names >= RELATED.names && surprise >= RELATED.surprise)) return true;
  return likeness >= both.cosine && surprise >= both.surprise;
}
