import type { Ledger as Outgoing } from '../domain/outbox-store.ts';
import type { Census } from '../domain/ports.ts';
import type { Summarizer } from '../domain/summarizer.ts';
import type { Topic } from '../domain/topic.ts';
import type { Broadcasts } from './broadcasts.ts';
import type { Chats } from './chats.ts';
import type { Finding } from './finding.ts';
import type { Following } from './following.ts';
import type { ToGeneral } from './general-topic.ts';
import type { Ledger } from './ledger.ts';
import type { Memory } from './memory.ts';
import type { MenuEntry } from './menu.ts';
import type { News } from './news.ts';
import type { Previews } from './previews.ts';
import type { SourceBook } from './source-book.ts';
import type { HouseDays } from './stats-chart.ts';
import type { BotIdentity } from './story-links.ts';
import type { Subscribing } from './subscribing.ts';

/** What commands work with: the use cases of the house and the lists they read from. */
export interface Desk {
  news: News;
  finding: Finding;
  chats: Chats;
  following: Following;
  previews: Previews;
  ledger: Ledger;
  memory: Memory;
  sources: SourceBook;
  subscribing: Subscribing;
  toGeneral: ToGeneral;
  broadcasts: Broadcasts;
  /** How much is kept, and what becomes of messages. */
  figures(): Promise<{ census: Census; ledger: Outgoing }>;
  /** The last thirty days by the calendar of a zone. */
  days(timeZone: string): Promise<HouseDays>;
  summaries: Summarizer;
  /** Known once Telegram has told it, before anything is asked of the desk. */
  bot(): BotIdentity;
  topics: readonly Topic[];
  /** All commands, in the order of the menu. */
  menu: readonly MenuEntry[];
  /** The present, in milliseconds since the epoch. */
  now(): number;
}
