import type {
  ChatAdministratorRights,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
} from 'grammy/types';
import type { Ask } from '../app/reply.ts';
import type { Button, Content } from '../domain/message.ts';
import { fitsButton, MOST_COMMAND_BYTES } from '../domain/message.ts';

/**
 * The buttons of a message. Telegram lays rows out from the left in every language, so for Arabic
 * each row is turned round: the first button then stands where reading begins.
 */
export function keyboard({
  buttons,
  language,
}: Pick<Content, 'buttons' | 'language'>): InlineKeyboardMarkup | undefined {
  if (!buttons || buttons.length === 0) return undefined;
  const rows = buttons.map((row) => row.map(inlineButton));
  return { inline_keyboard: language === 'ar' ? rows.map((row) => row.toReversed()) : rows };
}

function inlineButton(button: Button): InlineKeyboardButton {
  if ('url' in button) return { text: button.label, url: button.url };
  if ('copy' in button) return { text: button.label, copy_text: { text: button.copy } };
  if ('inline' in button) return { text: button.label, switch_inline_query: button.inline };
  if (!fitsButton(button.command)) {
    throw new RangeError(
      `a button's command is over ${MOST_COMMAND_BYTES} bytes: ${button.command.split(' ')[0]}`,
    );
  }
  return { text: button.label, callback_data: button.command };
}

/** Marks the answer to a chosen channel. */
const CHANNEL_REQUEST = 1;

// Without the newest rights, which servers of earlier versions refuse to know.
const NO_RIGHTS = {
  is_anonymous: false,
  can_manage_chat: false,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
};
const POSTING = { ...NO_RIGHTS, can_post_messages: true } as ChatAdministratorRights;

/**
 * A keyboard under the chat with one button, gone once it is used. Of channels Telegram offers those in which its person
 * may post, and lets the bot in where it is not.
 */
export function askingKeyboard(ask: Ask): ReplyKeyboardMarkup {
  const button =
    ask.for === 'location'
      ? { text: ask.label, request_location: true }
      : {
          text: ask.label,
          request_chat: {
            request_id: CHANNEL_REQUEST,
            chat_is_channel: true,
            user_administrator_rights: POSTING,
            bot_administrator_rights: POSTING,
          },
        };
  return { keyboard: [[button]], resize_keyboard: true, one_time_keyboard: true };
}
