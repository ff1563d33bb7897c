import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Playground } from '../../src/playground/server.ts';
import { READER_ID } from '../../src/playground/start-state.ts';
import { runPlayground, START } from '../support/playground.ts';
import { updateViolations } from '../support/specification.ts';

const fromReader = { chatId: READER_ID, fromId: READER_ID };

describe('getUpdates', () => {
  test('keeps updates until they are confirmed', async () => {
    await using playground = await runPlayground();
    for (const text of ['أ', 'ب', 'ج']) playground.world.say({ ...fromReader, text });
    const { result } = await playground.call('getUpdates', { limit: 2 });
    expect(result.map(({ message }: { message: { text: string } }) => message.text)).toEqual(['أ', 'ب']);
    expect((await playground.call('getUpdates')).result).toHaveLength(3);
    const offset = result[1].update_id + 1;
    expect((await playground.call('getUpdates', { offset })).result).toHaveLength(1);
    expect((await playground.call('getUpdates', { offset: offset + 1 })).result).toEqual([]);
    expect(playground.world.updates.pending).toEqual([]);
  });

  test('a negative offset forgets all but the last', async () => {
    await using playground = await runPlayground();
    for (const text of ['أ', 'ب', 'ج']) playground.world.say({ ...fromReader, text });
    const { result } = await playground.call('getUpdates', { offset: -1 });
    expect(result).toMatchObject([{ message: { text: 'ج' } }]);
    expect(playground.world.updates.pending).toHaveLength(1);
  });

  test('a long poll ends as soon as something comes', async () => {
    await using playground = await runPlayground();
    const polling = playground.call('getUpdates', { timeout: 50 });
    await waitingPoll(playground);
    playground.world.say({ ...fromReader, text: '/start' });
    expect((await polling).result).toMatchObject([
      { message: { text: '/start', entities: [{ type: 'bot_command', offset: 0, length: 6 }] } },
    ]);
  });

  test('a second poller ends the first with 409', async () => {
    await using playground = await runPlayground();
    const first = playground.call('getUpdates', { timeout: 50 });
    await waitingPoll(playground);
    const second = playground.call('getUpdates', { timeout: 0 });
    expect(await first).toEqual({
      ok: false,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    expect(await second).toEqual({ ok: true, result: [] });
  });

  test('a poller that hangs up leaves nothing behind', async () => {
    await using playground = await runPlayground();
    const leaving = new AbortController();
    const url = `${playground.apiRoot}/bot${playground.world.token}/getUpdates?timeout=50`;
    const polling = fetch(url, { signal: leaving.signal }).catch((error: Error) => error.name);
    await waitingPoll(playground);
    leaving.abort();
    expect(await polling).toBe('AbortError');
    await expect.poll(() => playground.world.journal[0]?.answer).toEqual({ ok: true });
    expect(await playground.call('getUpdates')).toEqual({ ok: true, result: [] });
  });

  test('only the kinds asked for are queued, and the choice sticks', async () => {
    await using playground = await runPlayground();
    const { world, call } = playground;
    const { message_id } = world.say({ ...fromReader, text: 'x' });
    world.addUser({ id: 2001, first_name: 'سلمى' });
    const joined = { chatId: -1001000000002, userId: 2001, status: 'member' } as const;
    world.setMember(joined);
    expect(
      (await call('getUpdates', { allowed_updates: ['callback_query', 'chat_member'] })).result,
    ).toHaveLength(1);
    world.say({ ...fromReader, text: 'y' });
    world.press({ ...fromReader, messageId: message_id, data: 'go' });
    world.setMember({ ...joined, status: 'left' });
    const { result } = await call('getUpdates');
    expect(result.map((update: object) => Object.keys(update)[1])).toEqual([
      'message',
      'callback_query',
      'chat_member',
    ]);
  });
});

describe('webhooks', () => {
  test('polling is refused while one is set', async () => {
    await using playground = await runPlayground();
    const { call, world } = playground;
    world.say({ ...fromReader, text: 'x' });
    expect(await call('setWebhook', { url: 'https://example.com/hook', secret_token: 's' })).toMatchObject({
      ok: true,
    });
    expect((await call('getWebhookInfo')).result).toEqual({
      url: 'https://example.com/hook',
      has_custom_certificate: false,
      pending_update_count: 1,
      max_connections: 40,
    });
    expect(await call('getUpdates')).toEqual({
      ok: false,
      error_code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    expect(await call('deleteWebhook', { drop_pending_updates: true })).toMatchObject({ ok: true });
    expect(await call('getUpdates')).toEqual({ ok: true, result: [] });
  });

  test('setting one ends a poll that waits', async () => {
    await using playground = await runPlayground();
    const polling = playground.call('getUpdates', { timeout: 50 });
    await waitingPoll(playground);
    await playground.call('setWebhook', { url: 'https://example.com/hook' });
    expect(await polling).toMatchObject({ description: 'Conflict: terminated by setWebhook request' });
  });
});

describe('an address on this machine', () => {
  /** A bot that is brought its updates, and answers each with the next of these codes, then with 200. */
  async function hook(...codes: number[]) {
    const brought: { secret: string | undefined; text: string }[] = [];
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        const { message } = JSON.parse(Buffer.concat(parts).toString());
        const secret = request.headers['x-telegram-bot-api-secret-token'];
        brought.push({ secret: secret?.toString(), text: message.text });
        response.writeHead(codes.shift() ?? 200).end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
      brought,
      [Symbol.asyncDispose]: async () => void server.close().closeAllConnections(),
    };
  }

  test('is brought the updates in order, with the secret, each until it is taken', async () => {
    await using playground = await runPlayground();
    await using bot = await hook(500);
    const { world, call } = playground;
    world.say({ ...fromReader, text: 'قبل' });
    await call('setWebhook', { url: bot.url, secret_token: 'word' });
    world.say({ ...fromReader, text: 'بعد' });
    await expect.poll(() => bot.brought.length, { timeout: 5000 }).toBe(3);
    expect(bot.brought).toEqual(['قبل', 'قبل', 'بعد'].map((text) => ({ secret: 'word', text })));
    await expect
      .poll(async () => (await call('getWebhookInfo')).result)
      .toMatchObject({
        url: bot.url,
        pending_update_count: 0,
        last_error_date: START / 1000,
        last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
      });
    await call('deleteWebhook');
    world.say({ ...fromReader, text: 'لاحقا' });
    expect((await call('getUpdates')).result).toMatchObject([{ message: { text: 'لاحقا' } }]);
    expect((await call('getWebhookInfo')).result).not.toHaveProperty('last_error_date');
  });

  test('elsewhere it must be https, and nothing is brought there', async () => {
    await using playground = await runPlayground();
    expect(await playground.call('setWebhook', { url: 'http://bot.example/hook' })).toMatchObject({
      description: 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    });
  });
});

test('closing ends polls that wait, and nothing listens any more', async () => {
  const playground = await runPlayground();
  const polling = playground.call('getUpdates', { timeout: 50 }).then(
    ({ result }) => result,
    () => [],
  );
  await waitingPoll(playground);
  await playground.close();
  expect(await polling).toEqual([]);
  expect(playground.world.updates.polled).toBe(false);
  await expect(playground.call('getMe')).rejects.toThrow('fetch failed');
});

test('every kind of update fits Telegram’s specification', async () => {
  await using playground = await runPlayground();
  const { world, call } = playground;
  await call('getUpdates', {
    allowed_updates: [
      'message',
      'edited_message',
      'channel_post',
      'callback_query',
      'inline_query',
      'my_chat_member',
      'chat_member',
      'edited_channel_post',
    ],
  });
  const CHANNEL = -1001000000001;
  const FORUM = -1001000000002;
  world.addUser({ id: 2001, first_name: 'سلمى', username: 'salma' });
  world.say({ chatId: 2001, fromId: 2001, text: '/start' });
  const said = world.say({ ...fromReader, text: 'انظر https://example.com/ @mujaz_morning' });
  world.editSaid({ chatId: READER_ID, messageId: said.message_id, text: 'تصحيح' });
  const posted = world.say({ chatId: CHANNEL, fromId: READER_ID, text: '/subscribe' });
  world.editSaid({ chatId: CHANNEL, messageId: posted.message_id, text: '/digest' });
  world.say({ chatId: FORUM, fromId: READER_ID, text: 'x', senderChatId: FORUM, threadId: 2 });
  world.forward({ ...fromReader, fromChatId: CHANNEL, messageId: posted.message_id });
  world.shareLocation({ ...fromReader, latitude: 30.04, longitude: 31.24 });
  world.sharedChat({ fromId: READER_ID, requestId: 1, sharedChatId: CHANNEL });
  world.press({ ...fromReader, messageId: said.message_id, data: 'go' });
  world.inlineQuery({ fromId: READER_ID, query: 'x' });
  world.setMember({
    chatId: FORUM,
    userId: 2001,
    status: 'administrator',
    rights: { can_pin_messages: true },
  });
  world.setMember({ chatId: FORUM, userId: 2001, status: 'kicked' });
  world.block(READER_ID);
  world.addChat({ id: -501, type: 'group', title: 'مجموعة' });
  world.upgrade(-501);
  const updates = world.updates.pending;
  expect(new Set(updates.map((update) => Object.keys(update)[1]))).toHaveLength(8);
  expect(updates.flatMap(updateViolations)).toEqual([]);
});

async function waitingPoll({ world }: Pick<Playground, 'world'>): Promise<void> {
  await expect.poll(() => world.updates.polled).toBe(true);
}
