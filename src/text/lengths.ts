const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';
/** No character that a reader sees as one is longer than this; more are marks piled up, which may be parted. */
const LONGEST_GRAPHEME = 256;
/** A word boundary is preferred to a cut word when it costs no more than this share of the room. */
const WORD_SHARE = 0.2;
const SPACE = /\s/;
/** What a shortened text does not end in: white space, commas, openings. */
const LOOSE_END = /[\s,،؛;:([{«“\-–—\u2066-\u2068\u202a\u202b\u202d\u202e]+$/;
const POP_ISOLATE = '\u2069';
const POP_EMBEDDING = '\u202c';

/**
 * A text of at most `units` UTF-16 units: itself, or its beginning and `…`, cut between graphemes and between words where one
 * ends in the last fifth. Isolates and embeddings that the cut leaves open are closed within the same room.
 */
export function cutAt(text: string, units: number): string {
  if (text.length <= units) return text;
  if (units < 1) return '';
  let room = units - ELLIPSIS.length;
  while (room > 0) {
    const body = beginning(text, room);
    const closing = closers(body);
    if (body.length + closing.length + ELLIPSIS.length <= units)
      return body === '' ? ELLIPSIS : body + closing + ELLIPSIS;
    room = Math.min(room - 1, units - ELLIPSIS.length - closing.length);
  }
  return ELLIPSIS;
}

/** Bytes of a text in UTF-8; an unpaired surrogate counts as U+FFFD, which is what it would be sent as. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code < 0x10000) bytes += 3;
    else {
      bytes += 4;
      at++;
    }
  }
  return bytes;
}

function beginning(text: string, room: number): string {
  const near = text.slice(0, room + LONGEST_GRAPHEME);
  const grapheme = graphemes.segment(near).containing(room);
  let end = grapheme ? grapheme.index : room;
  if (end === 0 && isMarkPile(near, room)) end = wholeCharacters(near, room);
  const word = wordEnd(near, end);
  return near.slice(0, word).replace(LOOSE_END, '');
}

/** Whether the first grapheme is one letter under more marks than the room holds, rather than an emoji of many parts. */
function isMarkPile(text: string, room: number): boolean {
  return room > 16 && /^\P{Extended_Pictographic}\p{M}/u.test(text);
}

function wholeCharacters(text: string, end: number): number {
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end;
}

/** The end of the last word that ends in the last fifth before `end`, or `end` itself. */
function wordEnd(text: string, end: number): number {
  const earliest = Math.ceil(end * (1 - WORD_SHARE));
  for (let at = end; at >= earliest; at--) if (SPACE.test(text[at] ?? '')) return at;
  return end;
}

function closers(text: string): string {
  const open: string[] = [];
  for (const [control] of text.matchAll(/[\u2066-\u2069\u202a-\u202e\n]/g)) {
    if (control === '\n') open.length = 0;
    else if (control === POP_ISOLATE || control === POP_EMBEDDING) {
      if (open.at(-1) === control) open.pop();
    } else open.push(control >= '\u2066' ? POP_ISOLATE : POP_EMBEDDING);
  }
  return open.reverse().join('');
}
