/**
 * Text with its formatting as a plain value; the edge turns it into text and entities.
 * Nothing in it is ever parsed, so nothing in it needs escaping.
 */
export type RichText =
  | string
  | { bold: RichText }
  | { italic: RichText }
  | { quote: RichText }
  | { link: RichText; url: string }
  /** A moment, in ms: clients that can show it in their reader's own zone, others the text as it stands. */
  | { time: string; at: number }
  | readonly RichText[];

/** The bare text, as its reader's screen shows it; its length is what Telegram counts (UTF-16 units). */
export function plainText(text: RichText): string {
  if (typeof text === 'string') return text;
  return isSequence(text) ? text.map(plainText).join('') : plainText(innerOf(text));
}

/** What is formatted, without this formatting. */
export function innerOf(text: Exclude<RichText, string | readonly RichText[]>): RichText {
  if ('bold' in text) return text.bold;
  if ('italic' in text) return text.italic;
  if ('quote' in text) return text.quote;
  if ('time' in text) return text.time;
  return text.link;
}

/** Puts `separator` between the parts that are not empty. */
export function joinRich(parts: readonly RichText[], separator: string): RichText {
  const kept = parts.filter((part) => plainText(part) !== '');
  return kept.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

export function isSequence(text: RichText): text is readonly RichText[] {
  return Array.isArray(text);
}
