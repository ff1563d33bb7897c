import type { Context, Filter } from 'grammy';
import type { ChatMember } from 'grammy/types';
import type { MembershipChange, Presence } from '../app/presence.ts';
import type { Log } from '../domain/ports.ts';
import { kindOf } from './incoming.ts';
import { mayPost } from './rights.ts';

// What happens to a chat without anybody speaking.

/** The bot was let in, thrown out, blocked, or given other rights. */
export function membershipChange(ctx: Filter<Context, 'my_chat_member'>): MembershipChange {
  const { chat, old_chat_member: before, new_chat_member: now } = ctx.myChatMember;
  const kind = kindOf(chat);
  return {
    chatId: chat.id,
    kind,
    wasThere: isThere(before),
    isThere: isThere(now),
    mayWrite: kind === 'channel' ? mayPost(now) : isThere(now) && !isMuted(now),
  };
}

/** Acts on a service message that concerns digests; false for any other. */
export async function serviceMessage(ctx: Context, presence: Presence, log: Log): Promise<boolean> {
  const message = ctx.msg;
  if (!message) return false;
  const chatId = message.chat.id;
  const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
  if (to !== undefined || from !== undefined) {
    await presence.moved(from ?? chatId, to ?? chatId);
    log.info('chat moved');
  } else if (message.message_thread_id !== undefined && message.forum_topic_closed)
    await presence.topicClosed({ chatId, threadId: message.message_thread_id });
  else if (message.message_thread_id !== undefined && message.forum_topic_reopened)
    await presence.topicReopened({ chatId, threadId: message.message_thread_id });
  else return false;
  return true;
}

function isThere(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member;
  return member.status !== 'left' && member.status !== 'kicked';
}

function isMuted(member: ChatMember): boolean {
  return member.status === 'restricted' && !member.can_send_messages;
}
