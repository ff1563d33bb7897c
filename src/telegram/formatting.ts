import { FormattedString } from '@grammyjs/parse-mode';
import type { RichText } from '../domain/rich-text.ts';
import { isSequence } from '../domain/rich-text.ts';

/** Bot API, «date-time entity formatting»: the day in words and the time of day, both as the reader's client writes them. */
export const DAY_AND_TIME = 'Dt';

/** Telegram's times are seconds since 1970 in 32 bits: those of an old archive or a far future have none. */
const LAST_SECOND = 2 ** 31 - 1;

/** A moment as Telegram tells it; `undefined` where it has no number for it, and the written words must do. */
export function unixTime(at: number): number | undefined {
  const seconds = Math.floor(at / 1000);
  return seconds > 0 && seconds <= LAST_SECOND ? seconds : undefined;
}

/** Text and entities as the Bot API takes them; offsets in UTF-16 units, nothing to escape. */
export function formatted(text: RichText): FormattedString {
  if (typeof text === 'string') return new FormattedString(text);
  if (isSequence(text)) return FormattedString.join(text.map(formatted));
  if ('bold' in text) return FormattedString.bold(formatted(text.bold));
  if ('italic' in text) return FormattedString.italic(formatted(text.italic));
  if ('quote' in text) return FormattedString.blockquote(formatted(text.quote));
  if ('time' in text) {
    const seconds = unixTime(text.at);
    if (seconds === undefined) return new FormattedString(text.time);
    return FormattedString.time(text.time, seconds, DAY_AND_TIME);
  }
  return FormattedString.link(formatted(text.link), text.url);
}
