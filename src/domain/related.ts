import type { GramCounts, GramStatistics } from '../text/gram-vector.ts';
import { cosine, gramCounts } from '../text/gram-vector.ts';
import { gramWords } from '../text/terms.ts';
import { INDEXED_LEAD_WORDS } from './indexing.ts';
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
  /** Its title and lead as they are indexed (see `IndexedText`). */
  matchText: string;
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
 * Likens neighbours to a report: by cosine of TF-IDF over 4-grams of title (twice) and lead in one language,
 * and by shared names and figures in any. Of one that is not near enough comes nothing, and neither of a form
 * filled in for another subject, however like it reads.
 */
export function likenessTo(
  seed: Report,
  statistics: GramStatistics,
): (neighbour: Neighbour) => Likeness | undefined {
  const read = readReport(seed);
  const vector = statistics.weigh(read.grams);
  return ({ report, matchText, storyId, names, surprise }) => {
    const inOneLanguage = report.language === seed.language;
    const likeness = inOneLanguage ? cosine(vector, statistics.weigh(matchTextGrams(report, matchText))) : 0;
    if (!isRelated(likeness, names.length, surprise)) return undefined;
    if (sameFormOtherSubject(read, readReport(report))) return undefined;
    const score = likeness / (2 * RELATED.cosine) + surprise;
    return { storyId, articleId: report.articleId, score, names };
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

/**
 * Very nearly the grams that `readReport` gives, from a text that was normalised when it was stored: the title's words
 * twice, and of the lead's words the share that its first `LEAD_WORDS` are.
 */
function matchTextGrams({ title, lead }: Report, matchText: string): GramCounts {
  const words = matchText.trim().split(' ');
  const titleWords = gramWords(title).length;
  const leadLength = Math.min(INDEXED_LEAD_WORDS, lead.match(/\s+/g)?.length ?? 0) + 1;
  const share = Math.min(1, LEAD_WORDS / leadLength);
  const head = words.slice(0, titleWords + Math.round((words.length - titleWords) * share));
  return gramCounts([...words.slice(0, titleWords), ...head], GRAM);
}
