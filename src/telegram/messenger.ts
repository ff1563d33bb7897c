import type { Dispatcher } from 'undici';
import { Agent } from 'undici';
import type { Content, RichContent } from '../domain/message.ts';
import { isRich } from '../domain/message.ts';
import type { Messenger, Sending, SendOutcome } from '../domain/messenger.ts';
import { formatted } from './formatting.ts';
import { keyboard } from './keyboard.ts';
import { linkPreview } from './link-preview.ts';
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

/** The Bot API's `sendMessage` for many chats: one pool of connections, and each text put into JSON once. */
export function createMessenger({
  token,
  apiRoot,
  connections,
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
  const calls = { plain: call('sendMessage'), rich: call('sendRichMessage') };
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

  return {
    async send(sending, signal) {
      const rich = isRich(sending.content);
      if (rich && !knowsRich) return NO_SUCH_METHOD;
      const outcome = await new Promise<SendOutcome>((resolve) => {
        const exchange = new Exchange(resolve, answerWithin, signal);
        agent.dispatch({ ...calls[rich ? 'rich' : 'plain'], body: bodyOf(sending) }, exchange);
      });
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

/** One call: it knows whether its request has gone out, which decides what a failure means. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #done: (outcome: SendOutcome) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;
  readonly #giveUp = () => this.#fail('stopped');
  #controller: Dispatcher.DispatchController | undefined;
  #over = false;
  #status = 0;
  #chunks: Buffer[] = [];

  constructor(done: (outcome: SendOutcome) => void, within: number, signal: AbortSignal | undefined) {
    this.#done = done;
    this.#timer = setTimeout(() => this.#fail('timeout'), within);
    this.#signal = signal;
    signal?.addEventListener('abort', this.#giveUp);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Given up while it waited for a connection: it must not go out any more.
    if (this.#over) controller.abort(new Error('given up'));
    else this.#controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#end(outcomeOf(this.#status, Buffer.concat(this.#chunks).toString('utf8')));
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#fail('code' in error ? String(error.code) : error.name);
  }

  /** The reason is a code: an error's own text may carry the address, and with it the token. */
  #fail(reason: string): void {
    this.#end({ kind: this.#controller ? 'lost' : 'unreached', reason });
  }

  #end(outcome: SendOutcome): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#giveUp);
    if (outcome.kind === 'lost' && !this.#controller?.aborted) this.#controller?.abort(new Error('given up'));
    this.#done(outcome);
  }
}

interface Answer {
  ok?: boolean;
  result?: { message_id?: number; message_thread_id?: number };
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

function outcomeOf(status: number, text: string): SendOutcome {
  let answer: Answer | undefined;
  try {
    answer = JSON.parse(text) as Answer;
  } catch {
    // Something between us and Telegram answered; below 500 nobody knows how far the call came.
  }
  const { message_id: messageId, message_thread_id: threadId } = answer?.result ?? {};
  if (answer?.ok && messageId !== undefined)
    return { kind: 'sent', messageId, ...(threadId === undefined ? {} : { threadId }) };
  if (answer?.ok === false) {
    const { retry_after: retryAfter, migrate_to_chat_id: migrateTo } = answer.parameters ?? {};
    return {
      kind: 'refused',
      code: answer.error_code ?? status,
      description: answer.description ?? '',
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(migrateTo === undefined ? {} : { migrateTo }),
    };
  }
  // A gateway's own error page: the call may have come through and its answer not.
  return status >= 500 || status < 400
    ? { kind: 'lost', reason: `gateway ${status}` }
    : { kind: 'refused', code: status, description: 'no answer of the Bot API' };
}
