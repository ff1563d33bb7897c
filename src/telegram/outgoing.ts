import type { Context } from 'grammy';
import { GrammyError, InputFile } from 'grammy';
import type { Reply } from '../app/reply.ts';
import type { Content } from '../domain/message.ts';
import { plainText } from '../domain/rich-text.ts';
import { formatted } from './formatting.ts';
import { keyboard } from './keyboard.ts';

/** Bot API, answerCallbackQuery: text holds up to 200 characters. */
const NOTICE_UNITS = 200;

/** Gives the answer to whoever asked; returns the ids of the messages that now show it, in order, none for a notice. */
export async function answer(ctx: Context, reply: Reply, threadId?: number): Promise<number[]> {
  const pressed = ctx.callbackQuery;
  if (pressed && reply.place === 'notice') {
    await ctx.answerCallbackQuery({ text: plainText(reply.text).slice(0, NOTICE_UNITS), show_alert: true });
    return [];
  }
  if (pressed) await ctx.answerCallbackQuery();
  if (pressed?.message && reply.place === 'edit') {
    const edited = await edit(ctx, reply, pressed.message.message_id);
    if (edited) return [pressed.message.message_id];
  }
  const ids: number[] = [];
  for (const content of [reply, ...(reply.followedBy ?? [])]) {
    ids.push((await send(ctx, content, threadId)).message_id);
  }
  return ids;
}

async function send(ctx: Context, reply: Content & Pick<Reply, 'document'>, threadId: number | undefined) {
  const { text, entities } = formatted(reply.text);
  const markup = keyboard(reply);
  const asking = ctx.chat?.type === 'private' || ctx.chat?.type === 'channel' ? undefined : ctx.message;
  const placing = {
    ...(markup ? { reply_markup: markup } : {}),
    ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    ...(asking
      ? { reply_parameters: { message_id: asking.message_id, allow_sending_without_reply: true } }
      : {}),
  };
  if (reply.document) {
    const file = new InputFile(Buffer.from(reply.document.text), reply.document.name);
    return ctx.replyWithDocument(file, { caption: text, caption_entities: entities, ...placing });
  }
  return ctx.reply(text, { entities, link_preview_options: { is_disabled: true }, ...placing });
}

/** Changes the pressed message; false when it can no longer be changed and a new one must be sent. */
async function edit(ctx: Context, reply: Reply, messageId: number): Promise<boolean> {
  const { text, entities } = formatted(reply.text);
  const markup = keyboard(reply);
  try {
    await ctx.api.editMessageText(ctx.chat?.id ?? 0, messageId, text, {
      entities,
      link_preview_options: { is_disabled: true },
      ...(markup ? { reply_markup: markup } : {}),
    });
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    if (error.description.includes('message is not modified')) return true;
    return false;
  }
}
