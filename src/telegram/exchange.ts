import type { Dispatcher } from 'undici';
import type { SendOutcome } from '../domain/messenger.ts';

/** One call: it knows whether its request has gone out, which decides what a failure means. */
export class Exchange implements Dispatcher.DispatchHandler {
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
  result?: { message_id?: number; message_thread_id?: number; photo?: { file_id: string }[] };
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
  const { message_id: messageId, message_thread_id: threadId, photo } = answer?.result ?? {};
  if (answer?.ok && messageId !== undefined) {
    const pictureId = photo?.at(-1)?.file_id;
    return {
      kind: 'sent',
      messageId,
      ...(threadId === undefined ? {} : { threadId }),
      ...(pictureId === undefined ? {} : { pictureId }),
    };
  }
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
