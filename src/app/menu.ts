import type { Language } from '../domain/chat.ts';

/** Under which heading /help names a command. */
export type MenuGroup = 'news' | 'digest' | 'chat';

/** What is said of a command where it is listed: /help, Telegram's menu, the words that stand for it. */
export interface MenuEntry {
  /** As Telegram demands: 1-32 of a-z, 0-9 and _. */
  name: string;
  /** One line for /help and the menu, per language. */
  description: Record<Language, string>;
  /** What may follow the name, as /help shows it: `[topic] [n]`. */
  usage?: Record<Language, string>;
  /** Words that stand for the command in private chats, most telling first. */
  words: Record<Language, readonly string[]>;
  /** Absent: `news`. Commands of operators stand by themselves. */
  group?: MenuGroup;
  /** Left out of /help and the menu: reached by buttons. */
  hidden?: boolean;
  /** For the operators named in the settings; nobody else sees it or may use it. */
  adminsOnly?: boolean;
}
