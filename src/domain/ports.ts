/** What the house asks of the world outside. Edges implement these; `compose.ts` hands them in. */
import type { Article, ArticleDraft } from './article.ts';
import type { Chat } from './chat.ts';
import type { Likeness } from './related.ts';
import type { Report } from './report.ts';
import type { SearchQuery } from './search.ts';
import type { Story, StoryCursor } from './story.ts';

/** The present, in milliseconds since the epoch. */
export type Clock = () => number;

export type PutOutcome = 'imported' | 'updated' | 'unchanged';

/** One page of the list of stories, newest first; the flags say whether more lies on either side. */
export interface StoryPage {
  stories: Story[];
  newer: boolean;
  older: boolean;
}

export interface StoryQuery {
  /** Only stories of at least one of these topics; absent: all. */
  topics?: readonly string[];
  /** Only stories that at least one source tells in this language. */
  language?: string;
  /** Stories after this place in the list (older ones) … */
  after?: StoryCursor;
  /** … or the ones just before it (newer ones). */
  before?: StoryCursor;
  limit: number;
}

/** Which story an article belongs to. A negative id starts a new story; equal ones start the same. */
export interface Placement {
  articleId: number;
  storyId: number;
}

/** An article found; the shares (0 to 1) say how much of the query's weight it holds. */
export interface SearchHit {
  articleId: number;
  storyId: number;
  score: number;
  /** In its title and lead, by 3-grams. */
  gramShare: number;
  /** Anywhere in it, by stemmed words. */
  termShare: number;
}

export interface SourceTally {
  name: string;
  url?: string;
  languages: string[];
  articles: number;
  /** Newest article's place in time. */
  latest: number;
}

/** Everything that lasts. Each method is one transaction: it happens wholly or not at all. */
export interface Store {
  /** Stores drafts by key, in order, and says of each what became of it. Of two equal keys the later wins. */
  putArticles(drafts: readonly ArticleDraft[], now: number): Promise<{ id: number; outcome: PutOutcome }[]>;
  /** Deletes articles by key, and stories that are left without any. */
  removeArticles(keys: readonly string[]): Promise<void>;
  /** Articles that belong to no story yet, oldest place in time first. */
  unassigned(limit: number): Promise<Article[]>;
  /** Puts articles into stories and returns the story ids, in order. */
  assign(placements: readonly Placement[]): Promise<number[]>;
  /** Titles and leads of articles with a story, between two places in time, newest first up to `limit`, then in order of time. */
  reportsBetween(from: number, to: number, limit: number): Promise<{ report: Report; storyId: number }[]>;
  article(id: number): Promise<Article | undefined>;
  /** Stories by id, in the order asked for; merged ones come under their new id, unknown ones are left out. */
  stories(ids: readonly number[]): Promise<Story[]>;
  latestStories(query: StoryQuery): Promise<StoryPage>;
  /** Stories that an editor put beside any article of this one, in either direction, newest first. */
  editorsChoice(storyId: number): Promise<number[]>;
  /** Articles that answer a query, best first, at most a few hundred; several may belong to one story. */
  search(query: SearchQuery): Promise<SearchHit[]>;
  /** Stories like this one from the whole archive, likest first, itself left out; few or none rather than filler. */
  alike(storyId: number, limit: number): Promise<Likeness[]>;
  sourceTallies(): Promise<SourceTally[]>;
  /** Stories per topic id, of those whose place in time is `since` or later. */
  topicTallies(since: number): Promise<Map<string, number>>;
  chat(id: number): Promise<Chat | undefined>;
  saveChat(chat: Chat): Promise<void>;
  /** Deletes all that is kept about a chat. */
  forgetChat(id: number): Promise<void>;
  close(): Promise<void>;
}

/** What may be forgotten: every value has an end, in milliseconds from now. */
export interface Cache {
  get<Value>(key: string): Promise<Value | undefined>;
  set(key: string, value: unknown, ttl: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Where the product says what happened; field names are fixed per event, message texts never appear. */
export interface Log {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
}
