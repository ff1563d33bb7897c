import type { Place } from './chat.ts';
import type { Content } from './message.ts';

/** What became of one attempt to send a message; outcomes are values, nothing rejects. */
export type SendOutcome =
  /** It arrived; `threadId` is the topic it went to, as the answer names it, `pictureId` what its picture is sent by again. */
  | { kind: 'sent'; messageId: number; threadId?: number; pictureId?: string }
  /** Telegram answered no; `retryAfter` in seconds, `migrateTo` the chat's new id. It surely did not arrive. */
  | { kind: 'refused'; code: number; description: string; retryAfter?: number; migrateTo?: number }
  /** No connection, or none that was used: it surely did not arrive. The reason is a word for the log. */
  | { kind: 'unreached'; reason: string }
  /** The request went out and no answer came back: it may have arrived. */
  | { kind: 'lost'; reason: string };

export interface Sending extends Place {
  content: Content;
  /** Without a sound. */
  silent: boolean;
  /** Without any formatting. */
  plain: boolean;
  /** Above the free limit, for Stars. */
  paid: boolean;
}

/** Sends messages. The same `content` value for many chats is prepared once. */
export interface Messenger {
  /** `signal` gives an answer up that is still awaited. */
  send(sending: Sending, signal?: AbortSignal): Promise<SendOutcome>;
}

/** What the one budget of the token learns from calls made elsewhere, in the dialogue with people. */
export interface Budget {
  /** A message goes out, to this chat. */
  spent(chatId?: number): void;
  /** Telegram asks for patience, for one chat or for all. */
  refused(wait: { chatId?: number; seconds: number }): void;
}
