import type { ChannelStanding } from '../domain/channel.ts';
import type { Chat, Place } from '../domain/chat.ts';
import type { Catalogue } from '../i18n/ar.ts';
import type { Desk } from './desk.ts';
import { echoed } from './echo.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';
import { placeOf } from './request-place.ts';

/** What a request is about: the place where it is made, or a channel named in it. */
export interface Target {
  chat: Chat;
  place: Place;
  /** What stands before the arguments of buttons that are about it: nothing, or the channel's id and a space. */
  prefix: string;
  /** The title of a channel that is managed from elsewhere. */
  title?: string;
}

/**
 * The place of the request, or the channel it names, once Telegram has said that who asks may manage it and that the bot
 * may post there; otherwise the sentence that says what is missing. Nothing is believed from earlier answers.
 */
export async function findTarget(
  request: Request,
  desk: Desk,
  reference: string | undefined,
): Promise<Target | { refused: Reply }> {
  const { chat, voice } = request;
  if (reference === undefined) return { chat, place: placeOf(request), prefix: '' };
  const standing = await request.channel(reference);
  if (standing.kind !== 'ready') {
    const name = standing.kind === 'bot-silent' ? standing.title : reference;
    return {
      refused: { language: voice.language, text: refusal(standing, echoed(name), voice.says) },
    };
  }
  const { id, title } = standing;
  const place = { chatId: id };
  if (id === chat.id) return { chat, place, prefix: '' };
  return { chat: await desk.chats.chat(id, 'channel'), place, prefix: `${id} `, title };
}

/** Parts a channel at the head of a command's arguments, as buttons and people write it, from the rest. */
export function readReference(args: string): { reference?: string; rest: string } {
  const found = /^(@\w+|-100\d{5,})(?:\s+|$)/.exec(args);
  if (!found?.[1]) return { rest: args };
  return { reference: found[1], rest: args.slice(found[0].length) };
}

/** The target in words: `this group`, `the channel “…”`; nothing for a private chat. */
export function targetName({ chat, place, title }: Target, says: Catalogue): string | undefined {
  if (title !== undefined) return says.channelNamed(title);
  if (chat.kind === 'private') return undefined;
  if (chat.kind === 'channel') return says.thisChannel;
  return place.threadId === undefined ? says.thisGroup : says.thisTopic;
}

function refusal({ kind }: ChannelStanding, name: string, says: Catalogue): string {
  switch (kind) {
    case 'not-a-channel':
      return says.channelNotOne(name);
    case 'bot-absent':
      return says.channelBotAbsent(name);
    case 'bot-silent':
      return says.channelBotSilent(name);
    case 'not-administrator':
      return says.channelNotAdministrator(name);
    case 'may-not-post':
      return says.channelMayNotPost(name);
    case 'no-person':
      return says.channelNoPerson;
    case 'unknown':
    case 'ready':
      return says.channelUnknown(name);
  }
}
