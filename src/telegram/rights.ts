import type { Api, Context } from 'grammy';
import { GrammyError } from 'grammy';
import type { ChatMember, Message, Chat as TelegramChat } from 'grammy/types';
import type { ChannelStanding } from '../domain/channel.ts';

// Who may change what. Telegram is asked each time: rights end, and a button outlives them.

/**
 * Whether a message's sender may change its chat. Channel posts and messages sent as the group itself come from
 * administrators by nature; a channel that speaks in a group is a guest there.
 */
export async function mayChange(api: Api, message: Message): Promise<boolean> {
  const { chat, sender_chat: speaker, from } = message;
  if (chat.type === 'private' || chat.type === 'channel') return true;
  if (speaker) return speaker.id === chat.id;
  return from !== undefined && administers(api, chat, from.id);
}

/** Whether a person may change a chat: an administrator, and in a channel one who may post. */
export async function administers(
  api: Api,
  chat: Pick<TelegramChat, 'id' | 'type'>,
  userId: number,
): Promise<boolean> {
  if (chat.type === 'private') return true;
  const member = await memberOf(api, chat.id, userId);
  return chat.type === 'channel' ? mayPost(member) : isAdministrator(member);
}

/** The same of a chat that is known by its id alone; nobody may change one that the bot cannot see. */
export async function administersChat(api: Api, chatId: number, userId?: number): Promise<boolean> {
  const chat = userId === undefined ? undefined : await orNothing(api.getChat(chatId));
  return chat !== undefined && userId !== undefined && administers(api, chat, userId);
}

/** How a person and the bot stand in a channel, named by `@name` or id. `home`: the channel in which it was asked. */
export async function channelStanding(
  ctx: Context,
  reference: string,
  asking: { userId?: number; home?: number },
): Promise<ChannelStanding> {
  const chat = await orNothing(ctx.api.getChat(/^-?\d+$/.test(reference) ? Number(reference) : reference));
  if (!chat) return { kind: 'unknown' };
  if (chat.type !== 'channel') return { kind: 'not-a-channel' };
  // Whoever posts in a channel has the right to.
  if (asking.home !== chat.id) {
    if (asking.userId === undefined) return { kind: 'no-person' };
    const member = await memberOf(ctx.api, chat.id, asking.userId);
    // Only to its administrators does a channel say who is who.
    if (!member && !(await memberOf(ctx.api, chat.id, ctx.me.id))) return { kind: 'bot-absent' };
    if (!isAdministrator(member)) return { kind: 'not-administrator' };
    if (!mayPost(member)) return { kind: 'may-not-post' };
  }
  const ready = mayPost(await memberOf(ctx.api, chat.id, ctx.me.id));
  return { kind: ready ? 'ready' : 'bot-silent', id: chat.id, title: chat.title };
}

async function memberOf(api: Api, chatId: number, userId: number): Promise<ChatMember | undefined> {
  return orNothing(api.getChatMember(chatId, userId));
}

function isAdministrator(member: ChatMember | undefined): boolean {
  return member?.status === 'creator' || member?.status === 'administrator';
}

/** Whether a member of a channel may post in it. */
export function mayPost(member: ChatMember | undefined): boolean {
  return member?.status === 'creator' || (member?.status === 'administrator' && !!member.can_post_messages);
}

/** The answer, or nothing where Telegram says that there is none to be had: 400 not found, 403 not let in. */
async function orNothing<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof GrammyError && (error.error_code === 400 || error.error_code === 403))
      return undefined;
    throw error;
  }
}
