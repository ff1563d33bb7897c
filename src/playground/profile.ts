import type { BotCommand, Chat } from './shapes.ts';

/** Whom a list of commands is for (BotCommandScope), with the chat already looked up. */
export type CommandScope = { type: string; chatId?: number; userId?: number };

export type Viewer = { userId: number; languageCode: string; isAdministrator: boolean };

/** A text told in each language, with one for everybody else under ''. */
export class TextByLanguage {
  readonly #texts = new Map<string, string>();

  set(language: string, text: string): void {
    if (text === '') this.#texts.delete(language);
    else this.#texts.set(language, text);
  }

  /** The text for a client language such as `ar` or `en-GB`, else the one for everybody. */
  for(language: string): string {
    return this.#texts.get(baseLanguage(language)) ?? this.#texts.get('') ?? '';
  }
}

/** The two-letter language Telegram compares by. */
export const baseLanguage = (code: string): string => code.slice(0, 2).toLowerCase();

/** What the bot says of itself, and its lists of commands. */
export class BotProfile {
  readonly name = new TextByLanguage();
  readonly description = new TextByLanguage();
  readonly shortDescription = new TextByLanguage();
  readonly menuButtons = new Map<number | 'default', unknown>();
  readonly administratorRights = new Map<'channels' | 'groups', unknown>();
  readonly #commands = new Map<string, BotCommand[]>();

  setCommands(scope: CommandScope, language: string, commands: BotCommand[]): void {
    this.#commands.set(key(scope, language), commands);
  }

  deleteCommands(scope: CommandScope, language: string): void {
    this.#commands.delete(key(scope, language));
  }

  commands(scope: CommandScope, language: string): BotCommand[] {
    return this.#commands.get(key(scope, language)) ?? [];
  }

  /** The list a person sees in a chat: the narrowest scope that has one, own language first (Bot API, BotCommandScope). */
  commandsSeen(chat: Chat, { userId, languageCode, isAdministrator }: Viewer): BotCommand[] {
    if (chat.type === 'channel') return [];
    const here = { chatId: chat.id };
    const scopes: CommandScope[] =
      chat.type === 'private'
        ? [{ type: 'chat', ...here }, { type: 'all_private_chats' }, { type: 'default' }]
        : [
            { type: 'chat_member', ...here, userId },
            ...(isAdministrator ? [{ type: 'chat_administrators', ...here }] : []),
            { type: 'chat', ...here },
            ...(isAdministrator ? [{ type: 'all_chat_administrators' }] : []),
            { type: 'all_group_chats' },
            { type: 'default' },
          ];
    for (const scope of scopes) {
      for (const language of [baseLanguage(languageCode), '']) {
        const found = this.#commands.get(key(scope, language));
        if (found !== undefined && found.length > 0) return found;
      }
    }
    return [];
  }
}

function key({ type, chatId, userId }: CommandScope, language: string): string {
  return [type, chatId ?? '', userId ?? '', language].join(' ');
}
