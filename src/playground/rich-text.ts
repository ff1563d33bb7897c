import { badRequest } from './errors.ts';
import { checkBlocks } from './rich-blocks.ts';
import type { RichMessage } from './shapes.ts';

// Rich messages are kept as given, and the page lays out their blocks; html and markdown become plain paragraphs.

/** Rich text holds at most this many characters (Bot API, "Rich Message Limits"). */
const MAX_RICH_TEXT = 32_768;

export type RichSource = { html?: unknown; markdown?: unknown; blocks?: unknown; is_rtl?: unknown };

/** Reads an InputRichMessage: the blocks kept in the message and the simple text shown; throws Telegram's 400. */
export function readRichMessage(source: RichSource): { rich: RichMessage; text: string } {
  const given = [source.html, source.markdown, source.blocks].filter((part) => part !== undefined);
  if (given.length !== 1) throw badRequest('exactly one of blocks, html and markdown must be specified');
  if (Array.isArray(source.blocks)) checkBlocks(source.blocks);
  const text = simpleText(source)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (text === '') throw badRequest('RICH_MESSAGE_EMPTY');
  if (text.length > MAX_RICH_TEXT) throw badRequest('RICH_MESSAGE_TEXT_TOO_LONG');
  if (Array.isArray(source.blocks)) return { rich: richOf(source.blocks, source), text };
  const paragraphs = text.split('\n\n').map((paragraph) => ({ type: 'paragraph', text: paragraph }));
  checkBlocks(paragraphs);
  return { rich: richOf(paragraphs, source), text };
}

function richOf(blocks: unknown[], source: RichSource): RichMessage {
  return source.is_rtl === true ? { blocks, is_rtl: true } : { blocks };
}

function simpleText({ html, markdown, blocks }: RichSource): string {
  if (typeof html === 'string') return textOfHtml(html);
  if (typeof markdown === 'string') return textOfMarkdown(markdown);
  return Array.isArray(blocks) ? blocks.map(textOfBlock).join('\n\n') : '';
}

const NAMED: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  amp: '&',
};

function textOfHtml(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:li|tr|summary|cite|figcaption)>/gi, '\n')
    .replace(/<li[^>]*>/gi, '• ')
    .replace(/<\/(?:td|th)>/gi, ' ')
    .replace(/<hr\s*\/?>|<\/(?:p|h[1-6]|ul|ol|table|details|blockquote|aside|pre|footer|figure)>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) > 0 && Number(code) < 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(/&([a-z]+);/g, (whole, name: string) => NAMED[name] ?? whole);
}

function textOfMarkdown(markdown: string): string {
  return markdown
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/^\s*[-*]\s+/gm, '• ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|\|\||`{1,3})/g, '');
}

function textOfBlock(block: unknown): string {
  if (typeof block !== 'object' || block === null) return '';
  const { text, summary, blocks, items, cells, credit, caption } = block as Record<string, unknown>;
  const parts = [textOfRich(summary), textOfRich(text)];
  if (Array.isArray(blocks)) parts.push(blocks.map(textOfBlock).join('\n'));
  if (Array.isArray(items)) parts.push(items.map((item) => `• ${textOfBlock(item)}`).join('\n'));
  if (Array.isArray(cells)) {
    parts.push(cells.map((row) => (Array.isArray(row) ? row.map(textOfBlock).join(' | ') : '')).join('\n'));
  }
  parts.push(textOfRich(credit), textOfRich(caption));
  return parts.filter((part) => part !== '').join('\n');
}

function textOfRich(text: unknown): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(textOfRich).join('');
  if (typeof text !== 'object' || text === null) return '';
  const { text: inner, button, expression } = text as Record<string, unknown>;
  if (typeof expression === 'string') return expression;
  return textOfRich(inner ?? button);
}
