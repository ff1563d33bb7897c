import { heaviest, joinedCentre } from '../text/gram-centre.ts';
import type { GramVector } from '../text/gram-vector.ts';
import type { ReadReport } from './report.ts';

/** Heaviest grams under which a story is filed, and by which it is looked up. */
const FILED_GRAMS = 28;
/** Heaviest grams of a centre that are kept: the rest weighs next to nothing. */
const CENTRE_GRAMS = 400;
/** Stories given out for one report, by text and by names each. */
const GIVEN = 12;
/** A story that shares less than this of a report's weight, by its heaviest grams, tells another event. */
const LEAST_SHARED = 0.03;
/** A name in more than this share of the stories finds nothing; in so few stories it still does. */
const COMMON_NAME = { share: 0.05, stories: 20 };

/** What stays of a report once its story is found: by thousands at a time, so no more than is asked for again. */
export type ToldReport = Omit<ReadReport, 'grams'> & {
  /** How many grams of it are different. */
  distinctGrams: number;
};

export interface Member {
  read: ToldReport;
  vector: GramVector;
  /** Its heaviest grams, under which it is filed. */
  filedUnder: Uint32Array;
}

/** The heaviest grams of a vector, by which its report is filed and looked up. */
export function filingOf(vector: GramVector): GramVector {
  return heaviest(vector, FILED_GRAMS);
}

/** A story as its reports make it. */
export interface Gathered {
  storyId: number;
  /** Per language the centre of the members' vectors, of unit length. */
  centres: Map<string, { vector: GramVector; members: number }>;
  members: Member[];
  /** How often it was told, also by members that have been let go. */
  told: number;
  /** Times of its first report, even if that has been let go, and of its last. */
  first: number;
  last: number;
  /** What it shares with the report that is being placed, by the tally that counted last. */
  tally: number;
  weight: number;
}

/** Stories filed under their heaviest grams and their names, so that a report finds the few it may belong to. */
export class StoryShelf {
  readonly stories = new Map<number, Gathered>();
  /** By signed numbers, which the engine keeps as they are. */
  readonly #byGram: Files<number> = new Map();
  readonly #byName: Files<string> = new Map();

  add(member: Member, storyId: number): void {
    const { read, vector, filedUnder } = member;
    const { at, language } = read.report;
    const fresh: Gathered = {
      storyId,
      centres: new Map(),
      members: [],
      told: 0,
      first: at,
      last: at,
      tally: 0,
      weight: 0,
    };
    const story = this.stories.get(storyId) ?? fresh;
    this.stories.set(storyId, story);
    story.members.push(member);
    story.told++;
    story.first = Math.min(story.first, at);
    story.last = Math.max(story.last, at);
    const centre = story.centres.get(language);
    story.centres.set(language, {
      vector: centre ? heaviest(joinedCentre(centre.vector, centre.members, vector), CENTRE_GRAMS) : vector,
      members: (centre?.members ?? 0) + 1,
    });
    for (const id of filedUnder) file(this.#byGram, id | 0, story);
    for (const name of read.names) file(this.#byName, name, story);
  }

  remove(story: Gathered): void {
    this.stories.delete(story.storyId);
    for (const { read, filedUnder } of story.members) {
      for (const id of filedUnder) unfile(this.#byGram, id | 0, story);
      for (const name of read.names) unfile(this.#byName, name, story);
    }
  }

  /** Lets go of a story's members told before a time, and gives them back; a story without members goes with them. */
  thin(story: Gathered, before: number): Member[] {
    this.remove(story);
    for (const member of story.members) if (member.read.report.at >= before) this.add(member, story.storyId);
    const left = this.stories.get(story.storyId);
    if (left) Object.assign(left, { first: story.first, told: story.told });
    return story.members.filter(({ read }) => read.report.at < before);
  }

  /** Puts the members of one story into another. */
  merge(from: Gathered, into: number): void {
    this.remove(from);
    for (const member of from.members) this.add(member, into);
    const joined = this.stories.get(into);
    if (joined) joined.told += from.told - from.members.length;
  }

  /** The stories told between two times that share most of a report's heaviest grams (see `filingOf`), and most of its names. */
  near(
    read: Pick<ReadReport, 'names' | 'report'>,
    heavy: GramVector,
    within: { from: number; to: number },
    nameWeight: (name: string) => number,
  ): Gathered[] {
    const byText = new Tally(within);
    for (let index = 0; index < heavy.ids.length; index++) {
      const weight = (heavy.weights[index] ?? 0) ** 2;
      byText.add(filedIn(this.#byGram, (heavy.ids[index] ?? 0) | 0), weight);
    }
    const near = byText.heaviest(LEAST_SHARED);
    const byNames = new Tally(within);
    for (const name of read.names) {
      const stories = filedIn(this.#byName, name);
      if (stories.length > Math.max(COMMON_NAME.stories, this.stories.size * COMMON_NAME.share)) continue;
      byNames.add(stories, nameWeight(name));
    }
    // Within a language a story that shares none of the heaviest grams is another, whatever it names.
    const named = byNames.heaviest().filter(({ centres }) => !centres.has(read.report.language));
    return [...new Set([...near, ...named])];
  }
}

/** Adds up what stories share with a report, on the stories themselves: one tally at a time. */
class Tally {
  static #made = 0;
  readonly #number = ++Tally.#made;
  readonly #found: Gathered[] = [];
  readonly #within: { from: number; to: number };

  constructor(within: { from: number; to: number }) {
    this.#within = within;
  }

  add(stories: readonly Gathered[], weight: number): void {
    for (const story of stories) {
      if (story.tally === this.#number) {
        story.weight += weight;
        continue;
      }
      story.tally = this.#number;
      story.weight = weight;
      this.#found.push(story);
    }
  }

  heaviest(least = 0): Gathered[] {
    const { from, to } = this.#within;
    return this.#found
      .filter(({ first, last, weight }) => from <= last && to >= first && weight >= least)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, GIVEN);
  }
}

/** Stories by what they are filed under: mostly one, which needs no list. */
type Files<Key> = Map<Key, Gathered | Gathered[]>;

function filedIn<Key>(files: Files<Key>, key: Key): readonly Gathered[] {
  const filed = files.get(key) ?? [];
  return Array.isArray(filed) ? filed : [filed];
}

function file<Key>(files: Files<Key>, key: Key, story: Gathered): void {
  const filed = files.get(key);
  if (filed === undefined) files.set(key, story);
  else if (!Array.isArray(filed)) files.set(key, filed === story ? story : [filed, story]);
  else if (!filed.includes(story)) filed.push(story);
}

function unfile<Key>(files: Files<Key>, key: Key, story: Gathered): void {
  const filed = files.get(key);
  if (filed === story) files.delete(key);
  if (!Array.isArray(filed)) return;
  const others = filed.filter((other) => other !== story);
  const [last] = others;
  files.set(key, others.length === 1 && last ? last : others);
}
