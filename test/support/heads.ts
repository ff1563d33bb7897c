import type { ArticleHead } from '../../src/domain/article.ts';
import type { Story } from '../../src/domain/story.ts';
import { HOUR, MORNING } from './articles.ts';

/** What a list knows of an article, with all that a test does not care about filled in. */
export function head(id: number, fields: Partial<ArticleHead> = {}): ArticleHead {
  return {
    id,
    url: `https://harbour.example/${id}`,
    title: `البنك المركزي يثبّت سعر الفائدة للمرة ${id}`,
    source: { name: 'قنديل المرفأ' },
    language: 'ar',
    topics: ['economy'],
    firstSeen: MORNING - HOUR,
    publishedAt: MORNING - HOUR,
    precision: 'instant',
    sortAt: MORNING - HOUR,
    cut: false,
    ...fields,
  };
}

export function storyOf(id: number, ...articles: ArticleHead[]): Story {
  return { id, articles, sortAt: Math.max(...articles.map(({ sortAt }) => sortAt)) };
}
