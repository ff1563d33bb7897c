import { badRequest } from './errors.ts';
import { formatText, MOST_TEXT } from './formatted-text.ts';
import { checkMarkup } from './keyboards.ts';
import type { Entity, FormattedText, InlineKeyboard } from './shapes.ts';

const MOST_RESULTS = 50;
const MOST_ID_BYTES = 64;
const MOST_OFFSET_BYTES = 64;

/** One card as the bot offers it; what the playground does not know of it is kept as it came. */
export type InlineResult = { type: string; id: string; [field: string]: unknown };

/** What a chosen card becomes in the chat. */
export type InlineContent = FormattedText & { link_preview_options?: unknown; reply_markup?: InlineKeyboard };

export type InlineAnswer = {
  results: InlineResult[];
  next_offset?: string | undefined;
  button?: { [field: string]: unknown } | undefined;
};

/** Checks an answer to an inline query as Telegram does; throws its 400. Of results only articles are known here. */
export function checkInlineAnswer({ results, next_offset, button }: InlineAnswer): void {
  if (results.length > MOST_RESULTS) throw badRequest('RESULTS_TOO_MUCH');
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE');
  for (const result of results) {
    const bytes = Buffer.byteLength(result.id);
    if (bytes < 1 || bytes > MOST_ID_BYTES) throw badRequest('RESULT_ID_INVALID');
    inlineContent(result);
  }
  if (Buffer.byteLength(next_offset ?? '') > MOST_OFFSET_BYTES) throw badRequest('NEXT_OFFSET_INVALID');
  if (button !== undefined) checkButton(button);
}

/** The message that a card sends; throws Telegram's 400 where it could not be sent. */
export function inlineContent(result: InlineResult): InlineContent {
  if (result.type !== 'article') throw badRequest('RESULT_TYPE_INVALID');
  if (typeof result.title !== 'string' || result.title === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  const content = result.input_message_content as Record<string, unknown> | undefined;
  if (typeof content?.message_text !== 'string') throw badRequest('MESSAGE_EMPTY');
  const formatted = formatText({
    text: content.message_text,
    parseMode: content.parse_mode as string | undefined,
    entities: content.entities as Entity[] | undefined,
  });
  if (formatted.text === '') throw badRequest('MESSAGE_EMPTY');
  if (formatted.text.length > MOST_TEXT) throw badRequest('MESSAGE_TOO_LONG');
  const { inline } = checkMarkup(result.reply_markup, 'card');
  return {
    ...formatted,
    ...(content.link_preview_options === undefined
      ? {}
      : { link_preview_options: content.link_preview_options }),
    ...(inline === undefined ? {} : { reply_markup: inline }),
  };
}

function checkButton({ text, start_parameter: start }: { [field: string]: unknown }): void {
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('SWITCH_PM_TEXT_EMPTY');
  if (typeof start !== 'string' || start === '') throw badRequest('START_PARAM_EMPTY');
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(start)) throw badRequest('START_PARAM_INVALID');
}
