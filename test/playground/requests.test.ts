import { expect, test } from 'vitest';
import { answerRequest } from '../../src/playground/requests.ts';
import { CHANNEL_ID, READER_ID } from '../../src/playground/start-state.ts';
import { jsonOf, runPlayground } from '../support/playground.ts';

test("a press on the page gives what the bot's keyboard asks for", async () => {
  await using playground = await runPlayground();
  const press = async (text: string) =>
    jsonOf(
      fetch(`${playground.url}/playground/send`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat_id: READER_ID, text }),
      }),
    );
  const channel = { request_id: 7, chat_is_channel: true };
  await playground.call('sendMessage', {
    chat_id: READER_ID,
    text: 'أين أنت، وأيّ قناة لك؟',
    reply_markup: {
      keyboard: [
        [{ text: 'مكاني', request_location: true }],
        [{ text: 'قناتي', request_chat: channel }],
        [{ text: 'شيء آخر' }],
      ],
    },
  });
  expect((await press('مكاني')).message.text).toContain('30.0444');
  expect((await press('قناتي')).message.text).toContain('موجز الصباح');
  await press('شيء آخر');
  const { result } = await playground.call('getUpdates');
  expect(result.map(({ message }: { message: unknown }) => message)).toMatchObject([
    { location: { latitude: 30.0444, longitude: 31.2357 } },
    { chat_shared: { request_id: 7, chat_id: CHANNEL_ID } },
    { text: 'شيء آخر' },
  ]);
});

test('a keyboard that was replaced or taken away asks for nothing any more', async () => {
  await using playground = await runPlayground();
  const { world } = playground;
  const show = (reply_markup: object) =>
    playground.call('sendMessage', { chat_id: READER_ID, text: 'سؤال', reply_markup });
  const asking = { keyboard: [[{ text: 'مكاني', request_location: true }]] };
  const given = () => answerRequest(world, READER_ID, 'مكاني');
  await show(asking);
  await playground.call('sendMessage', { chat_id: READER_ID, text: 'وخبر بعده' });
  expect(given()).toMatchObject({ location: {} });
  await show({ keyboard: [[{ text: 'آخر الأخبار' }, 'المواضيع']] });
  expect(given()).toBeUndefined();
  await show(asking);
  expect(given()).toMatchObject({ location: {} });
  await show({ remove_keyboard: true });
  expect(given()).toBeUndefined();

  const request_chat = { request_id: 7, chat_is_channel: true, request_title: true };
  const shared = () =>
    world.sharedChat({ fromId: READER_ID, requestId: 7, sharedChatId: CHANNEL_ID }).chat_shared;
  await show({ keyboard: [[{ text: 'قناتي', request_chat }]] });
  expect(shared()).toHaveProperty('title');
  await show({ remove_keyboard: true });
  expect(shared()).not.toHaveProperty('title');
});
