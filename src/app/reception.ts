import type { ChannelStanding } from '../domain/channel.ts';
import type { ChatKind } from '../domain/chat.ts';
import { placeOf } from '../domain/chat.ts';
import type { Button } from '../domain/message.ts';
import type { RichText } from '../domain/rich-text.ts';
import { readQuery } from '../domain/search.ts';
import type { Addressed } from './address.ts';
import { nearestCommand, readAddress, readButton } from './address.ts';
import type { Command } from './command.ts';
import { courtesyIn } from './courtesy.ts';
import type { Desk } from './desk.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';

/** A message or a pressed button, as the messenger brings it. */
export interface Incoming {
  chatId: number;
  kind: ChatKind;
  threadId?: number;
  entry: 'typed' | 'button';
  /** The text as typed, or the button's data. */
  text: string;
  /** The message replied to, or whose button was pressed. */
  aboutMessage?: number;
  clientLanguage?: string;
  /** Who says it; absent where people speak as a channel or a group. */
  senderId?: number;
  /**
   * How it is said to us. `direct` (in private, by mention, by button): it always gets an answer;
   * `reply` (to a message of ours): only what we understand does; `room`: only slash commands do.
   */
  addressing: 'direct' | 'reply' | 'room';
  /** Somebody else's words, passed on: never an order. */
  forwarded?: boolean;
  /** Shows a text in the chat that is still being written; absent where the chat cannot. */
  draft?(text: RichText): void;
  /** Whether the sender may change the chat's settings; asked only when it matters. */
  administers(): Promise<boolean>;
  /** Whether the sender may change another chat, asked now. */
  administersChat(chatId: number): Promise<boolean>;
  /** How the sender and the bot stand in a channel, by `@name` or id. */
  channel(reference: string): Promise<ChannelStanding>;
}

/** Receives what people say, finds who is to answer, and answers; `undefined` is silence. */
export type Reception = (incoming: Incoming) => Promise<Reply | undefined>;

const WORDS_COUNT = { direct: 'all', reply: 'first', room: 'none' } as const;

/** Longest text that is looked up when it is no command: more is a letter and not a question. */
const LONGEST_QUESTION = 200;

/** Clients cut what is longer than 4,096 units at its last gap, and bring the rest within moments (ms): one letter, one answer. */
const CUT_BY_CLIENTS = 3072;
const REST_FOLLOWS = 5000;
/** Chats of which it is remembered that the rest of a letter may come. */
const MOST_LETTERS = 1000;

export interface Services {
  commands: readonly Command[];
  /** What plain words said to us mean that are no command: to look for them. */
  otherwise: Command;
  /** User ids of the operators. */
  operators: readonly number[];
}

export function createReception(
  { commands, otherwise, operators }: Services,
  desk: Desk,
  botName: string,
): Reception {
  const letters = new Map<number, number>();

  /** Whether these words are the rest of a letter that was answered just now; if they are cut themselves, more may come. */
  function continues({ chatId, text }: Incoming): boolean {
    const now = desk.now();
    const rest = (letters.get(chatId) ?? 0) > now;
    if (text.length > CUT_BY_CLIENTS) {
      if (letters.size >= MOST_LETTERS) letters.clear();
      letters.set(chatId, now + REST_FOLLOWS);
    } else letters.delete(chatId);
    return rest;
  }

  const answer: Reception = async (incoming) => {
    const addressed = read(incoming, commands, { botName, topics: desk.topics });
    if (addressed.kind === 'elsewhere') return undefined;
    // A command may begin a letter; its rest are words.
    const isRest = incoming.entry === 'typed' && continues(incoming);
    if (isRest && addressed.kind === 'words') return undefined;
    const passedOn = incoming.forwarded === true && addressed.kind !== 'words';
    const isClear =
      addressed.kind === 'onwards' ||
      (addressed.kind === 'command' && leftOver(incoming, addressed, desk) === undefined);
    if ((passedOn || !isClear) && incoming.addressing !== 'direct') return undefined;

    const chat = await desk.chats.chat(incoming.chatId, incoming.kind);
    const voice = desk.chats.voice(chat, incoming.clientLanguage);
    if (addressed.kind === 'onwards') {
      const next = await desk.memory.next(placeOf(incoming), incoming.aboutMessage);
      const end = { language: voice.language, text: voice.says.listEnds, buttons: firstSteps(voice) };
      return next === null ? end : answer({ ...incoming, entry: 'button', text: next });
    }
    if (passedOn) return { language: voice.language, text: voice.says.forwardedCommand };
    const courtesy = addressed.kind === 'words' ? courtesyIn(incoming.text) : undefined;
    if (courtesy) {
      const { courtesies, courtesyNext } = voice.says;
      const text = `${courtesies[courtesy].answer} ${courtesyNext}`;
      return { language: voice.language, text, buttons: firstSteps(voice) };
    }
    const question = isQuestion(incoming) ? questionIn(incoming, addressed, desk) : undefined;
    const asked = question === undefined ? addressed : { command: otherwise, args: question };
    const operator = incoming.senderId !== undefined && operators.includes(incoming.senderId);
    if (!('command' in asked)) {
      const offered = commands.filter((command) => operator || !command.adminsOnly);
      return unaddressed(addressed, offered, voice);
    }

    const { command, args } = asked;
    if (command.adminsOnly && !operator) {
      return { language: voice.language, text: voice.says.onlyOperators, place: 'notice' };
    }
    if (command.changes?.(args) && !(await incoming.administers())) {
      const { onlyAdministrators, onlyChannelAdministrators } = voice.says;
      const text = incoming.kind === 'channel' ? onlyChannelAdministrators : onlyAdministrators;
      return { language: voice.language, text, place: 'notice' };
    }
    const request: Request = {
      chat,
      args,
      entry: incoming.entry,
      voice,
      operator,
      channel: incoming.channel,
      administersChat: incoming.administersChat,
      ...(incoming.senderId === undefined ? {} : { senderId: incoming.senderId }),
      ...(incoming.draft ? { draft: incoming.draft } : {}),
      ...(incoming.threadId === undefined ? {} : { threadId: incoming.threadId }),
      ...(incoming.aboutMessage === undefined ? {} : { aboutMessage: incoming.aboutMessage }),
      ...(incoming.clientLanguage === undefined ? {} : { clientLanguage: incoming.clientLanguage }),
    };
    return command.run(request, desk);
  };
  return answer;
}

function isQuestion({ addressing, text }: Incoming): boolean {
  return addressing === 'direct' && text.length <= LONGEST_QUESTION && readQuery(text) !== undefined;
}

/** What is to be looked for: words that are no command, or what follows one that cannot tell what they mean (“news of Gaza”). */
function questionIn({ text, entry }: Incoming, addressed: Addressed, desk: Desk): string | undefined {
  return addressed.kind === 'words' ? addressed.asked.trim() : leftOver({ text, entry }, addressed, desk);
}

/** What of the words behind a command that was said in words it cannot understand. */
function leftOver(
  { text, entry }: Pick<Incoming, 'text' | 'entry'>,
  addressed: Addressed,
  desk: Desk,
): string | undefined {
  if (addressed.kind !== 'command' || entry === 'button' || text.trim().startsWith('/')) return undefined;
  return addressed.command.passesOn?.(addressed.args, desk, text.trim());
}

function read(
  { entry, text, addressing, forwarded }: Incoming,
  commands: readonly Command[],
  known: { botName: string; topics: Desk['topics'] },
): Addressed {
  if (entry === 'button') return readButton(text, commands);
  // Somebody else's words may begin like an order, and are none.
  const words = forwarded ? 'none' : WORDS_COUNT[addressing];
  return readAddress(text, commands, { ...known, words });
}

function unaddressed(addressed: Addressed, commands: readonly Command[], voice: Request['voice']): Reply {
  const { language, says } = voice;
  const buttons = firstSteps(voice);
  if (addressed.kind !== 'unknown') return { language, text: says.plainText, buttons };
  const nearest = nearestCommand(addressed.name, commands);
  const guess = nearest ? ` ${says.didYouMean(`/${nearest.name}`)}` : '';
  return { language, text: `${says.unknownCommand(addressed.name)}${guess}`, buttons };
}

/** What one presses who does not know what to say. */
function firstSteps({ says }: Request['voice']): Button[][] {
  return [
    [
      { label: says.buttonLatest, command: 'latest' },
      { label: says.buttonHelp, command: 'help' },
    ],
  ];
}
