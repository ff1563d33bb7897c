import { heaviest } from '../text/gram-centre.ts';
import type { GramVector } from '../text/gram-vector.ts';
import { cosine, GramStatistics } from '../text/gram-vector.ts';
import { sameFormOtherSubject, shingleLikeness } from './likeness.ts';
import type { SharedNames } from './name-rarity.ts';
import { NameRarity } from './name-rarity.ts';
import type { ReadReport } from './report.ts';
import type { Gathered, ToldReport } from './story-shelf.ts';
import { filingOf, StoryShelf } from './story-shelf.ts';

/**
 * When two reports tell one story. Likeness of text is measured against `cosine` when both have a lead;
 * a bare headline has less to compare and is measured against `bareCosine` of its language. To readers a
 * wrong merge is worse than a missed one.
 */
export interface StoryThresholds {
  cosine: number;
  bareCosine: { ar: number; other: number };
  /** Least likeness of text that names and figures may add to. */
  leastCosine: number;
  /** Names that reports in two languages must share at least, beside their surprise. */
  namesAcross: number;
  /** Jaccard of three-word runs at which texts are copies of each other. */
  copy: number;
  /** Longest time between a report and its story's nearest end, in milliseconds. */
  reach: number;
}

const HOUR = 3_600_000;
export const STORY_THRESHOLDS: StoryThresholds = {
  cosine: 0.4,
  bareCosine: { ar: 0.24, other: 0.3 },
  leastCosine: 0.12,
  namesAcross: 3,
  copy: 0.6,
  reach: 36 * HOUR,
};

/** A report with fewer distinct grams than this is a bare headline. */
const BARE_GRAMS = 110;
/** Heaviest grams of a vector that are kept: the rest weighs next to nothing. */
const KEPT_GRAMS = 200;
/** Reports remembered at a time (some 7 kB each), and how many are left when the oldest have been let go. */
const REMEMBERED = { most: 6000, afterwards: 5000 };
/** A story that is told more often than this is a flood of one form; what follows starts another. */
const MOST_REPORTS = 100;
/** The latest reports of a story stand for it when a report is held against each. */
const LATEST = 24;

/** Where a report belongs; `absorbs` is a second story that it shows to be the same. */
export interface Decision {
  storyId: number;
  absorbs?: number;
}

/** Which stories a report may belong to among those told around the same time, in whatever language. */
export class StoryWindow {
  readonly #thresholds: StoryThresholds;
  readonly #statistics = new Map<string, GramStatistics>();
  readonly #rarity = new NameRarity();
  readonly #shelf = new StoryShelf();
  #reports = 0;
  /** The report that was looked for last: it is most often the next to be remembered. */
  #sought: { read: ReadReport; vector: GramVector; heavy: GramVector } | undefined;

  constructor(thresholds = STORY_THRESHOLDS) {
    this.#thresholds = thresholds;
  }

  get size(): number {
    return this.#shelf.stories.size;
  }

  /** How many reports are remembered. */
  get reports(): number {
    return this.#reports;
  }

  /** Whether a story is remembered. */
  has(storyId: number): boolean {
    return this.#shelf.stories.has(storyId);
  }

  /** The story that tells what the report tells, if there is one within reach. */
  find(read: ReadReport): Decision | undefined {
    const vector = this.#vectorOf(read);
    const heavy = filingOf(vector);
    this.#sought = { read, vector, heavy };
    const { reach } = this.#thresholds;
    const within = { from: read.report.at - reach, to: read.report.at + reach };
    const scored = this.#shelf
      .near(read, heavy, within, (name) => this.#rarity.weight(name))
      .filter(({ told }) => told < MOST_REPORTS)
      .map((story) => ({ story, ...this.#evidence(read, vector, story) }))
      .filter(({ evidence }) => evidence >= 1)
      .sort((a, b) => b.evidence - a.evidence);
    const [best] = scored;
    if (!best) return undefined;
    // A report that belongs to a story by its text and to another by its names joins the two.
    const other = scored.find((each) => each.across !== best.across);
    if (!other || best.story.told + other.story.told >= MOST_REPORTS) return { storyId: best.story.storyId };
    const [older, younger] =
      best.story.first <= other.story.first ? [best.story, other.story] : [other.story, best.story];
    return { storyId: older.storyId, absorbs: younger.storyId };
  }

  /** Takes note that a report belongs to a story. */
  remember(read: ReadReport, storyId: number): void {
    this.#statisticsOf(read).learn(read.grams);
    this.#rarity.learn(read.names);
    const sought = this.#sought?.read === read ? this.#sought : undefined;
    this.#sought = undefined;
    const vector = sought?.vector ?? this.#vectorOf(read);
    const { ids: filedUnder } = sought?.heavy ?? filingOf(vector);
    const { grams, ...told } = read;
    this.#shelf.add({ read: { ...told, distinctGrams: grams.ids.length }, vector, filedUnder }, storyId);
    this.#reports++;
    if (this.#reports > REMEMBERED.most) this.#letGo();
  }

  /** Takes note that two stories are one. */
  merge(from: number, into: number): void {
    const story = this.#shelf.stories.get(from);
    if (!story || from === into) return;
    this.#shelf.merge(story, into);
  }

  /** Forgets reports told before a time: what stays of a going story is what is told of it now. */
  drop(before: number): void {
    for (const story of [...this.#shelf.stories.values()])
      if (story.members.some(({ read }) => read.report.at < before)) this.#forget(story, before);
  }

  /** Memory has an end: the stories that were told longest ago go first. */
  #letGo(): void {
    for (const story of [...this.#shelf.stories.values()].sort((a, b) => a.last - b.last)) {
      if (this.#reports <= REMEMBERED.afterwards) return;
      this.#forget(story);
    }
  }

  #forget(story: Gathered, before = Number.POSITIVE_INFINITY): void {
    const gone = this.#shelf.thin(story, before);
    this.#reports -= gone.length;
    for (const { read } of gone) this.#rarity.unlearn(read.names);
  }

  #statisticsOf({ report }: ReadReport): GramStatistics {
    let statistics = this.#statistics.get(report.language);
    if (!statistics) {
      statistics = new GramStatistics();
      this.#statistics.set(report.language, statistics);
    }
    return statistics;
  }

  #vectorOf(read: ReadReport): GramVector {
    return heaviest(this.#statisticsOf(read).weigh(read.grams), KEPT_GRAMS);
  }

  /**
   * How surely a report belongs to a story: 1 and more means it does. In one language likeness of text and
   * surprise of shared names add up; across languages names and figures must do it alone.
   */
  #evidence(read: ReadReport, vector: GramVector, story: Gathered): { evidence: number; across: boolean } {
    const { leastCosine, namesAcross, copy, cosine: usual } = this.#thresholds;
    const { language } = read.report;
    const centre = story.centres.get(language);
    if (!centre) {
      const { count, surprise } = this.#named(read, story);
      return { evidence: count >= namesAcross ? surprise : 0, across: true };
    }
    const likeness = cosine(vector, centre.vector);
    // Most stories looked at share a rare word or two and end here; copies of a report are far above.
    if (likeness < leastCosine) return { evidence: 0, across: false };
    const nearest = this.#nearest(read, vector, story);
    if (!nearest || sameFormOtherSubject(read, nearest)) return { evidence: 0, across: false };
    const bare = Math.min(read.grams.ids.length, nearest.distinctGrams) < BARE_GRAMS;
    const wanted = bare ? this.#bareCosine(language) : usual;
    const evidence = likeness / wanted + this.#named(read, story).surprise;
    if (evidence >= 1) return { evidence, across: false };
    return { evidence: shingleLikeness(read, nearest) >= copy ? 1 : 0, across: false };
  }

  /** The most surprising names that a report shares with one of a story. */
  #named(read: ReadReport, story: Gathered): SharedNames {
    let named: SharedNames = { count: 0, surprise: 0 };
    for (const { read: other } of story.members.slice(-LATEST)) {
      const shared = this.#rarity.shared(read.names, other.names);
      if (shared.surprise > named.surprise) named = shared;
    }
    return named;
  }

  #bareCosine(language: string): number {
    const { ar, other } = this.#thresholds.bareCosine;
    return language === 'ar' ? ar : other;
  }

  #nearest(read: ReadReport, vector: GramVector, story: Gathered): ToldReport | undefined {
    let [nearest, likeness]: [ToldReport | undefined, number] = [undefined, -1];
    for (const member of story.members.slice(-LATEST)) {
      if (member.read.report.language !== read.report.language) continue;
      const each = cosine(vector, member.vector);
      if (each > likeness) [nearest, likeness] = [member.read, each];
    }
    return nearest;
  }
}
