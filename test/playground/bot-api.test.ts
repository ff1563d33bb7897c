import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { METHODS } from '../../src/playground/methods/table.ts';
import { CHANNEL_ID, FORUM_ID, READER_ID } from '../../src/playground/start-state.ts';
import type { RunningPlayground } from '../support/playground.ts';
import { jsonOf, runPlayground, START, TOKEN } from '../support/playground.ts';
import { violations } from '../support/specification.ts';

let playground: RunningPlayground;
const call: RunningPlayground['call'] = (...given) => playground.call(...given);
const reader = { chat_id: READER_ID };
const buttons = (...row: object[]) => ({ reply_markup: { inline_keyboard: [row] } });

beforeAll(async () => {
  playground = await runPlayground();
});
afterAll(() => playground.close());
beforeEach(() => {
  playground.world.updates.drop();
  playground.clock.now = START;
});

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
  const [, sports] = playground.world.chat(FORUM_ID).topics;
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

const utf16 = (length: number) => 'ا'.repeat(length);
const many = (count: number) => Array.from({ length: count }, () => ({ text: 'x', callback_data: 'x' }));

describe('refusals', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['sendMessage', { text: 'x' }, 'Bad Request: chat_id is empty'],
    ['sendMessage', { chat_id: 5, text: 'x' }, 'Bad Request: chat not found'],
    ['sendMessage', { chat_id: '@nobody_here', text: 'x' }, 'Bad Request: chat not found'],
    ['sendMessage', reader, 'Bad Request: message text is empty'],
    ['sendMessage', { ...reader, text: ' \n ' }, 'Bad Request: text must be non-empty'],
    ['sendMessage', { ...reader, text: utf16(4097) }, 'Bad Request: message is too long'],
    [
      'sendMessage',
      { ...reader, text: '<b>x', parse_mode: 'HTML' },
      `Bad Request: can't parse entities: Can't find end tag corresponding to start tag "b"`,
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', entities: [{ type: 'bold', offset: 0, length: 2 }] },
      'Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2',
    ],
    [
      'sendMessage',
      { ...reader, text: 7 },
      "Bad Request: can't parse text: Invalid input: expected string, received number",
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', reply_to_message_id: 9999 },
      'Bad Request: message to be replied not found',
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', reply_parameters: { message_id: 9999 } },
      'Bad Request: message to be replied not found',
    ],
    ['sendMessage', { ...reader, text: 'x', message_thread_id: 77 }, 'Bad Request: message thread not found'],
    [
      'sendMessage',
      { chat_id: FORUM_ID, text: 'x', message_thread_id: 1 },
      'Bad Request: message thread not found',
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', ...buttons({ text: 'x', callback_data: utf16(33) }) },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', ...buttons({ text: 'x', callback_data: '' }) },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', ...buttons({ text: 'x', url: 'http://localhost:1/a' }) },
      "Bad Request: inline keyboard button URL 'http://localhost:1/a' is invalid: Wrong HTTP URL",
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', ...buttons({ text: 'x', url: 'ftp://a.example' }) },
      "Bad Request: inline keyboard button URL 'ftp://a.example' is invalid: Unsupported URL protocol",
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', ...buttons({ text: 'x', copy_text: { text: utf16(257) } }) },
      'Bad Request: BUTTON_COPY_TEXT_INVALID',
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', ...buttons({ text: 'x' }) },
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', ...buttons(...many(9)) },
      'Bad Request: reply markup is too long',
    ],
    [
      'sendMessage',
      { ...reader, text: 'x', reply_markup: { inline_keyboard: many(101).map((one) => [one]) } },
      'Bad Request: reply markup is too long',
    ],
    [
      'sendMessage',
      { chat_id: FORUM_ID, text: 'x', reply_markup: { keyboard: [[{ text: 'x', request_location: true }]] } },
      'Bad Request: location can be requested in private chats only',
    ],
    [
      'sendPhoto',
      { ...reader, photo: 'https://example.com/a.jpg', caption: utf16(1025) },
      'Bad Request: message caption is too long',
    ],
    ['sendPhoto', reader, 'Bad Request: there is no photo in the request'],
    ['sendPhoto', { ...reader, photo: 'what' }, 'Bad Request: wrong file identifier/HTTP URL specified'],
    ['sendChatAction', { ...reader, action: 'dancing' }, 'Bad Request: wrong parameter action in request'],
    [
      'sendMessageDraft',
      { chat_id: CHANNEL_ID, draft_id: 1, text: 'x' },
      'Bad Request: drafts can be sent only to private chats',
    ],
    [
      'sendRichMessage',
      { ...reader, rich_message: { html: 'a', markdown: 'b' } },
      'Bad Request: exactly one of blocks, html and markdown must be specified',
    ],
    ['editMessageText', { ...reader, message_id: 9999, text: 'x' }, 'Bad Request: message to edit not found'],
    ['editMessageText', { ...reader, text: 'x' }, 'Bad Request: message identifier is not specified'],
    ['deleteMessage', { ...reader, message_id: 9999 }, 'Bad Request: message to delete not found'],
    [
      'forwardMessage',
      { ...reader, from_chat_id: CHANNEL_ID, message_id: 9999 },
      'Bad Request: message to forward not found',
    ],
    [
      'copyMessage',
      { ...reader, from_chat_id: CHANNEL_ID, message_id: 9999 },
      'Bad Request: message to copy not found',
    ],
    [
      'answerCallbackQuery',
      { callback_query_id: 'none' },
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    ['answerCallbackQuery', { callback_query_id: 'none', text: utf16(201) }, 'Bad Request: MESSAGE_TOO_LONG'],
    [
      'answerInlineQuery',
      { inline_query_id: 'none', results: [] },
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    [
      'setMyCommands',
      { commands: Array.from({ length: 101 }, () => ({ command: 'a', description: 'b' })) },
      'Bad Request: BOT_COMMANDS_TOO_MUCH',
    ],
    [
      'setMyCommands',
      { commands: [{ command: 'خبر', description: 'b' }] },
      'Bad Request: BOT_COMMAND_INVALID',
    ],
    [
      'setMyCommands',
      { commands: [{ command: 'a'.repeat(33), description: 'b' }] },
      'Bad Request: BOT_COMMAND_INVALID',
    ],
    [
      'setMyCommands',
      { commands: [{ command: 'a', description: utf16(257) }] },
      'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID',
    ],
    ['setMyName', { name: utf16(65) }, 'Bad Request: the bot name is too long'],
    ['setMyDescription', { description: utf16(513) }, 'Bad Request: the bot description is too long'],
    [
      'setMyShortDescription',
      { short_description: utf16(121) },
      'Bad Request: the bot short description is too long',
    ],
    ['setMyName', { name: 'x', language_code: 'arabic' }, 'Bad Request: invalid language code specified'],
    [
      'setWebhook',
      { url: 'http://example.com/' },
      'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    ],
    ['getFile', { file_id: 'x' }, 'Bad Request: invalid file_id'],
    ['getChatMember', { chat_id: FORUM_ID, user_id: 5 }, 'Bad Request: user not found'],
  ])('%s %j', async (method, parameters, description) => {
    expect(await call(method, parameters)).toEqual({ ok: false, error_code: 400, description });
  });

  test('a wrong token is 401, an unknown method 404, and a broken body 400', async () => {
    expect(await call('getMe', {}, '1:wrong')).toEqual({
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    });
    expect(await call('getMoon')).toEqual({ ok: false, error_code: 404, description: 'Not Found' });
    const broken = await fetch(`${playground.apiRoot}/bot${TOKEN}/getMe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ description: "Bad Request: can't parse JSON object" });
  });

  test('limits are met exactly', async () => {
    const accepted: [string, Record<string, unknown>][] = [
      ['sendMessage', { ...reader, text: ` ${utf16(4096)}\n` }],
      ['sendMessage', { ...reader, text: 'x', ...buttons({ text: 'x', callback_data: utf16(32) }) }],
      ['sendMessage', { ...reader, text: 'x', ...buttons({ text: 'x', copy_text: { text: utf16(256) } }) }],
      [
        'sendMessage',
        {
          ...reader,
          text: 'x',
          reply_markup: { inline_keyboard: Array.from({ length: 10 }, () => many(8)) },
        },
      ],
      ['sendPhoto', { ...reader, photo: 'https://example.com/a.jpg', caption: utf16(1024) }],
      ['setMyName', { name: utf16(64), language_code: 'fr' }],
    ];
    for (const [method, parameters] of accepted)
      expect(await call(method, parameters)).toMatchObject({ ok: true });
  });
});

describe('who may be written to', () => {
  test.each([
    ['left', 'Forbidden: bot is not a member of the channel chat'],
    ['kicked', 'Forbidden: bot was kicked from the channel chat'],
  ] as const)('a channel the bot has %s', async (status, description) => {
    const { world } = playground;
    world.addChat({ id: -1009, type: 'channel', title: 'قناة', bot: status });
    expect(await call('sendMessage', { chat_id: -1009, text: 'x' })).toEqual({
      ok: false,
      error_code: 403,
      description,
    });
  });

  test('a channel where the bot may not post, and one where it knows no members', async () => {
    playground.world.addChat({ id: -1008, type: 'channel', title: 'قناة', bot: 'member' });
    expect(await call('sendMessage', { chat_id: -1008, text: 'x' })).toMatchObject({
      description: 'Bad Request: need administrator rights in the channel chat',
    });
    expect(await call('getChatMember', { chat_id: -1008, user_id: READER_ID })).toMatchObject({
      description: 'Bad Request: member list is inaccessible',
    });
  });

  test('a person who blocked the bot, never wrote to it, or is gone', async () => {
    const { world } = playground;
    for (const id of [2001, 2002]) world.addUser({ id, first_name: 'سلمى' });
    expect(await call('sendMessage', { chat_id: 2001, text: 'x' })).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    for (const id of [2001, 2002]) world.say({ chatId: id, fromId: id, text: '/start' });
    expect(await call('sendMessage', { chat_id: 2001, text: 'x' })).toMatchObject({ ok: true });
    world.block(2001);
    world.deactivate(2002);
    expect(await call('sendMessage', { chat_id: 2001, text: 'x' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    expect(await call('sendMessage', { chat_id: 2002, text: 'x' })).toMatchObject({
      error_code: 403,
      description: 'Forbidden: user is deactivated',
    });
  });

  test('a group that became a supergroup tells its new id', async () => {
    const { world } = playground;
    world.addChat({ id: -501, type: 'group', title: 'مجموعة' });
    const migrate_to_chat_id = world.upgrade(-501);
    expect(await call('sendMessage', { chat_id: -501, text: 'x' })).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id },
    });
    expect(await call('sendMessage', { chat_id: migrate_to_chat_id, text: 'x' })).toMatchObject({ ok: true });
  });

  test('closed and deleted topics', async () => {
    const { world } = playground;
    const message_thread_id = world.addTopic(FORUM_ID, 'ثقافة');
    const place = { chat_id: FORUM_ID, message_thread_id, text: 'x' };
    world.closeTopic(FORUM_ID, message_thread_id);
    expect(await call('sendMessage', place)).toMatchObject({ description: 'Bad Request: TOPIC_CLOSED' });
    world.closeTopic(FORUM_ID, message_thread_id, false);
    expect(await call('sendMessage', place)).toMatchObject({ ok: true });
    world.deleteTopic(FORUM_ID, message_thread_id);
    expect(await call('sendMessage', place)).toMatchObject({
      description: 'Bad Request: message thread not found',
    });
  });
});

describe('editing and deleting', () => {
  const send = async (more: Record<string, unknown> = {}) =>
    (await call('sendMessage', { ...reader, text: 'قديم', ...more })).result.message_id as number;

  test('an edit changes text and keyboard, and sets its date', async () => {
    const message_id = await send(buttons({ text: 'x', callback_data: 'x' }));
    playground.clock.now = START + 60_000;
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
    const { message_id } = playground.world.say({ chatId: READER_ID, fromId: READER_ID, text: 'x' });
    expect(await call('editMessageText', { ...reader, message_id, text: 'y' })).toMatchObject({
      description: "Bad Request: message can't be edited",
    });
    expect(await call('deleteMessage', { ...reader, message_id })).toEqual({ ok: true, result: true });
    expect(playground.world.messages.get(READER_ID, message_id)).toBeUndefined();
  });

  test('after 48 hours nothing is deleted any more', async () => {
    const message_id = await send();
    playground.clock.now = START + 48 * 3_600_000;
    expect(await call('deleteMessages', { ...reader, message_ids: [message_id] })).toMatchObject({
      ok: true,
    });
    const another = await send();
    playground.clock.now += 48 * 3_600_000 + 1000;
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
});

describe('other methods', () => {
  test('a photo is sent by link, by id and as an upload, which can be fetched again', async () => {
    const first = await call('sendPhoto', { ...reader, photo: 'https://example.com/a.jpg', caption: 'صورة' });
    const file_id = first.result.photo[0].file_id;
    expect((await call('sendPhoto', { ...reader, photo: file_id })).result.photo).toEqual(first.result.photo);
    const form = new FormData();
    form.set('chat_id', String(READER_ID));
    form.set('photo', 'attach://part');
    form.set('reply_markup', JSON.stringify({ inline_keyboard: [[{ text: 'x', callback_data: 'x' }]] }));
    form.set('part', new File(['bytes'], 'a.png', { type: 'image/png' }));
    const sent = await fetch(`${playground.apiRoot}/bot${TOKEN}/sendPhoto`, { method: 'POST', body: form });
    const { result } = await jsonOf(sent);
    expect(result.reply_markup.inline_keyboard).toHaveLength(1);
    const { result: file } = await call('getFile', { file_id: result.photo[0].file_id });
    expect(file.file_size).toBe(5);
    const download = await fetch(`${playground.apiRoot}/file/bot${TOKEN}/${file.file_path}`);
    expect([download.headers.get('content-type'), await download.text()]).toEqual(['image/png', 'bytes']);
  });

  test('a form and a query say the same as JSON', async () => {
    const body = new URLSearchParams({ chat_id: String(READER_ID), text: 'نموذج' });
    const url = `${playground.apiRoot}/bot${TOKEN}/SENDMESSAGE`;
    expect((await jsonOf(fetch(url, { method: 'POST', body }))).result.text).toBe('نموذج');
    expect((await jsonOf(fetch(`${url}?${body}`))).result.text).toBe('نموذج');
    expect(playground.world.journal.at(-1)).toEqual({
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
    const kept = playground.world.message(READER_ID, copy.result.message_id).message;
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
    expect((await call('getChat', { chat_id: CHANNEL_ID })).result.pinned_message.message_id).toBe(
      message_id,
    );
    expect(
      await call('setMessageReaction', {
        chat_id: CHANNEL_ID,
        message_id,
        reaction: [{ type: 'emoji', emoji: '👍' }],
      }),
    ).toMatchObject({ ok: true });
  });

  test('leaving a chat is told by an update', async () => {
    playground.world.addChat({ id: -1007, type: 'supergroup', title: 'مجموعة' });
    expect(await call('leaveChat', { chat_id: -1007 })).toMatchObject({ ok: true });
    expect(playground.world.updates.pending.at(-1)).toMatchObject({
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
      (await call('getMyDescription', language_code === undefined ? {} : { language_code })).result
        .description;
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
    const { world, clock } = playground;
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
    const id = playground.world.inlineQuery({ fromId: READER_ID, query: 'غزة' });
    const results = [{ type: 'article', id: '1', title: 'ع', input_message_content: { message_text: 'x' } }];
    expect(await call('answerInlineQuery', { inline_query_id: id, results })).toMatchObject({ ok: true });
    expect(playground.world.inlineQueries.answerTo(id)).toEqual({ results });
    const twice = { inline_query_id: id, results: [...results, ...results] };
    expect(await call('answerInlineQuery', twice)).toMatchObject({
      description: 'Bad Request: RESULT_ID_DUPLICATE',
    });
  });

  test('every method stands in Telegram’s specification', () => {
    const unknown = Object.keys(METHODS).filter((name) =>
      violations(name, {})[0]?.includes('no such method'),
    );
    expect(unknown).toEqual([]);
  });
});
