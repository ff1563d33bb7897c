import { badRequest } from './errors.ts';
import { checkLink, mentionedUserId } from './links.ts';
import type { Entity, FormattedText } from './shapes.ts';
import { wholeNumber } from './unix-time.ts';

// parse_mode HTML (core.telegram.org/bots/api#html-style). Faults are told by BYTE offset of the UTF-8 text, as Telegram does.

const TYPE_OF_TAG: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
};

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

type Open = { tag: string; attributes: Map<string, string>; offset: number };

/** Reads Telegram's HTML into text and entities; throws the 400 that Telegram answers for markup it cannot read. */
export function parseHtml(html: string): FormattedText {
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const next = html[at];
    if (next === '&') {
      const [decoded, length] = decodeReference(html, at);
      text += decoded;
      at += length;
    } else if (next !== '<') {
      text += next;
      at += 1;
    } else if (html[at + 1] === '/') {
      at = closeTag(html, at, open, entities, text);
    } else {
      at = openTag(html, at, open, text.length);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) throw fault(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  for (const entity of entities) if (entity.type === 'code') delete entity.language;
  return { text, entities };
}

function fault(reason: string) {
  return badRequest(`can't parse entities: ${reason}`);
}

function byteOffset(html: string, at: number): number {
  return Buffer.byteLength(html.slice(0, at));
}

function decodeReference(html: string, at: number): [string, number] {
  const match = /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/i.exec(html.slice(at, at + 12));
  if (match === null) return ['&', 1];
  const [whole, hexadecimal, decimal, name] = match;
  if (name !== undefined) {
    const named = NAMED[name];
    return named === undefined ? ['&', 1] : [named, whole.length];
  }
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code === 0 || code >= 0x10ffff ? ['&', 1] : [String.fromCodePoint(code), whole.length];
}

function decodeAll(value: string): string {
  let out = '';
  for (let at = 0; at < value.length; ) {
    const [decoded, length] = value[at] === '&' ? decodeReference(value, at) : [value[at] ?? '', 1];
    out += decoded;
    at += length;
  }
  return out;
}

function openTag(html: string, start: number, open: Open[], offset: number): number {
  const where = byteOffset(html, start);
  let at = start + 1;
  while (at < html.length && !/[\s>]/.test(html[at] ?? '')) at += 1;
  if (at >= html.length) throw fault(`Unclosed start tag at byte offset ${where}`);
  const tag = html.slice(start + 1, at).toLowerCase();
  if (!Object.hasOwn(TYPE_OF_TAG, tag)) {
    throw fault(`Unsupported start tag "${tag}" at byte offset ${where}`);
  }
  const attributes = new Map<string, string>();
  // A name, and perhaps a value: bare (`expandable` of blockquote), a token, or a quoted string.
  const attribute = /\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\p{L}\p{N}.-]+)(?=[\s>])))?/uy;
  for (;;) {
    while (/\s/.test(html[at] ?? '')) at += 1;
    if (at >= html.length) throw fault(`Unclosed start tag at byte offset ${where}`);
    if (html[at] === '>') break;
    attribute.lastIndex = at;
    const match = attribute.exec(html);
    if (match === null) {
      throw fault(`Empty attribute name in the tag "${tag}" at byte offset ${where}`);
    }
    if (/^\s*=/.test(html.slice(attribute.lastIndex, attribute.lastIndex + 8))) {
      throw fault(`Unclosed start tag at byte offset ${where}`);
    }
    attributes.set((match[1] ?? '').toLowerCase(), decodeAll(match[2] ?? match[3] ?? match[4] ?? ''));
    at = attribute.lastIndex;
  }
  if (tag === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw fault(`Tag "span" must have class "tg-spoiler" at byte offset ${where}`);
  }
  open.push({ tag, attributes, offset });
  return at + 1;
}

function closeTag(html: string, start: number, open: Open[], entities: Entity[], text: string): number {
  const where = byteOffset(html, start);
  const current = open.at(-1);
  if (current === undefined) throw fault(`Unexpected end tag at byte offset ${where}`);
  const match = /^<\/([^\s>]*)\s*>/.exec(html.slice(start));
  if (match === null) throw fault(`Unclosed end tag at byte offset ${where}`);
  const tag = (match[1] ?? '').toLowerCase();
  if (tag !== '' && tag !== current.tag) {
    throw fault(`Unmatched end tag at byte offset ${where}, expected "</${current.tag}>", found "</${tag}>"`);
  }
  open.pop();
  const length = text.length - current.offset;
  if (length > 0) addEntity(entities, current, length, text.slice(current.offset));
  return start + match[0].length;
}

function addEntity(entities: Entity[], { tag, attributes, offset }: Open, length: number, inside: string) {
  const entity: Entity = { type: TYPE_OF_TAG[tag] ?? tag, offset, length };
  const last = entities.at(-1);
  const sameSpan = last !== undefined && last.offset === offset && last.length === length;
  const language = attributes.get('class')?.replace(/^language-/, '');
  if (tag === 'pre' && sameSpan && last.type === 'code' && last.language !== undefined) {
    last.type = 'pre';
    return;
  }
  if (tag === 'code') {
    if (sameSpan && last.type === 'pre' && language !== undefined) {
      last.language = language;
      return;
    }
    if (language !== undefined) entity.language = language;
  } else if (tag === 'a') {
    const url = attributes.get('href') || inside;
    const userId = mentionedUserId(url);
    const link = checkLink(url);
    if (userId !== undefined) {
      entity.type = 'text_mention';
      entity.user = { id: userId, is_bot: false, first_name: inside };
    } else if ('url' in link) entity.url = link.url;
    else return;
  } else if (tag === 'blockquote' && attributes.has('expandable')) {
    entity.type = 'expandable_blockquote';
  } else if (tag === 'tg-emoji') {
    const id = attributes.get('emoji-id') ?? '';
    if (!/^\d+$/.test(id)) throw badRequest('invalid custom emoji identifier specified');
    entity.custom_emoji_id = id;
  } else if (tag === 'tg-time') {
    const time = wholeNumber(attributes.get('unix') ?? '');
    if (time === undefined) throw badRequest('invalid date specified');
    entity.unix_time = time;
    entity.date_time_format = attributes.get('format') ?? '';
  }
  entities.push(entity);
}
