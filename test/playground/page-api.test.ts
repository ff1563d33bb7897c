import { get } from 'node:http';
import { describe, expect, test } from 'vitest';
import { PlaygroundStartError } from '../../src/playground/errors.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { CHANNEL_ID, FORUM_ID, READER_ID } from '../../src/playground/start-state.ts';
import { jsonOf, runPlayground, START, TOKEN } from '../support/playground.ts';

type Running = Awaited<ReturnType<typeof runPlayground>>;

async function post({ url }: Running, path: string, body: unknown) {
  const response = await fetch(`${url}/playground/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, ...(await jsonOf(response)) };
}

const state = async ({ url }: Running) => jsonOf(fetch(`${url}/playground/state`));

/** Reads events off a stream, one at a time. */
async function listen({ url }: Running, lastEventId?: string) {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await fetch(`${url}/playground/events`, { headers });
  if (response.body === null) throw new Error('no stream');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    type: response.headers.get('content-type'),
    async next() {
      for (;;) {
        const match = /^(?:id: (\d+)\n)?(?:data: (.*)|:.*)\n\n/.exec(text);
        if (match !== null) {
          text = text.slice(match[0].length);
          if (match[2] !== undefined) return { id: Number(match[1]), ...JSON.parse(match[2]) };
          continue;
        }
        const { value, done } = await reader.read();
        if (done) return undefined;
        text += value;
      }
    },
    leave: () => reader.cancel(),
  };
}

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
      last_event_id: expect.any(Number),
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

describe('events', () => {
  test('tell what happens, in order', async () => {
    await using playground = await runPlayground();
    const events = await listen(playground);
    expect(events.type).toBe('text/event-stream; charset=utf-8');
    const { call } = playground;
    await call('sendChatAction', { chat_id: READER_ID, action: 'typing' });
    await call('sendMessageDraft', {
      chat_id: READER_ID,
      draft_id: 3,
      text: 'يكتب <b>الآن</b>',
      parse_mode: 'HTML',
    });
    const { result } = await call('sendMessage', { chat_id: READER_ID, text: 'x' });
    await call('editMessageText', { chat_id: READER_ID, message_id: result.message_id, text: 'y' });
    await call('deleteMessage', { chat_id: READER_ID, message_id: result.message_id });
    const got = [];
    for (let count = 0; count < 5; count += 1) got.push(await events.next());
    const first = got[0].id;
    const chat_id = READER_ID;
    expect(got).toMatchObject([
      { id: first, type: 'action', chat_id, action: 'typing' },
      {
        id: first + 1,
        type: 'draft',
        chat_id,
        draft_id: 3,
        text: 'يكتب الآن',
        entities: [{ type: 'bold', offset: 5, length: 4 }],
      },
      { id: first + 2, type: 'message', chat_id, message: { text: 'x' } },
      { id: first + 3, type: 'edited', chat_id, message: { text: 'y', edit_date: START / 1000 } },
      { id: first + 4, type: 'deleted', chat_id, message_ids: [result.message_id] },
    ]);
    await events.leave();
  });

  test('a page that comes back gets what it missed', async () => {
    await using playground = await runPlayground();
    const say = (text: string) => playground.world.say({ chatId: READER_ID, fromId: READER_ID, text });
    const events = await listen(playground);
    say('أ');
    const { id } = await events.next();
    await events.leave();
    say('ب');
    say('ج');
    const again = await listen(playground, String(id));
    expect([await again.next(), await again.next()]).toMatchObject([
      { id: id + 1, message: { text: 'ب' } },
      { id: id + 2, message: { text: 'ج' } },
    ]);
    await again.leave();
  });

  test('one that was away too long, or knew another run, starts anew', async () => {
    await using playground = await runPlayground();
    for (let count = 0; count < 1001; count += 1) {
      playground.world.events.publish({ type: 'action', chat_id: READER_ID, action: 'typing' });
    }
    const last = playground.world.events.lastId;
    for (const id of ['0', String(last + 5), 'nonsense']) {
      const events = await listen(playground, id);
      expect(await events.next()).toEqual({ id: last, type: 'reset' });
      await events.leave();
    }
    const inTime = await listen(playground, String(last - 1000));
    expect(await inTime.next()).toMatchObject({ id: last - 999, type: 'action' });
    await inTime.leave();
  });

  test('chats the reader is not in stay out of sight', async () => {
    await using playground = await runPlayground();
    const { world } = playground;
    world.addUser({ id: 2001, first_name: 'سلمى' });
    const before = world.events.lastId;
    world.say({ chatId: 2001, fromId: 2001, text: '/start' });
    expect(world.events.lastId).toBe(before);
    expect((await state(playground)).chats.map((chat: { id: number }) => chat.id)).not.toContain(2001);
  });

  test('closing ends the stream', async () => {
    const playground = await runPlayground();
    const events = await listen(playground);
    await playground.close();
    expect(await events.next().catch(() => undefined)).toBeUndefined();
  });
});

describe('who may come in', () => {
  const plain = ({ url }: Running, headers: Record<string, string>, path = '/playground/state') =>
    new Promise<number | undefined>((resolve, reject) => {
      get(`${url}${path}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });

  test('only requests to this machine’s own names, from its own pages', async () => {
    await using playground = await runPlayground();
    const port = new URL(playground.url).port;
    const cases: [number, Record<string, string>][] = [
      [200, {}],
      [200, { host: `localhost:${port}` }],
      [200, { host: `[::1]:${port}` }],
      [200, { origin: `http://127.0.0.1:${port}` }],
      [200, { 'sec-fetch-site': 'same-origin' }],
      [403, { host: 'news.example' }],
      [403, { host: `news.example:${port}` }],
      [403, { host: '127.0.0.1:1' }],
      [403, { host: `127.0.0.1.example:${port}` }],
      [403, { origin: 'https://news.example' }],
      [403, { origin: 'http://127.0.0.1:1' }],
      [403, { origin: 'null' }],
      [403, { 'sec-fetch-site': 'cross-site' }],
    ];
    for (const [status, headers] of cases)
      expect([await plain(playground, headers), headers]).toEqual([status, headers]);
    expect(await plain(playground, { host: 'news.example' }, `/bot${TOKEN}/getMe`)).toBe(403);
    expect(await plain(playground, { 'sec-fetch-site': 'cross-site' }, `/bot${TOKEN}/getMe`)).toBe(403);
  });

  test('a form of another site says nothing', async () => {
    await using playground = await runPlayground();
    const response = await fetch(`${playground.url}/playground/send`, {
      method: 'POST',
      body: JSON.stringify({ chat_id: READER_ID, text: 'x' }),
    });
    expect(response.status).toBe(400);
    expect(playground.world.messages.of(READER_ID)).toEqual([]);
  });
});

describe('the page’s files', () => {
  const pageDirectory = new URL('../../src/playground/page/', import.meta.url);

  test('come with their type and a strict policy', async () => {
    await using playground = await runPlayground({ pageDirectory });
    const types: [string, string][] = [
      ['/', 'text/html; charset=utf-8'],
      ['/page/app.js', 'text/javascript; charset=utf-8'],
      ['/page/style.css', 'text/css; charset=utf-8'],
      ['/page/favicon.svg', 'image/svg+xml'],
    ];
    for (const [path, type] of types) {
      const response = await fetch(`${playground.url}${path}`);
      await response.body?.cancel();
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
      expect(response.headers.get('content-security-policy')).toContain(
        "default-src 'self'; img-src 'self' data: https:;",
      );
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  test.each([
    '/page/..%2fserver.ts',
    '/page/%2e%2e%2fserver.ts',
    '/page/server.ts',
    '/page/none.js',
    '/page/.env',
    '/server.ts',
    '/page/',
  ])('%s is not there', async (path) => {
    await using playground = await runPlayground({ pageDirectory });
    expect((await fetch(`${playground.url}${path}`)).status).toBe(404);
  });

  test('further routes stand behind the same guard', async () => {
    await using playground = await runPlayground({
      routes: (app) => app.get('/playground/clock', (c) => c.json({ now: START })),
    });
    const url = `${playground.url}/playground/clock`;
    expect(await (await fetch(url)).json()).toEqual({ now: START });
    expect((await fetch(url, { headers: { origin: 'https://news.example' } })).status).toBe(403);
  });
});

describe('starting', () => {
  const start = (host: string, port: number) =>
    startPlayground({ host, port, token: TOKEN, now: () => START });

  test('a taken port is said plainly', async () => {
    await using playground = await runPlayground();
    const port = Number(new URL(playground.url).port);
    const error = await start('127.0.0.1', port).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PlaygroundStartError);
    expect(error).toMatchObject({
      fault: 'port-taken',
      message: `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or choose another port: PORT=${port + 1}.`,
    });
  });

  test.each(['0.0.0.0', '::', '192.168.1.5', 'news.example'])('%s is refused', async (host) => {
    await expect(start(host, 0)).rejects.toMatchObject({
      name: 'PlaygroundStartError',
      fault: 'not-loopback',
    });
  });
});
