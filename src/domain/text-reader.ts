import type { Article } from './article.ts';
import type { IndexedText } from './indexing.ts';
import type { Report, ReportWords } from './report.ts';

/** Does what is long about reading articles without holding up the main loop. */
export interface TextReader {
  /** What the search index keeps of articles. */
  index(articles: readonly Pick<Article, 'title' | 'summary' | 'body'>[]): Promise<IndexedText[]>;
  /** What stories are told by. */
  reports(reports: readonly Report[]): Promise<ReportWords[]>;
}
