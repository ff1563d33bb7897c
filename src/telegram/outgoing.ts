import type { Api, Context } from 'grammy';
import { GrammyError, InputFile } from 'grammy';
import type { Reply } from '../app/reply.ts';
import type { Drawing } from '../domain/drawing.ts';
import type { Content, RichContent } from '../domain/message.ts';
import { isRich } from '../domain/message.ts';
import type { SendOutcome } from '../domain/messenger.ts';
import type { Log } from '../domain/ports.ts';
import { plainText } from '../domain/rich-text.ts';
import { formatted } from './formatting.ts';
import { askingKeyboard, keyboard } from './keyboard.ts';
import { linkPreview } from './link-preview.ts';
import type { Pictures, PictureToSend } from './pictures.ts';
import { richMessage } from './rich-message.ts';

/** Bot API, answerCallbackQuery: text holds up to 200 characters. */
const NOTICE_UNITS = 200;

export interface AnswerDoors {
  pictures: Pictures;
  log: Log;
}

/**
 * Gives the answer to whoever asked; returns the ids of the messages that now show it, in order, none for a notice. In the place
 * of a picture that could not be drawn or sent stands `undefined`: what it shows is told by another message.
 */
export async function answer(
  ctx: Context,
  reply: Reply,
  doors: AnswerDoors,
  threadId?: number,
): Promise<(number | undefined)[]> {
  const pressed = ctx.callbackQuery;
  if (pressed && reply.place === 'notice') {
    await ctx.answerCallbackQuery({ text: plainText(reply.text).slice(0, NOTICE_UNITS), show_alert: true });
    return [];
  }
  if (pressed) await ctx.answerCallbackQuery();
  if (pressed?.message && reply.place === 'edit') {
    const edited = await changeMessage(ctx.api, pressed.message.chat.id, pressed.message.message_id, reply);
    if (edited) return [pressed.message.message_id];
  }
  const ids: (number | undefined)[] = [];
  for (const content of [reply, ...(reply.followedBy ?? [])]) {
    if (content.drawing) ids.push(await sendPicture(ctx, content, content.drawing, doors, threadId));
    else if (isRich(content)) ids.push(await sendRich(ctx, content, threadId));
    else ids.push(await send(ctx, content, threadId));
  }
  return ids;
}

async function sendPicture(
  ctx: Context,
  content: Content,
  drawing: Drawing,
  { pictures, log }: AnswerDoors,
  threadId: number | undefined,
): Promise<number | undefined> {
  const { text, entities } = formatted(content.text);
  const markup = keyboard(content);
  const fields = {
    caption: text,
    caption_entities: entities,
    ...(markup ? { reply_markup: markup } : {}),
    ...(threadId === undefined ? {} : { message_thread_id: threadId }),
  };
  // What is no refusal of the picture belongs to the error boundary, and not to whoever waits for the same upload.
  let trouble: unknown;
  const outcome = await pictures.send(drawing, async (picture): Promise<SendOutcome> => {
    try {
      const { message_id, photo } = await ctx.replyWithPhoto(photoOf(picture), fields);
      const pictureId = photo.at(-1)?.file_id;
      return { kind: 'sent', messageId: message_id, ...(pictureId === undefined ? {} : { pictureId }) };
    } catch (error) {
      if (error instanceof GrammyError && error.error_code === 400)
        return { kind: 'refused', code: 400, description: error.description };
      trouble = error;
      return { kind: 'unreached', reason: 'trouble' };
    }
  });
  if (trouble !== undefined) throw trouble;
  if (outcome.kind === 'sent') return outcome.messageId;
  log.warn('picture not sent', {
    kind: drawing.kind,
    reason: outcome.kind === 'refused' ? outcome.description : outcome.reason,
  });
  return undefined;
}

function photoOf(picture: PictureToSend): InputFile | string {
  return 'id' in picture ? picture.id : new InputFile(picture.data, 'mujaz.png');
}

/** A message laid out in blocks; plain ones where the server knows no such thing. The id of the first. */
async function sendRich(ctx: Context, content: RichContent, threadId: number | undefined): Promise<number> {
  const markup = keyboard(content);
  try {
    const { message_id } = await ctx.api.sendRichMessage(ctx.chat?.id ?? 0, richMessage(content), {
      ...(markup ? { reply_markup: markup } : {}),
      ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    });
    return message_id;
  } catch (error) {
    if (!(error instanceof GrammyError) || (error.error_code !== 400 && error.error_code !== 404))
      throw error;
  }
  const ids: number[] = [];
  for (const plain of content.plainer) ids.push(await send(ctx, plain, threadId));
  return ids[0] ?? 0;
}

async function send(
  ctx: Context,
  reply: Content & Pick<Reply, 'document' | 'asks'>,
  threadId: number | undefined,
): Promise<number> {
  const { text, entities } = formatted(reply.text);
  const markup = reply.asks ? askingKeyboard(reply.asks) : keyboard(reply);
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
    const sent = await ctx.replyWithDocument(file, { caption: text, caption_entities: entities, ...placing });
    return sent.message_id;
  }
  const sent = await ctx.reply(text, { entities, link_preview_options: linkPreview(reply), ...placing });
  return sent.message_id;
}

/** Changes a message of ours to this, which it may say already; false when it can no longer be changed. */
export async function changeMessage(
  api: Api,
  chatId: number,
  messageId: number,
  content: Content,
): Promise<boolean> {
  const { text, entities } = formatted(content.text);
  const markup = keyboard(content);
  try {
    await api.editMessageText(chatId, messageId, text, {
      entities,
      link_preview_options: linkPreview(content),
      ...(markup ? { reply_markup: markup } : {}),
    });
  } catch (error) {
    if (!(error instanceof GrammyError) || ![400, 403].includes(error.error_code)) throw error;
    return error.description.includes('message is not modified');
  }
  return true;
}
