import { randomUUID } from 'node:crypto';
import { Agent } from 'undici';
import type { Drawer } from '../domain/drawing.ts';
import type { Content, RichContent } from '../domain/message.ts';
import { isRich } from '../domain/message.ts';
import type { Messenger, Sending, SendOutcome } from '../domain/messenger.ts';
import { Exchange } from './exchange.ts';
import { formatted } from './formatting.ts';
import { keyboard } from './keyboard.ts';
import { linkPreview } from './link-preview.ts';
import { multipart } from './multipart.ts';
import type { PictureToSend } from './pictures.ts';
import { createPictures } from './pictures.ts';
import { richMessage } from './rich-message.ts';

/** Longest time for a connection, and for a whole call, in ms. */
const CONNECT_WITHIN = 10_000;
const ANSWER_WITHIN = 30_000;
/** Connections are kept open as long as servers usually keep them. */
const KEPT_OPEN = 50_000;

export interface MessengerOptions {
  token: string;
  apiRoot: string;
  /** Connections at most; calls beyond wait for one, and count as unreached until they get it. */
  connections: number;
  drawer: Drawer;
  /** Longest time for a call, in ms. */
  answerWithin?: number;
}

/** What a server without a method answers (Bot API server, Client.cpp). */
const NO_SUCH_METHOD: SendOutcome = {
  kind: 'refused',
  code: 404,
  description: 'Not Found: method not found',
};

export interface TelegramMessenger extends Messenger {
  close(): Promise<void>;
}

/** The Bot API's sending methods for many chats: one pool of connections, each text put into JSON once, each picture drawn once. */
export function createMessenger({
  token,
  apiRoot,
  connections,
  drawer,
  answerWithin = ANSWER_WITHIN,
}: MessengerOptions): TelegramMessenger {
  const agent = new Agent({
    connections,
    pipelining: 1,
    connect: { timeout: CONNECT_WITHIN },
    keepAliveTimeout: KEPT_OPEN,
    // The whole call has a deadline of its own.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const root = new URL(apiRoot);
  const call = (method: string) => ({
    origin: root.origin,
    path: `${root.pathname.replace(/\/$/, '')}/bot${token}/${method}`,
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
  });
  const calls = { plain: call('sendMessage'), rich: call('sendRichMessage'), picture: call('sendPhoto') };
  const pictures = createPictures(drawer);
  /** A server that does not know rich messages is not asked for every chat anew. */
  let knowsRich = true;
  const prepared = { formatted: new WeakMap<Content, string>(), plain: new WeakMap<Content, string>() };

  function bodyOf({ content, chatId, threadId, silent, plain, paid }: Sending): string {
    const memo = plain ? prepared.plain : prepared.formatted;
    let shared = memo.get(content);
    if (shared === undefined) {
      shared = JSON.stringify(isRich(content) ? layoutOf(content) : textOf(content, plain)).slice(1);
      memo.set(content, shared);
    }
    const thread = threadId === undefined ? '' : `"message_thread_id":${threadId},`;
    const options = `${silent ? '"disable_notification":true,' : ''}${paid ? '"allow_paid_broadcast":true,' : ''}`;
    return `{"chat_id":${chatId},${thread}${options}${shared}`;
  }

  function exchange(request: (typeof calls)['plain'] & { body: string | Buffer }, signal?: AbortSignal) {
    return new Promise<SendOutcome>((resolve) => {
      agent.dispatch(request, new Exchange(resolve, answerWithin, signal));
    });
  }

  function pictureRequest(sending: Sending, picture: PictureToSend) {
    const fields = captionOf(sending);
    if ('id' in picture) return { ...calls.picture, body: JSON.stringify({ ...fields, photo: picture.id }) };
    const file = { name: 'photo', fileName: 'mujaz.png', type: 'image/png', data: picture.data };
    const { contentType, body } = multipart(asText(fields), file, randomUUID());
    return { ...calls.picture, headers: { 'content-type': contentType }, body };
  }

  return {
    async send(sending, signal) {
      const { drawing } = sending.content;
      if (drawing)
        return pictures.send(
          drawing,
          (picture) => exchange(pictureRequest(sending, picture), signal),
          signal,
        );
      const rich = isRich(sending.content);
      if (rich && !knowsRich) return NO_SUCH_METHOD;
      const outcome = await exchange({ ...calls[rich ? 'rich' : 'plain'], body: bodyOf(sending) }, signal);
      if (rich && outcome.kind === 'refused' && outcome.code === 404) knowsRich = false;
      return outcome;
    },
    close: () => agent.destroy(),
  };
}

function layoutOf(content: RichContent) {
  const markup = keyboard(content);
  return { rich_message: richMessage(content), ...(markup ? { reply_markup: markup } : {}) };
}

function textOf(content: Content, plain: boolean) {
  const { text, entities } = formatted(content.text);
  const markup = keyboard(content);
  return {
    text,
    ...(plain || entities.length === 0 ? {} : { entities }),
    link_preview_options: linkPreview(content),
    ...(markup ? { reply_markup: markup } : {}),
  };
}

/** What stands under a picture, and where it goes. */
function captionOf({ content, chatId, threadId, silent, plain, paid }: Sending) {
  const { text, entities } = formatted(content.text);
  const markup = keyboard(content);
  return {
    chat_id: chatId,
    ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    ...(silent ? { disable_notification: true } : {}),
    ...(paid ? { allow_paid_broadcast: true } : {}),
    caption: text,
    ...(plain || entities.length === 0 ? {} : { caption_entities: entities }),
    ...(markup ? { reply_markup: markup } : {}),
  };
}

/** In a form all values are text, and objects are JSON in it. */
function asText(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}
