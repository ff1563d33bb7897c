import { FormattedString } from '@grammyjs/parse-mode';
import type { RichText } from '../domain/rich-text.ts';
import { isSequence } from '../domain/rich-text.ts';

/** Text and entities as the Bot API takes them; offsets in UTF-16 units, nothing to escape. */
export function formatted(text: RichText): FormattedString {
  if (typeof text === 'string') return new FormattedString(text);
  if (isSequence(text)) return FormattedString.join(text.map(formatted));
  if ('bold' in text) return FormattedString.bold(formatted(text.bold));
  if ('italic' in text) return FormattedString.italic(formatted(text.italic));
  if ('quote' in text) return FormattedString.blockquote(formatted(text.quote));
  return FormattedString.link(formatted(text.link), text.url);
}
