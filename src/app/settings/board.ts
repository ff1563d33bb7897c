import type { Chat } from '../../domain/chat.ts';
import type { Button } from '../../domain/message.ts';
import type { RichText } from '../../domain/rich-text.ts';
import { joinRich } from '../../domain/rich-text.ts';
import type { Voice } from '../../i18n/voice.ts';
import { isolate } from '../../text/bidi.ts';
import type { Desk } from '../desk.ts';
import type { Reply } from '../reply.ts';
import type { Request } from '../request.ts';
import type { Target } from '../target.ts';
import { targetName } from '../target.ts';

/** One message of buttons that turns its pages in place: whom it is about, and how it speaks. */
export interface Board {
  target: Target;
  /** The language in which it is read; a channel's own may be another. */
  voice: Voice;
  desk: Desk;
  request: Request;
}

/** A page: its title under the name of what it is about, its lines, its buttons and the way back. */
export function page(
  board: Board,
  content: { title: string; lines: readonly RichText[]; buttons: readonly Button[][]; back?: string },
): Reply {
  const { voice, target, request } = board;
  const { says, language } = voice;
  const name = targetName(target, says);
  const back = content.back;
  return {
    language,
    text: joinRich(
      [{ bold: name === undefined ? content.title : `${content.title} — ${name}` }, ...content.lines],
      '\n',
    ),
    buttons: [
      ...content.buttons,
      ...(back === undefined ? [] : [[{ label: says.buttonBack, command: command(board, back) }]]),
    ],
    place: request.entry === 'button' ? 'edit' : 'new',
  };
}

/** The command of a button of this board; `home` is its first page. */
export function command({ target }: Board, args: string): string {
  return `settings ${target.prefix}${args}`;
}

/** An order of one's own, as it is typed in the target: `/settings quiet 22:30 06:30`. */
export function typed(board: Board, args: string): string {
  return isolate(`/${command(board, args)}`);
}

/** A label that shows whether it is what was chosen. */
export function marked(label: string, chosen: boolean): string {
  return chosen ? `✓ ${label}` : label;
}

/** A short sentence over the chat, for what a press cannot do. */
export function notice({ voice }: Board, text: string): Reply {
  return { language: voice.language, text, place: 'notice' };
}

/** The same board about a chat that has changed, in the language it is to be read in from now on. */
export function boardOf(board: Board, chat: Chat): Board {
  const { desk, request, target } = board;
  const voice = target.prefix === '' ? desk.chats.voice(chat, request.clientLanguage) : board.voice;
  return { ...board, voice, target: { ...target, chat } };
}
