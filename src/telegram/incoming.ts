import type { Context } from 'grammy';
import type { Message, MessageEntity, Chat as TelegramChat } from 'grammy/types';
import type { Incoming } from '../app/reception.ts';
import type { ChatKind } from '../domain/chat.ts';
import { administers, administersChat, channelStanding, mayChange } from './rights.ts';

/** A message or channel post as the house receives it. */
export function fromMessage(ctx: Context, message: Message): Incoming {
  const text = message.text ?? message.caption ?? given(message);
  const mention = `@${ctx.me.username}`;
  const mentioned = mentionOf(message, mention);
  const kind = kindOf(message.chat);
  // In a forum every message answers the notice that opened its topic; that is no reply.
  const repliedTo = message.reply_to_message?.forum_topic_created ? undefined : message.reply_to_message;
  // A message sent as a group or channel carries a stand-in for its sender.
  const senderId = message.sender_chat ? undefined : message.from?.id;
  const repliedToUs = repliedTo?.from?.id === ctx.me.id;
  return {
    chatId: message.chat.id,
    kind,
    entry: 'typed',
    text: mentioned ? without(text, mentioned) : text,
    addressing: kind === 'private' || mentioned ? 'direct' : repliedToUs ? 'reply' : 'room',
    administers: () => mayChange(ctx.api, message),
    administersChat: (chatId) => administersChat(ctx.api, chatId, senderId),
    channel: (reference) =>
      channelStanding(ctx, reference, {
        ...(senderId === undefined ? {} : { userId: senderId }),
        ...(kind === 'channel' ? { home: message.chat.id } : {}),
      }),
    ...(message.forward_origin ? { forwarded: true } : {}),
    ...(message.is_topic_message && message.message_thread_id ? { threadId: message.message_thread_id } : {}),
    ...(repliedTo ? { aboutMessage: repliedTo.message_id } : {}),
    ...(message.from?.language_code ? { clientLanguage: message.from.language_code } : {}),
    ...(senderId === undefined ? {} : { senderId }),
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
    administers: () => administers(ctx.api, message.chat, query.from.id),
    administersChat: (chatId) => administersChat(ctx.api, chatId, query.from.id),
    channel: (reference) => channelStanding(ctx, reference, { userId: query.from.id }),
    ...(threadId === undefined ? {} : { threadId }),
    ...(query.from.language_code ? { clientLanguage: query.from.language_code } : {}),
  };
}

/**
 * What a person gives in answer to a keyboard, in private, as the command that it amounts to. A chosen channel is no more
 * than a name: its rights are asked for like any other's.
 */
function given({ chat, location, chat_shared: shared, forward_origin: forwarded }: Message): string {
  if (chat.type !== 'private' || forwarded) return '';
  if (location) return `/timezone ${location.latitude.toFixed(4)},${location.longitude.toFixed(4)}`;
  return shared ? `/subscribe ${shared.chat_id}` : '';
}

export function kindOf(chat: TelegramChat): ChatKind {
  if (chat.type === 'private') return 'private';
  return chat.type === 'channel' ? 'channel' : 'group';
}

function mentionOf(message: Message, mention: string): MessageEntity | undefined {
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.find(
    ({ type, offset, length }) =>
      type === 'mention' && text.slice(offset, offset + length).toLowerCase() === mention.toLowerCase(),
  );
}

function without(text: string, { offset, length }: MessageEntity): string {
  return `${text.slice(0, offset)}${text.slice(offset + length)}`.trim();
}
