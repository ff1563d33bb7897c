import type { ArticleHead } from './article.ts';

/** One event as several sources tell it. Its id stays the same for readers when articles join. */
export interface Story {
  id: number;
  /** Never empty; oldest first. */
  articles: ArticleHead[];
  /** Place in the list: the newest article's place in time, in milliseconds since the epoch. */
  sortAt: number;
}

/** A place between two stories of the list, which is ordered by time, then id, newest first. */
export interface StoryCursor {
  sortAt: number;
  id: number;
}

/** Words at the start of a title that belong to the desk and not to the event. */
const DESK_WORDS =
  /^\s*(?:عاجل|فيديو|بالفيديو|صور|بالصور|شاهد|مباشر|تحديث|خاص|video|watch|live|breaking|updated?|exclusive)\s*[:|\-–—.!]/iu;

/** Lengths of a title that can stand alone in a list, in UTF-16 units. */
const CLEAR_TITLE = { shortest: 20, longest: 140 };

/** Whether a title can stand alone in a list: not shouted, not a stub, not a live page. */
function isClear(title: string): boolean {
  const length = title.length;
  return length >= CLEAR_TITLE.shortest && length <= CLEAR_TITLE.longest && !DESK_WORDS.test(title);
}

/**
 * The article whose title heads a story for a reader of `language`.
 * Order of rules: the reader's language before another; a clear title before an unclear one; the
 * earliest before later ones, so that a headline does not change under the reader's eyes.
 */
export function headline(story: Story, language: string): ArticleHead {
  const own = story.articles.filter((article) => article.language === language);
  const candidates = own.length > 0 ? own : story.articles;
  const chosen = candidates.find((article) => isClear(article.title)) ?? candidates[0];
  if (!chosen) throw new Error(`story ${story.id} has no article`);
  return chosen;
}

/** The picture of a story for a reader of `language`: that of the article that heads it, else of any that has one. */
export function imageOf(story: Story, language: string): string | undefined {
  return headline(story, language).image ?? story.articles.find(({ image }) => image !== undefined)?.image;
}

/** The same, else the page of the heading article, of which a client may show the picture. Nothing when neither is known. */
export function pictureOf(story: Story, language: string): string | undefined {
  return imageOf(story, language) ?? headline(story, language).url;
}

/** The sources that tell a story, each once, in the order in which they told it; nameless ones left out. */
export function sourcesOf({ articles }: Pick<Story, 'articles'>): { name: string; url?: string }[] {
  const seen = new Map<string, { name: string; url?: string }>();
  for (const { source, url } of articles) {
    if (source.name && !seen.has(source.name)) {
      seen.set(source.name, {
        name: source.name,
        ...(url ? { url } : source.url ? { url: source.url } : {}),
      });
    }
  }
  return [...seen.values()];
}

/** When a story was told: its newest known date, or nothing when no article is dated. */
export function toldAt(story: Story): { at: number; precision: 'instant' | 'day' } | undefined {
  let newest: { at: number; precision: 'instant' | 'day' } | undefined;
  for (const { publishedAt, precision, sortAt } of story.articles) {
    if (publishedAt === undefined) continue;
    // A date in the future is a publisher's slip: such an article was told when it was first seen.
    const at = Math.min(publishedAt, sortAt);
    if (!newest || at > newest.at) newest = { at, precision: precision ?? 'instant' };
  }
  return newest;
}
