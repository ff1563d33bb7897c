import type { ArticleHead } from './article.ts';
import { developments } from './development.ts';
import type { LeftOut, ToldStory } from './edition.ts';
import type { Story } from './story.ts';
import { sourcesOf } from './story.ts';

/** What an edition is made from. Times in ms. */
export interface EditionMaterial {
  /** Stories of the window and those held for the chat. */
  stories: readonly Story[];
  /** What the chat has been told before, by story. */
  told: ReadonlyMap<number, ToldStory>;
  /** Stories the chat follows: they come first and in any topic. */
  followed: ReadonlySet<number>;
  topics: readonly string[];
  language: string;
  bothLanguages: boolean;
  size: number;
  from: number;
  to: number;
}

/** A story as it will stand in the edition. */
export interface PlannedStory {
  story: Story;
  /** The heading it stands under; absent: none of its topics is one of ours. */
  topic?: string;
  /** Told before: what has been added since, newest first. */
  news: readonly ArticleHead[];
  followed: boolean;
}

export interface EditionPlan {
  /** In the order of the page: the weightiest topic first, in each the weightiest story first. */
  stories: readonly PlannedStory[];
  left: readonly { storyId: number; why: LeftOut }[];
}

/**
 * Weights of the front page, by hand: a doubling of sources counts as much as the whole window of age; what is
 * followed outweighs any number of sources a desk sees; each story of a topic already on the page costs its
 * topic so much that three of a kind give way to another topic's single source.
 */
const WEIGHT = { sources: 1, recency: 1, followed: 10, ownLanguage: 0.5, repeatedTopic: 0.5 } as const;
/** Sources beyond this many say nothing more of a story's weight. */
const MOST_SOURCES = 16;

/** Chooses the stories of an edition and says of every other why it is not there. Pure: the same material, the same page. */
export function planEdition(material: EditionMaterial, topicOrder: readonly string[]): EditionPlan {
  const left: { storyId: number; why: LeftOut }[] = [];
  const candidates: (PlannedStory & { weight: number })[] = [];
  for (const story of material.stories) {
    const followed = material.followed.has(story.id);
    const told = material.told.get(story.id);
    const news = told ? developments(story, told.articleIds) : [];
    const why = reasonAgainst(story, material, followed, told !== undefined && news.length === 0);
    if (why) left.push({ storyId: story.id, why });
    else {
      const topic = topicOf(story, material.topics, topicOrder);
      candidates.push({
        story,
        news,
        followed,
        weight: weigh(story, material, followed),
        ...(topic === undefined ? {} : { topic }),
      });
    }
  }
  const chosen = chooseDiverse(candidates, material.size);
  const kept = new Set(chosen.map(({ story }) => story.id));
  for (const { story } of candidates) if (!kept.has(story.id)) left.push({ storyId: story.id, why: 'room' });
  return { stories: inPageOrder(chosen), left };
}

function reasonAgainst(
  story: Story,
  { topics, language, bothLanguages }: EditionMaterial,
  followed: boolean,
  nothingNew: boolean,
): LeftOut | undefined {
  if (nothingNew) return 'told';
  if (!bothLanguages && !story.articles.some((article) => article.language === language)) return 'language';
  if (topics.length > 0 && !followed && !topicsOf(story).some((topic) => topics.includes(topic)))
    return 'topic';
  return undefined;
}

function weigh(story: Story, { from, to, language }: EditionMaterial, followed: boolean): number {
  const sources = Math.min(MOST_SOURCES, Math.max(1, sourcesOf(story).length));
  const age = to > from ? (Math.min(to, Math.max(from, story.sortAt)) - from) / (to - from) : 1;
  const own = story.articles.some((article) => article.language === language);
  return (
    WEIGHT.sources * Math.log2(sources) +
    WEIGHT.recency * age +
    (followed ? WEIGHT.followed : 0) +
    (own ? WEIGHT.ownLanguage : 0)
  );
}

/** One after the other the weightiest, each story of a topic that is on the page already weighing less. */
function chooseDiverse<Item extends PlannedStory & { weight: number }>(
  candidates: readonly Item[],
  size: number,
): Item[] {
  const waiting = candidates.toSorted((a, b) => b.weight - a.weight || b.story.id - a.story.id);
  const seen = new Map<string, number>();
  const chosen: Item[] = [];
  while (chosen.length < size && waiting.length > 0) {
    let best = 0;
    let bestWeight = Number.NEGATIVE_INFINITY;
    for (const [at, { weight, topic }] of waiting.entries()) {
      if (weight <= bestWeight) break;
      const worth = weight - WEIGHT.repeatedTopic * (seen.get(topic ?? '') ?? 0);
      if (worth > bestWeight) [best, bestWeight] = [at, worth];
    }
    const [taken] = waiting.splice(best, 1);
    if (!taken) break;
    seen.set(taken.topic ?? '', (seen.get(taken.topic ?? '') ?? 0) + 1);
    chosen.push(taken);
  }
  return chosen;
}

/** Topics in the order of their first story, stories without one at the end. */
function inPageOrder(chosen: readonly (PlannedStory & { weight: number })[]): PlannedStory[] {
  const byTopic = Map.groupBy(chosen, ({ topic }) => topic);
  const withTopic = [...byTopic].filter(([topic]) => topic !== undefined);
  return [...withTopic.flatMap(([, own]) => own), ...(byTopic.get(undefined) ?? [])].map(
    ({ weight: _, ...planned }) => planned,
  );
}

/** The heading of a story: the topic most of its articles have; of equals one the chat chose, then the first of the list. */
function topicOf(story: Story, chosen: readonly string[], order: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { topics } of story.articles) {
    for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const wanted = [...counts].filter(([topic]) => chosen.includes(topic));
  return (wanted.length > 0 ? wanted : [...counts])
    .filter(([topic]) => order.includes(topic))
    .sort(([a, m], [b, n]) => n - m || order.indexOf(a) - order.indexOf(b))[0]?.[0];
}

function topicsOf(story: Story): string[] {
  return story.articles.flatMap((article) => article.topics);
}
