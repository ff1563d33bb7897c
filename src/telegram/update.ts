import type { IncomingUpdate } from '../domain/inbox-store.ts';

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

type Located = { chat?: { id?: unknown }; message?: { chat?: { id?: unknown } }; from?: { id?: unknown } };

/**
 * An update as Telegram wrote it, with its id and its lane: the chat it happens in, or who it comes from. `undefined` for what
 * is no update.
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
  const happened = Object.values(update).find(
    (value): value is Located => typeof value === 'object' && value !== null,
  );
  const lane = (happened?.chat ?? happened?.message?.chat ?? happened?.from)?.id;
  return { id, lane: Number.isSafeInteger(lane) ? Number(lane) : NOBODYS, body };
}
