import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Button, Content } from '../domain/message.ts';
import { utf8Bytes } from '../text/lengths.ts';

/** Bot API, InlineKeyboardButton: callback_data holds 1-64 bytes. */
const MOST_DATA_BYTES = 64;

/**
 * The buttons of a reply. Telegram lays rows out from the left in every language, so for Arabic
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
  if (utf8Bytes(button.command) > MOST_DATA_BYTES) {
    throw new RangeError(
      `a button's command is over ${MOST_DATA_BYTES} bytes: ${button.command.split(' ')[0]}`,
    );
  }
  return { text: button.label, callback_data: button.command };
}
