import type { Article } from '../domain/article.ts';
import type { Store, StoryPage, StoryQuery } from '../domain/ports.ts';
import type { Reference } from '../domain/reference.ts';
import type { Story } from '../domain/story.ts';

/** A story beside another, and why it stands there. */
export interface RelatedStory {
  story: Story;
  /** Chosen by an editor, or alike: how much, and the ids of names both hold, most telling first, if any. */
  reason: { kind: 'editor' } | { kind: 'alike'; score: number; names: readonly string[] };
}

/** What can be asked of the news. */
export interface News {
  latest(query: StoryQuery): Promise<StoryPage>;
  /** The story that a button or link names, under its present id. */
  find(reference: Reference): Promise<Story | undefined>;
  stories(ids: readonly number[]): Promise<Story[]>;
  /** An article with its text. */
  article(id: number): Promise<Article | undefined>;
  /** Stories that belong beside this one: the editor's choice first. Few or none rather than filler. */
  related(story: Story, limit: number): Promise<RelatedStory[]>;
}

export function createNews(store: Store): News {
  return {
    latest: (query) => store.latestStories(query),
    async find({ kind, id }) {
      const storyId = kind === 'story' ? id : (await store.article(id))?.storyId;
      if (storyId === undefined) return undefined;
      const [story] = await store.stories([storyId]);
      return story;
    },
    stories: (ids) => store.stories(ids),
    article: (id) => store.article(id),
    async related(story, limit) {
      const chosen = (await store.editorsChoice(story.id)).slice(0, limit);
      const alike = new Map((await store.alike(story.id, limit)).map((each) => [each.storyId, each]));
      const found = await store.stories([...new Set([...chosen, ...alike.keys()])].slice(0, limit));
      return found.map((related) => ({
        story: related,
        reason: chosen.includes(related.id)
          ? { kind: 'editor' }
          : {
              kind: 'alike',
              score: alike.get(related.id)?.score ?? 0,
              names: alike.get(related.id)?.names ?? [],
            },
      }));
    },
  };
}
