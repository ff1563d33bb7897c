/** The Bot API of the playground: what is sent comes back as Telegram gives it. */
import { expect, test } from 'vitest';
import { METHODS } from '../../src/playground/methods/table.ts';
import { CHANNEL_ID, FORUM_ID, READER_ID } from '../../src/playground/start-state.ts';
import { buttons, reader, sharedPlayground } from '../support/bot-api-desk.ts';
import { jsonOf, START, TOKEN } from '../support/playground.ts';
import { violations } from '../support/specification.ts';

const shared = sharedPlayground();
const { call } = shared;

test('getMe introduces the bot of the token', async () => {
  expect(await call('getMe')).toEqual({
    ok: true,
    result: {
      id: 7000000001,
      is_bot: true,
      first_name: 'موجز',
      username: 'mujaz_playground_bot',
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: true,
      can_connect_to_business: false,
      has_main_web_app: false,
    },
  });
});

test('a message to the reader comes back as Telegram gives it', async () => {
  const { result } = await call('sendMessage', {
    ...reader,
    text: ' أهلا <b>بك</b> ',
    parse_mode: 'HTML',
    ...buttons({ text: 'ملخص', callback_data: 'summary 1' }, { text: 'رابط', url: 'https://example.com' }),
  });
  expect(result).toEqual({
    message_id: expect.any(Number),
    from: { id: 7000000001, is_bot: true, first_name: 'موجز', username: 'mujaz_playground_bot' },
    chat: { id: READER_ID, type: 'private', first_name: 'القارئ' },
    date: START / 1000,
    text: 'أهلا بك',
    entities: [{ type: 'bold', offset: 5, length: 2 }],
    reply_markup: {
      inline_keyboard: [
        [
          { text: 'ملخص', callback_data: 'summary 1' },
          { text: 'رابط', url: 'https://example.com/' },
        ],
      ],
    },
  });
});

test('a channel post has a channel for its sender, found by its @name too', async () => {
  const { result } = await call('sendMessage', { chat_id: '@Mujaz_Morning', text: 'نشرة' });
  const channel = { id: CHANNEL_ID, type: 'channel', title: 'موجز الصباح', username: 'mujaz_morning' };
  expect(result).toMatchObject({ chat: channel, sender_chat: channel, text: 'نشرة' });
  expect(result.from).toBeUndefined();
});

test('a topic message names its topic and answers the message that opened it', async () => {
  const [, sports] = shared.playground.world.chat(FORUM_ID).topics;
  const { result } = await call('sendMessage', {
    chat_id: FORUM_ID,
    message_thread_id: sports?.message_thread_id,
    text: 'هدف',
  });
  expect(result).toMatchObject({
    message_thread_id: sports?.message_thread_id,
    is_topic_message: true,
    reply_to_message: { forum_topic_created: { name: 'رياضة' } },
  });
});

test('a form and a query say the same as JSON', async () => {
  const body = new URLSearchParams({ chat_id: String(READER_ID), text: 'نموذج' });
  const url = `${shared.playground.apiRoot}/bot${TOKEN}/SENDMESSAGE`;
  expect((await jsonOf(fetch(url, { method: 'POST', body }))).result.text).toBe('نموذج');
  expect((await jsonOf(fetch(`${url}?${body}`))).result.text).toBe('نموذج');
  expect(shared.playground.world.journal.at(-1)).toEqual({
    method: 'sendMessage',
    parameters: { chat_id: READER_ID, text: 'نموذج' },
    at: START,
    answer: { ok: true },
  });
});

test('a rich message is kept as blocks and edited like a text', async () => {
  const rich_message = {
    is_rtl: true,
    html: '<h1>الصباح</h1><p>خبر &amp; خبر</p><ul><li>أ</li><li>ب</li></ul>',
  };
  const { result } = await call('sendRichMessage', { ...reader, rich_message });
  expect(result.rich_message).toEqual({
    is_rtl: true,
    blocks: ['الصباح', 'خبر & خبر', '• أ\n• ب'].map((text) => ({ type: 'paragraph', text })),
  });
  const edited = await call('editMessageText', { ...reader, message_id: result.message_id, text: 'نص' });
  expect(edited.result).toMatchObject({ text: 'نص' });
  expect(edited.result.rich_message).toBeUndefined();
});

test('forwarding keeps the origin, copying does not', async () => {
  const post = await call('sendMessage', { chat_id: CHANNEL_ID, text: 'نشرة' });
  const source = { ...reader, from_chat_id: CHANNEL_ID, message_id: post.result.message_id };
  expect((await call('forwardMessage', source)).result).toMatchObject({
    text: 'نشرة',
    forward_origin: { type: 'channel', chat: { id: CHANNEL_ID }, message_id: post.result.message_id },
  });
  const copy = await call('copyMessage', source);
  expect(copy.result).toEqual({ message_id: expect.any(Number) });
  const kept = shared.playground.world.message(READER_ID, copy.result.message_id).message;
  expect([kept.text, kept.forward_origin]).toEqual(['نشرة', undefined]);
});

test('chats and their members', async () => {
  expect((await call('getChat', { chat_id: '@mujaz_morning' })).result).toMatchObject({
    id: CHANNEL_ID,
    type: 'channel',
  });
  const member = await call('getChatMember', { chat_id: CHANNEL_ID, user_id: READER_ID });
  expect(member.result).toMatchObject({ status: 'creator', user: { id: READER_ID } });
  const { result } = await call('getChatAdministrators', { chat_id: CHANNEL_ID });
  expect(result.map((each: { status: string }) => each.status)).toEqual(['creator', 'administrator']);
  expect(result[1]).toMatchObject({
    can_post_messages: true,
    can_edit_messages: true,
    can_delete_messages: false,
  });
  expect((await call('getChatMemberCount', { chat_id: FORUM_ID })).result).toBe(2);
  const message_id = (await call('sendMessage', { chat_id: CHANNEL_ID, text: 'x' })).result.message_id;
  expect(await call('pinChatMessage', { chat_id: CHANNEL_ID, message_id })).toMatchObject({ ok: true });
  expect((await call('getChat', { chat_id: CHANNEL_ID })).result.pinned_message.message_id).toBe(message_id);
  expect(
    await call('setMessageReaction', {
      chat_id: CHANNEL_ID,
      message_id,
      reaction: [{ type: 'emoji', emoji: '👍' }],
    }),
  ).toMatchObject({ ok: true });
});

test('leaving a chat is told by an update', async () => {
  shared.playground.world.addChat({ id: -1007, type: 'supergroup', title: 'مجموعة' });
  expect(await call('leaveChat', { chat_id: -1007 })).toMatchObject({ ok: true });
  expect(shared.playground.world.updates.pending.at(-1)).toMatchObject({
    my_chat_member: {
      chat: { id: -1007 },
      old_chat_member: { status: 'member' },
      new_chat_member: { status: 'left' },
    },
  });
});

test('texts of the profile by language, with the general one behind them', async () => {
  await call('setMyDescription', { description: 'مكتب أخبار' });
  await call('setMyDescription', { description: 'A news desk', language_code: 'en' });
  await call('setMyShortDescription', { short_description: 'قصير' });
  const describe = async (language_code?: string) =>
    (await call('getMyDescription', language_code === undefined ? {} : { language_code })).result.description;
  expect([await describe(), await describe('en'), await describe('fr')]).toEqual([
    'مكتب أخبار',
    'A news desk',
    'مكتب أخبار',
  ]);
  expect((await call('getMyShortDescription')).result).toEqual({ short_description: 'قصير' });
  expect((await call('getMyName')).result).toEqual({ name: 'موجز' });
});

test('commands by scope and language', async () => {
  const commands = [{ command: 'latest', description: 'أحدث الأخبار' }];
  const scope = { type: 'all_group_chats' };
  await call('setMyCommands', { commands, scope, language_code: 'ar' });
  expect((await call('getMyCommands', { scope, language_code: 'ar' })).result).toEqual(commands);
  expect((await call('getMyCommands', { scope })).result).toEqual([]);
  await call('deleteMyCommands', { scope, language_code: 'ar' });
  expect((await call('getMyCommands', { scope, language_code: 'ar' })).result).toEqual([]);
});

test('the menu button, administrator rights and farewells', async () => {
  expect((await call('getChatMenuButton')).result).toEqual({ type: 'commands' });
  await call('setChatMenuButton', { chat_id: READER_ID, menu_button: { type: 'default' } });
  expect((await call('getChatMenuButton', { chat_id: READER_ID })).result).toEqual({ type: 'default' });
  const others = ['setMyDefaultAdministratorRights', 'logOut', 'close'];
  for (const method of others) expect(await call(method)).toEqual({ ok: true, result: true });
  expect(await call('sendChatAction', { ...reader, action: 'typing' })).toEqual({ ok: true, result: true });
  expect(await call('sendMessageDraft', { ...reader, draft_id: 1, text: 'يكتب' })).toEqual({
    ok: true,
    result: true,
  });
});

test('a press is answered once in time, and not after fifteen minutes', async () => {
  const { result } = await call('sendMessage', {
    ...reader,
    text: 'x',
    ...buttons({ text: 'x', callback_data: 'go' }),
  });
  const { world, clock } = shared.playground;
  const pressing = { chatId: READER_ID, messageId: result.message_id, fromId: READER_ID, data: 'go' };
  const [first, second] = [world.press(pressing), world.press(pressing)];
  clock.now += 15 * 60_000;
  const answer = { callback_query_id: first, text: 'تم', show_alert: true };
  expect(await call('answerCallbackQuery', answer)).toEqual({ ok: true, result: true });
  expect(world.callbackQueries.answerTo(first)).toEqual({ text: 'تم', show_alert: true });
  clock.now += 1;
  expect(await call('answerCallbackQuery', { callback_query_id: second })).toMatchObject({ ok: false });
});

test('an inline query is answered with results', async () => {
  const id = shared.playground.world.inlineQuery({ fromId: READER_ID, query: 'غزة' });
  const results = [{ type: 'article', id: '1', title: 'ع', input_message_content: { message_text: 'x' } }];
  expect(await call('answerInlineQuery', { inline_query_id: id, results })).toMatchObject({ ok: true });
  expect(shared.playground.world.inlineQueries.answerTo(id)).toEqual({ results });
  const twice = { inline_query_id: id, results: [...results, ...results] };
  expect(await call('answerInlineQuery', twice)).toMatchObject({
    description: 'Bad Request: RESULT_ID_DUPLICATE',
  });
});

test('every method stands in Telegram’s specification', () => {
  const unknown = Object.keys(METHODS).filter((name) => violations(name, {})[0]?.includes('no such method'));
  expect(unknown).toEqual([]);
});
