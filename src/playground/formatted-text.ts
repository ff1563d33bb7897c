import { detectEntities } from './entity-detection.ts';
import { badRequest } from './errors.ts';
import { parseHtml } from './html.ts';
import { checkLink } from './links.ts';
import type { Entity, FormattedText } from './shapes.ts';
import { unixTime } from './unix-time.ts';

// What Telegram makes of a text and its entities before it keeps them. Offsets are UTF-16 units throughout.

/** A message's text after trimming, in UTF-16 units. */
export const MOST_TEXT = 4096;
/** Telegram keeps the first hundred entities of a message and drops the rest. */
const MAX_ENTITIES = 100;

const FORMATTING = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
]);
const WHOLE = new Set(['code', 'pre', 'text_link', 'text_mention', 'custom_emoji', 'date_time']);
const DETECTED = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
]);

export type TextToFormat = {
  text: string;
  parseMode?: string | undefined;
  entities?: readonly Entity[] | undefined;
  /** false leaves out what Telegram would find by itself */
  detect?: boolean;
};

/** The text and entities as Telegram keeps them; throws its 400 for entities or markup it refuses. */
export function formatText({ text, parseMode, entities, detect = true }: TextToFormat): FormattedText {
  // Half of a character that takes two UTF-16 units cannot be written in UTF-8.
  if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  const given = parse(text, parseMode, entities);
  checkEntities(given);
  const trimmed = trim(clean(given));
  const kept = withoutNestedInCode(trimmed.entities).filter(
    (entity) => !DETECTED.has(entity.type) && hasVisible(trimmed.text, entity),
  );
  const all = detect ? addDetected(kept, detectEntities(trimmed.text)) : kept;
  return { text: trimmed.text, entities: inOrder(all).slice(0, MAX_ENTITIES) };
}

function parse(text: string, parseMode: string | undefined, entities: readonly Entity[] = []): FormattedText {
  const mode = parseMode?.toLowerCase() ?? '';
  if (mode === 'html') return parseHtml(text);
  if (mode !== '') throw badRequest('unsupported parse_mode');
  return { text, entities: entities.filter(isUsable).map((entity) => ({ ...entity })) };
}

function isUsable(entity: Entity): boolean {
  const { type, offset, length } = entity;
  if (!FORMATTING.has(type) && !WHOLE.has(type) && !DETECTED.has(type)) {
    throw badRequest("can't parse MessageEntity: Unsupported type specified");
  }
  if (type === 'text_link') {
    if (entity.url === undefined) throw badRequest(`can't parse MessageEntity: Can't find field "url"`);
    const link = checkLink(entity.url);
    if ('error' in link) throw badRequest(`entity URL '${entity.url}' is invalid: ${link.error}`);
  }
  if (type === 'text_mention' && entity.user === undefined) {
    throw badRequest(`can't parse MessageEntity: Can't find field "user"`);
  }
  if (type === 'date_time') unixTime(entity.unix_time, 'MessageEntity');
  if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  return length > 0;
}

/** Longer ones first where two begin together, so that an outer entity stands before what it holds. */
function inOrder(entities: readonly Entity[]): Entity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function checkEntities({ text, entities }: FormattedText): void {
  const open: Entity[] = [];
  for (const entity of inOrder(entities)) {
    const end = entity.offset + entity.length;
    if (entity.offset >= text.length) {
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${entity.offset}`);
    }
    if (splitsCharacter(text, entity.offset)) {
      const bytes = Buffer.byteLength(text.slice(0, entity.offset - 1));
      throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytes}`);
    }
    if (end < text.length && splitsCharacter(text, end)) {
      const bytes = Buffer.byteLength(text.slice(0, end - 1));
      throw badRequest(
        `entity beginning at UTF-16 offset ${entity.offset} ends in a middle of a UTF-16 symbol at byte offset ${bytes}`,
      );
    }
    while (open.length > 0 && ends(open.at(-1)) <= entity.offset) open.pop();
    const outer = open.at(-1);
    if (end > text.length || (outer !== undefined && end > ends(outer))) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${entity.offset} ends after the end of the text at UTF-16 offset ${end}`,
      );
    }
    open.push(entity);
  }
}

const ends = (entity: Entity | undefined): number =>
  entity === undefined ? 0 : entity.offset + entity.length;

function splitsCharacter(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '');
}

// Carriage returns, line and paragraph separators, U+202A-U+202E (the bidi embeddings and overrides) and three combining
// lines vanish; other control characters become a space. The isolates U+2066-U+2069 stay.
const REMOVED = /[\r\u2028-\u202e\u0333\u033f\u030a]/;
const BLANKED = /[\u0000-\u0009\u000b\u000c\u000e-\u001f]/;

function clean({ text, entities }: FormattedText): FormattedText {
  const movedTo: number[] = [];
  let out = '';
  for (const unit of text.split('')) {
    movedTo.push(out.length);
    if (!REMOVED.test(unit)) out += BLANKED.test(unit) ? ' ' : unit;
  }
  movedTo.push(out.length);
  const moved = entities.map((entity) => {
    const offset = movedTo[entity.offset] ?? 0;
    return { ...entity, offset, length: (movedTo[ends(entity)] ?? 0) - offset };
  });
  // Of several direction marks in a row only the last keeps its meaning.
  const single = out.replace(/[\u200e\u200f](?=[\u200e\u200f])/g, '\u200c');
  return { text: single, entities: moved.filter((entity) => entity.length > 0) };
}

function trim({ text, entities }: FormattedText): FormattedText {
  const start = /^[ \n]*/.exec(text)?.[0].length ?? 0;
  const trimmed = text.slice(start).replace(/[ \n]+$/, '');
  const moved = entities.map((entity) => {
    const offset = Math.max(0, entity.offset - start);
    return { ...entity, offset, length: Math.min(ends(entity) - start, trimmed.length) - offset };
  });
  return { text: trimmed, entities: moved.filter((entity) => entity.length > 0) };
}

function withoutNestedInCode(entities: readonly Entity[]): Entity[] {
  const code = entities.filter((entity) => entity.type === 'code' || entity.type === 'pre');
  return entities.filter((entity) => !code.some((outer) => outer !== entity && overlap(outer, entity)));
}

function hasVisible(text: string, entity: Entity): boolean {
  return /\S/.test(text.slice(entity.offset, ends(entity)));
}

function overlap(a: Entity, b: Entity): boolean {
  return a.offset < ends(b) && b.offset < ends(a);
}

/** Detected entities stay out of links, code and the like; formatting that crosses one is cut in two at its edge. */
function addDetected(kept: readonly Entity[], detected: readonly Entity[]): Entity[] {
  const fitting = detected.filter(
    (found) => !kept.some((entity) => WHOLE.has(entity.type) && overlap(entity, found)),
  );
  let formatting = [...kept];
  for (const found of fitting) {
    formatting = formatting.flatMap((entity) => {
      const cut = [found.offset, ends(found)].find((edge) => entity.offset < edge && edge < ends(entity));
      const nested =
        (entity.offset <= found.offset && ends(found) <= ends(entity)) ||
        (found.offset <= entity.offset && ends(entity) <= ends(found));
      if (cut === undefined || nested || !overlap(entity, found)) return [entity];
      return [
        { ...entity, length: cut - entity.offset },
        { ...entity, offset: cut, length: ends(entity) - cut },
      ];
    });
  }
  return [...formatting, ...fitting];
}
