import { badRequest } from './errors.ts';
import { checkLink } from './links.ts';
import type { Button, ChatType, InlineKeyboard, ReplyMarkup } from './shapes.ts';

const MAX_BUTTONS = 100;
const MAX_BUTTONS_IN_ROW = 8;
/** callback_data is counted in bytes of UTF-8: an Arabic letter takes two. */
const MAX_CALLBACK_BYTES = 64;
const MAX_COPY_TEXT = 256;

const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'disabled',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
] as const;

/** A checked reply markup: the inline keyboard that becomes part of the message, or what only the client shows. */
export type CheckedMarkup = { inline?: InlineKeyboard; client?: ReplyMarkup };

/** Where a markup will stand; a card's chat is chosen only when the card is. */
export type MarkupPlace = ChatType | 'card';

/** Checks a `reply_markup` as Telegram does (TDLib, get_reply_markup); throws its 400. `undefined` is no markup. */
export function checkMarkup(markup: unknown, place: MarkupPlace): CheckedMarkup {
  if (markup === undefined || markup === null) return {};
  if (typeof markup !== 'object' || Array.isArray(markup))
    throw badRequest('object expected as reply markup');
  const kind = markup as ReplyMarkup;
  if (kind.inline_keyboard !== undefined) {
    const inline = checkInline(rowsOf(kind.inline_keyboard, 'inline_keyboard'), place);
    return inline.inline_keyboard.length > 0 ? { inline } : {};
  }
  const client = kind.keyboard !== undefined || kind.remove_keyboard === true || kind.force_reply === true;
  // A channel's readers have nowhere to write, and a card is not the bot's own message.
  if (client && (place === 'channel' || place === 'card')) throw badRequest('inline keyboard expected');
  if (kind.keyboard !== undefined) return { client: { ...kind, keyboard: checkReplyKeyboard(kind, place) } };
  if (client) return { client: kind };
  if (Object.keys(kind).length === 0) return {};
  throw badRequest("can't parse reply markup: unknown kind of markup");
}

function rowsOf(value: unknown, field: string): unknown[][] {
  if (!Array.isArray(value)) {
    throw badRequest(`can't parse reply keyboard markup: Field "${field}" must be of type Array`);
  }
  if (!value.every(Array.isArray)) {
    throw badRequest(`can't parse ${field}: expected an Array of Arrays of buttons`);
  }
  const rows = value.filter((row) => row.length > 0) as unknown[][];
  const tooWide = rows.some((row) => row.length > MAX_BUTTONS_IN_ROW);
  if (tooWide || rows.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  return rows;
}

function checkInline(rows: unknown[][], place: MarkupPlace): InlineKeyboard {
  return { inline_keyboard: rows.map((row) => row.map((button) => checkInlineButton(button, place))) };
}

function checkInlineButton(value: unknown, place: MarkupPlace): Button {
  const prefix = "can't parse inline keyboard button:";
  if (typeof value !== 'object' || value === null) {
    throw badRequest(`${prefix} InlineKeyboardButton must be an Object`);
  }
  const button = value as Button;
  if (typeof button.text !== 'string') throw badRequest(`${prefix} Can't find field "text"`);
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  const action = ACTIONS.find((name) => button[name] !== undefined);
  if (action === undefined) {
    throw badRequest(`${prefix} Text buttons are unallowed in the inline keyboard`);
  }
  if (action === 'url') return { ...button, url: buttonUrl(button.url) };
  if (action === 'callback_data') checkCallbackData(button.callback_data);
  if (action === 'copy_text') checkCopyText(button.copy_text);
  if (place === 'channel' && action.startsWith('switch_inline_query')) throw noSwitching(action);
  return button;
}

/** Posts of a channel are the channel's; behind which name a query would go, they do not tell. */
function noSwitching(action: string) {
  const current = 'switch_inline_query_current_chat';
  const name = action === current ? current : 'switch_inline_query';
  return badRequest(
    `can't use ${name} button in a channel chat, because users will not be able to use the button without knowing bot's username`,
  );
}

function buttonUrl(url: unknown): string {
  const link = checkLink(String(url));
  if ('error' in link) throw badRequest(`inline keyboard button URL '${url}' is invalid: ${link.error}`);
  return link.url;
}

function checkCallbackData(data: unknown): void {
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0;
  if (bytes < 1 || bytes > MAX_CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID');
}

function checkCopyText(copy: unknown): void {
  const text = typeof copy === 'object' && copy !== null && 'text' in copy ? copy.text : undefined;
  if (typeof text !== 'string' || text.length < 1 || text.length > MAX_COPY_TEXT) {
    throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
}

const PRIVATE_ONLY = {
  request_contact: 'phone number',
  request_location: 'location',
  request_chat: 'chats',
  request_users: 'users',
} as const;

function checkReplyKeyboard(markup: ReplyMarkup, place: MarkupPlace): Button[][] {
  const rows = rowsOf(markup.keyboard, 'keyboard');
  if (rows.length === 0) throw badRequest('reply keyboard must contain at least one button');
  return rows.map((row) =>
    row.map((value) => {
      const button = (typeof value === 'string' ? { text: value } : value) as Button;
      if (typeof button?.text !== 'string' || button.text.trim() === '') {
        throw badRequest('can\'t parse keyboard button: Field "text" must be of type String');
      }
      for (const [field, what] of Object.entries(PRIVATE_ONLY)) {
        if (button[field] !== undefined && place !== 'private') {
          throw badRequest(`${what} can be requested in private chats only`);
        }
      }
      return button;
    }),
  );
}
