/** Who may come in to the page, what is there for them, and where the server may stand. */
import { get } from 'node:http';
import { describe, expect, test } from 'vitest';
import { PlaygroundStartError } from '../../src/playground/errors.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { READER_ID } from '../../src/playground/start-state.ts';
import type { Running } from '../support/page-client.ts';
import { runPlayground, START, TOKEN } from '../support/playground.ts';
import { emptyPng } from '../support/png.ts';

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
        "default-src 'self'; img-src 'self' https:;",
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

  test('and what the bot sent: a document to be kept, at an address that changes with its bytes', async () => {
    await using playground = await runPlayground();
    const { files } = playground.world;
    const script = '<script>alert(1)</script>';
    const sent = async (bytes: string | Buffer<ArrayBuffer>, kind: 'photo' | 'document') => {
      const file = new File([bytes], 'list.html', { type: 'text/html' });
      const address = files.url((await files.upload(file, kind)).file_id) ?? '';
      return { address, response: await fetch(new URL(address, playground.url)) };
    };
    const [page, other, photo] = [
      await sent(script, 'document'),
      await sent(`${script} `, 'document'),
      await sent(Buffer.from(emptyPng(4, 3)), 'photo'),
    ];
    expect(await page.response.text()).toBe(script);
    const headers = [page, photo].map(({ response }) => [
      response.headers.get('content-type'),
      response.headers.get('content-disposition'),
      response.headers.get('content-security-policy'),
      response.headers.get('x-content-type-options'),
    ]);
    const policy = "default-src 'none'; sandbox";
    expect(headers).toEqual([
      ['text/html', 'attachment', policy, 'nosniff'],
      ['image/png', null, policy, 'nosniff'],
    ]);
    const version = ({ address }: { address: string }) => address.split('?')[1];
    expect(version(other)).not.toBe(version(page));

    const ask = async (path: string, headers = {}) =>
      (await fetch(new URL(path, playground.url), { headers })).status;
    expect(await ask(page.address, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await ask('/playground/file/none')).toBe(404);
    const { file_id } = files.named('https://atlas.example/a.jpg', 'photo');
    expect(await ask(`/playground/file/${file_id}`)).toBe(404);
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
