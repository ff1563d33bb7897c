import type { Placement, Store } from '../domain/ports.ts';
import type { ReadReport, Report } from '../domain/report.ts';
import { readReport } from '../domain/report.ts';
import type { StoryThresholds } from '../domain/story-window.ts';
import { STORY_THRESHOLDS, StoryWindow } from '../domain/story-window.ts';
import type { TextReader } from '../domain/text-reader.ts';

/** Finds each article its story among those told around the same time. */
export interface Grouping {
  /** Reads reports for `place`; nothing is decided yet, so it may be done ahead. */
  read(reports: readonly Report[]): Promise<ReadReport[]>;
  /** Decides for reports in the order of their time; negative ids stand for stories that are yet to be stored. */
  place(reports: readonly ReadReport[]): Promise<Placement[]>;
  /** Tells under which ids the articles placed last were stored, in their order. */
  stored(storyIds: readonly number[]): void;
  /** Others have found stories meanwhile: what is told is read again. */
  forget(): void;
}

export interface GroupingDoors {
  thresholds?: StoryThresholds;
  /** Lets everything else that waits for the main loop go first. */
  pause?(): Promise<void>;
  /** Reads reports elsewhere; without it they are read here. */
  texts?: Pick<TextReader, 'reports'>;
}

/** Reports read back at most around one batch: as many as the window keeps. */
const REMEMBERED = 5000;
const HOUR = 3_600_000;
/** Kept beyond reach, since the news of a round may be this much older than that of the last; and let go so much at a time. */
const LATE = 6 * HOUR;
const AT_A_TIME = HOUR;
/** Reports read at once, and those worked on before the main loop is left to others. */
const READ = 100;
const BATCH = 8;
/** So few reports are not worth a thread's start. */
const FEW = 32;

export function createGrouping(
  store: Store,
  { thresholds = STORY_THRESHOLDS, pause = async () => {}, texts }: GroupingDoors = {},
): Grouping {
  let window = new StoryWindow(thresholds);
  /** The time that the window knows, in milliseconds since the epoch; nothing at first. */
  let covered: { from: number; to: number } | undefined;
  /** Stories are known to the window by the number they were started under, to the store by their id. */
  let stored = new Map<number, number>();
  let started = 0;
  /** The window's stories of the articles that were placed last, in their order. */
  let places: number[] = [];

  async function readAll(reports: readonly Report[]): Promise<ReadReport[]> {
    const words = texts && reports.length > FEW ? await texts.reports(reports) : [];
    const reads: ReadReport[] = [];
    for (const [at, report] of reports.entries()) {
      reads.push(readReport(report, words[at]));
      if (!words[at] && at % BATCH === BATCH - 1) await pause();
    }
    return reads;
  }

  /** Remembers what the store has from a stretch of time. */
  async function remember(from: number, to: number): Promise<void> {
    const told = await store.reportsBetween(from, to, REMEMBERED);
    for (let at = 0; at < told.length; at += READ) {
      const some = told.slice(at, at + READ);
      const reads = await readAll(some.map(({ report }) => report));
      for (const [index, read] of reads.entries()) {
        window.remember(read, some[index]?.storyId ?? 0);
        if (index % BATCH === BATCH - 1) await pause();
      }
    }
  }

  /** Makes sure that everything told within reach of these times is remembered. */
  async function cover(from: number, to: number): Promise<void> {
    const needed = { from: from - thresholds.reach, to: to + thresholds.reach };
    const kept = needed.from - LATE;
    const known = covered;
    // A fault on the way leaves a window that knows a part: the next starts afresh.
    covered = undefined;
    if (!known || needed.from < known.from || needed.from > known.to) {
      window = new StoryWindow(thresholds);
      stored = new Map();
      await remember(kept, needed.to);
      covered = { from: kept, to: needed.to };
      return;
    }
    // Time moves on: what arrived meanwhile was placed by us, and what is out of reach is forgotten.
    const moved = kept - known.from >= AT_A_TIME;
    if (moved) {
      window.drop(kept);
      stored = new Map([...stored].filter(([storyId]) => window.has(storyId)));
    }
    if (needed.to > known.to) await remember(known.to + 1, needed.to);
    covered = { from: moved ? kept : known.from, to: Math.max(known.to, needed.to) };
  }

  return {
    read: readAll,
    async place(reports) {
      const [first, last] = [reports[0]?.report, reports.at(-1)?.report];
      if (!first || !last) return [];
      // Places that were never stored: the window remembers what did not come about.
      if (places.length > 0) covered = undefined;
      places = [];
      await cover(first.at, last.at);
      const placements: Placement[] = [];
      for (const read of reports) {
        const found = window.find(read) ?? { storyId: --started };
        if (found.absorbs !== undefined) window.merge(found.absorbs, found.storyId);
        window.remember(read, found.storyId);
        const known = (storyId: number) => stored.get(storyId) ?? storyId;
        const absorbs = found.absorbs === undefined ? {} : { absorbs: known(found.absorbs) };
        places.push(found.storyId);
        placements.push({ articleId: read.report.articleId, storyId: known(found.storyId), ...absorbs });
        if (places.length % BATCH === 0) await pause();
      }
      return placements;
    },
    forget() {
      covered = undefined;
    },
    stored(storyIds) {
      places.forEach((storyId, at) => {
        const id = storyIds[at];
        if (storyId < 0 && id !== undefined) stored.set(storyId, id);
      });
      places = [];
    },
  };
}
