import type { IncomingUpdate } from '../domain/inbox-store.ts';
import { hashOf } from '../text/hash.ts';

/** The kinds of updates that are asked for, however they come. */
export const UPDATES = [
  'message',
  'channel_post',
  'callback_query',
  'my_chat_member',
  'inline_query',
] as const;

/** The lane of what belongs to no chat and nobody. */
const NOBODYS = 0;

/** What messages, buttons and queries have in common; of a body that anybody may have sent. */
interface Happening {
  id?: unknown;
  message_id?: unknown;
  date?: unknown;
  chat?: { id?: unknown };
  message?: { chat?: { id?: unknown } };
  from?: { id?: unknown };
}

/**
 * An update as Telegram wrote it, with its id, its mark and its lane: the chat it happens in, or who it comes from. `undefined`
 * for what is no update.
 */
export function readUpdate(body: string): IncomingUpdate | undefined {
  let update: unknown;
  try {
    update = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof update !== 'object' || update === null || !('update_id' in update)) return undefined;
  const { update_id: id } = update;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 0) return undefined;
  const [kind, happened] =
    Object.entries(update).find(
      (entry): entry is [string, Happening] => typeof entry[1] === 'object' && entry[1] !== null,
    ) ?? [];
  const place = (happened?.chat ?? happened?.message?.chat ?? happened?.from)?.id;
  const lane = Number.isSafeInteger(place) ? Number(place) : NOBODYS;
  // Nothing that may be written otherwise when the update comes again, and no words: the mark stays when they go.
  const mark = hashOf(JSON.stringify([kind, lane, happened?.id, happened?.message_id, happened?.date]));
  return { id, mark, lane, body };
}
