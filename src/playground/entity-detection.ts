import type { Entity } from './shapes.ts';

// What Telegram finds by itself in a text: links, e-mail addresses, @names, #tags and /commands.

const DOMAINS =
  'com|org|net|info|news|media|press|tv|io|me|ai|app|dev|edu|gov|int|co|uk|eg|sa|ae|qa|jo|lb|sy|iq|ma|dz|tn|ly|sd|ye|om|kw|bh|ps|tr|fr|de|es|it|ru|cn|in|us';
const NOT_IN_WORD = '(?<![\\p{L}\\p{N}_/@.])';

// In order of precedence: what an earlier rule took, a later one leaves alone.
const RULES: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['email', /(?<![\p{L}\p{N}_.+-])[a-z0-9_.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![\p{L}\p{N}])/giu],
  ['url', /(?<![\p{L}\p{N}_/@])(?:https?|tg|ton):\/\/[^\s<>"«»\u2068\u2069]+/giu],
  [
    'url',
    new RegExp(
      `${NOT_IN_WORD}(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:${DOMAINS})(?::\\d+)?(?:/[^\\s<>"«»\\u2068\\u2069]*)?(?![\\p{L}\\p{N}_@])`,
      'giu',
    ),
  ],
  ['mention', /(?<![\p{L}\p{N}_/@])@[a-z][a-z0-9_]{2,31}(?![\p{L}\p{N}_@])/giu],
  ['hashtag', /(?<![\p{L}\p{N}_\u200c#&])#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_\u200c]{1,256}(?![#])/gu],
  ['bot_command', /(?<![\p{L}\p{N}_/<>@])\/[a-z0-9_]{1,64}(?:@[a-z][a-z0-9_]{2,31})?(?![\p{L}\p{N}_/@])/giu],
];

/** The entities Telegram adds to a text of its own accord, by offset; none overlap. */
export function detectEntities(text: string): Entity[] {
  const found: Entity[] = [];
  for (const [type, pattern] of RULES) {
    for (const match of text.matchAll(pattern)) {
      const matched = type === 'url' ? trimUrl(match[0]) : match[0];
      const offset = match.index;
      const end = offset + matched.length;
      if (type === 'url' && !/[\p{L}\p{N}]\.[\p{L}\p{N}]|^tg:|^ton:|\[/iu.test(matched)) continue;
      if (found.some((entity) => offset < entity.offset + entity.length && entity.offset < end)) continue;
      found.push({ type, offset, length: matched.length });
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** Closing punctuation belongs to the sentence, a bracket only if it was opened inside the link. */
function trimUrl(url: string): string {
  let end = url.length;
  while (end > 0) {
    const last = url[end - 1] ?? '';
    const opening = last === ')' ? '(' : last === ']' ? '[' : undefined;
    const kept = url.slice(0, end);
    const unopened = opening !== undefined && kept.split(last).length > kept.split(opening).length;
    if (!unopened && !/[.,:;!?'"`،؛؟…]/.test(last)) break;
    end -= 1;
  }
  return url.slice(0, end);
}
