import { describe, expect, test } from 'vitest';
import { updateViolations, violations } from './specification.ts';

describe('calls that are right', () => {
  test.each<[string, Record<string, unknown>]>([
    ['getMe', {}],
    ['sendMessage', { chat_id: 1, text: 'سلام' }],
    ['sendMessage', { chat_id: '@mujaz_morning', text: 'x', reply_markup: { remove_keyboard: true } }],
    [
      'sendMessage',
      {
        chat_id: 1,
        text: 'x',
        entities: [{ type: 'text_link', offset: 0, length: 1, url: 'https://example.com/' }],
        link_preview_options: { is_disabled: true },
        reply_parameters: { message_id: 4, allow_sending_without_reply: true },
        reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b', style: 'primary' }]] },
      },
    ],
    [
      'sendMessage',
      {
        chat_id: 1,
        text: 'x',
        reply_markup: { keyboard: [['plain', { text: 'y', request_location: true }]] },
      },
    ],
    ['sendMessage', { chat_id: 1, text: 'x', ephemeral_message_parameters: { receiver_user_id: 4 } }],
    ['sendPhoto', { chat_id: 1, photo: 'https://example.com/a.jpg' }],
    ['sendPhoto', { chat_id: 1, photo: { file_name: 'a.jpg', size: 3 } }],
    [
      'sendRichMessage',
      {
        chat_id: 1,
        rich_message: {
          is_rtl: true,
          blocks: [{ type: 'heading', text: ['a', { type: 'bold', text: 'b' }], size: 2 }],
        },
      },
    ],
    [
      'setMyCommands',
      { commands: [{ command: 'latest', description: 'd' }], scope: { type: 'chat', chat_id: 1 } },
    ],
    ['sendLocation', { chat_id: 1, latitude: 30.04, longitude: 31 }],
    ['setChatMenuButton', { menu_button: { type: 'commands' } }],
    [
      'answerInlineQuery',
      {
        inline_query_id: '1',
        results: [{ type: 'article', id: '1', title: 't', input_message_content: { message_text: 'x' } }],
      },
    ],
    ['setMyName', { name: undefined }],
  ])('%s %j', (method, parameters) => {
    expect(violations(method, parameters)).toEqual([]);
  });
});

describe('calls that are wrong', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['sendMesage', {}, ['sendMesage: no such method in Bot API 10.3']],
    ['sendMessage', { chat_id: 1 }, ['text: missing']],
    ['sendMessage', { chat_id: 1, text: 5 }, ['text: expected String, got number']],
    ['sendMessage', { chat_id: 1.5, text: 'x' }, ['chat_id: expected Integer or String, got number']],
    ['sendMessage', { chat_id: 1, text: 'x', thread_id: 4 }, ['thread_id: unknown field']],
    ['sendMessage', { chat_id: 1, text: null }, ['text: expected String, got null']],
    [
      'sendMessage',
      { chat_id: 1, text: 'x', entities: {} },
      ['entities: expected Array of MessageEntity, got object'],
    ],
    [
      'sendMessage',
      {
        chat_id: 1,
        text: 'x',
        entities: [
          { type: 'bold', offset: 0, length: 1 },
          { type: 'bold', offset: '0' },
        ],
      },
      ['entities[1].offset: expected Integer, got string', 'entities[1].length: missing'],
    ],
    [
      'sendMessage',
      { chat_id: 1, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback: 'b' }]] } },
      [
        'reply_markup.inline_keyboard[0][0].callback: unknown field',
        'reply_markup.inline_keyboard[0][0]: a button does exactly one thing, not 0',
      ],
    ],
    [
      'sendMessage',
      {
        chat_id: 1,
        text: 'x',
        reply_markup: { inline_keyboard: [[{ text: 'a', url: 'u', callback_data: 'b' }]] },
      },
      ['reply_markup.inline_keyboard[0][0]: a button does exactly one thing, not 2'],
    ],
    ['setMyCommands', { commands: [], scope: { type: 'chat' } }, ['scope.chat_id: missing']],
    [
      'sendRichMessage',
      { chat_id: 1, rich_message: { blocks: [{ type: 'heading', text: 'a' }] } },
      ['rich_message.blocks[0].size: missing'],
    ],
    ['sendPhoto', { chat_id: 1, photo: 7 }, ['photo: expected InputFile or String, got number']],
    [
      'answerCallbackQuery',
      { callback_query_id: '1', show_alert: 'yes' },
      ['show_alert: expected Boolean, got string'],
    ],
  ])('%s %j', (method, parameters, expected) => {
    expect(violations(method, parameters)).toEqual(expected);
  });
});

test('an update is checked by the same specification', () => {
  const chat = { id: 1, type: 'private', first_name: 'ن' };
  const message = { message_id: 1, date: 1, chat, text: 'x' };
  expect(updateViolations({ update_id: 1, message })).toEqual([]);
  expect(updateViolations({ update_id: 1, message: { ...message, photo: {} } })).toEqual([
    'update.message.photo: expected Array of PhotoSize, got object',
  ]);
});
