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

export interface Member {
  read: ReadReport;
  vector: GramVector;
}

/** A story as its reports make it. */
export interface Gathered {
  storyId: number;
  /** Per language the centre of the members' vectors, of unit length. */
  centres: Map<string, { vector: GramVector; members: number }>;
  members: Member[];
  first: number;
  last: number;
  /** What it shares with the report that is being placed, by the tally that counted last. */
  tally: number;
  weight: number;
}

/** Stories filed under their heaviest grams and their names, so that a report finds the few it may belong to. */
export class StoryShelf {
  readonly stories = new Map<number, Gathered>();
  readonly #byGram = new Map<number, Set<Gathered>>();
  readonly #byName = new Map<string, Set<Gathered>>();
  /** Under which grams each vector is filed: asked for again when it is moved or taken away. */
  readonly #heavy = new WeakMap<GramVector, GramVector>();

  add(member: Member, storyId: number): void {
    const { read, vector } = member;
    const { at, language } = read.report;
    const fresh: Gathered = {
      storyId,
      centres: new Map(),
      members: [],
      first: at,
      last: at,
      tally: 0,
      weight: 0,
    };
    const story = this.stories.get(storyId) ?? fresh;
    this.stories.set(storyId, story);
    story.members.push(member);
    story.first = Math.min(story.first, at);
    story.last = Math.max(story.last, at);
    const centre = story.centres.get(language);
    story.centres.set(language, {
      vector: centre ? heaviest(joinedCentre(centre.vector, centre.members, vector), CENTRE_GRAMS) : vector,
      members: (centre?.members ?? 0) + 1,
    });
    for (const id of this.#filedUnder(vector).ids) file(this.#byGram, id, story);
    for (const name of read.names) file(this.#byName, name, story);
  }

  remove(story: Gathered): void {
    this.stories.delete(story.storyId);
    for (const { read, vector } of story.members) {
      for (const id of this.#filedUnder(vector).ids) unfile(this.#byGram, id, story);
      for (const name of read.names) unfile(this.#byName, name, story);
    }
  }

  /** The stories told between two times that share most of a report's heaviest grams, and most of its names. */
  near(
    { read, vector }: Member,
    within: { from: number; to: number },
    nameWeight: (name: string) => number,
  ): Gathered[] {
    const byText = new Tally(within);
    const heavy = this.#filedUnder(vector);
    for (let index = 0; index < heavy.ids.length; index++) {
      const weight = (heavy.weights[index] ?? 0) ** 2;
      byText.add(this.#byGram.get(heavy.ids[index] ?? 0), weight);
    }
    const near = byText.heaviest(LEAST_SHARED);
    const byNames = new Tally(within);
    for (const name of read.names) {
      const stories = this.#byName.get(name);
      if (!stories || stories.size > Math.max(COMMON_NAME.stories, this.stories.size * COMMON_NAME.share))
        continue;
      byNames.add(stories, nameWeight(name));
    }
    // Within a language a story that shares none of the heaviest grams is another, whatever it names.
    const named = byNames.heaviest().filter(({ centres }) => !centres.has(read.report.language));
    return [...new Set([...near, ...named])];
  }

  #filedUnder(vector: GramVector): GramVector {
    let heavy = this.#heavy.get(vector);
    if (!heavy) {
      heavy = heaviest(vector, FILED_GRAMS);
      this.#heavy.set(vector, heavy);
    }
    return heavy;
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

  add(stories: Iterable<Gathered> | undefined, weight: number): void {
    for (const story of stories ?? []) {
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

function file<Key>(files: Map<Key, Set<Gathered>>, key: Key, story: Gathered): void {
  const filed = files.get(key);
  if (filed) filed.add(story);
  else files.set(key, new Set([story]));
}

function unfile<Key>(files: Map<Key, Set<Gathered>>, key: Key, story: Gathered): void {
  const filed = files.get(key);
  filed?.delete(story);
  if (filed?.size === 0) files.delete(key);
}
