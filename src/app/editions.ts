import type { NewEdition, Profile, ToldStory } from '../domain/edition.ts';
import { planEdition } from '../domain/edition-plan.ts';
import { NEWS_AGE } from '../domain/follow-match.ts';
import type { Content } from '../domain/message.ts';
import type { Store } from '../domain/ports.ts';
import type { Story } from '../domain/story.ts';
import type { Summarizer } from '../domain/summarizer.ts';
import type { Summary } from '../domain/summary.ts';
import type { Topic } from '../domain/topic.ts';
import type { Voice } from '../i18n/voice.ts';
import { voiceOf } from '../i18n/voice.ts';
import { editionCover } from './edition-cover.ts';
import { LEAD_UNITS } from './edition-entry.ts';
import { richEdition } from './edition-rich.ts';
import type { EditionPage } from './edition-view.ts';
import { editionParts } from './edition-view.ts';

/** Editions back whose stories are not told again: a month of daily ones. */
const HISTORY = 30;
/** Stories of a window that are weighed at most, newest first; a desk of a thousand sources tells fewer in a day. */
const MOST_WEIGHED = 2000;
/** Stories that came in after their window, weighed at most. */
const MOST_LATE = 500;
/** An article that came in so long before an edition, in ms, may have found its story only after it. */
const GROUPED_WITHIN = 10 * 60_000;
/** Stories read at once, so that the main loop stays free. */
const PAGE = 100;

/** What an edition is to be made for. Times in ms. */
export interface EditionOrder {
  profile: Profile;
  from: number;
  to: number;
  /** The edition before it. */
  previous?: number;
  /** Stories that were held for the chat in its quiet hours: they come first. */
  held: readonly number[];
  /** Stories it was alerted to or another digest of its place told, and when: told already as they stood then. */
  alerted: readonly { storyId: number; at: number }[];
  /** The hour it was due at, `HH:MM`, when it comes late. */
  lateFor?: string;
  note?: string;
}

/** An edition written out; without stories it has one part that says so. */
export interface MadeEdition {
  edition: NewEdition;
  parts: Content[];
}

/** Windows that have been read already, for editions made one after the other at one moment. */
export type Windows = Map<string, Promise<Story[]>>;

/** Makes editions: gathers, weighs, writes. */
export interface Editions {
  make(order: EditionOrder, windows?: Windows): Promise<MadeEdition>;
  /** Stories that would be weighed, for making summaries ahead. */
  ahead(order: EditionOrder, windows?: Windows): Promise<Story[]>;
}

export interface EditionSurroundings {
  store: Pick<Store, 'latestStories' | 'lateStories' | 'stories' | 'toldBy'>;
  summarizer: Pick<Summarizer, 'ready' | 'extract'>;
  topics: readonly Topic[];
  /** Known once the bot has said who it is. */
  botName(): string;
  pause(): Promise<void>;
}

export function createEditions({ store, summarizer, topics, botName, pause }: EditionSurroundings): Editions {
  const topicOrder = topics.map((topic) => topic.id);

  async function plan(order: EditionOrder, windows: Windows = new Map()) {
    const { profile, from, to, previous, held } = order;
    const key = JSON.stringify([from, to, previous === undefined]);
    const window = windows.get(key) ?? windowOf(order);
    windows.set(key, window);
    window.catch(() => windows.delete(key));
    const known = [...(await store.stories(held)), ...(await window)];
    const stories = [...new Map(known.map((story) => [story.id, story])).values()];
    const told = [
      ...alertedStories(stories, order),
      ...(previous === undefined ? [] : await store.toldBy(previous, HISTORY)),
    ];
    return planEdition(
      {
        stories,
        told: allTold(told),
        followed: new Set(order.held),
        topics: profile.topics,
        language: profile.language,
        bothLanguages: profile.bothLanguages,
        size: profile.size,
        from,
        to,
      },
      topicOrder,
    );
  }

  /** Stories whose place in time is in the window, newest first, and the late ones. */
  async function windowOf({ from, to, previous }: EditionOrder): Promise<Story[]> {
    const found: Story[] = [];
    let after = { sortAt: to + 1, id: 0 };
    for (;;) {
      const page = await store.latestStories({ after, limit: PAGE });
      const within = page.stories.filter((story) => story.sortAt > from);
      found.push(...within);
      const last = page.stories.at(-1);
      if (!last || within.length < page.stories.length || !page.older || found.length >= MOST_WEIGHED) break;
      after = { sortAt: last.sortAt, id: last.id };
      await pause();
    }
    if (previous === undefined) return found;
    // What was published before the last edition and came in after it was in no window: it is in this one.
    const late = await store.lateStories({
      placed: { from: from - NEWS_AGE, to: from },
      seen: { from: from - GROUPED_WITHIN, to },
      limit: MOST_LATE,
    });
    return [...found, ...(await store.stories(late))];
  }

  async function leadsOf(stories: readonly Story[], profile: Profile): Promise<Map<number, Summary>> {
    const leads = new Map<number, Summary>();
    if (!profile.leads) return leads;
    const write = profile.summaries ? summarizer.ready : summarizer.extract;
    for (const story of stories) leads.set(story.id, await write(story, profile.language, LEAD_UNITS));
    return leads;
  }

  return {
    async make(order, windows) {
      const { profile, from, to, previous, lateFor, note } = order;
      const planned = await plan(order, windows);
      const voice = voiceOf(profile.language, { timeZone: profile.timeZone, digits: profile.digits });
      const page = {
        profile,
        stories: planned.stories,
        leads: await leadsOf(
          planned.stories.map(({ story }) => story),
          profile,
        ),
        topics,
        botName: botName(),
        at: to,
        ...(lateFor === undefined ? {} : { lateFor }),
        ...(note === undefined ? {} : { note }),
      };
      const stories = planned.stories.map(
        ({ story, news }): ToldStory => ({
          storyId: story.id,
          articleIds: story.articles.map((article) => article.id),
          developed: news.length > 0,
        }),
      );
      return {
        edition: {
          profile,
          from,
          to,
          ...(previous === undefined ? {} : { previous }),
          stories,
          left: planned.left,
        },
        parts: partsOf(page, voice),
      };
    },
    ahead: async (order, windows) => (await plan(order, windows)).stories.map(({ story }) => story),
  };
}

/** Its card where the chat wants one, then one rich message where it wants that and it fits, else as many plain ones as it takes. */
function partsOf(page: EditionPage, voice: Voice): Content[] {
  const cover = editionCover(page, voice);
  const plain = editionParts(page, voice);
  const rich = page.profile.rich && page.stories.length > 0 ? richEdition(page, plain, voice) : undefined;
  return [...(cover ? [cover] : []), ...(rich ? [rich] : plain)];
}

/** What was told of each story in all its tellings, also of those that were others then and have become one with it. */
function allTold(told: readonly ToldStory[]): Map<number, ToldStory> {
  const all = new Map<number, ToldStory>();
  for (const each of told) {
    const known = all.get(each.storyId)?.articleIds ?? [];
    all.set(each.storyId, { ...each, articleIds: [...new Set([...known, ...each.articleIds])] });
  }
  return all;
}

/** An alert told what was known of its story when it went out. */
function alertedStories(stories: readonly Story[], { alerted }: EditionOrder): ToldStory[] {
  const times = new Map(alerted.map(({ storyId, at }) => [storyId, at]));
  return stories.flatMap((story) => {
    const at = times.get(story.id);
    if (at === undefined) return [];
    const known = story.articles.filter((article) => article.firstSeen <= at);
    return [{ storyId: story.id, articleIds: known.map((article) => article.id), developed: false }];
  });
}
