import type { ArticleDraft } from '../domain/article.ts';
import { ArticleRejected, draftArticle } from '../domain/article.ts';
import type { PageArticle } from './page-text.ts';

export type PageDraft = { line: number; draft: ArticleDraft } | { line: number; fault: string };

/** Makes drafts of a page's articles; those under "read also" become the first one's related stories, a headline alone too. */
export function draftPage(articles: readonly PageArticle[]): PageDraft[] {
  const [first, ...others] = articles;
  if (!first) return [];
  const beside = others.map((article) => draftOf(article, [], true));
  const related = beside.flatMap((each) => ('draft' in each ? [each.draft.key] : []));
  return [draftOf(first, related, first.cut), ...beside];
}

function draftOf(article: PageArticle, related: readonly string[], titleAlone: boolean): PageDraft {
  const { line, title, body, cut, publishedAt, source } = article;
  if (!title) return { line, fault: 'title: the file ends in the middle of it' };
  const record = {
    title,
    body,
    cut,
    related,
    ...(publishedAt ? { publishedAt } : {}),
    ...(source ? { source } : {}),
  };
  try {
    return { line, draft: draftArticle(record, { titleAlone }) };
  } catch (error) {
    if (error instanceof ArticleRejected) return { line, fault: error.message };
    throw error;
  }
}
