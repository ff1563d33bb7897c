/** What the chat page asks for and does. */
import { describe, expect, test } from 'vitest';
import { CHANNEL_ID, FORUM_ID, READER_ID } from '../../src/playground/start-state.ts';
import { listen, post, state } from '../support/page-client.ts';
import { runPlayground } from '../support/playground.ts';

describe('state', () => {
  test('shows the bot, the reader and the three chats', async () => {
    await using playground = await runPlayground();
    await playground.call('setMyCommands', { commands: [{ command: 'help', description: 'Help' }] });
    await playground.call('setMyCommands', {
      commands: [{ command: 'help', description: 'مساعدة' }],
      language_code: 'ar',
    });
    await playground.call('setMyDescription', { description: 'مكتب أخبار' });
    expect(await state(playground)).toEqual({
      bot: {
        id: 7000000001,
        username: 'mujaz_playground_bot',
        first_name: 'موجز',
        description: 'مكتب أخبار',
        short_description: '',
      },
      me: { id: READER_ID, first_name: 'القارئ', language_code: 'ar' },
      chats: [
        { id: READER_ID, type: 'private', title: 'موجز' },
        { id: CHANNEL_ID, type: 'channel', title: 'موجز الصباح', username: 'mujaz_morning' },
        {
          id: FORUM_ID,
          type: 'supergroup',
          title: 'غرفة الأخبار',
          is_forum: true,
          topics: [
            { message_thread_id: 1, name: 'General' },
            { message_thread_id: 2, name: 'رياضة' },
            { message_thread_id: 3, name: 'اقتصاد' },
          ],
        },
      ],
      commands: {
        [READER_ID]: [{ command: 'help', description: 'مساعدة' }],
        [CHANNEL_ID]: [],
        [FORUM_ID]: [{ command: 'help', description: 'مساعدة' }],
      },
      messages: { [READER_ID]: [], [CHANNEL_ID]: [], [FORUM_ID]: [] },
    });
  });

  test('shows the last 200 messages, with keyboards and photos a browser can use', async () => {
    await using playground = await runPlayground();
    for (let number = 1; number <= 201; number += 1) {
      playground.world.say({ chatId: CHANNEL_ID, fromId: READER_ID, text: `خبر ${number}` });
    }
    const reply_markup = { keyboard: [[{ text: 'آخر الأخبار' }]], resize_keyboard: true };
    await playground.call('sendPhoto', {
      chat_id: READER_ID,
      photo: 'https://example.com/a.jpg',
      reply_markup,
    });
    await playground.call('sendRichMessage', { chat_id: READER_ID, rich_message: { markdown: '# عنوان' } });
    const { messages } = await state(playground);
    expect(messages[CHANNEL_ID]).toHaveLength(200);
    expect(messages[CHANNEL_ID][0].text).toBe('خبر 2');
    expect(messages[READER_ID]).toMatchObject([
      { photo: { url: 'https://example.com/a.jpg' }, reply_markup },
      { text: 'عنوان' },
    ]);
  });

  test('commands come from the narrowest scope that has any', async () => {
    await using playground = await runPlayground();
    const scopes: [string, object][] = [
      ['default', { type: 'default' }],
      ['private', { type: 'all_private_chats' }],
      ['group', { type: 'all_group_chats' }],
      ['admins', { type: 'all_chat_administrators' }],
      ['here', { type: 'chat_administrators', chat_id: FORUM_ID }],
    ];
    const seen: unknown[] = [];
    for (const [description, scope] of scopes) {
      await playground.call('setMyCommands', { commands: [{ command: 'a', description }], scope });
      const { commands } = await state(playground);
      seen.push([commands[READER_ID][0].description, commands[FORUM_ID][0].description]);
    }
    expect(seen).toEqual([
      ['default', 'default'],
      ['private', 'default'],
      ['private', 'group'],
      ['private', 'admins'],
      ['private', 'here'],
    ]);
  });
});

describe('what the reader does', () => {
  test('sends, to a topic, and in answer', async () => {
    await using playground = await runPlayground();
    const first = await post(playground, 'send', { chat_id: READER_ID, text: '/latest 5' });
    expect(first).toMatchObject({
      status: 200,
      message: { text: '/latest 5', entities: [{ type: 'bot_command' }] },
    });
    const { message_id } = first.message;
    const second = await post(playground, 'send', {
      chat_id: READER_ID,
      text: 'y',
      reply_to_message_id: message_id,
    });
    expect(second.message.reply_to_message.message_id).toBe(message_id);
    const third = await post(playground, 'send', { chat_id: FORUM_ID, text: 'z', message_thread_id: 2 });
    expect(third.message.message_thread_id).toBe(2);
    expect(third.message.reply_to_message).toBeUndefined();
    const fourth = await post(playground, 'send', { chat_id: CHANNEL_ID, text: 'w' });
    expect(fourth.message.sender_chat.id).toBe(CHANNEL_ID);
    const kinds = playground.world.updates.pending.map((update) => Object.keys(update)[1]);
    expect(kinds).toEqual(['message', 'message', 'message', 'channel_post']);
  });

  test('a text too long for one message becomes several, none longer and nothing lost', async () => {
    await using playground = await runPlayground();
    const text = Array.from({ length: 2000 }, (_, index) => `كلمة${index}`).join(' ');
    await post(playground, 'send', { chat_id: READER_ID, text });
    const parts = playground.world.messages.of(READER_ID).map(({ message }) => message.text ?? '');
    expect(parts.length).toBe(Math.ceil(text.length / 4096));
    expect(parts.every((part) => part.length <= 4096)).toBe(true);
    expect(parts.join(' ')).toBe(text);
  });

  test('presses, and learns the answer', async () => {
    await using playground = await runPlayground();
    const { result } = await playground.call('sendMessage', {
      chat_id: READER_ID,
      text: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'go' }]] },
    });
    const events = await listen(playground);
    const pressed = await post(playground, 'press', {
      chat_id: READER_ID,
      message_id: result.message_id,
      data: 'go',
    });
    const { query_id } = pressed;
    await playground.call('answerCallbackQuery', { callback_query_id: query_id, text: 'تم' });
    expect(await events.next()).toMatchObject({ type: 'answer', query_id, text: 'تم' });
    await events.leave();
  });

  test('changes language: the bot and its commands follow', async () => {
    await using playground = await runPlayground();
    await playground.call('setMyName', { name: 'Mujaz', language_code: 'en' });
    const events = await listen(playground);
    const { me } = await post(playground, 'language', { language_code: 'en-GB' });
    expect(me).toEqual({ id: READER_ID, first_name: 'القارئ', language_code: 'en-GB' });
    expect(await events.next()).toMatchObject({ type: 'me', me });
    expect(await events.next()).toMatchObject({ type: 'bot', bot: { first_name: 'Mujaz' } });
    expect(await events.next()).toMatchObject({ type: 'commands' });
    expect(await events.next()).toMatchObject({
      type: 'chats',
      chats: [
        {},
        { title: 'Daybreak' },
        { title: 'Newsroom', topics: [{}, { name: 'Sports' }, { name: 'Economy' }] },
      ],
    });
    const said = playground.world.say({ chatId: READER_ID, fromId: READER_ID, text: 'x' });
    expect(said.from?.language_code).toBe('en-GB');
    await events.leave();
  });

  test('starts over in one chat or in all; topics stay', async () => {
    await using playground = await runPlayground();
    for (const chat_id of [READER_ID, FORUM_ID]) await post(playground, 'send', { chat_id, text: 'x' });
    const events = await listen(playground);
    expect((await post(playground, 'clear', { chat_id: READER_ID })).status).toBe(200);
    expect(await events.next()).toMatchObject({ type: 'deleted', chat_id: READER_ID, message_ids: [1] });
    expect((await post(playground, 'clear', {})).status).toBe(200);
    expect(await events.next()).toMatchObject({ type: 'deleted', chat_id: FORUM_ID });
    expect(await events.next()).toMatchObject({ type: 'reset' });
    const { messages, chats } = await state(playground);
    expect(Object.values(messages)).toEqual([[], [], []]);
    expect(chats[2].topics).toHaveLength(3);
    const again = await post(playground, 'send', { chat_id: FORUM_ID, text: 'y', message_thread_id: 2 });
    expect(again.status).toBe(200);
    await events.leave();
  });

  test.each<[string, unknown]>([
    ['send', {}],
    ['send', { chat_id: READER_ID, text: '  ' }],
    ['send', { chat_id: 'x', text: 'y' }],
    ['send', { chat_id: 12345, text: 'y' }],
    ['send', { chat_id: READER_ID, text: 'y', reply_to_message_id: 99 }],
    ['send', { chat_id: FORUM_ID, text: 'y', message_thread_id: 99 }],
    ['send', '{'],
    ['press', { chat_id: READER_ID, message_id: 99, data: 'x' }],
    ['language', { language_code: '<b>' }],
    ['clear', { chat_id: 12345 }],
  ])('%s %j is 400 with a reason', async (path, body) => {
    await using playground = await runPlayground();
    expect(await post(playground, path, body)).toEqual({ status: 400, error: expect.stringMatching(/\S/) });
  });
});
