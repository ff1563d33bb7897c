/** The door to which Telegram brings updates, over real connections. */
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Log } from '../../src/domain/ports.ts';
import type { Brought } from '../../src/http/meters.ts';
import type { HttpServer } from '../../src/http/server.ts';
import { startHttp } from '../../src/http/server.ts';
import { registerWebhook } from '../../src/http/webhook.ts';

const SECRET = 'a-word-of-thirty-letters_0123';
const UPDATE = '{"update_id":1,"message":{"text":"سر"}}';

let taken: string[];
let trouble: Error | undefined;
let counted: Brought[];
let warned: unknown[];
let server: HttpServer;
beforeEach(async () => {
  [taken, counted, warned, trouble] = [[], [], [], undefined];
  const log: Log = {
    info() {},
    warn: (...line) => void warned.push(line),
    error: (...line) => void warned.push(line),
  };
  const door = {
    path: '/telegram/:x*',
    secret: SECRET,
    async take(body: string) {
      if (trouble) throw trouble;
      if (!body.startsWith('{')) return 'unreadable' as const;
      taken.push(body);
      return taken.filter((each) => each === body).length > 1 ? ('repeated' as const) : ('taken' as const);
    },
  };
  server = await startHttp({
    host: '127.0.0.1',
    port: 0,
    log,
    routes: (app) => registerWebhook(app, door, { log, count: (outcome) => void counted.push(outcome) }),
  });
});
afterEach(() => server.close());

async function bring(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  secret = SECRET,
  path = '/telegram/:x*',
) {
  const answer = await fetch(`${server.url}${path}`, {
    method: 'POST',
    body,
    // After a body that was not read to its end the connection is of no use.
    headers: { connection: 'close', 'X-Telegram-Bot-Api-Secret-Token': secret },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);
  return [answer.status, await answer.text()];
}

describe('the webhook', () => {
  test('answers 200 when an update is taken, and when it is brought again', async () => {
    expect(await bring(UPDATE)).toEqual([200, '']);
    expect(await bring(UPDATE)).toEqual([200, '']);
    expect([taken, counted]).toEqual([
      [UPDATE, UPDATE],
      ['taken', 'repeated'],
    ]);
  });

  test.each([
    ['absent', undefined],
    ['empty', ''],
    ['another', 'a-word-of-thirty-letters_0124'],
    ['shorter', SECRET.slice(0, -1)],
    ['longer', `${SECRET}0`],
    ['in other letters', SECRET.toUpperCase()],
  ])('refuses with 401 where the secret is %s, before it reads a word', async (_, secret) => {
    const given = secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret };
    const answer = await fetch(`${server.url}/telegram/:x*`, {
      method: 'POST',
      body: 'junk',
      headers: given,
    });
    expect([answer.status, taken, counted]).toEqual([401, [], ['refused']]);
  });

  test('refuses with 400 what is no update, and with 413 what is too large, told beforehand or not', async () => {
    expect(await bring('junk')).toEqual([400, '']);
    const large = new Uint8Array(2 ** 20 + 1).fill(123);
    expect((await bring(large))[0]).toBe(413);
    const streamed = new ReadableStream({
      start(to) {
        for (let part = 0; part < 17; part++) to.enqueue(large.slice(0, 2 ** 16));
        to.close();
      },
    });
    expect((await bring(streamed))[0]).toBe(413);
    expect(await bring(new Uint8Array(2 ** 20).fill(123))).toEqual([200, '']);
    expect(counted).toEqual(['unreadable', 'unreadable', 'unreadable', 'taken']);
  });

  test('asks for another try with 503 when it cannot be kept, and logs none of its words', async () => {
    trouble = new Error('disk full');
    expect(await bring(UPDATE)).toEqual([503, '']);
    trouble = undefined;
    expect(await bring(UPDATE)).toEqual([200, '']);
    expect(counted).toEqual(['postponed', 'taken']);
    expect(JSON.stringify(warned)).toContain('disk full');
    expect(JSON.stringify(warned)).not.toMatch(/سر|thirty/);
  });

  test('is at its own path alone', async () => {
    for (const path of ['/', '/telegram', '/telegram/x/y'])
      expect((await bring(UPDATE, SECRET, path))[0]).toBe(404);
    expect((await fetch(`${server.url}/telegram/:x*`)).status).toBe(404);
    expect([taken, counted]).toEqual([[], []]);
  });

  test('outlasts a bringer that hangs up in the middle', async () => {
    const half = request(`${server.url}/telegram/:x*`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': SECRET, 'content-length': 1000 },
    });
    half.on('error', () => {});
    await new Promise<void>((written) => half.write('{"update_id"', () => written()));
    half.destroy();
    expect(await bring(UPDATE)).toEqual([200, '']);
    expect(taken).toEqual([UPDATE]);
  });
});
