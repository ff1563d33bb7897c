/** Rich messages: what is too much of them, and what is no block. */
import { expect, test } from 'vitest';
import { reader, sharedPlayground } from '../support/bot-api-desk.ts';

const { call } = sharedPlayground();

const send = (rich_message: object) => call('sendRichMessage', { ...reader, rich_message });
const blocks = (...given: unknown[]) => send({ blocks: given });
const paragraph = { type: 'paragraph', text: 'خبر' };
const paragraphs = (count: number) => Array.from({ length: count }, () => paragraph);
/** A paragraph in so many blockquotes, itself the last of the levels. */
const levels = (depth: number): object =>
  depth === 1 ? paragraph : { type: 'blockquote', blocks: [levels(depth - 1)] };
const bold = (depth: number): unknown => (depth === 0 ? 'خبر' : { type: 'bold', text: bold(depth - 1) });
const items = (count: number) => ({
  type: 'list',
  items: Array.from({ length: count }, () => ({ blocks: [paragraph] })),
});
const rows = (count: number) => ({
  type: 'table',
  cells: Array.from({ length: count }, () => [{ text: 'خانة', align: 'right', valign: 'top' }]),
});

test.each<[string, unknown[], string]>([
  ['501 blocks', paragraphs(501), 'RICH_MESSAGE_BLOCKS_TOO_MANY'],
  [
    'blocks in blocks',
    [{ type: 'details', summary: 'س', blocks: paragraphs(500) }],
    'RICH_MESSAGE_BLOCKS_TOO_MANY',
  ],
  ['items of a list', [items(250)], 'RICH_MESSAGE_BLOCKS_TOO_MANY'],
  ['rows of a table', [rows(500)], 'RICH_MESSAGE_BLOCKS_TOO_MANY'],
  ['17 levels', [levels(17)], 'RICH_MESSAGE_DEPTH_INVALID'],
  ['16 styles in a paragraph', [{ type: 'paragraph', text: bold(16) }], 'RICH_MESSAGE_DEPTH_INVALID'],
  ['a cell’s styles', [{ type: 'table', cells: [[{ text: bold(16) }]] }], 'RICH_MESSAGE_DEPTH_INVALID'],
  [
    'no known type',
    [{ type: 'nonsense', text: 'x' }],
    'can\'t parse InputRichBlock: type "nonsense" is unsupported',
  ],
  [
    'none inside',
    [{ type: 'details', summary: 'س', blocks: [{ type: 'x' }] }],
    'can\'t parse InputRichBlock: type "x" is unsupported',
  ],
  ['no type', [{ text: 'x' }], 'can\'t parse InputRichBlock: Can\'t find field "type"'],
  ['no object', ['x'], 'object expected as InputRichMessageBlock'],
  [
    'a time beyond all days',
    [{ type: 'paragraph', text: ['في ', { type: 'date_time', text: 'غد', unix_time: 1e15 }] }],
    'can\'t parse RichText: Can\'t parse as an integer string "1000000000000000"',
  ],
  ['nothing to read', [{ type: 'divider' }], 'RICH_MESSAGE_EMPTY'],
  ['too much to read', [{ type: 'paragraph', text: 'خ'.repeat(32_769) }], 'RICH_MESSAGE_TEXT_TOO_LONG'],
])('%s: refused', async (_, given, reason) => {
  expect(await blocks(...given)).toEqual({
    ok: false,
    error_code: 400,
    description: `Bad Request: ${reason}`,
  });
});

test('as much as there may be is taken, and markup is counted too', async () => {
  for (const given of [
    paragraphs(500),
    [items(249)],
    [rows(499)],
    [levels(16)],
    [{ type: 'paragraph', text: bold(15) }],
  ])
    expect(await blocks(...given)).toMatchObject({ ok: true });
  expect(await send({ html: '<p>خبر</p>'.repeat(500) })).toMatchObject({ ok: true });
  expect(await send({ html: '<p>خبر</p>'.repeat(501) })).toMatchObject({
    description: 'Bad Request: RICH_MESSAGE_BLOCKS_TOO_MANY',
  });
});
