import type { GramCounts, GramVector } from '../text/gram-vector.ts';
import { cosine, GramStatistics } from '../text/gram-vector.ts';
import { sameFormOtherSubject, shingleLikeness } from './likeness.ts';
import type { ReadReport } from './report.ts';

/**
 * When two reports tell one story. `cosine` is for reports with a lead; a bare headline has less to
 * compare and needs `bareCosine`. To readers a wrong merge is worse than a missed one.
 */
export interface StoryThresholds {
  cosine: number;
  bareCosine: number;
  /** Jaccard of three-word runs at which texts are copies of each other. */
  copy: number;
  /** Longest time between a report and the nearest one of its story, in milliseconds. */
  reach: number;
}

const HOUR = 3_600_000;
export const STORY_THRESHOLDS: StoryThresholds = {
  cosine: 0.4,
  bareCosine: 0.3,
  copy: 0.6,
  reach: 36 * HOUR,
};

/** A report with fewer distinct grams than this is a bare headline. */
const BARE_GRAMS = 110;
/** Heaviest grams of a vector that are kept: the rest weighs next to nothing. */
const KEPT_GRAMS = 200;
/** Heaviest grams under which a story is filed, and by which it is looked up. */
const FILED_GRAMS = 40;
/** Stories compared exactly with a report. */
const COMPARED = 12;

interface Gathered {
  storyId: number;
  /** Sum of the members' vectors, scaled to unit length. */
  centre: GramVector;
  members: { read: ReadReport; vector: GramVector }[];
  first: number;
  last: number;
}

/** Which stories a report may belong to among those told around the same time, in one language. */
export class StoryWindow {
  readonly #thresholds: StoryThresholds;
  readonly #statistics: GramStatistics;
  readonly #stories = new Map<number, Gathered>();
  readonly #filed = new Map<number, Set<number>>();

  /** `background` are grams of other texts, so that the first report already knows common from rare. */
  constructor(thresholds = STORY_THRESHOLDS, background: readonly GramCounts[] = []) {
    this.#thresholds = thresholds;
    this.#statistics = new GramStatistics();
    for (const grams of background) this.#statistics.learn(grams);
  }

  /** The story that tells what the report tells, if there is one within reach. */
  find(read: ReadReport): number | undefined {
    const vector = heaviest(this.#statistics.weigh(read.grams), KEPT_GRAMS);
    let best: { storyId: number; score: number } | undefined;
    for (const story of this.#candidates(vector, read.report.at)) {
      const score = this.#score(read, vector, story);
      if (score > 0 && (!best || score > best.score)) best = { storyId: story.storyId, score };
    }
    return best?.storyId;
  }

  /** Takes note that a report belongs to a story. */
  remember(read: ReadReport, storyId: number): void {
    this.#statistics.learn(read.grams);
    const vector = heaviest(this.#statistics.weigh(read.grams), KEPT_GRAMS);
    const { at } = read.report;
    const known = this.#stories.get(storyId);
    if (!known) {
      this.#stories.set(storyId, {
        storyId,
        centre: vector,
        members: [{ read, vector }],
        first: at,
        last: at,
      });
    } else {
      known.members.push({ read, vector });
      known.centre = heaviest(sum(known.centre, vector, known.members.length - 1), KEPT_GRAMS * 2);
      known.first = Math.min(known.first, at);
      known.last = Math.max(known.last, at);
    }
    for (const id of heaviest(vector, FILED_GRAMS).ids) {
      const filed = this.#filed.get(id);
      if (filed) filed.add(storyId);
      else this.#filed.set(id, new Set([storyId]));
    }
  }

  /** Gives a story another id: the one it got when it was stored. */
  rename(from: number, to: number): void {
    const story = this.#stories.get(from);
    if (!story || from === to) return;
    this.#stories.delete(from);
    this.#stories.set(to, { ...story, storyId: to });
    for (const { vector } of story.members) {
      for (const id of heaviest(vector, FILED_GRAMS).ids) {
        this.#filed.get(id)?.delete(from);
        this.#filed.get(id)?.add(to);
      }
    }
  }

  /** Forgets stories whose last report is older than `before`. */
  drop(before: number): void {
    for (const [storyId, story] of this.#stories) {
      if (story.last >= before) continue;
      this.#stories.delete(storyId);
      for (const { vector, read } of story.members) {
        this.#statistics.unlearn(read.grams);
        for (const id of heaviest(vector, FILED_GRAMS).ids) {
          const filed = this.#filed.get(id);
          filed?.delete(storyId);
          if (filed?.size === 0) this.#filed.delete(id);
        }
      }
    }
  }

  get size(): number {
    return this.#stories.size;
  }

  /** The stories that share most of the report's heaviest grams, within reach in time. */
  #candidates(vector: GramVector, at: number): Gathered[] {
    const { reach } = this.#thresholds;
    const shared = new Map<number, number>();
    const heavy = heaviest(vector, FILED_GRAMS);
    for (let index = 0; index < heavy.ids.length; index++) {
      const weight = heavy.weights[index] ?? 0;
      for (const storyId of this.#filed.get(heavy.ids[index] ?? 0) ?? []) {
        shared.set(storyId, (shared.get(storyId) ?? 0) + weight * weight);
      }
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1])
      .slice(0, COMPARED * 4)
      .flatMap(([storyId]) => this.#stories.get(storyId) ?? [])
      .filter((story) => at <= story.last + reach && at >= story.first - reach)
      .slice(0, COMPARED);
  }

  /** Likeness above the threshold that applies, or 0 when the report does not belong. */
  #score(read: ReadReport, vector: GramVector, story: Gathered): number {
    const { cosine: usual, bareCosine, copy } = this.#thresholds;
    let nearest = story.members[0];
    let likeness = -1;
    for (const member of story.members) {
      const each = cosine(vector, member.vector);
      if (each > likeness) [nearest, likeness] = [member, each];
    }
    if (!nearest || sameFormOtherSubject(read, nearest.read)) return 0;
    const bare = Math.min(read.grams.ids.length, nearest.read.grams.ids.length) < BARE_GRAMS;
    const score = cosine(vector, story.centre);
    if (score >= (bare ? bareCosine : usual)) return score;
    return shingleLikeness(read, nearest.read) >= copy ? copy : 0;
  }
}

/** The `count` heaviest grams of a vector, scaled to unit length again. */
function heaviest(vector: GramVector, count: number): GramVector {
  const { ids, weights } = vector;
  if (ids.length <= count) return vector;
  const least = Float32Array.from(weights).sort()[weights.length - count] ?? 0;
  const keptIds = new Uint32Array(count);
  const keptWeights = new Float32Array(count);
  let size = 0;
  let squares = 0;
  for (let at = 0; at < ids.length && size < count; at++) {
    const weight = weights[at] ?? 0;
    if (weight < least) continue;
    keptIds[size] = ids[at] ?? 0;
    keptWeights[size] = weight;
    squares += weight * weight;
    size++;
  }
  return { ids: keptIds.subarray(0, size), weights: scaled(keptWeights.subarray(0, size), squares) };
}

/** The centre of `count` vectors whose centre is `centre`, and one more; of unit length. */
function sum(centre: GramVector, vector: GramVector, count: number): GramVector {
  const ids = new Uint32Array(centre.ids.length + vector.ids.length);
  const weights = new Float32Array(ids.length);
  let [i, j, size, squares] = [0, 0, 0, 0];
  while (i < centre.ids.length || j < vector.ids.length) {
    const left = centre.ids[i] ?? Number.POSITIVE_INFINITY;
    const right = vector.ids[j] ?? Number.POSITIVE_INFINITY;
    let weight = 0;
    if (left <= right) weight += count * (centre.weights[i++] ?? 0);
    if (right <= left) weight += vector.weights[j++] ?? 0;
    ids[size] = Math.min(left, right);
    weights[size] = weight;
    squares += weight * weight;
    size++;
  }
  return { ids: ids.slice(0, size), weights: scaled(weights.slice(0, size), squares) };
}

function scaled(weights: Float32Array, squares: number): Float32Array {
  const length = Math.sqrt(squares) || 1;
  return weights.map((weight) => weight / length);
}
