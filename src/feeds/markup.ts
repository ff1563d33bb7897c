import type { QuoteType } from 'htmlparser2';
import { Tokenizer } from 'htmlparser2';

/** More attributes than any element of a feed or page has; the rest is passed over. */
const MOST_ATTRIBUTES = 50;

export interface OpenTag {
  /** In lower case, with its prefix. */
  name: string;
  /** Names in lower case, entities decoded. */
  attributes: ReadonlyMap<string, string>;
  /** Where the tag begins and ends in the text. */
  start: number;
  end: number;
  selfClosing: boolean;
}

export interface MarkupEvents {
  open?(tag: OpenTag): void;
  /** `start` is the place of the closing tag's `<`. */
  close?(name: string, start: number): void;
  text?(text: string): void;
}

/**
 * Walks through markup, broken or not, tag by tag in linear time. Nothing is built and nesting is not looked at, so that
 * no structure of a hostile text costs more than its length. `stop()` in an event ends the walk.
 */
export function scanMarkup(
  text: string,
  mode: 'xml' | 'html',
  events: (stop: () => void) => MarkupEvents,
): void {
  let tag = { name: '', start: 0 };
  let attributes = new Map<string, string>();
  /** The one being read; nothing once there have been enough. */
  let attribute: { name: string; value: string } | undefined;
  const ended = (end: number, selfClosing: boolean): void => {
    handlers.open?.({ ...tag, attributes, end: end + 1, selfClosing });
    attributes = new Map();
  };
  const tokenizer = new Tokenizer(
    { xmlMode: mode === 'xml', decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = { name: text.slice(start, end).toLowerCase(), start: start - 1 };
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute =
          attributes.size < MOST_ATTRIBUTES
            ? { name: text.slice(start, end).toLowerCase(), value: '' }
            : undefined;
      },
      onattribdata(start, end) {
        if (attribute) attribute.value += text.slice(start, end);
      },
      onattribentity(code) {
        if (attribute) attribute.value += String.fromCodePoint(code);
      },
      onattribend(_quote: QuoteType) {
        if (attribute && !attributes.has(attribute.name)) attributes.set(attribute.name, attribute.value);
      },
      onopentagend: (end) => ended(end, false),
      onselfclosingtag: (end) => ended(end, true),
      onclosetag(start, end) {
        handlers.close?.(text.slice(start, end).toLowerCase(), start - 2);
      },
      ontext(start, end) {
        handlers.text?.(text.slice(start, end));
      },
      ontextentity(code) {
        handlers.text?.(String.fromCodePoint(code));
      },
      oncdata(start, end, endOffset) {
        handlers.text?.(text.slice(start, end - endOffset).replace(/^\[?CDATA\[/i, ''));
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  let stopped = false;
  const handlers = events(() => {
    stopped = true;
    tokenizer.pause();
  });
  tokenizer.write(text);
  if (!stopped) tokenizer.end();
}

/** Stands for `<` while entities are decoded, so that nothing is taken for a tag. */
const NO_TAG = '\uE0FF';

/** Decodes character references, HTML's names included, and leaves tags as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const parts: string[] = [];
  scanMarkup(text.replaceAll('<', NO_TAG), 'html', () => ({ text: (part) => parts.push(part) }));
  return parts.join('').replaceAll(NO_TAG, '<');
}
