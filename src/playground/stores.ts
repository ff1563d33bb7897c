import type { ChatRecord, Topic } from './chats.ts';
import { ChatBook } from './chats.ts';
import { WorldError } from './errors.ts';
import { EventHub } from './events.ts';
import { Faults } from './faults.ts';
import { FileShelf } from './files.ts';
import type { JournalEntry } from './journal.ts';
import { Memberships } from './members.ts';
import type { StoredMessage } from './messages.ts';
import { MessageBook } from './messages.ts';
import { BotProfile } from './profile.ts';
import { QueryBook } from './queries.ts';
import type { User } from './shapes.ts';
import { UpdateQueue } from './updates.ts';

export type StoresOptions = {
  token: string;
  /** milliseconds since 1970 */
  now: () => number;
  bot: User;
  reader: User;
};

/** Everything the playground's Telegram knows: people, chats, messages, and what waits for the bot. */
export class Stores {
  readonly token: string;
  readonly now: () => number;
  /** the bot, and the person at the page */
  readonly bot: User;
  readonly reader: User;
  readonly users = new Map<number, User>();
  readonly deactivated = new Set<number>();
  readonly chats = new ChatBook();
  readonly members = new Memberships();
  readonly messages = new MessageBook();
  readonly updates = new UpdateQueue();
  readonly profile = new BotProfile();
  readonly files = new FileShelf();
  readonly events = new EventHub();
  readonly faults = new Faults();
  readonly journal: JournalEntry[] = [];
  readonly callbackQueries: QueryBook;
  readonly inlineQueries: QueryBook;

  constructor({ token, now, bot, reader }: StoresOptions) {
    this.token = token;
    this.now = now;
    this.bot = bot;
    this.reader = reader;
    this.callbackQueries = new QueryBook('80', now);
    this.inlineQueries = new QueryBook('90', now);
  }

  /** Telegram's dates are whole seconds. */
  get seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** A known person; throws WorldError. */
  user(id: number): User {
    const user = this.users.get(id);
    if (user === undefined) throw new WorldError(`no user ${id}`);
    return user;
  }

  /** A known chat; throws WorldError. */
  chat(id: number): ChatRecord {
    const record = this.chats.get(id);
    if (record === undefined) throw new WorldError(`no chat ${id}`);
    return record;
  }

  /** A kept message; throws WorldError. */
  message(chatId: number, messageId: number): StoredMessage {
    const stored = this.messages.get(chatId, messageId);
    if (stored === undefined) throw new WorldError(`no message ${messageId} in chat ${chatId}`);
    return stored;
  }

  topic(record: ChatRecord, threadId: number | undefined): Topic | undefined {
    return record.topics.find((topic) => topic.message_thread_id === threadId);
  }
}
