import { badRequest } from './errors.ts';
import { unixTime } from './unix-time.ts';

// Blocks of a rich message, counted and refused as Telegram does (Bot API, "Rich Message Limits"). What a server says was
// seen on live ones of 10.2: RICH_MESSAGE_BLOCKS_TOO_MANY, RICH_MESSAGE_DEPTH_INVALID and the parser's own words.

/** Blocks of every depth, with list items and table rows. */
const MOST_BLOCKS = 500;
/** Blocks in one another, and the formatting inside. */
const MOST_DEPTH = 16;

/** InputRichBlock but `thinking`, which stands in drafts alone. */
const TYPES = new Set([
  'paragraph',
  'heading',
  'pre',
  'footer',
  'divider',
  'mathematical_expression',
  'anchor',
  'list',
  'blockquote',
  'expandable_blockquote',
  'pullquote',
  'collage',
  'slideshow',
  'table',
  'details',
  'map',
  'animation',
  'audio',
  'document',
  'photo',
  'video',
  'voice_note',
  'buttons',
]);

/** Throws Telegram's 400 for blocks of no kind it knows, for too many, and for too many in one another. */
export function checkBlocks(blocks: readonly unknown[]): void {
  if (countOf(blocks, 1) > MOST_BLOCKS) throw badRequest('RICH_MESSAGE_BLOCKS_TOO_MANY');
}

function countOf(blocks: readonly unknown[], depth: number): number {
  return blocks.reduce<number>((count, block) => count + countIn(block, depth), 0);
}

function countIn(block: unknown, depth: number): number {
  if (typeof block !== 'object' || block === null)
    throw badRequest('object expected as InputRichMessageBlock');
  const { type, text, summary, credit, caption, blocks, items, cells } = block as Record<string, unknown>;
  if (typeof type !== 'string') throw badRequest('can\'t parse InputRichBlock: Can\'t find field "type"');
  if (!TYPES.has(type)) throw badRequest(`can't parse InputRichBlock: type "${type}" is unsupported`);
  checkDepth(depth);
  for (const each of [text, summary, credit, caption]) checkText(each, depth);
  const [inside, points, rows] = [blocks, items, cells].map((each) => (Array.isArray(each) ? each : []));
  for (const cell of rows?.flat() ?? []) checkText(cell?.text, depth);
  const inPoints = points?.flatMap((point) => (Array.isArray(point?.blocks) ? point.blocks : [])) ?? [];
  return (
    1 + (points?.length ?? 0) + (rows?.length ?? 0) + countOf([...(inside ?? []), ...inPoints], depth + 1)
  );
}

function checkText(text: unknown, depth: number): void {
  if (Array.isArray(text)) for (const each of text) checkText(each, depth);
  else if (typeof text === 'object' && text !== null) {
    checkDepth(depth + 1);
    const { type, text: inner, unix_time } = text as Record<string, unknown>;
    if (type === 'date_time') unixTime(unix_time, 'RichText');
    checkText(inner, depth + 1);
  }
}

function checkDepth(depth: number): void {
  if (depth > MOST_DEPTH) throw badRequest('RICH_MESSAGE_DEPTH_INVALID');
}
