import type { Context } from 'grammy';
import type { Incoming } from '../app/reception.ts';
import type { RichText } from '../domain/rich-text.ts';
import { formatted } from './formatting.ts';

/** A message in a private chat while it is being written (Bot API 9.3, sendMessageDraft). */
export interface Drafts {
  /** Shows a newer state of the text; what was not sent yet is passed over. */
  show(text: RichText): void;
  /** No more drafts are sent from here on; settles when the last one is. */
  end(): Promise<void>;
}

/** Drafts for the answer to an update, where there can be any. A server that does not know them is left alone silently. */
export function draftsOf(ctx: Context, { chatId, kind, threadId }: Incoming): Drafts | undefined {
  if (kind !== 'private') return undefined;
  let newest: RichText | undefined;
  let sending: Promise<void> | undefined;
  let over = false;

  async function send(): Promise<void> {
    while (newest !== undefined && !over) {
      const { text, entities } = formatted(newest);
      newest = undefined;
      try {
        // Any number but 0; the update's own is the same for every draft of one answer.
        await ctx.api.sendMessageDraft(chatId, ctx.update.update_id || 1, text, {
          entities,
          ...(threadId === undefined ? {} : { message_thread_id: threadId }),
        });
      } catch {
        over = true;
      }
    }
    sending = undefined;
  }

  return {
    show(text) {
      if (over) return;
      newest = text;
      sending ??= send();
    },
    async end() {
      over = true;
      await sending;
    },
  };
}
