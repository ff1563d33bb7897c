import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, HttpError } from 'grammy';
import { expect, test } from 'vitest';
import { onceMore } from '../../src/telegram/once-more.ts';

/** A Bot API that breaks the connection of so many calls, once it has answered one on it. */
async function fickleApi(breaks: number) {
  const calls: string[] = [];
  let left = breaks;
  const server = createServer((request, response) => {
    calls.push(request.url?.split('/').at(-1) ?? '');
    if (calls.length > 1 && left-- > 0) return void request.socket.destroy();
    response.setHeader('content-type', 'application/json');
    return void response.end('{"ok":true,"result":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const api = new Api('1:t', { apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  api.config.use(onceMore);
  return {
    api,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('a call whose connection breaks is made once more', async () => {
  await using fickle = await fickleApi(1);
  await fickle.api.setMyName('a');
  await fickle.api.setMyName('b');
  expect(fickle.calls).toHaveLength(3);
});

test('only once, and getUpdates not at all: its own loop asks again', async () => {
  await using fickle = await fickleApi(5);
  await fickle.api.setMyName('a');
  await expect(fickle.api.setMyName('b')).rejects.toThrow(HttpError);
  expect(fickle.calls).toHaveLength(3);
  await expect(fickle.api.getUpdates()).rejects.toThrow(HttpError);
  expect(fickle.calls).toHaveLength(4);
});
