/** What the house asks of the world outside. Edges implement these; `compose.ts` hands them in. */
import type { Article } from './article.ts';
import type { Chat } from './chat.ts';
import type { FollowStore } from './follow-store.ts';
import type { InboxStore } from './inbox-store.ts';
import type { PreparedDraft } from './indexing.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { PollingState } from './polling.ts';
import type { Likeness } from './related.ts';
import type { Report } from './report.ts';
import type { SearchQuery } from './search.ts';
import type { Source, SourceEntry, SourceFailure, SourceOrigin, SourceRecord } from './source.ts';
import type { SpendStore } from './spend-store.ts';
import type { Story, StoryCursor } from './story.ts';
import type { SubscriptionStore } from './subscription-store.ts';
import type { WorkStore } from './work-store.ts';

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
  /** A story, possibly one started just before, that turns out to be the same and goes on under `storyId`. */
  absorbs?: number;
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
  /** Whether it holds every word asked for, the common ones too; of what cannot be told, and of very many words, true. */
  holdsAll: boolean;
}

export interface SourceTally {
  name: string;
  url?: string;
  languages: string[];
  articles: number;
  /** Newest article's place in time. */
  latest: number;
}

/** Validators of a feed's last answer, verbatim, and the address that gave them where it was another. */
export interface Validators {
  etag?: string;
  lastModified?: string;
  validatorsFrom?: string;
}

/** A source whose check is due, ours until `lease` (which also proves that it is). */
export interface ClaimedSource extends Source {
  state: PollingState;
  validators: Validators;
  failure?: SourceFailure;
  lease: number;
}

/** What a check leaves behind; it counts only while its claim does. */
export interface FinishedCheck {
  id: string;
  lease: number;
  state: PollingState;
  /** Absent: the source is muted. */
  nextAt?: number;
  /** The address to be used from now on. */
  movedTo?: string;
  /** `items` is absent when nothing was new since the last answer. */
  result: { at: number; tookMs: number; validators: Validators; items?: number } | { failure: SourceFailure };
}

/** A source to be added by hand or from a list. */
export type NewSource = Pick<Source, 'name' | 'url'> & Partial<Pick<Source, 'language' | 'topics'>>;

/** Where news comes from, and whose turn it is to be asked. */
export interface SourceStore {
  /** Makes the sources of the file what it says: new ones are due at once, those no longer in it go. */
  syncSources(entries: readonly SourceEntry[], now: number): Promise<void>;
  /** Adds sources that are not there yet, due at once, and says of each what became of it. */
  addSources(
    sources: readonly NewSource[],
    origin: SourceOrigin,
    now: number,
  ): Promise<{ id: string; outcome: 'added' | 'known' }[]>;
  /** False when there is no such source. Its articles stay; one from the file stays away until it is added again. */
  removeSource(id: string): Promise<boolean>;
  /** Every source, in the order in which they were added. */
  sources(): Promise<SourceRecord[]>;
  /** Takes up to `limit` due sources for `holder` until `until`; a claim that ran out can be taken again. */
  claimSources(claim: {
    now: number;
    until: number;
    holder: string;
    limit: number;
  }): Promise<ClaimedSource[]>;
  /** Gives back the claims of holders that work no more. */
  releaseSources(isGone: (holder: string) => boolean): Promise<void>;
  /** Notes what checks brought, each source's wholly or not at all. */
  finishChecks(checks: readonly FinishedCheck[]): Promise<void>;
  /** When the next source is due, claims considered. */
  nextSourceDue(): Promise<number | undefined>;
  /** Headlines of a source's articles first seen since then, with their keys. */
  recentTitles(sourceId: string, since: number): Promise<{ key: string; title: string }[]>;
}

/** How much is kept, and in which shape. */
export interface Census {
  shape: number;
  articles: number;
  stories: number;
  sources: number;
}

/** Everything that lasts. Each method is one transaction: it happens wholly or not at all. */
export interface Store
  extends SourceStore,
    SubscriptionStore,
    OutboxStore,
    FollowStore,
    WorkStore,
    InboxStore,
    SpendStore {
  /** Stores drafts by key, in order, and says of each what became of it. Of two equal keys the later wins. */
  putArticles(drafts: readonly PreparedDraft[], now: number): Promise<{ id: number; outcome: PutOutcome }[]>;
  /** Deletes articles by key, and stories that are left without any. */
  removeArticles(keys: readonly string[]): Promise<void>;
  articlesByKey(keys: readonly string[]): Promise<Article[]>;
  /** Gives articles new keys where those are free: their publisher has renumbered them. */
  rekeyArticles(changes: readonly { from: string; to: string }[]): Promise<void>;
  /** Deletes up to `limit` articles of sources, of stories that ended before then and that no other refers to; how many went. */
  expireArticles(before: number, limit: number): Promise<number>;
  /** Puts together a little of what the search index was written in, so that it stays quick; whether more is left to do. */
  mergeIndex(): Promise<boolean>;
  census(): Promise<Census>;
  /** Titles and leads of articles that belong to no story yet, in order of time; those after one where it is given. */
  unassigned(limit: number, after?: Pick<Report, 'at' | 'articleId'>): Promise<Report[]>;
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
  chat(id: number): Promise<Chat | undefined>;
  saveChat(chat: Chat): Promise<void>;
  /** Deletes all that is kept about a chat. */
  forgetChat(id: number): Promise<void>;
  /** Forgets up to `limit` chats that have been gone since before then; how many. */
  forgetGone(before: number, limit: number): Promise<number>;
  close(): Promise<void>;
}

/** What may be forgotten: every value has an end, in milliseconds from now. */
export interface Cache {
  get<Value>(key: string): Promise<Value | undefined>;
  set(key: string, value: unknown, ttl: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** An entry of a feed as it was read; see the adapters. */
export interface ReadItem {
  id?: string;
  url?: string;
  title: string;
  body?: string;
  summary?: string;
  publishedAt?: string;
  image?: string;
}

/** What came of asking a source. Waits in milliseconds. */
export type FeedVisit =
  | {
      kind: 'fetched';
      feed: { title?: string; site?: string; ttlMinutes?: number; items: ReadItem[] };
      validators: Validators;
      finalUrl: string;
      permanentUrl?: string;
      freshForMs?: number;
      retryAfterMs?: number;
    }
  | { kind: 'notModified'; validators: Validators; permanentUrl?: string; freshForMs?: number }
  | {
      kind: 'failed';
      /** `not-a-feed` when something else was there. */
      reason: string;
      status?: number;
      retryAfterMs?: number;
      gone?: boolean;
      /** Feeds that the page names which was there instead; looked for only when asked. */
      links?: string[];
    };

/** Reads feeds and pages out in the world. What servers do is a value; only an abort by the caller rejects. */
export interface FeedReader {
  visit(request: Validators & { url: string; findLinks?: boolean; signal?: AbortSignal }): Promise<FeedVisit>;
  /** The text of an article's page, where its site lets programs read it. */
  articlePage(url: string, signal?: AbortSignal): Promise<string | undefined>;
}

/** Where the product says what happened; field names are fixed per event, message texts never appear. */
export interface Log {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
}
