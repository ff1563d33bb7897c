import type { Api } from 'grammy';
import type { Command } from '../app/command.ts';
import { spokenOf } from '../app/menu.ts';
import type { Language } from '../domain/languages.ts';
import { LANGUAGES } from '../domain/languages.ts';
import type { Log } from '../domain/ports.ts';
import type { Catalogue } from '../i18n/ar.ts';

/**
 * Tells Telegram the bot's commands, name and descriptions in every language; operators' private chats
 * get the operators' commands too (refused for one who has not met the bot yet). The default command list
 * speaks the operator's language; the default name stays the one its owner gave it. What is already
 * so is left alone, since Telegram limits such changes to a few a day. A refusal is noted, no more.
 */
export async function registerMenus(
  api: Api,
  menu: readonly Command[],
  says: (language: Language) => Catalogue,
  defaultLanguage: Language,
  operators: readonly number[],
  log: Log,
): Promise<void> {
  const commandsIn = (language: Language, operator = false, of = menu) =>
    of
      .filter((entry) => !entry.hidden && (operator || !entry.adminsOnly))
      .map((entry) => ({ command: entry.name, description: spokenOf(entry, language).description }));
  const steps: (() => Promise<unknown>)[] = [() => api.setMyCommands(commandsIn(defaultLanguage))];
  for (const language of LANGUAGES) {
    const { botName, botDescription, botShortDescription } = says(language);
    const language_code = language;
    steps.push(
      () => api.setMyCommands(commandsIn(language), { language_code }),
      async () => {
        const known = await api.getMyName({ language_code });
        if (known.name !== botName) await api.setMyName(botName, { language_code });
      },
      async () => {
        const known = await api.getMyDescription({ language_code });
        if (known.description !== botDescription)
          await api.setMyDescription(botDescription, { language_code });
      },
      async () => {
        const known = await api.getMyShortDescription({ language_code });
        if (known.short_description !== botShortDescription) {
          await api.setMyShortDescription(botShortDescription, { language_code });
        }
      },
    );
  }
  // In groups readers are shown what they may use.
  const readers = menu.filter((command) => !command.changes?.(''));
  for (const [type, of] of [
    ['all_group_chats', readers],
    ['all_chat_administrators', menu],
  ] as const) {
    const scope = { type };
    steps.push(() => api.setMyCommands(commandsIn(defaultLanguage, false, of), { scope }));
    for (const language_code of LANGUAGES) {
      steps.push(() => api.setMyCommands(commandsIn(language_code, false, of), { scope, language_code }));
    }
  }
  for (const chat_id of operators) {
    const scope = { type: 'chat', chat_id } as const;
    steps.push(() => api.setMyCommands(commandsIn(defaultLanguage, true), { scope }));
    for (const language_code of LANGUAGES) {
      steps.push(() => api.setMyCommands(commandsIn(language_code, true), { scope, language_code }));
    }
  }
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      log.warn('menu not registered', { reason: error instanceof Error ? error.message : String(error) });
    }
  }
}
