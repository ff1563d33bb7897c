import type { Place } from '../domain/chat.ts';
import type { Follow, NewFollow } from '../domain/follow.ts';
import { MOST_FOLLOWS } from '../domain/follow.ts';
import { MOST_FOLLOWED_WORDS, sourceKey, wordsKey } from '../domain/follow-match.ts';
import type { Clock, Store } from '../domain/ports.ts';
import { storyReference } from '../domain/reference.ts';
import type { Story } from '../domain/story.ts';
import { articleIds, follows } from '../domain/story-follow.ts';
import type { Topic } from '../domain/topic.ts';
import { findTopic } from '../domain/topic.ts';
import { isStopword } from '../text/stopwords.ts';
import { words } from '../text/terms.ts';
import { newsOf } from './asking.ts';

/** What came of asking to follow something. */
export type Followed =
  | { kind: 'added' | 'known'; follow: NewFollow }
  | { kind: 'too-many' | 'too-common' | 'too-long' };

/** The same of a story. */
export type StoryFollowed = { kind: 'added' | 'known'; follow: Follow } | { kind: 'too-many' };

/** What chats want to hear of at once. */
export interface Following {
  /** Follows a topic or a source of that name, else the words. */
  follow(place: Place, said: string): Promise<Followed>;
  /** Follows what comes of a story from now on; `title` is what its reader will know it by. */
  followStory(place: Place, story: Story, title: string): Promise<StoryFollowed>;
  all(place: Place): Promise<Follow[]>;
  /** Drops the follow with this id or of these words; `undefined` when there is none. */
  unfollow(place: Place, said: string): Promise<Follow | undefined>;
  unfollowAll(place: Place): Promise<void>;
}

export function createFollowing(
  store: Pick<Store, 'addFollow' | 'removeFollow' | 'followsOf' | 'sourceTallies'>,
  topics: readonly Topic[],
  now: Clock,
): Following {
  async function wanted(place: Place, said: string): Promise<NewFollow | undefined> {
    const base = { ...place, createdAt: now() };
    const topic = findTopic(topics, said);
    if (topic) return { ...base, kind: 'topic', value: topic.id, matchKey: topic.id };
    const key = sourceKey(said);
    const source = (await store.sourceTallies()).find(({ name }) => sourceKey(name) === key);
    if (source) return { ...base, kind: 'source', value: source.name, matchKey: key };
    const about = newsOf(said);
    if (about !== said) return wanted(place, about);
    const matchKey = words(said).every(isStopword) ? '' : wordsKey(said);
    return matchKey === '' ? undefined : { ...base, kind: 'words', value: said, matchKey };
  }

  async function followStory(place: Place, story: Story, title: string): Promise<StoryFollowed> {
    const matchKey = storyReference(story.id);
    const present = await store.followsOf(place);
    const same = present.find(
      (follow) => follow.kind === 'story' && (follow.matchKey === matchKey || follows(follow, story)),
    );
    if (same) return { kind: 'known', follow: same };
    if (present.length >= MOST_FOLLOWS) return { kind: 'too-many' };
    const follow = await store.addFollow({
      ...place,
      kind: 'story',
      value: title,
      matchKey,
      known: articleIds(story),
      createdAt: now(),
    });
    // Somebody else in the same chat was quicker.
    return follow ? { kind: 'added', follow } : followStory(place, story, title);
  }

  return {
    async follow(place, said) {
      if (words(said).length > MOST_FOLLOWED_WORDS) return { kind: 'too-long' };
      const follow = await wanted(place, said);
      if (!follow) return { kind: 'too-common' };
      const known = await store.followsOf(place);
      if (known.some(({ kind, matchKey }) => kind === follow.kind && matchKey === follow.matchKey)) {
        return { kind: 'known', follow };
      }
      if (known.length >= MOST_FOLLOWS) return { kind: 'too-many' };
      return { kind: (await store.addFollow(follow)) ? 'added' : 'known', follow };
    },
    followStory,
    all: (place) => store.followsOf(place),
    async unfollow(place, said) {
      const present = await store.followsOf(place);
      const follow = present.find(
        ({ id, kind, value, matchKey }) =>
          said === `#${id}` ||
          (kind === 'words' && [said, newsOf(said)].some((each) => wordsKey(value) === wordsKey(each))) ||
          (kind === 'source' && matchKey === sourceKey(said)) ||
          (kind === 'topic' && findTopic(topics, said)?.id === value),
      );
      if (follow) await store.removeFollow(follow.id);
      return follow;
    },
    async unfollowAll(place) {
      for (const { id } of await store.followsOf(place)) await store.removeFollow(id);
    },
  };
}
