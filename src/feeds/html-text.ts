import { singleSpaced } from '../text/spaces.ts';
import { isBoilerplate } from './boilerplate.ts';
import type { MarkupEvents, OpenTag } from './markup.ts';
import { decodeEntities, scanMarkup } from './markup.ts';

export interface HtmlText {
  /** Paragraphs, one a line. */
  text: string;
  /** Address of the first real image, as written. */
  image?: string;
}

/** Elements whose content no reader sees. */
const UNSEEN = new Set(
  'script style noscript template iframe object embed applet svg math head title select button form nav figcaption audio video canvas map'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that end a line before and after them. */
const BLOCKS = new Set(
  'address article aside blockquote br center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const TAG = /<(?:[a-z][a-z0-9]*(?:[\s/][^<>]*)?\/?>|\/[a-z][a-z0-9]*\s*>|!--|!\[CDATA\[)/i;
const TRACKER =
  /feedburner\.com\/~|feeds\.feedburner|doubleclick|\/pixel|pixel\.|tracking|\/count(?:er)?[./?]|stats?\.|spacer\.|blank\.gif|emoji|smil(?:ey|ies)|gravatar|share[-_/]|\/ads?\//i;

/**
 * Makes text of HTML: block elements become lines, entities characters; what no reader sees and a publisher's furniture
 * go. A text without tags keeps its own lines. Linear in its length, whatever its structure.
 */
export function htmlToText(html: string): HtmlText {
  const { lines, image } = TAG.test(html)
    ? readLines(html)
    : { lines: decodeEntities(html).split(/\r\n?|\n/) };
  const text = lines
    .map(singleSpaced)
    .filter((line) => line !== '' && !isBoilerplate(line))
    .join('\n');
  return image ? { text, image } : { text };
}

/** Tags that stand in headlines; anything else in angle brackets there is text, as in `List<Item>`. */
const HEADLINE_TAG =
  /<\/?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|script|small|span|strike|strong|style|sub|sup|tt|u)(?:\s[^<>]*)?\/?>/i;

/** One line of text without markup: what a headline is. */
export function htmlToLine(html: string): string {
  const lines = HEADLINE_TAG.test(html) ? readLines(html).lines : [decodeEntities(html)];
  return singleSpaced(lines.join(' '));
}

function readLines(html: string): { lines: string[]; image?: string } {
  const lines: string[] = [];
  let parts: string[] = [];
  let image: string | undefined;
  let hidden: { name: string; depth: number } | undefined;
  const endLine = (): void => {
    lines.push(parts.join(''));
    parts = [];
  };
  const events: MarkupEvents = {
    open({ name, attributes, selfClosing }) {
      if (hidden) {
        if (name === hidden.name && !selfClosing) hidden.depth++;
        return;
      }
      if (name === 'img') image ??= imageOf(attributes);
      if (!VOID.has(name) && !selfClosing && (UNSEEN.has(name) || isHidden(attributes)))
        hidden = { name, depth: 1 };
      if (BLOCKS.has(name)) endLine();
    },
    close(name) {
      if (hidden) {
        if (name === hidden.name && --hidden.depth === 0) hidden = undefined;
      } else if (BLOCKS.has(name)) endLine();
    },
    text(text) {
      if (!hidden) parts.push(text);
    },
  };
  scanMarkup(html, 'html', () => events);
  endLine();
  return image ? { lines, image } : { lines };
}

function isHidden(attributes: OpenTag['attributes']): boolean {
  if (attributes.size === 0) return false;
  const style = attributes.get('style');
  return (
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 500)))
  );
}

/** The address of an image worth showing: no tracker, no smiley, nothing of a pixel or two. */
function imageOf(attributes: OpenTag['attributes']): string | undefined {
  const tiny = ['width', 'height'].some((side) => /^\s*[0-2](?:px)?\s*$/.test(attributes.get(side) ?? ''));
  if (tiny || isHidden(attributes) || /emoji|smiley|avatar/i.test(attributes.get('class') ?? ''))
    return undefined;
  const addresses = [
    attributes.get('data-src'),
    attributes.get('data-original'),
    attributes.get('src'),
    attributes.get('srcset')?.split(/[\s,]/, 1)[0],
  ];
  const address = addresses.find((each) => each && !each.startsWith('data:'))?.trim();
  return address && address.length < 2000 && !TRACKER.test(address) ? address : undefined;
}
