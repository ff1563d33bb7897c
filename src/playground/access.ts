import type { ChatRecord } from './chats.ts';
import { GENERAL_TOPIC } from './chats.ts';
import { badRequest, forbidden } from './errors.ts';
import type { StoredMessage } from './messages.ts';
import type { Stores } from './stores.ts';

// What the bot may reach, with the answers Telegram gives otherwise.

/** A chat that exists, whether or not the bot is in it; throws 400 or 403. */
export function knownChat(world: Stores, reference: number | string): ChatRecord {
  const record = world.chats.find(reference);
  if (record === undefined) {
    if (world.users.has(Number(reference))) throw forbidden("bot can't initiate conversation with a user");
    throw badRequest('chat not found');
  }
  if (record.migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: record.migratedTo,
    });
  }
  if (record.deleted) throw forbidden(`the ${record.chat.type} chat was deleted`);
  return record;
}

/** A chat the bot is in; throws 400 or 403. */
export function reachedChat(world: Stores, reference: number | string): ChatRecord {
  const record = knownChat(world, reference);
  const { chat } = record;
  const { status } = world.members.get(chat.id, world.bot.id);
  if (chat.type === 'private') {
    if (world.deactivated.has(chat.id)) throw forbidden('user is deactivated');
    if (status === 'kicked') throw forbidden('bot was blocked by the user');
    return record;
  }
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (status === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`);
  return record;
}

/** A chat and topic the bot may write to; throws 400 or 403. */
export function writableChat(world: Stores, reference: number | string, threadId?: number): ChatRecord {
  const record = reachedChat(world, reference);
  if (
    record.chat.type === 'channel' &&
    !world.members.may(record.chat.id, world.bot.id, 'can_post_messages')
  ) {
    throw badRequest('need administrator rights in the channel chat');
  }
  if (threadId === undefined || threadId === 0) return record;
  const topic = threadId === GENERAL_TOPIC ? undefined : world.topic(record, threadId);
  if (topic === undefined) throw badRequest('message thread not found');
  if (topic.closed && !world.members.may(record.chat.id, world.bot.id, 'can_manage_topics')) {
    throw badRequest('TOPIC_CLOSED');
  }
  return record;
}

/** A message the bot may change: its own, and any post of a channel where it may edit; throws 400. */
export function editableMessage(world: Stores, record: ChatRecord, messageId: number): StoredMessage {
  const stored = world.messages.get(record.chat.id, messageId);
  if (stored === undefined) throw badRequest('message to edit not found');
  const inChannel = record.chat.type === 'channel';
  const may = inChannel && world.members.may(record.chat.id, world.bot.id, 'can_edit_messages');
  if (!stored.byBot && !may) throw badRequest("message can't be edited");
  return stored;
}
