import { z } from 'zod';

/** Languages the bot speaks; articles come in any. */
export type Language = 'ar' | 'en';
export const LANGUAGES: readonly Language[] = ['ar', 'en'];

export type ChatKind = 'private' | 'group' | 'channel';

/** What a chat has chosen; an absent field means the operator's default. */
export const preferencesShape = z
  .object({
    language: z.enum(['ar', 'en']),
    timeZone: z.string(),
    /** Topic ids; empty or absent: all topics. */
    topics: z.array(z.string()),
    digits: z.enum(['latin', 'arabic']),
    /** Whether summaries may be machine-made; false: extracts only. */
    summaries: z.boolean(),
  })
  .partial();

export type Preferences = z.infer<typeof preferencesShape>;

export interface Chat {
  id: number;
  kind: ChatKind;
  preferences: Preferences;
}

/** The nearest language that the bot speaks to what a Telegram client says (`ar-EG`, `en`), if any. */
export function languageFromClient(code: string | undefined): Language | undefined {
  const primary = code?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary);
}
