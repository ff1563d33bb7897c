import type { Form } from './delivery.ts';
import type { Content } from './message.ts';
import { isRich } from './message.ts';
import type { RichText } from './rich-text.ts';
import { innerOf, isSequence, plainText } from './rich-text.ts';

/** Bot API: 4,096 UTF-16 units and 100 entities in a message; what is over the second is shown without formatting. */
const MOST_UNITS = 4096;
const MOST_ENTITIES = 100;
/** For a server that counts otherwise than we do. */
const FEWER_UNITS = 2048;
/** A cut is looked for in the last part of the room, from this share on: first between paragraphs, lines, words. */
const EARLIEST = 0.5;
/** A grapheme is looked for within so many units. */
const NEAR = 256;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The messages that a text takes, in order: nearly always one. Buttons stand under the last, stories belong to each. */
export function piecesOf(content: Content, form: Form): readonly Content[] {
  if (content.drawing) return [content];
  if (isRich(content)) {
    return form === 'full' ? [content] : content.plainer.flatMap((plain) => piecesOf(plain, form));
  }
  const text = form === 'plain' ? plainText(content.text) : content.text;
  const units = form === 'short' ? FEWER_UNITS : MOST_UNITS;
  const plain = plainText(text);
  if (plain.length <= units && entitiesIn(text) <= MOST_ENTITIES) return [{ ...content, text }];
  const { buttons, ...bare } = content;
  const cuts = cutsOf(text, plain, units);
  return cuts.map(([from, to], at) => ({
    ...bare,
    text: slice(text, from, to),
    ...(buttons && at === cuts.length - 1 ? { buttons } : {}),
  }));
}

/** Where each piece begins and ends; white space at the edges is left out, as Telegram does. */
function cutsOf(text: RichText, plain: string, units: number): [number, number][] {
  const starts = entityStarts(text);
  const cuts: [number, number][] = [];
  let from = skipSpace(plain, 0);
  while (from < plain.length) {
    const most = Math.min(from + units, roomOf(starts, from));
    const to = most >= plain.length ? plain.length : cutBefore(plain, from, most);
    const end = to - (plain.slice(from, to).length - plain.slice(from, to).trimEnd().length);
    if (end > from) cuts.push([from, end]);
    from = skipSpace(plain, to);
  }
  return cuts;
}

/** How far a piece may reach before it holds too many entities; those that are open at its start count too. */
function roomOf(starts: readonly [number, number][], from: number): number {
  let count = 0;
  for (const [start, end] of starts) {
    if (end <= from) continue;
    if (++count > MOST_ENTITIES && start > from) return start;
  }
  return Number.POSITIVE_INFINITY;
}

function cutBefore(plain: string, from: number, most: number): number {
  const earliest = from + Math.floor((most - from) * EARLIEST);
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = plain.lastIndexOf(mark, most);
    if (at >= earliest) return at;
  }
  const begin = Math.max(from, most - NEAR);
  const grapheme = graphemes.segment(plain.slice(begin, most + NEAR)).containing(most - begin);
  const at = begin + (grapheme?.index ?? most - begin);
  if (at > from && grapheme && grapheme.index > 0) return at;
  // Marks piled up without end: only a character is kept whole.
  return /[\uD800-\uDBFF]/.test(plain[most - 1] ?? '') ? most - 1 : most;
}

function skipSpace(plain: string, from: number): number {
  let at = from;
  while (at < plain.length && /\s/.test(plain[at] ?? '')) at++;
  return at;
}

function entitiesIn(text: RichText): number {
  return entityStarts(text).length;
}

/** Where formatting begins and ends, in order of its beginning. */
function entityStarts(text: RichText): [number, number][] {
  const found: [number, number][] = [];
  const visit = (part: RichText, from: number): number => {
    if (typeof part === 'string') return from + part.length;
    if (isSequence(part)) return part.reduce<number>((at, each) => visit(each, at), from);
    const entity: [number, number] = [from, from];
    found.push(entity);
    entity[1] = visit(innerOf(part), from);
    return entity[1];
  };
  visit(text, 0);
  return found.filter(([start, end]) => end > start);
}

/** The part of a text between two places, with the formatting that reaches into it. */
function slice(text: RichText, from: number, to: number): RichText {
  if (typeof text === 'string') return text.slice(Math.max(0, from), Math.max(0, to));
  if (isSequence(text)) {
    let at = 0;
    return text.flatMap((part): RichText[] => {
      const begin = at;
      at += plainText(part).length;
      return at <= from || begin >= to ? [] : [slice(part, from - begin, to - begin)];
    });
  }
  const inner = slice(innerOf(text), from, to);
  if (plainText(inner) === '') return '';
  if ('bold' in text) return { bold: inner };
  if ('italic' in text) return { italic: inner };
  if ('quote' in text) return { quote: inner };
  // A moment that is cut in two is words: each half would be shown as the whole.
  if ('time' in text) return inner === text.time ? text : inner;
  return { link: inner, url: text.url };
}
