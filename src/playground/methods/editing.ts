import * as z from 'zod';
import { editableMessage, reachedChat } from '../access.ts';
import type { ChatRecord } from '../chats.ts';
import { badRequest } from '../errors.ts';
import { checkMarkup } from '../keyboards.ts';
import type { StoredMessage } from '../messages.ts';
import { snapshot } from '../messages.ts';
import * as parameter from '../parameters.ts';
import { edit, remove } from '../posting.ts';
import { readRichMessage } from '../rich-text.ts';
import type { InlineKeyboard, Message } from '../shapes.ts';
import { captionFields, captionText, messageText, textFields } from './contents.ts';
import type { Call, Method } from './method.ts';
import { method } from './method.ts';

/** A message older than this may no longer be deleted for everybody (Bot API, deleteMessage). */
const DELETABLE_SECONDS = 48 * 60 * 60;
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

const target = {
  chat_id: parameter.chatId,
  message_id: parameter.integer,
  reply_markup: parameter.markup.optional(),
};

const editMessageText = method(
  z.object({
    ...target,
    text: parameter.text.default(''),
    parse_mode: parameter.text.optional(),
    entities: parameter.entities.optional(),
    link_preview_options: parameter.json(z.looseObject({})).optional(),
    rich_message: parameter.json(z.looseObject({})).optional(),
  }),
  (call, parameters) => {
    const { text, parse_mode, entities, link_preview_options, rich_message } = parameters;
    const { stored, markup } = locate(call, parameters);
    if (rich_message !== undefined) {
      const { rich, text: shown } = readRichMessage(rich_message);
      stored.shownText = shown;
      return change(call, stored, { text: undefined, entities: undefined, rich_message: rich }, markup);
    }
    const { message } = stored;
    if (message.text === undefined && message.rich_message === undefined) {
      throw badRequest('there is no text in the message to edit');
    }
    const fields = textFields(messageText({ text, parseMode: parse_mode, entities }));
    delete stored.shownText;
    return change(
      call,
      stored,
      { entities: undefined, rich_message: undefined, ...fields, link_preview_options },
      markup,
    );
  },
);

const editMessageCaption = method(
  z.object({
    ...target,
    caption: parameter.text.default(''),
    parse_mode: parameter.text.optional(),
    caption_entities: parameter.entities.optional(),
  }),
  (call, parameters) => {
    const { caption, parse_mode, caption_entities } = parameters;
    const { stored, markup } = locate(call, parameters);
    if (stored.message.photo === undefined && stored.message.document === undefined) {
      throw badRequest('there is no caption in the message to edit');
    }
    const given = { text: caption, parseMode: parse_mode, entities: caption_entities };
    const fields = captionFields(captionText(given));
    return change(call, stored, { caption: undefined, caption_entities: undefined, ...fields }, markup);
  },
);

const editMessageReplyMarkup = method(z.object(target), (call, parameters) => {
  const { stored, markup } = locate(call, parameters);
  return change(call, stored, {}, markup);
});

type Target = { chat_id: number | string; message_id: number; reply_markup?: unknown };

function locate({ world }: Call, { chat_id, message_id, reply_markup }: Target) {
  const record = reachedChat(world, chat_id);
  const stored = editableMessage(world, record, message_id);
  const { inline, client } = checkMarkup(reply_markup, record.chat.type);
  if (client !== undefined) throw badRequest('inline keyboard expected');
  return { stored, markup: inline };
}

type Changes = { [field in keyof Message]?: Message[field] | undefined };

/** Applies an edit; no keyboard given means that the message loses its keyboard. */
function change(
  { world }: Call,
  stored: StoredMessage,
  changes: Changes,
  markup: InlineKeyboard | undefined,
): Message {
  const wanted: Changes = { ...changes, reply_markup: markup };
  const same = Object.entries(wanted).every(
    ([field, value]) => JSON.stringify(stored.message[field as keyof Message]) === JSON.stringify(value),
  );
  if (same) throw badRequest(NOT_MODIFIED);
  edit(world, stored, wanted);
  return snapshot(stored);
}

const deleteMessage = method(
  z.object({ chat_id: parameter.chatId, message_id: parameter.integer }),
  ({ world }, { chat_id, message_id }) => {
    const record = reachedChat(world, chat_id);
    const stored = world.messages.get(record.chat.id, message_id);
    if (stored === undefined) throw badRequest('message to delete not found');
    checkDeletable(world, record, stored);
    remove(world, record.chat.id, [message_id]);
    return true;
  },
);

const deleteMessages = method(
  z.object({ chat_id: parameter.chatId, message_ids: parameter.json(z.array(parameter.integer)) }),
  ({ world }, { chat_id, message_ids }) => {
    const record = reachedChat(world, chat_id);
    if (message_ids.length === 0) throw badRequest('message identifiers are not specified');
    if (message_ids.length > 100) throw badRequest('too many message identifiers specified');
    for (const id of message_ids) {
      const stored = world.messages.get(record.chat.id, id);
      if (stored !== undefined) checkDeletable(world, record, stored);
    }
    remove(world, record.chat.id, message_ids);
    return true;
  },
);

function checkDeletable(world: Call['world'], { chat }: ChatRecord, stored: StoredMessage): void {
  const mayDelete = world.members.may(chat.id, world.bot.id, 'can_delete_messages');
  if (chat.type !== 'private' && !stored.byBot && !mayDelete) throw badRequest("message can't be deleted");
  const age = world.seconds - stored.message.date;
  if (age > DELETABLE_SECONDS && !mayDelete) throw badRequest("message can't be deleted for everyone");
}

export const editing: Record<string, Method> = {
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
};
