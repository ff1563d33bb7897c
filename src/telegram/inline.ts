import type { Context } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import type { Inline, InlineCard } from '../app/inline.ts';
import { formatted } from './formatting.ts';
import { keyboard } from './keyboard.ts';
import { linkPreview } from './link-preview.ts';

/** Offers cards for what was typed behind our name. */
export async function answerInline(ctx: Context, inline: Inline): Promise<void> {
  const { inlineQuery } = ctx;
  if (!inlineQuery) return;
  const { from, query, offset } = inlineQuery;
  const { cards, next, button, keep } = await inline({
    userId: from.id,
    query,
    offset,
    ...(from.language_code ? { clientLanguage: from.language_code } : {}),
  });
  await ctx.answerInlineQuery(cards.map(article), {
    cache_time: keep,
    // The words are the asker's language, zone and digits: what Telegram keeps must not be given to anybody else.
    is_personal: true,
    next_offset: next ?? '',
    ...(button ? { button: { text: button.label, start_parameter: button.start } } : {}),
  });
}

function article({ id, title, description, url, thumbnail, content }: InlineCard): InlineQueryResultArticle {
  const { text, entities } = formatted(content.text);
  const markup = keyboard(content);
  return {
    type: 'article',
    id,
    title,
    description,
    input_message_content: {
      message_text: text,
      entities,
      link_preview_options: linkPreview(content),
    },
    ...(url === undefined ? {} : { url }),
    ...(thumbnail === undefined ? {} : { thumbnail_url: thumbnail }),
    ...(markup ? { reply_markup: markup } : {}),
  };
}
