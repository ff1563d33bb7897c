import type { StoredMessage } from './messages.ts';
import type { Stores } from './stores.ts';

/**
 * Whether the bot gets a message people wrote: everything in private chats and channels it is in, and in groups where
 * it is an administrator; elsewhere privacy mode leaves it commands not meant for another bot, mentions of it, answers
 * to it, its own cards and service messages (core.telegram.org/bots/features#privacy-mode).
 */
export function botSees(world: Stores, { message }: StoredMessage): boolean {
  const { chat, text = message.caption ?? '', reply_to_message: target } = message;
  const { status } = world.members.get(chat.id, world.bot.id);
  if (status === 'left' || status === 'kicked') return false;
  if (chat.type === 'private' || chat.type === 'channel' || status === 'administrator') return true;
  if (message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined) return true;
  if (message.via_bot?.id === world.bot.id) return true;
  if (target?.from?.id === world.bot.id) return true;
  const own = world.bot.username?.toLowerCase() ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some(({ type, offset, length }) => {
    const word = text.slice(offset, offset + length).toLowerCase();
    if (type === 'mention') return word === `@${own}`;
    if (type !== 'bot_command') return false;
    const addressee = word.split('@')[1];
    return addressee === own || (addressee === undefined && offset === 0);
  });
}
