/** What the playground refuses, in the words of Telegram. */
import { expect, test } from 'vitest';
import { CHANNEL_ID, FORUM_ID } from '../../src/playground/start-state.ts';
import { buttons, reader, sharedPlayground, utf16 } from '../support/bot-api-desk.ts';
import { TOKEN } from '../support/playground.ts';

const shared = sharedPlayground();
const { call } = shared;

const many = (count: number) => Array.from({ length: count }, () => ({ text: 'x', callback_data: 'x' }));

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
  ['sendMessage', { ...reader, text: 'x', ...buttons(...many(9)) }, 'Bad Request: reply markup is too long'],
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
    'sendMessage',
    { chat_id: FORUM_ID, text: 'x', reply_markup: { keyboard: [[{ text: 'x', request_chat: {} }]] } },
    'Bad Request: chats can be requested in private chats only',
  ],
  ...[{ keyboard: [[{ text: 'x' }]] }, { remove_keyboard: true }, { force_reply: true }].map(
    (reply_markup): [string, Record<string, unknown>, string] => [
      'sendMessage',
      { chat_id: CHANNEL_ID, text: 'x', reply_markup },
      'Bad Request: inline keyboard expected',
    ],
  ),
  ...[
    ['switch_inline_query', 'switch_inline_query'],
    ['switch_inline_query_current_chat', 'switch_inline_query_current_chat'],
    ['switch_inline_query_chosen_chat', 'switch_inline_query'],
  ].map(([action = '', told]): [string, Record<string, unknown>, string] => [
    'sendMessage',
    { chat_id: CHANNEL_ID, text: 'x', ...buttons({ text: 'x', [action]: 'سد' }) },
    `Bad Request: can't use ${told} button in a channel chat, because users will not be able to use the button without knowing bot's username`,
  ]),
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
  ['setMyCommands', { commands: [{ command: 'خبر', description: 'b' }] }, 'Bad Request: BOT_COMMAND_INVALID'],
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
  const broken = await fetch(`${shared.playground.apiRoot}/bot${TOKEN}/getMe`, {
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
    ['sendMessage', { chat_id: FORUM_ID, text: 'x', ...buttons({ text: 'x', switch_inline_query: 'سد' }) }],
    ['sendMessage', { chat_id: FORUM_ID, text: 'x', reply_markup: { force_reply: true } }],
    ['sendPhoto', { ...reader, photo: 'https://example.com/a.jpg', caption: utf16(1024) }],
    ['setMyName', { name: utf16(64), language_code: 'fr' }],
  ];
  for (const [method, parameters] of accepted)
    expect(await call(method, parameters)).toMatchObject({ ok: true });
});
