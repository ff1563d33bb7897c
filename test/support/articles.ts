import type { ArticleDraft } from '../../src/domain/article.ts';
import { draftArticle } from '../../src/domain/article.ts';

/** 26 January 2024, 09:00 UTC: the present of tests that name no other. */
export const MORNING = Date.UTC(2024, 0, 26, 9);
export const HOUR = 3_600_000;

let made = 0;

/** A draft with all that a test does not care about filled in; each call another article. */
export function draft(fields: Record<string, unknown> = {}): ArticleDraft {
  made++;
  return draftArticle({
    url: `https://harbour.example/news/${made}`,
    title: `افتتاح محطة القطار رقم ${made} في المدينة`,
    body: 'افتتح المجلس البلدي محطة جديدة للقطار. وحضر الافتتاح سكان الحي.',
    source: 'قنديل المرفأ',
    publishedAt: new Date(MORNING - made * 1000).toISOString(),
    ...fields,
  });
}
