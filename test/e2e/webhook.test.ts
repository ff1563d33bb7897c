/** Updates brought to the real program by a Bot API server, and the program killed over one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { READER_ID } from '../../src/playground/start-state.ts';
import { openFrontDoor } from '../support/front-door.ts';
import { runPlayground, TOKEN } from '../support/playground.ts';
import type { Program } from '../support/program.ts';
import { startProgram } from '../support/program.ts';
import { silent } from '../support/sender.ts';
import { NO_SOURCES, openTalk, textOf } from '../support/talk.ts';

const folder = mkdtempSync(join(tmpdir(), 'mujaz-webhook-'));
const programs: Program[] = [];
afterAll(() => {
  for (const { child } of programs) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});
/** A program start takes a second on a machine that has nothing else to do. */
const SOON = { timeout: 20_000 };
const SECRET = 'the-word-at-the-door';

test('updates are brought, each is handled once, and none is lost by a kill or a way back to polling', async () => {
  await using api = await runPlayground();
  await using front = await openFrontDoor();
  const { world } = api;
  const settings = {
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: api.apiRoot,
    PORT: '0',
    SOURCES_FILE: NO_SOURCES,
    DATABASE_URL: `sqlite:${join(folder, 'mujaz.db')}`,
  };
  const start = (more: Record<string, string> = {}) => {
    const program = startProgram('src/main.ts', { ...settings, ...more });
    programs.push(program);
    return program;
  };
  const say = (text: string) => world.say({ chatId: READER_ID, fromId: READER_ID, text });
  const calls = (method: string) => world.journal.filter((entry) => entry.method === method);
  const answers = () => calls('sendMessage').filter(({ answer }) => answer !== undefined).length;

  say('/privacy');
  const first = start({ WEBHOOK_URL: front.url, WEBHOOK_SECRET: SECRET });
  const [, address = ''] = /"at":"(http:[^"]+)"/.exec(await first.prints(/"at":"http:[^"]+"/)) ?? [];
  front.behind(address);
  await expect.poll(answers, SOON).toBe(1);
  expect(calls('setWebhook')).toMatchObject([
    {
      parameters: {
        url: front.url,
        secret_token: SECRET,
        allowed_updates: ['message', 'channel_post', 'callback_query', 'my_chat_member', 'inline_query'],
        drop_pending_updates: false,
      },
    },
  ]);

  // The same again, a stranger, and somebody who does not know how Telegram writes.
  const brought = front.passed.find(({ status }) => status === 200);
  const bring = async (body: string, secret: string) =>
    (
      await fetch(`${address}/telegram`, {
        method: 'POST',
        body,
        headers: { 'x-telegram-bot-api-secret-token': secret },
      })
    ).status;
  expect(await bring(brought?.body ?? '', SECRET)).toBe(200);
  expect(await bring(brought?.body ?? '', 'guess')).toBe(401);
  expect(await bring('{"update":', SECRET)).toBe(400);
  say('/privacy');
  await expect.poll(answers, SOON).toBe(2);
  expect(await (await fetch(`${address}/metrics`)).text()).toMatch(
    /updates_total\{outcome="taken"\} 2\n.*updates_total\{outcome="repeated"\} 1\n/,
  );

  world.faults.next({ method: 'sendMessage' }, { delayMs: 60_000 });
  say('/privacy');
  await expect.poll(() => calls('sendMessage').length, SOON).toBe(3);
  expect(world.updates.pending).toEqual([]);
  first.child.kill('SIGKILL');
  const { output, errors } = await first.ended;
  expect(output + errors).not.toContain(SECRET);

  say('/privacy');
  const second = start();
  await expect.poll(answers, SOON).toBe(4);
  expect((await api.call('getWebhookInfo')).result.url).toBe('');
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
}, 60_000);

test('a port that is taken is fatal where updates are brought to it, and Telegram is told nothing', async () => {
  await using api = await runPlayground();
  const config = readConfig({
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: api.apiRoot,
    WEBHOOK_URL: 'http://127.0.0.1:9/telegram',
    PORT: new URL(api.url).port,
    SOURCES_FILE: NO_SOURCES,
    DATABASE_URL: 'sqlite::memory:',
  });
  const starting = compose(config, { now: Date.now, log: silent, onFatal: () => {} });
  await expect(starting).rejects.toThrow(/^port \d+ on 127\.0\.0\.1 is taken/);
  expect(api.world.updates.webhook).toBeUndefined();
});

test('a webhook that somebody sets while the bot polls is told plainly and left alone', async () => {
  await using talk = await openTalk();
  const { playground } = talk;
  await expect.poll(() => playground.world.updates.polled, SOON).toBe(true);
  await playground.call('setWebhook', { url: 'https://elsewhere.example/hook' });
  const { fields } = await talk.logged(
    'a webhook is set for this token: another process has the updates brought to it',
  );
  expect(fields).toEqual({ wait: 30 });
  expect((await playground.call('getWebhookInfo')).result.url).toBe('https://elsewhere.example/hook');
  await playground.call('deleteWebhook');
  expect(textOf(await talk.ask('/privacy'))).toContain('خصوصيتك');
});
