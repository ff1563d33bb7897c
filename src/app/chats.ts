import type { Chat, ChatKind, Preferences } from '../domain/chat.ts';
import { languageFromClient } from '../domain/chat.ts';
import type { Language } from '../domain/languages.ts';
import type { Store } from '../domain/ports.ts';
import type { Voice } from '../i18n/voice.ts';
import { voiceOf } from '../i18n/voice.ts';

export interface ChatDefaults {
  language: Language;
  timeZone: string;
}

/** What chats have chosen, and the voice in which each is answered. */
export interface Chats {
  /** The chat as stored, or one with no choices yet; asking stores nothing. */
  chat(id: number, kind: ChatKind): Promise<Chat>;
  /** Stores a change of choices and gives the chat back as it is now. */
  choose(chat: Chat, change: Preferences): Promise<Chat>;
  /** Removes all that is kept about a chat. */
  forget(id: number): Promise<void>;
  /** The IANA zone of the chat's clock. */
  timeZone(chat: Chat): string;
  /** The chat's own choice, else the client's language in a private chat, else the operator's default. */
  voice(chat: Chat, clientLanguage?: string): Voice;
}

export function createChats(store: Store, defaults: ChatDefaults): Chats {
  return {
    async chat(id, kind) {
      return (await store.chat(id)) ?? { id, kind, preferences: {} };
    },
    async choose(chat, change) {
      const changed = { ...chat, preferences: { ...chat.preferences, ...change } };
      await store.saveChat(changed);
      return changed;
    },
    forget: (id) => store.forgetChat(id),
    timeZone: (chat) => chat.preferences.timeZone ?? defaults.timeZone,
    voice(chat, clientLanguage) {
      const guessed = chat.kind === 'private' ? languageFromClient(clientLanguage) : undefined;
      const language = chat.preferences.language ?? guessed ?? defaults.language;
      return voiceOf(language, {
        timeZone: chat.preferences.timeZone ?? defaults.timeZone,
        digits: chat.preferences.digits ?? 'latin',
      });
    },
  };
}
