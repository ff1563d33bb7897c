import { reachedChat, writableChat } from '../access.ts';
import { badRequest } from '../errors.ts';
import type { TextToFormat } from '../formatted-text.ts';
import { formatText, MOST_TEXT } from '../formatted-text.ts';
import { checkMarkup } from '../keyboards.ts';
import type { StoredMessage } from '../messages.ts';
import { snapshot } from '../messages.ts';
import { post } from '../posting.ts';
import type { FormattedText, Message } from '../shapes.ts';
import type { Call } from './method.ts';

/** UTF-16 units after trimming. */
const MAX_CAPTION = 1024;

/** The text of a message; throws Telegram's 400 for none, too much, or markup it refuses. */
export function messageText(given: TextToFormat): FormattedText {
  if (given.text === '') throw badRequest('message text is empty');
  const formatted = formatText(given);
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if (formatted.text.length > MOST_TEXT) throw badRequest('message is too long');
  return formatted;
}

/** The caption of a photo or document, which may be empty. */
export function captionText(given: TextToFormat): FormattedText {
  const formatted = formatText(given);
  if (formatted.text.length > MAX_CAPTION) throw badRequest('message caption is too long');
  return formatted;
}

/** Message fields of a formatted text. */
export function textFields({ text, entities }: FormattedText): Partial<Message> {
  return entities.length > 0 ? { text, entities } : { text };
}

/** Message fields of a formatted caption. */
export function captionFields({ text, entities }: FormattedText): Partial<Message> {
  if (text === '') return {};
  return entities.length > 0 ? { caption: text, caption_entities: entities } : { caption: text };
}

export type Placing = {
  chat_id: number | string;
  message_thread_id?: number | undefined;
  reply_parameters?:
    | {
        message_id: number;
        chat_id?: number | string | undefined;
        allow_sending_without_reply?: boolean | undefined;
      }
    | undefined;
  reply_to_message_id?: number | undefined;
  allow_sending_without_reply?: boolean | undefined;
  reply_markup?: Record<string, unknown> | undefined;
};

/** Posts as the bot where the parameters say; the content is only made when the place was found good. */
export async function send(
  { world }: Call,
  placing: Placing,
  makeContent: () => Partial<Message> | Promise<Partial<Message>>,
  shownText?: string,
): Promise<Message> {
  const { chat_id, message_thread_id } = placing;
  const { chat } = writableChat(world, chat_id, message_thread_id);
  const replyTo = repliedTo({ world }, placing);
  const { inline, client } = checkMarkup(placing.reply_markup, chat.type);
  const content = await makeContent();
  const stored = post(world, {
    chatId: chat.id,
    byBot: true,
    ...(chat.type === 'channel' ? { senderChat: chat } : { from: botUser(world) }),
    threadId: message_thread_id || threadOf(replyTo),
    replyTo,
    content: inline === undefined ? content : { ...content, reply_markup: inline },
    clientMarkup: client,
    shownText,
  });
  return snapshot(stored);
}

/** The bot as others see it in messages. */
export function botUser(world: Call['world']) {
  return { ...world.bot, first_name: world.profile.name.for('') || world.bot.first_name };
}

function threadOf(replyTo: StoredMessage | undefined): number | undefined {
  return replyTo?.message.is_topic_message ? replyTo.message.message_thread_id : undefined;
}

function repliedTo({ world }: Pick<Call, 'world'>, placing: Placing): StoredMessage | undefined {
  const { reply_parameters: reply, reply_to_message_id } = placing;
  const messageId = reply?.message_id ?? reply_to_message_id;
  if (messageId === undefined || messageId === 0) return undefined;
  const { chat } = reachedChat(world, reply?.chat_id ?? placing.chat_id);
  const found = world.messages.get(chat.id, messageId);
  const optional = reply?.allow_sending_without_reply ?? placing.allow_sending_without_reply ?? false;
  if (found === undefined && !optional) throw badRequest('message to be replied not found');
  return found;
}
