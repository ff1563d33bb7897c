import type { Article, ArticleDraft, ArticleHead } from '../domain/article.ts';
import type { Row, Value } from './driver.ts';

/** Columns of an article that lists need; bodies stay on disk. */
export const HEAD_COLUMNS =
  'id, story_id, url, title, summary, source_name, source_url, language, topics, published_at, date_precision, first_seen, sort_at, image, cut, source_id';
export const ARTICLE_COLUMNS = `${HEAD_COLUMNS}, key, external_id, body, refs, former_titles`;

export interface HeadRow extends Row {
  id: number;
  story_id: number | null;
  url: string | null;
  title: string;
  summary: string | null;
  source_name: string;
  source_url: string | null;
  language: string;
  topics: string;
  published_at: number | null;
  date_precision: 'instant' | 'day' | null;
  first_seen: number;
  sort_at: number;
  image: string | null;
  cut: number;
  source_id: string | null;
}

export interface ArticleRow extends HeadRow {
  key: string;
  external_id: string | null;
  body: string;
  refs: string;
  former_titles: string | null;
}

export function headOf(row: HeadRow): ArticleHead {
  return {
    id: row.id,
    title: row.title,
    source: row.source_url ? { name: row.source_name, url: row.source_url } : { name: row.source_name },
    language: row.language,
    topics: JSON.parse(row.topics),
    firstSeen: row.first_seen,
    sortAt: row.sort_at,
    cut: row.cut === 1,
    ...(row.story_id === null ? {} : { storyId: row.story_id }),
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.summary === null ? {} : { summary: row.summary }),
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
    ...(row.date_precision === null ? {} : { precision: row.date_precision }),
    ...(row.image === null ? {} : { image: row.image }),
    ...(row.source_id === null ? {} : { sourceId: row.source_id }),
  };
}

export function articleOf(row: ArticleRow): Article {
  return {
    ...headOf(row),
    key: row.key,
    body: row.body,
    related: JSON.parse(row.refs),
    ...(row.external_id === null ? {} : { externalId: row.external_id }),
    ...(row.former_titles === null ? {} : { formerTitles: JSON.parse(row.former_titles) }),
  };
}

/** What a publisher may change of an article, column by column; the rest of the row is ours. */
export function contentColumns(draft: ArticleDraft): Record<string, Value> {
  return {
    external_id: draft.externalId ?? null,
    url: draft.url ?? null,
    title: draft.title,
    body: draft.body,
    summary: draft.summary ?? null,
    source_name: draft.source.name,
    source_url: draft.source.url ?? null,
    language: draft.language,
    topics: JSON.stringify(draft.topics),
    published_at: draft.publishedAt ?? null,
    date_precision: draft.precision ?? null,
    image: draft.image ?? null,
    cut: draft.cut ? 1 : 0,
    refs: JSON.stringify(draft.related),
    source_id: draft.sourceId ?? null,
  };
}
