import type { Context } from 'grammy';
import type { Message, Chat as TelegramChat } from 'grammy/types';
import type { Incoming } from '../app/reception.ts';
import type { ChatKind } from '../domain/chat.ts';

/** A message or channel post as the house receives it. */
export function fromMessage(ctx: Context, message: Message): Incoming {
  const text = message.text ?? message.caption ?? '';
  const mention = `@${ctx.me.username}`;
  const mentioned = hasMention(message, mention);
  const kind = kindOf(message.chat);
  // In a forum every message answers the notice that opened its topic; that is no reply.
  const repliedTo = message.reply_to_message?.forum_topic_created ? undefined : message.reply_to_message;
  const repliedToUs = repliedTo?.from?.id === ctx.me.id;
  return {
    chatId: message.chat.id,
    kind,
    entry: 'typed',
    text: mentioned ? withoutMention(text, mention) : text,
    addressing: kind === 'private' || mentioned ? 'direct' : repliedToUs ? 'reply' : 'room',
    administers: () => administers(ctx, message),
    ...(message.is_topic_message && message.message_thread_id ? { threadId: message.message_thread_id } : {}),
    ...(repliedTo ? { aboutMessage: repliedTo.message_id } : {}),
    ...(message.from?.language_code ? { clientLanguage: message.from.language_code } : {}),
    // A message sent as a group or channel carries a stand-in for its sender.
    ...(message.from && !message.sender_chat ? { senderId: message.from.id } : {}),
  };
}

/** A pressed button; `undefined` when Telegram no longer says which chat it was in. */
export function fromButton(ctx: Context): Incoming | undefined {
  const query = ctx.callbackQuery;
  const message = query?.message;
  if (query?.data === undefined || !message) return undefined;
  const threadId =
    'is_topic_message' in message && message.is_topic_message ? message.message_thread_id : undefined;
  return {
    chatId: message.chat.id,
    kind: kindOf(message.chat),
    entry: 'button',
    text: query.data,
    addressing: 'direct',
    senderId: query.from.id,
    aboutMessage: message.message_id,
    administers: async () =>
      message.chat.type === 'private' || isAdministrator(ctx, message.chat.id, query.from.id),
    ...(threadId === undefined ? {} : { threadId }),
    ...(query.from.language_code ? { clientLanguage: query.from.language_code } : {}),
  };
}

export function kindOf(chat: TelegramChat): ChatKind {
  if (chat.type === 'private') return 'private';
  return chat.type === 'channel' ? 'channel' : 'group';
}

/**
 * Channel posts and messages sent as the group itself come from administrators by nature;
 * for everybody else Telegram is asked.
 */
async function administers(ctx: Context, message: Message): Promise<boolean> {
  const { chat } = message;
  if (chat.type === 'private' || chat.type === 'channel') return true;
  if (message.sender_chat?.id === chat.id) return true;
  return message.from !== undefined && isAdministrator(ctx, chat.id, message.from.id);
}

async function isAdministrator(ctx: Context, chatId: number, userId: number): Promise<boolean> {
  const { status } = await ctx.api.getChatMember(chatId, userId);
  return status === 'creator' || status === 'administrator';
}

function hasMention(message: Message, mention: string): boolean {
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some(
    ({ type, offset, length }) =>
      type === 'mention' && text.slice(offset, offset + length).toLowerCase() === mention.toLowerCase(),
  );
}

function withoutMention(text: string, mention: string): string {
  const at = text.toLowerCase().indexOf(mention.toLowerCase());
  return at < 0 ? text : `${text.slice(0, at)}${text.slice(at + mention.length)}`.trim();
}
