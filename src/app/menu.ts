import type { Language, Worded } from '../domain/languages.ts';
import { LANGUAGES, wordedIn } from '../domain/languages.ts';
import type { Button } from '../domain/message.ts';
import type { CommandWords } from '../i18n/command-words.ts';
import { catalogueOf } from '../i18n/voice.ts';

/** Under which heading /help names a command. */
export type MenuGroup = 'news' | 'digest' | 'chat';

/** What is said of a command where it is listed: /help, Telegram's menu, the words that stand for it. */
export interface MenuEntry {
  /** As Telegram demands: 1-32 of a-z, 0-9 and _. */
  name: string;
  /** One line for /help and the menu. What languages without words here say stands in their catalogue. */
  description: Worded<string>;
  /** What may follow the name, as /help shows it: `[topic] [n]`. */
  usage?: Worded<string>;
  /** Words that stand for the command in private chats, most telling first. */
  words: Worded<readonly string[]>;
  /** Words that stand for it only when nothing else is said: others may look for them in the news. */
  alone?: Worded<readonly string[]>;
  /** Absent: `news`. Commands of operators stand by themselves. */
  group?: MenuGroup;
  /** Left out of /help and the menu: reached by buttons. */
  hidden?: boolean;
  /** For the operators named in the settings; nobody else sees it or may use it. */
  adminsOnly?: boolean;
}

/** How a language speaks of a command. */
export function spokenOf(
  { name, description, usage, words, alone }: MenuEntry,
  language: Language,
): CommandWords {
  const own = catalogueOf(language).commandWords[name];
  if (own) return own;
  return {
    description: wordedIn(description, language),
    ...(usage ? { usage: wordedIn(usage, language) } : {}),
    words: wordedIn(words, language),
    ...(alone ? { alone: wordedIn(alone, language) } : {}),
  };
}

/** The languages a greeting is not in, each behind a button with its own name. */
export function languageButtons(spoken: Language): Button[] {
  return LANGUAGES.filter((language) => language !== spoken).map((language) => ({
    label: catalogueOf(language).languageNames[0] ?? language,
    command: `language ${language}`,
  }));
}
