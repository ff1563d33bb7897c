/** The part of compose.ts that furnishes the desk at which commands work. */
import { commands } from '../commands/index.ts';
import type { Broadcasts } from './app/broadcasts.ts';
import type { Chats } from './app/chats.ts';
import type { Desk } from './app/desk.ts';
import { createFinding } from './app/finding.ts';
import { createFollowing } from './app/following.ts';
import { createToGeneral } from './app/general-topic.ts';
import { createHouseDays } from './app/house-days.ts';
import { createLedger } from './app/ledger.ts';
import type { Memory } from './app/memory.ts';
import { createNews } from './app/news.ts';
import type { Press } from './app/press.ts';
import { createPreviews } from './app/previews.ts';
import { createSourceBook } from './app/source-book.ts';
import type { BotIdentity } from './app/story-links.ts';
import { createSubscribing } from './app/subscribing.ts';
import type { Clock, FeedReader, Store } from './domain/ports.ts';
import type { Summarizer } from './domain/summarizer.ts';
import type { Topic } from './domain/topic.ts';
import { writeOpml } from './feeds/opml.ts';

export interface DeskSurroundings {
  store: Store;
  chats: Chats;
  memory: Memory;
  summarizer: Summarizer;
  press: Press;
  broadcasts: Broadcasts;
  feeds: FeedReader;
  topics: readonly Topic[];
  bot(): BotIdentity;
  now: Clock;
  /** Days that feed articles and messages are kept. */
  keptDays: number;
  /** Told when a source was added. */
  onSource(): void;
}

export function composeDesk(surroundings: DeskSurroundings): Desk {
  const { store, chats, memory, summarizer, press, broadcasts, feeds, topics, bot, now, onSource } =
    surroundings;
  return {
    news: createNews(store),
    finding: createFinding(store),
    chats,
    memory,
    summaries: summarizer,
    following: createFollowing(store, topics, now),
    previews: createPreviews(store, press.editions, chats, now),
    ledger: createLedger(store),
    sources: createSourceBook({ store, feeds, now, onAdded: onSource, writeOpml }),
    subscribing: createSubscribing(store, now),
    toGeneral: createToGeneral(store),
    broadcasts,
    figures: async () => ({ census: await store.census(), ledger: await store.ledger(now()) }),
    days: createHouseDays(store, now, surroundings.keptDays),
    bot,
    topics,
    menu: commands,
    now,
  };
}
