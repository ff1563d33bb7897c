/** Editing and deleting in the playground. */
import { expect, test } from 'vitest';
import { READER_ID } from '../../src/playground/start-state.ts';
import { buttons, reader, sharedPlayground } from '../support/bot-api-desk.ts';
import { START } from '../support/playground.ts';

const shared = sharedPlayground();
const { call } = shared;

const send = async (more: Record<string, unknown> = {}) =>
  (await call('sendMessage', { ...reader, text: 'قديم', ...more })).result.message_id as number;

test('an edit changes text and keyboard, and sets its date', async () => {
  const message_id = await send(buttons({ text: 'x', callback_data: 'x' }));
  shared.playground.clock.now = START + 60_000;
  const { result } = await call('editMessageText', { ...reader, message_id, text: 'جديد' });
  expect(result).toMatchObject({
    message_id,
    text: 'جديد',
    date: START / 1000,
    edit_date: START / 1000 + 60,
  });
  expect(result.reply_markup).toBeUndefined();
});

test('the same again is refused in Telegram’s words', async () => {
  const keyboard = buttons({ text: 'x', callback_data: 'x' });
  const message_id = await send(keyboard);
  expect(await call('editMessageText', { ...reader, message_id, text: ' قديم', ...keyboard })).toEqual({
    ok: false,
    error_code: 400,
    description:
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  });
  expect(await call('editMessageReplyMarkup', { ...reader, message_id })).toMatchObject({ ok: true });
  expect(await call('editMessageReplyMarkup', { ...reader, message_id })).toMatchObject({ ok: false });
});

test('a reader’s message can be deleted but not edited', async () => {
  const { message_id } = shared.playground.world.say({ chatId: READER_ID, fromId: READER_ID, text: 'x' });
  expect(await call('editMessageText', { ...reader, message_id, text: 'y' })).toMatchObject({
    description: "Bad Request: message can't be edited",
  });
  expect(await call('deleteMessage', { ...reader, message_id })).toEqual({ ok: true, result: true });
  expect(shared.playground.world.messages.get(READER_ID, message_id)).toBeUndefined();
});

test('after 48 hours nothing is deleted any more', async () => {
  const message_id = await send();
  shared.playground.clock.now = START + 48 * 3_600_000;
  expect(await call('deleteMessages', { ...reader, message_ids: [message_id] })).toMatchObject({
    ok: true,
  });
  const another = await send();
  shared.playground.clock.now += 48 * 3_600_000 + 1000;
  expect(await call('deleteMessage', { ...reader, message_id: another })).toMatchObject({
    description: "Bad Request: message can't be deleted for everyone",
  });
});

test('a caption is edited as a caption, a text as a text', async () => {
  const message_id = await send();
  expect(await call('editMessageCaption', { ...reader, message_id, caption: 'x' })).toMatchObject({
    description: 'Bad Request: there is no caption in the message to edit',
  });
  const photo = await call('sendPhoto', { ...reader, photo: 'https://example.com/a.jpg', caption: 'أول' });
  const target = { ...reader, message_id: photo.result.message_id };
  expect(await call('editMessageText', { ...target, text: 'x' })).toMatchObject({
    description: 'Bad Request: there is no text in the message to edit',
  });
  expect((await call('editMessageCaption', { ...target, caption: 'ثان' })).result.caption).toBe('ثان');
});
