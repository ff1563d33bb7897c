import type { Button } from './shapes.ts';
import type { Stores } from './stores.ts';

/** What a button for a chat asks for (Bot API, KeyboardButtonRequestChat), as far as it is looked at here. */
export type ChatRequest = { request_id: number; [field: string]: unknown };

/** A key of a reply keyboard: a word that is typed for the reader, or what only they can give. */
export type Key = Button & { request_location?: boolean; request_chat?: ChatRequest };

/** The keys under a chat as its client shows them: those of the newest message that brings a keyboard or takes it away. */
export function shownKeys(world: Stores, chatId: number): Key[] {
  const newest = world.messages
    .of(chatId)
    .findLast(({ clientMarkup }) => clientMarkup?.keyboard ?? clientMarkup?.remove_keyboard);
  const rows = newest?.clientMarkup?.keyboard;
  return Array.isArray(rows) ? rows.flat() : [];
}
