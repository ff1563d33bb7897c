import * as z from 'zod';
import { knownChat, reachedChat, writableChat } from '../access.ts';
import { contentOf, originOf } from '../doings.ts';
import { badRequest } from '../errors.ts';
import { formatText, MOST_TEXT } from '../formatted-text.ts';
import * as parameter from '../parameters.ts';
import { readRichMessage } from '../rich-text.ts';
import type { FileReference, Message } from '../shapes.ts';
import { captionFields, captionText, messageText, send, textFields } from './contents.ts';
import type { Call, Method } from './method.ts';
import { method } from './method.ts';

const ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

const sendMessage = method(
  z.object({
    ...parameter.placing,
    text: parameter.text.default(''),
    parse_mode: parameter.text.optional(),
    entities: parameter.entities.optional(),
    link_preview_options: parameter.json(z.looseObject({})).optional(),
  }),
  (call, { text, parse_mode, entities, link_preview_options, ...placing }) =>
    send(call, placing, () => ({
      ...textFields(messageText({ text, parseMode: parse_mode, entities })),
      ...(link_preview_options === undefined ? {} : { link_preview_options }),
    })),
);

const captioned = {
  ...parameter.placing,
  caption: parameter.text.default(''),
  parse_mode: parameter.text.optional(),
  caption_entities: parameter.entities.optional(),
};

const sendPhoto = method(
  z.object({ ...captioned, photo: parameter.text.optional() }),
  (call, { photo, caption, parse_mode, caption_entities, ...placing }) =>
    send(call, placing, async () => ({
      ...captionFields(captionText({ text: caption, parseMode: parse_mode, entities: caption_entities })),
      photo: [await sentFile(call, 'photo', photo)],
    })),
);

const sendDocument = method(
  z.object({ ...captioned, document: parameter.text.optional() }),
  (call, { document, caption, parse_mode, caption_entities, ...placing }) =>
    send(call, placing, async () => ({
      ...captionFields(captionText({ text: caption, parseMode: parse_mode, entities: caption_entities })),
      document: await sentFile(call, 'document', document),
    })),
);

/** The file itself, a part named by `attach://`, a link, or the id of a file sent before. */
async function sentFile(
  call: Call,
  kind: 'photo' | 'document',
  value: string | undefined,
): Promise<FileReference> {
  const part = value?.startsWith('attach://') ? value.slice('attach://'.length) : kind;
  const file = call.uploads.get(part);
  if (file !== undefined) return await call.world.files.upload(file, kind);
  if (value === undefined || value === '') throw badRequest(`there is no ${kind} in the request`);
  return call.world.files.named(value, kind);
}

const sendRichMessage = method(
  z.object({ ...parameter.placing, rich_message: parameter.json(z.looseObject({})) }),
  (call, { rich_message, ...placing }) => {
    const { rich, text } = readRichMessage(rich_message);
    return send(call, placing, () => ({ rich_message: rich }), text);
  },
);

const sendMessageDraft = method(
  z.object({
    chat_id: parameter.integer,
    message_thread_id: parameter.integer.optional(),
    draft_id: parameter.integer,
    text: parameter.text.default(''),
    parse_mode: parameter.text.optional(),
    entities: parameter.entities.optional(),
  }),
  ({ world }, { chat_id, message_thread_id, draft_id, text, parse_mode, entities }) => {
    const { chat } = writableChat(world, chat_id, message_thread_id);
    if (chat.type !== 'private') throw badRequest('drafts can be sent only to private chats');
    if (draft_id === 0) throw badRequest('draft identifier must be non-zero');
    const draft = formatText({ text, parseMode: parse_mode, entities });
    if (draft.text.length > MOST_TEXT) throw badRequest('message is too long');
    if (chat.id === world.reader.id)
      world.events.publish({ type: 'draft', chat_id: chat.id, draft_id, ...draft });
    return true;
  },
);

const sendChatAction = method(
  z.object({
    chat_id: parameter.chatId,
    message_thread_id: parameter.integer.optional(),
    action: parameter.text.default(''),
  }),
  ({ world }, { chat_id, message_thread_id, action }) => {
    const { chat } = writableChat(world, chat_id, message_thread_id);
    if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
    world.events.publish({ type: 'action', chat_id: chat.id, action });
    return true;
  },
);

const source = { from_chat_id: parameter.chatId, message_id: parameter.integer };

const forwardMessage = method(
  z.object({ ...parameter.placing, ...source }),
  async (call, { from_chat_id, message_id, ...placing }) => {
    const original = sourceMessage(call, from_chat_id, message_id, 'forward');
    const content = () => ({ ...contentOf(original), forward_origin: originOf(original) });
    return await send(call, placing, content, original.shownText);
  },
);

const copyMessage = method(
  z.object({
    ...parameter.placing,
    ...source,
    caption: parameter.text.optional(),
    parse_mode: parameter.text.optional(),
    caption_entities: parameter.entities.optional(),
  }),
  async (call, { from_chat_id, message_id, caption, parse_mode, caption_entities, ...placing }) => {
    const original = sourceMessage(call, from_chat_id, message_id, 'copy');
    const makeContent = (): Partial<Message> => {
      const content = contentOf(original);
      if (caption === undefined || content.text !== undefined) return content;
      const { caption: _, caption_entities: __, ...rest } = content;
      const given = { text: caption, parseMode: parse_mode, entities: caption_entities };
      return { ...rest, ...captionFields(captionText(given)) };
    };
    const copy = await send(call, placing, makeContent, original.shownText);
    return { message_id: copy.message_id };
  },
);

function sourceMessage({ world }: Call, chatId: number | string, messageId: number, deed: string) {
  const { chat } = reachedChat(world, knownChat(world, chatId).chat.id);
  const stored = world.messages.get(chat.id, messageId);
  if (stored === undefined) throw badRequest(`message to ${deed} not found`);
  return stored;
}

export const sending: Record<string, Method> = {
  sendMessage,
  sendPhoto,
  sendDocument,
  sendRichMessage,
  sendMessageDraft,
  sendChatAction,
  forwardMessage,
  copyMessage,
};
