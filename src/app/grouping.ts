import type { Article } from '../domain/article.ts';
import type { Placement, Store } from '../domain/ports.ts';
import type { Report } from '../domain/report.ts';
import { readReport } from '../domain/report.ts';
import type { StoryThresholds } from '../domain/story-window.ts';
import { STORY_THRESHOLDS, StoryWindow } from '../domain/story-window.ts';

/** Finds each article its story among those told around the same time. */
export interface Grouping {
  /** Decides for articles in the order of their time; negative ids stand for stories that are yet to be stored. */
  place(articles: readonly Article[]): Promise<Placement[]>;
  /** Tells under which ids the articles placed last were stored, in their order. */
  stored(storyIds: readonly number[]): void;
}

/** Reports read back at most around one batch: as many as the window keeps. */
const REMEMBERED = 5000;

export function createGrouping(store: Store, thresholds: StoryThresholds = STORY_THRESHOLDS): Grouping {
  let window = new StoryWindow(thresholds);
  /** The time that the window knows, in milliseconds since the epoch; nothing at first. */
  let covered: { from: number; to: number } | undefined;
  /** Stories are known to the window by the number they were started under, to the store by their id. */
  let stored = new Map<number, number>();
  let started = 0;
  /** The window's stories of the articles that were placed last, in their order. */
  let places: number[] = [];

  /** Makes sure that everything told within reach of these times is remembered. */
  async function cover(from: number, to: number): Promise<void> {
    const needed = { from: from - thresholds.reach, to: to + thresholds.reach };
    if (covered && covered.from <= needed.from && needed.from <= covered.to) {
      // Time moves on: what arrives was placed by us, and what is out of reach is forgotten.
      window.drop(needed.from);
      stored = new Map([...stored].filter(([storyId]) => window.has(storyId)));
      covered = { from: needed.from, to: Math.max(covered.to, needed.to) };
      return;
    }
    window = new StoryWindow(thresholds);
    stored = new Map();
    for (const { report, storyId } of await store.reportsBetween(needed.from, needed.to, REMEMBERED)) {
      window.remember(readReport(report), storyId);
    }
    covered = needed;
  }

  return {
    async place(articles) {
      const [first, last] = [articles[0], articles.at(-1)];
      if (!first || !last) return [];
      await cover(first.sortAt, last.sortAt);
      places = [];
      return articles.map((article) => {
        const read = readReport(reportOf(article));
        const found = window.find(read) ?? { storyId: --started };
        if (found.absorbs !== undefined) window.merge(found.absorbs, found.storyId);
        window.remember(read, found.storyId);
        const known = (storyId: number) => stored.get(storyId) ?? storyId;
        const absorbs = found.absorbs === undefined ? {} : { absorbs: known(found.absorbs) };
        places.push(found.storyId);
        return { articleId: article.id, storyId: known(found.storyId), ...absorbs };
      });
    },
    stored(storyIds) {
      places.forEach((storyId, at) => {
        const id = storyIds[at];
        if (storyId < 0 && id !== undefined) stored.set(storyId, id);
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
