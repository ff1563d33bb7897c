import type { Article } from '../domain/article.ts';
import type { Placement, Store } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import { readReport } from '../domain/report.ts';
import type { StoryThresholds } from '../domain/story-window.ts';
import { STORY_THRESHOLDS, StoryWindow } from '../domain/story-window.ts';

/** Finds each article its story among those told around the same time. */
export interface Grouping {
  /** Decides for articles in the order of their time; equal negative ids start one story. */
  place(articles: readonly Article[]): Promise<Placement[]>;
  /** Tells under which ids the stories that `place` started were stored. */
  stored(placements: readonly Placement[], storyIds: readonly number[]): void;
}

/** Articles remembered at most around one batch: several days of a thousand sources. */
const REMEMBERED = 20_000;

export function createGrouping(store: Store, thresholds: StoryThresholds = STORY_THRESHOLDS): Grouping {
  /** One window per language: likeness of grams means nothing across scripts. */
  let windows = new Map<string, StoryWindow>();
  /** The time that the windows know, in milliseconds since the epoch; nothing at first. */
  let covered: { from: number; to: number } | undefined;
  let started = 0;

  function windowOf(language: string): StoryWindow {
    let window = windows.get(language);
    if (!window) {
      window = new StoryWindow(thresholds);
      windows.set(language, window);
    }
    return window;
  }

  /** Makes sure that everything told within reach of these times is remembered. */
  async function cover(from: number, to: number): Promise<void> {
    const needed = { from: from - thresholds.reach, to: to + thresholds.reach };
    if (covered && covered.from <= needed.from && needed.from <= covered.to) {
      // Time moves on: what arrives was placed by us, and what is out of reach is forgotten.
      for (const window of windows.values()) window.drop(needed.from);
      covered = { from: needed.from, to: Math.max(covered.to, needed.to) };
      return;
    }
    windows = new Map();
    for (const { report, storyId } of await store.reportsBetween(needed.from, needed.to, REMEMBERED)) {
      windowOf(report.language).remember(readReport(report), storyId);
    }
    covered = needed;
  }

  return {
    async place(articles) {
      const [first, last] = [articles[0], articles.at(-1)];
      if (!first || !last) return [];
      await cover(first.sortAt, last.sortAt);
      return articles.map((article) => {
        const read = readReport(reportOf(article));
        const window = windowOf(article.language);
        const storyId = window.find(read) ?? --started;
        window.remember(read, storyId);
        return { articleId: article.id, storyId };
      });
    },
    stored(placements, storyIds) {
      placements.forEach(({ storyId }, at) => {
        const id = storyIds[at];
        if (storyId >= 0 || id === undefined) return;
        for (const window of windows.values()) window.rename(storyId, id);
      });
    },
  };
}

export function reportOf(article: Article): Report {
  return {
    articleId: article.id,
    at: article.sortAt,
    language: article.language,
    source: article.source.name,
    title: article.title,
    lead: article.body || article.summary || '',
  };
}
