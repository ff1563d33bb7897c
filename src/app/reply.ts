import type { Language } from '../domain/chat.ts';
import type { RichText } from './rich-text.ts';

/** A button is a command with its arguments already typed, or leads out. `command` holds at most 64 bytes. */
export type Button = { label: string } & ({ command: string } | { url: string } | { copy: string });

/** What a command answers. Rows of buttons stand in reading order; the edge mirrors them for Arabic. */
export interface Reply {
  language: Language;
  text: RichText;
  buttons?: readonly (readonly Button[])[];
  /**
   * `edit` changes the message whose button was pressed (paging, switches) instead of sending another;
   * `notice` is a short plain sentence shown over the chat when a button asked. Both fall back to a message.
   */
  place?: 'new' | 'edit' | 'notice';
  /** Stories the message shows, so that a number or a reply to it can name them. */
  shows?: ShownStories;
  /** A file that is sent instead of a message; the text stands under it, 1024 units at most. */
  document?: { name: string; text: string };
}

/** Stories of one message, and the number its first one carries; a card is about one story. */
export interface ShownStories {
  as: 'list' | 'card';
  ids: readonly number[];
  first: number;
  /** What was looked for, so that the next page can be found again. */
  query?: string;
}
