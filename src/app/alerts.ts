import type { ArticleHead } from '../domain/article.ts';
import type { Chat, Place } from '../domain/chat.ts';
import { isAt, keyOfPlace, placeOf } from '../domain/chat.ts';
import type { Follow, FollowHit } from '../domain/follow.ts';
import { indexFollows } from '../domain/follow-match.ts';
import type { Content } from '../domain/message.ts';
import type { Mailing } from '../domain/outbox.ts';
import type { Clock, Log, Store } from '../domain/ports.ts';
import { isQuiet } from '../domain/quiet-hours.ts';
import type { Story } from '../domain/story.ts';
import type { StoryFollows } from '../domain/story-follow.ts';
import { articleIds, indexStoryFollows, newsIn, STORY_OVER } from '../domain/story-follow.ts';
import type { Topic } from '../domain/topic.ts';
import type { Voice } from '../i18n/voice.ts';
import type { AlertRoom } from './alert-room.ts';
import { ALERTS_WITHIN, alertRoom, MOST_ALERTS } from './alert-room.ts';
import type { AlertSetting } from './alert-view.ts';
import { alertContent, developmentContent, followName, heldContent } from './alert-view.ts';
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
  /** Ends follows of stories that are over. */
  endOver(): Promise<void>;
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

  function quiet(chat: Chat, at = now()): boolean {
    const { quiet: hours } = chat.preferences;
    return hours !== undefined && isQuiet(hours, chats.timeZone(chat), at);
  }

  /** The hit of a story at a place, with the alert it causes unless it is quiet or crowded there. */
  function hitOf(
    follow: Follow,
    chat: Chat,
    story: Story,
    {
      key,
      room = 'free',
      write,
    }: { key: string; room?: AlertRoom; write(setting: AlertSetting, voice: Voice): Content },
  ): { hit: FollowHit; alert?: Mailing } {
    const at = now();
    const place = placeOf(follow);
    const held = room === 'none' || quiet(chat);
    const hit: FollowHit = {
      ...place,
      followId: follow.id,
      storyId: story.id,
      at,
      state: held ? 'held' : 'sent',
    };
    if (held) return { hit };
    const delivery = {
      ...place,
      key,
      kind: 'alert' as const,
      silent: chat.preferences.silent ?? false,
      expiresAt: at + ALERT_LIFE,
    };
    const content = write({ chat, botName: botName(), at }, chats.voice(chat));
    return { hit, alert: { content, deliveries: [delivery] } };
  }

  function match(
    follow: Follow,
    chat: Chat,
    { story, news, room }: { story: Story; news: ArticleHead | undefined; room: AlertRoom },
  ): { hit: FollowHit; alert?: Mailing } {
    return hitOf(follow, chat, story, {
      room,
      key: `alert:${keyOfPlace(follow)}:${story.id}`,
      write: (setting, voice) =>
        alertContent(
          { story, news, followed: followName(follow, topics, voice) },
          { ...setting, last: room === 'last' },
          voice,
        ),
    });
  }

  /** What has developed for those who follow one of these stories; a place hears of a story once. */
  function developed(
    stories: readonly Story[],
    follows: StoryFollows,
    chatOf: (id: number) => Chat | undefined,
  ) {
    const heard = new Set<string>();
    return stories.flatMap((story) =>
      follows.of(story).flatMap((follow) => {
        const chat = chatOf(follow.chatId);
        const [news] = chat ? newsIn(story, follow, (article) => reads(chat, article)) : [];
        const key = `${keyOfPlace(follow)}:${story.id}`;
        if (!chat || !news || heard.has(key)) return [];
        heard.add(key);
        follows.told(follow, story);
        const hit = hitOf(follow, chat, story, {
          key: `development:${keyOfPlace(follow)}:${news.id}`,
          write: (setting, voice) => developmentContent(story, news, follow.id, setting, voice),
        });
        return [{ ...hit, known: articleIds(story) }];
      }),
    );
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
    const storyFollows = indexStoryFollows(all.map(({ follow }) => follow));
    let found = 0;
    for (let after = mark; ; ) {
      const articles = await store.articlesAfter(after, BATCH);
      const last = articles.at(-1);
      if (!last) break;
      after = last.id;
      const matches = articles.flatMap((article) =>
        index.matching(article).map((follow) => ({ follow, id: article.id, storyId: article.storyId ?? 0 })),
      );
      const grown = storyFollows.size > 0 ? articles.map(({ storyId = 0 }) => storyId) : [];
      const ids = [...new Set([...matches.map(({ storyId }) => storyId), ...grown])];
      const stories = new Map((await store.stories(ids)).map((story) => [story.id, story]));
      const concerned = [...new Set(matches.map(({ follow }) => follow.chatId))];
      const room = alertRoom(await store.hitsSince(now() - ALERTS_WITHIN, concerned));
      const hits = matches.flatMap(({ follow, id, storyId }) => {
        const chat = chatsById.get(follow.chatId);
        const story = stories.get(storyId);
        if (!chat || !story?.articles.some((article) => reads(chat, article))) return [];
        const goesOn = story.articles.some((article) => article.id <= mark);
        const news = story.articles.find((article) => goesOn && article.id === id && reads(chat, article));
        return [match(follow, chat, { story, news, room: quiet(chat) ? 'none' : room(follow, story.id) })];
      });
      const developments = developed([...stories.values()], storyFollows, (id) => chatsById.get(id));
      found += await store.recordHits({ developments, hits, mark: after, now: now() });
      if (hits.length + developments.length > 0) onQueued();
      await pause();
    }
    if (found > 0) log.info('follows matched', { hits: found });
    return found;
  }

  /** A text in a language the chat does not read is no news to it. */
  function reads(chat: Chat, { language }: Pick<ArticleHead, 'language'>): boolean {
    return chat.preferences.bothLanguages === true || language === chats.voice(chat).language;
  }

  /** Whether a place has heard as much within the hour as it is to hear. */
  async function crowded(place: Place): Promise<boolean> {
    const recent = await store.hitsSince(now() - ALERTS_WITHIN, [place.chatId]);
    const here = recent.filter((hit) => hit.state === 'sent' && isAt(place)(hit));
    return here.length >= MOST_ALERTS;
  }

  /** Stories that were held because they are followed themselves: what is told of them is what is new. */
  async function developedAmong(place: Place, hits: readonly FollowHit[]): Promise<ReadonlySet<number>> {
    const follows = new Map((await store.followsOf(place)).map(({ id, kind }) => [id, kind]));
    return new Set(
      hits.filter(({ followId }) => follows.get(followId) === 'story').map(({ storyId }) => storyId),
    );
  }

  async function releaseAt(place: Place): Promise<void> {
    const chat = await store.chat(place.chatId);
    if (!chat || quiet(chat)) return;
    const digests = (await store.subscriptionsOf(place.chatId)).filter(isAt(place));
    if (digests.some(({ status }) => status === 'active')) return;
    // A chat that cannot be written to keeps what is held until it is back.
    if ((await store.standing(place.chatId)).status !== 'active') return;
    if (await crowded(place)) return;
    const hits = (await store.heldFor(place)).slice(0, MOST_HELD);
    const [oldest] = hits;
    if (!oldest) return;
    const found = await store.stories(hits.map(({ storyId }) => storyId));
    const stories = [...new Map(found.map((story) => [story.id, story])).values()];
    const at = now();
    const voice = chats.voice(chat);
    const delivery = {
      ...place,
      // The oldest hit names the list: after a stop between the two steps below it is the same list.
      key: `held:${keyOfPlace(place)}:${oldest.storyId}:${oldest.at}`,
      kind: 'alert' as const,
      silent: chat.preferences.silent ?? false,
      expiresAt: at + ALERT_LIFE,
    };
    const why = quiet(chat, oldest.at) ? 'quiet' : 'crowded';
    const content = heldContent(stories, await developedAmong(place, hits), why, at, voice);
    const shown = new Set(content.shows?.ids);
    if (stories.length > 0) {
      await store.enqueue([{ content, deliveries: [delivery] }], at);
      onQueued();
    }
    // What the list had no room for comes in the next minute's.
    const waiting = new Set(stories.filter(({ id }) => !shown.has(id)).map(({ id }) => id));
    await store.settleHits(
      place,
      hits.map(({ storyId }) => storyId).filter((id) => !waiting.has(id)),
      'sent',
    );
  }

  return {
    look,
    async endOver() {
      const ended = await store.endStoryFollows(now() - STORY_OVER);
      if (ended > 0) log.info('stories over', { follows: ended });
    },
    async release() {
      for (const place of await store.placesHeld()) await releaseAt(place);
    },
  };
}
