/** What the house asks of the store for follows; part of `Store` in ports.ts. */
import type { Article } from './article.ts';
import type { Chat, Place } from './chat.ts';
import type { Follow, FollowHit, NewFollow } from './follow.ts';
import type { Mailing } from './outbox.ts';

export interface FollowStore {
  /** Undefined when the place follows the same already. */
  addFollow(follow: NewFollow): Promise<Follow | undefined>;
  removeFollow(id: number): Promise<void>;
  followsOf(place: Place): Promise<Follow[]>;
  /** Every follow of a chat that may be written to, with its chat. */
  follows(): Promise<{ follow: Follow; chat: Chat }[]>;
  /** Articles with a story that came in after this one, in the order they came in; see `followMark`. */
  articlesAfter(articleId: number, limit: number): Promise<Article[]>;
  /** The last article that was held against the follows, and the newest there is. */
  followMark(): Promise<{ mark: number; newest: number }>;
  /** Ends follows of stories that are older than this and about which nothing was seen since then; how many. */
  endStoryFollows(before: number): Promise<number>;
  /**
   * Stores hits with the alerts they cause and moves the mark, all or nothing; a story a place has had already is
   * left out together with its alert. How many are new. A development of a followed story comes first and counts
   * whatever the place has had; from then on its follower knows these articles.
   */
  recordHits(record: {
    developments?: readonly { hit: FollowHit; alert?: Mailing; known: readonly number[] }[];
    hits: readonly { hit: FollowHit; alert?: Mailing }[];
    mark: number;
    now: number;
  }): Promise<number>;
  /** What is held for a place, oldest first. */
  heldFor(place: Place): Promise<FollowHit[]>;
  /** A story's hit at a place, with what was followed then; the follow may be gone since. */
  hitOf(place: Place, storyId: number): Promise<{ hit: FollowHit; follow?: Follow } | undefined>;
  /** Places for which something is held. */
  placesHeld(): Promise<Place[]>;
  /** What places were alerted to since then, and what is held for them; of all chats unless some are named. */
  hitsSince(since: number, chatIds?: readonly number[]): Promise<FollowHit[]>;
  /** Held hits of these stories have been carried by an edition or an alert. */
  settleHits(place: Place, storyIds: readonly number[], state: 'sent' | 'merged'): Promise<void>;
}
