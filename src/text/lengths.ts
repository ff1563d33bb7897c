const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });
const ELLIPSIS = '…';
const encoder = new TextEncoder();

/**
 * Cuts a text to at most `units` UTF-16 units, which is how Telegram counts, the ellipsis included. The cut is
 * between whole characters (an emoji family is one), at a space when one is in the last fifth; an isolate that
 * was opened is closed.
 */
export function cutAt(text: string, units: number): string {
  if (text.length <= units) return text;
  if (units <= 0) return '';
  let end = 0;
  const room = units - ELLIPSIS.length;
  for (const { index, segment } of graphemes.segment(text.slice(0, units + 64))) {
    const after = index + segment.length;
    if (after + openIsolates(text.slice(0, after)) > room) break;
    end = after;
  }
  const space = text.lastIndexOf(' ', end);
  if (space >= end * 0.8 && space > 0) end = space;
  const kept = text.slice(0, end).trimEnd();
  return `${kept}${'\u2069'.repeat(openIsolates(kept))}${ELLIPSIS}`.slice(0, units);
}

/** Bytes of a text in UTF-8, which is how Telegram counts callback data. */
export function utf8Bytes(text: string): number {
  return encoder.encode(text).length;
}

function openIsolates(text: string): number {
  let open = 0;
  for (const character of text) {
    if (character >= '\u2066' && character <= '\u2068') open++;
    else if (character === '\u2069') open = Math.max(0, open - 1);
  }
  return open;
}
