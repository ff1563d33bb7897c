import { utf8Bytes } from '../text/lengths.ts';
import type { Drawing } from './drawing.ts';
import type { Language } from './languages.ts';
import type { RichBlock } from './rich-document.ts';
import type { RichText } from './rich-text.ts';

/** Bot API, InlineKeyboardButton: callback_data holds 1-64 bytes. */
export const MOST_COMMAND_BYTES = 64;

/** Whether a button has room for this command. */
export function fitsButton(command: string): boolean {
  return utf8Bytes(command) <= MOST_COMMAND_BYTES;
}

/**
 * A button is a command with its arguments already typed, or leads out. `command` holds at most 64 bytes, `copy` 256
 * units; `inline` lets the reader choose a chat and asks us there, as if it had been typed behind our name.
 */
export type Button = { label: string } & (
  | { command: string }
  | { url: string }
  | { copy: string }
  | { inline: string }
);

/** Stories of one message, and the number its first one carries; a card is about one story. */
export interface ShownStories {
  as: 'list' | 'card';
  ids: readonly number[];
  first: number;
  /** What was looked for, so that the next page can be found again. */
  query?: string;
  /** The command that shows the next page of a list; `null` on its last, absent where it has no pages. */
  next?: string | null;
}

/** What one message says, whoever gets it. Rows of buttons stand in reading order; the edge mirrors them for Arabic. */
export interface Content {
  language: Language;
  text: RichText;
  buttons?: readonly (readonly Button[])[];
  /** Stories the message shows, so that a number or a reply to it can name them. */
  shows?: ShownStories;
  /** A link whose picture is shown large above the text; absent: no preview at all. */
  picture?: string;
  /** A picture of our own; the text stands under it, `MOST_CAPTION_UNITS` at most, and tells what it shows. */
  drawing?: Drawing;
}

/** The same laid out in blocks; where a server refuses that, the `plainer` messages are sent instead, in order. */
export interface RichContent extends Content {
  blocks: readonly RichBlock[];
  plainer: readonly Content[];
}

export function isRich(content: Content): content is RichContent {
  return 'blocks' in content && 'plainer' in content;
}
