import type { Place } from './chat.ts';

/** What a chat wants to hear of at once. */
export interface Follow extends Place {
  id: number;
  kind: 'words' | 'topic' | 'source' | 'story';
  /** The words as they were typed, or the id of the topic, the source's name, or the story's headline then. */
  value: string;
  /** The same for values that mean the same: spelling, case and «ال» aside. */
  matchKey: string;
  /** Of a story: ids of the articles its reader has been told of, first one by which the story is known. */
  known?: readonly number[];
  createdAt: number;
}

export type NewFollow = Omit<Follow, 'id'>;

/** Follows of one chat or topic at most. */
export const MOST_FOLLOWS = 50;

/** A story that matched a follow: once per place and story. `held`: it was quiet, the next edition carries it. */
export interface FollowHit extends Place {
  followId: number;
  storyId: number;
  at: number;
  state: 'sent' | 'held' | 'merged';
}
