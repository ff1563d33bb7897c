import type { Article, ArticleHead } from './article.ts';
import { developments } from './development.ts';
import type { Follow } from './follow.ts';
import { isNews } from './follow-match.ts';
import type { Story } from './story.ts';

/** A story about which nothing was written for so long, in ms, is over, and the follow of it too. */
export const STORY_OVER = 3 * 24 * 3_600_000;

/** Follows of stories, found by the articles that their readers know: these stay when stories are regrouped. */
export interface StoryFollows {
  size: number;
  /** Follows of a story, each once. */
  of(story: Story): Follow[];
  /** The reader of a follow has been told of all that the story holds now. */
  told(follow: Follow, story: Story): void;
}

export function indexStoryFollows(follows: readonly Follow[]): StoryFollows {
  const current = new Map<number, Follow>();
  const byArticle = new Map<number, number[]>();
  for (const follow of follows) {
    if (follow.kind !== 'story') continue;
    current.set(follow.id, follow);
    for (const id of follow.known ?? []) {
      const known = byArticle.get(id);
      if (known) known.push(follow.id);
      else byArticle.set(id, [follow.id]);
    }
  }
  return {
    size: current.size,
    of(story) {
      const ids = new Set(story.articles.flatMap(({ id }) => byArticle.get(id) ?? []));
      return [...ids].flatMap((id) => current.get(id) ?? []);
    },
    told: (follow, story) => current.set(follow.id, { ...follow, known: articleIds(story) }),
  };
}

export function articleIds({ articles }: Story): number[] {
  return articles.map(({ id }) => id);
}

/** Whether a follow was made for this story, under whatever id it goes now. */
export function follows({ known }: Pick<Follow, 'known'>, { articles }: Story): boolean {
  return articles.some(({ id }) => known?.includes(id));
}

/** What has developed in a story since its follower was told, newest first; an article from an archive is no news. */
export function newsIn(
  story: Story,
  { known }: Pick<Follow, 'known'>,
  reads: (article: Pick<Article, 'language'>) => boolean,
): ArticleHead[] {
  return developments(story, known ?? []).filter((article) => isNews(article) && reads(article));
}
