import type { Chat, Place } from '../domain/chat.ts';
import type { Follow, FollowHit } from '../domain/follow.ts';
import { indexFollows } from '../domain/follow-match.ts';
import type { Mailing } from '../domain/outbox.ts';
import type { Clock, Log, Store } from '../domain/ports.ts';
import { isQuiet } from '../domain/quiet-hours.ts';
import type { Story } from '../domain/story.ts';
import type { Topic } from '../domain/topic.ts';
import { alertContent, followName, heldContent } from './alert-view.ts';
import type { Chats } from './chats.ts';

/** Articles held against the follows at once. */
const BATCH = 100;
/** Stories in one message of what was held. */
const MOST_HELD = 20;
/** An alert later than this, in ms, is no alert. */
const ALERT_LIFE = 6 * 3_600_000;

/** Tells chats at once of stories that they follow, or keeps them while it is quiet. */
export interface Alerts {
  /** Holds what has come in since the last time against the follows; how many hits there were. */
  look(): Promise<number>;
  /** Sends what was held for places whose quiet hours are over and who get no edition. */
  release(): Promise<void>;
}

export interface AlertSurroundings {
  store: Store;
  chats: Chats;
  topics: readonly Topic[];
  botName(): string;
  now: Clock;
  pause(): Promise<void>;
  log: Log;
  /** Told when deliveries wait to be sent. */
  onQueued(): void;
}

export function createAlerts(surroundings: AlertSurroundings): Alerts {
  const { store, chats, topics, botName, now, pause, log, onQueued } = surroundings;

  function quiet(chat: Chat): boolean {
    const { quiet: hours } = chat.preferences;
    return hours !== undefined && isQuiet(hours, chats.timeZone(chat), now());
  }

  /** The hit of a story at a place, with the alert it causes unless it is quiet there. */
  function hitOf(follow: Follow, chat: Chat, story: Story): { hit: FollowHit; alert?: Mailing } {
    const at = now();
    const place = placeOf(follow);
    const held = quiet(chat);
    const hit: FollowHit = {
      ...place,
      followId: follow.id,
      storyId: story.id,
      at,
      state: held ? 'held' : 'sent',
    };
    if (held) return { hit };
    const voice = chats.voice(chat);
    const content = alertContent(
      story,
      followName(follow, topics, voice),
      { chat, botName: botName(), at },
      voice,
    );
    const delivery = {
      ...place,
      key: `alert:${place.chatId}:${place.threadId ?? 0}:${story.id}`,
      kind: 'alert' as const,
      silent: chat.preferences.silent ?? false,
      expiresAt: at + ALERT_LIFE,
    };
    return { hit, alert: { content, deliveries: [delivery] } };
  }

  async function look(): Promise<number> {
    const { mark, newest } = await store.followMark();
    if (newest <= mark) return 0;
    const all = await store.follows();
    if (all.length === 0) {
      await store.recordHits({ hits: [], mark: newest, now: now() });
      return 0;
    }
    const chatsById = new Map(all.map(({ chat }) => [chat.id, chat]));
    const index = indexFollows(all.map(({ follow }) => follow));
    let found = 0;
    for (let after = mark; ; ) {
      const articles = await store.articlesAfter(after, BATCH);
      const last = articles.at(-1);
      if (!last) break;
      after = last.id;
      const matches = articles.flatMap((article) =>
        index.matching(article).map((follow) => ({ follow, storyId: article.storyId ?? 0 })),
      );
      const ids = [...new Set(matches.map(({ storyId }) => storyId))];
      const stories = new Map((await store.stories(ids)).map((story) => [story.id, story]));
      const hits = matches.flatMap(({ follow, storyId }) => {
        const chat = chatsById.get(follow.chatId);
        const story = stories.get(storyId);
        return chat && story && readable(story, chat) ? [hitOf(follow, chat, story)] : [];
      });
      found += await store.recordHits({ hits, mark: after, now: now() });
      if (hits.length > 0) onQueued();
      await pause();
    }
    if (found > 0) log.info('follows matched', { hits: found });
    return found;
  }

  /** A story in a language the chat does not read is no news to it. */
  function readable(story: Story, chat: Chat): boolean {
    if (chat.preferences.bothLanguages) return true;
    const { language } = chats.voice(chat);
    return story.articles.some((article) => article.language === language);
  }

  async function releaseAt(place: Place): Promise<void> {
    const chat = await store.chat(place.chatId);
    if (!chat || quiet(chat)) return;
    const subscribed = (await store.subscriptionsOf(place.chatId)).some(
      (subscription) => subscription.threadId === place.threadId && subscription.status === 'active',
    );
    if (subscribed) return;
    const hits = await store.heldFor(place);
    const stories = await store.stories(hits.slice(0, MOST_HELD).map(({ storyId }) => storyId));
    const at = now();
    const voice = chats.voice(chat);
    const delivery = {
      ...place,
      key: `held:${place.chatId}:${place.threadId ?? 0}:${at}`,
      kind: 'alert' as const,
      silent: chat.preferences.silent ?? false,
      expiresAt: at + ALERT_LIFE,
    };
    if (stories.length > 0) {
      await store.enqueue([{ content: heldContent(stories, at, voice), deliveries: [delivery] }], at);
      onQueued();
    }
    await store.settleHits(
      place,
      hits.map(({ storyId }) => storyId),
      'sent',
    );
  }

  return {
    look,
    async release() {
      for (const place of await store.placesHeld()) await releaseAt(place);
    },
  };
}

function placeOf({ chatId, threadId }: Place): Place {
  return { chatId, ...(threadId === undefined ? {} : { threadId }) };
}
