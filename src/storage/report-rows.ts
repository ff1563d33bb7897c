import type { Report } from '../domain/report.ts';
import type { Row } from './driver.ts';

/** Enough of a text to hold its hundred first words, long ones too, in characters: to make a string of more takes longer than to find it. */
const LEAD_LENGTH = 1000;

/** Columns of an article that make a report, in a query over `articles` (joined or not). */
export const REPORT_COLUMNS = `articles.id, story_id, sort_at, language, source_name, title,
  substr(case when body = '' then coalesce(summary, '') else body end, 1, ${LEAD_LENGTH}) as lead`;

export interface ReportRow extends Row {
  id: number;
  story_id: number;
  sort_at: number;
  language: string;
  source_name: string;
  title: string;
  lead: string;
}

export function reportOf(row: ReportRow): Report {
  return {
    articleId: row.id,
    at: row.sort_at,
    language: row.language,
    source: row.source_name,
    title: row.title,
    lead: row.lead,
  };
}
