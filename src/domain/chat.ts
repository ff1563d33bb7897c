import { z } from 'zod';
import type { Language } from './languages.ts';
import { LANGUAGES } from './languages.ts';
import { quietHoursShape } from './quiet-hours.ts';

export type ChatKind = 'private' | 'group' | 'channel';

/** What a chat has chosen; an absent field means the operator's default. */
export const preferencesShape = z
  .object({
    language: z.enum(LANGUAGES),
    timeZone: z.string(),
    /** Topic ids; empty or absent: all topics. */
    topics: z.array(z.string()),
    digits: z.enum(['latin', 'arabic']),
    /** Whether summaries may be machine-made; false: extracts only. */
    summaries: z.boolean(),
    /** Stories told only in the other language are shown too, labelled. */
    bothLanguages: z.boolean(),
    /** Alerts wait while it is quiet; across midnight allowed, equal ends mean none. */
    quiet: quietHoursShape,
    /** Without a sound. */
    silent: z.boolean(),
    /** A few lines under each headline of a digest; false: headlines alone. */
    leads: z.boolean(),
    /** A story's picture above its card and above alerts; the texts of digests never carry any. */
    pictures: z.boolean(),
    /** A drawn card with the date and the first headline before each digest. */
    cover: z.boolean(),
    /** The Hijri date beside the other. */
    hijri: z.boolean(),
    /** Rich messages where the server knows them. */
    rich: z.boolean(),
    /** What an edition without stories does. */
    whenEmpty: z.enum(['say', 'silent']),
    /** A message that may or may not have arrived: sent once more, or not again. */
    whenUncertain: z.enum(['resend', 'drop']),
  })
  .partial();

export type Preferences = z.infer<typeof preferencesShape>;

/**
 * Whether messages may go to a chat. `paused`: rights are missing for now; `gone`: blocked, left, deleted.
 * The reason is a word of the ledger, such as `blocked`; see `domain/delivery.ts`.
 */
export interface Standing {
  status: 'active' | 'paused' | 'gone';
  reason?: string;
  since?: number;
}

export interface Chat {
  id: number;
  kind: ChatKind;
  preferences: Preferences;
}

/** A place in a chat: the chat itself, or one topic of a forum. */
export interface Place {
  chatId: number;
  threadId?: number;
}

/** The place alone of what happens or goes there. */
export function placeOf({ chatId, threadId }: { chatId: number; threadId?: number | undefined }): Place {
  return { chatId, ...(threadId === undefined ? {} : { threadId }) };
}

/** Tells places apart; part of the keys of deliveries, so it stays as it is. */
export function keyOfPlace({ chatId, threadId }: Place): string {
  return `${chatId}:${threadId ?? 0}`;
}

/** Whether something happens or goes there: in the chat itself, or in that topic of it. */
export function isAt(place: Place): (there: Place) => boolean {
  return ({ chatId, threadId }) => chatId === place.chatId && threadId === place.threadId;
}

/** The nearest language that the bot speaks to what a Telegram client says (`ar-EG`, `en`), if any. */
export function languageFromClient(code: string | undefined): Language | undefined {
  const primary = code?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary);
}
