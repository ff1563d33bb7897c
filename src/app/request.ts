import type { ChannelStanding } from '../domain/channel.ts';
import type { Chat } from '../domain/chat.ts';
import type { RichText } from '../domain/rich-text.ts';
import type { Voice } from '../i18n/voice.ts';

/** Who asks what, where; what a command needs to know and nothing of the messenger. */
export interface Request {
  chat: Chat;
  /** Forum topic, if the chat has them. */
  threadId?: number;
  /** The client's language, for a chat that has chosen none. */
  clientLanguage?: string;
  /** What follows the command's name, trimmed. */
  args: string;
  /** How it was said. A button carries references; people type numbers. */
  entry: 'typed' | 'button';
  /** The message that was replied to, or whose button was pressed. */
  aboutMessage?: number;
  voice: Voice;
  /** Who asks; absent where people speak as a channel or a group. */
  senderId?: number;
  /** Whether who asks may change another chat, asked now. */
  administersChat(chatId: number): Promise<boolean>;
  /** How who asks and the bot stand in a channel, by `@name` or id. */
  channel(reference: string): Promise<ChannelStanding>;
  /** Shows what is still being written, where the chat can; the empty text says that something is. */
  draft?(text: RichText): void;
  /** Whether an operator of this house asks. */
  operator: boolean;
}
