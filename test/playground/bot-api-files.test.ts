/** Photos and documents: by link, by id and as uploads, with what Telegram refuses of each. */
import { expect, test } from 'vitest';
import { READER_ID } from '../../src/playground/start-state.ts';
import { reader, sharedPlayground } from '../support/bot-api-desk.ts';
import { jsonOf, TOKEN } from '../support/playground.ts';
import { emptyPng } from '../support/png.ts';

const shared = sharedPlayground();
const { call } = shared;

/** Sends bytes as `sendPhoto` or `sendDocument` takes them. */
function upload(method: 'sendPhoto' | 'sendDocument', bytes: Uint8Array, more: Record<string, string> = {}) {
  const form = new FormData();
  form.set('chat_id', String(READER_ID));
  form.set(method === 'sendPhoto' ? 'photo' : 'document', 'attach://part');
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  form.set('part', new File([new Uint8Array(bytes)], 'a.png', { type: 'image/png' }));
  return jsonOf(fetch(`${shared.playground.apiRoot}/bot${TOKEN}/${method}`, { method: 'POST', body: form }));
}

test('a photo is sent by link, by id and as an upload, which can be fetched again', async () => {
  const first = await call('sendPhoto', { ...reader, photo: 'https://example.com/a.jpg', caption: 'صورة' });
  const file_id = first.result.photo[0].file_id;
  expect((await call('sendPhoto', { ...reader, photo: file_id })).result.photo).toEqual(first.result.photo);
  const png = emptyPng(640, 480);
  const { result } = await upload('sendPhoto', png, {
    reply_markup: JSON.stringify({ inline_keyboard: [[{ text: 'x', callback_data: 'x' }]] }),
  });
  expect(result.reply_markup.inline_keyboard).toHaveLength(1);
  const { result: file } = await call('getFile', { file_id: result.photo[0].file_id });
  expect(file.file_size).toBe(png.length);
  const download = await fetch(`${shared.playground.apiRoot}/file/bot${TOKEN}/${file.file_path}`);
  expect(download.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await download.arrayBuffer()).equals(png)).toBe(true);
});

const bytes = (hex: string) => Buffer.from(hex, 'hex');

test.each([
  ['nothing', bytes(''), 'file must be non-empty'],
  ['a text', Buffer.from('no picture at all'), 'IMAGE_PROCESS_FAILED'],
  ['a PNG cut off', emptyPng(640, 480).subarray(0, -6), 'IMAGE_PROCESS_FAILED'],
  ['a PNG without a size', emptyPng(640, 0), 'IMAGE_PROCESS_FAILED'],
  ['a PNG of too many pixels', emptyPng(5001, 5000), 'PHOTO_INVALID_DIMENSIONS'],
  ['a PNG like a ribbon', emptyPng(2101, 105), 'PHOTO_INVALID_DIMENSIONS'],
])('%s is no photo', async (_, data, reason) => {
  expect(await upload('sendPhoto', data)).toEqual({
    ok: false,
    error_code: 400,
    description: `Bad Request: ${reason}`,
  });
});

test.each([
  ['PNG', emptyPng(5000, 5000)],
  ['long PNG', emptyPng(2100, 105)],
  ['JPEG', bytes('ffd8ffe000104a464946')],
  ['GIF', bytes('474946383961')],
  ['WebP', bytes('52494646240000005745425056503820')],
])('a %s is one', async (_, data) => {
  expect(await upload('sendPhoto', data)).toMatchObject({ ok: true });
});

test('an empty document is refused, and each kind stays what it was sent as', async () => {
  expect(await upload('sendDocument', bytes(''))).toMatchObject({
    description: 'Bad Request: file must be non-empty',
  });
  const { result } = await upload('sendDocument', Buffer.from('<opml/>'));
  const document = result.document.file_id;
  expect(await call('sendDocument', { ...reader, document })).toMatchObject({ ok: true });
  expect(await call('sendPhoto', { ...reader, photo: document })).toMatchObject({
    error_code: 400,
    description: "Bad Request: can't use file of type Document as Photo",
  });
  const photo = (await upload('sendPhoto', emptyPng(9, 9))).result.photo[0].file_id;
  expect(await call('sendDocument', { ...reader, document: photo })).toMatchObject({
    error_code: 400,
    description: "Bad Request: can't use file of type Photo as Document",
  });
});

test('a link keeps its name, also one whose percent signs are none of an encoding', async () => {
  const named = async (document: string) =>
    (await call('sendDocument', { ...reader, document })).result?.document.file_name;
  expect(await named('https://example.com/%D8%AE%D8%A8%D8%B1.pdf')).toBe('خبر.pdf');
  expect(await named('https://example.com/a%zz.pdf')).toBe('a%zz.pdf');
});
