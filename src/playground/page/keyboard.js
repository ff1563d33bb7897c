import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { safeAddress } from './links.js';
import { pressKey } from './presses.js';

/**
 * @typedef {import('./types.js').Message} Message
 * @typedef {import('./types.js').InlineButton} InlineButton
 * @typedef {{ press: (press: { chat_id: number, message_id: number, data: string }) => void,
 *   isWaiting: (key: string) => boolean, copy: (text: string) => void, follow: (address: string) => boolean,
 *   share: (query: string) => void, notHere: () => void }} KeyboardActions
 */

/**
 * The keyboard under a message, or null. Rows run from left to right in every language, as Telegram's own clients
 * draw them: it is the bot that turns its rows round for Arabic.
 * @param {Message} message
 * @param {number} chatId
 * @param {KeyboardActions} actions
 */
export function inlineKeyboard(message, chatId, actions) {
  const rows = message.reply_markup?.inline_keyboard?.filter((row) => row.length > 0) ?? [];
  if (rows.length === 0) return null;
  return h(
    'div',
    { class: 'inline-keyboard', dir: 'ltr' },
    rows.map((row, down) =>
      h(
        'div',
        { class: 'keyboard-row' },
        row.map((button, along) => inlineButton(button, `${down}:${along}`, message, chatId, actions)),
      ),
    ),
  );
}

/**
 * @param {InlineButton} button
 * @param {string} place kept as data-place, to find the button again when the message is edited under the focus
 * @param {Message} message
 * @param {number} chatId
 * @param {KeyboardActions} actions
 */
function inlineButton(button, place, message, chatId, actions) {
  const style = ['primary', 'danger', 'success'].includes(button.style ?? '') ? ` ${button.style}` : '';
  const attributes = { class: `key${style}`, 'data-testid': 'inline-button', 'data-place': place };
  const label = h('span', { class: 'key-words', dir: 'auto' }, button.text);
  const href = button.url === undefined ? null : safeAddress(button.url);
  if (href !== null) {
    const follow = (/** @type {Event} */ event) => {
      if (actions.follow(href)) event.preventDefault();
    };
    return h(
      'a',
      { ...attributes, href, target: '_blank', rel: 'noopener noreferrer', onclick: follow },
      label,
      h('span', { class: 'visually-hidden' }, ` ${t('opensTab')}`),
      h('span', { class: 'key-mark' }, icon('arrow', 14)),
    );
  }
  const { callback_data: data, copy_text: copied, switch_inline_query: shared } = button;
  if (data !== undefined) {
    const press = { chat_id: chatId, message_id: message.message_id, data };
    const key = pressKey(chatId, message.message_id, data);
    return h(
      'button',
      {
        ...attributes,
        type: 'button',
        'data-press': key,
        'aria-busy': actions.isWaiting(key) ? 'true' : null,
        onclick: () => actions.press(press),
      },
      label,
      h('span', { class: 'spinner', 'aria-hidden': 'true' }),
    );
  }
  const act = () => {
    if (copied) actions.copy(copied.text);
    else if (shared !== undefined) actions.share(shared);
    else actions.notHere();
  };
  return h(
    'button',
    { ...attributes, type: 'button', onclick: act },
    label,
    copied && h('span', { class: 'key-mark' }, icon('copy', 14)),
  );
}

/**
 * The reply keyboard in force: of the newest message that shows or removes one. Null when there is none.
 * @param {Message[]} messages oldest first
 * @returns {{ messageId: number, rows: string[][], once: boolean, placeholder: string | undefined } | null}
 */
export function replyKeyboardOf(messages) {
  for (const { message_id: messageId, reply_markup: markup } of messages.toReversed()) {
    if (markup?.remove_keyboard) return null;
    if (!markup?.keyboard) continue;
    const rows = markup.keyboard.map((row) => row.map((key) => (typeof key === 'string' ? key : key.text)));
    const placeholder = markup.input_field_placeholder;
    return { messageId, rows, once: markup.one_time_keyboard === true, placeholder };
  }
  return null;
}

/** @param {string[][]} rows @param {(text: string) => void} send */
export function replyKeyboardRows(rows, send) {
  return rows.map((row) =>
    h(
      'div',
      { class: 'keyboard-row' },
      row.map((text) =>
        h(
          'button',
          { type: 'button', class: 'key reply-key', 'data-testid': 'reply-key', onclick: () => send(text) },
          h('span', { class: 'key-words', dir: 'auto' }, text),
        ),
      ),
    ),
  );
}
