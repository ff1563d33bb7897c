/** The program as its operator starts and stops it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { READER_ID } from '../../src/playground/start-state.ts';
import { runPlayground, TOKEN } from '../support/playground.ts';
import { startProgram } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mujaz-program-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** No test asks the world outside for news. */
const SOURCES_FILE = 'test/fixtures/no-sources.json';
const database = (name: string) => `sqlite:${join(folder, `${name}.db`)}`;

describe('npm start', () => {
  test('without a token prints the address of a page that answers, and ends with 0 on SIGTERM', async () => {
    const program = startProgram('src/main.ts', { PORT: '0', DATABASE_URL: database('page') });
    const printed = await program.prints(/http:\/\/127\.0\.0\.1:\d+/);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? '';
    expect(await (await fetch(address)).text()).toContain('<html');
    expect(await (await fetch(`${address}/healthz`)).json()).toMatchObject({ status: 'well' });
    expect(await (await fetch(`${address}/metrics`)).text()).toMatch(/^mujaz_articles [1-9]/m);
    program.child.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  });

  test('a signal to npm reaches the program and nothing is left behind', async () => {
    const npm = spawn('npm', ['start'], {
      cwd: new URL('../..', import.meta.url),
      env: { ...process.env, PORT: '0', DATABASE_URL: database('npm') },
    });
    const { promise, resolve } = Promise.withResolvers<string>();
    let printed = '';
    npm.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (address) resolve(address);
    });
    const address = await promise;
    const ended = new Promise<number | null>((done) => npm.on('close', done));
    npm.kill('SIGTERM');
    expect(await ended).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  test('with a token talks to that Bot API server, and ends with 0 on SIGTERM', async () => {
    await using server = await runPlayground();
    const program = startProgram('src/main.ts', {
      BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: server.apiRoot,
      PORT: '0',
      SOURCES_FILE,
      DATABASE_URL: database('bot'),
    });
    const printed = await program.prints('bot started');
    expect(printed).not.toContain(TOKEN);
    const [, address = ''] = /"at":"(http:[^"]+)"/.exec(printed) ?? [];
    const health = await fetch(`${address}/healthz`);
    expect([health.status, await health.json()]).toEqual([
      200,
      { status: 'well', checks: { store: 'well', telegram: 'well', clock: 'well' } },
    ]);
    const figures = async () => (await fetch(`${address}/metrics`)).text();
    expect(await figures()).toContain('mujaz_telegram_answers_total{code="200"}');
    server.world.say({ chatId: READER_ID, fromId: READER_ID, text: '/start' });
    await expect.poll(figures).toContain('mujaz_updates_total{outcome="taken"} 1');
    program.child.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  });

  test('that waits for a Telegram it cannot reach says so, and ends with 0 on SIGTERM', async () => {
    const program = startProgram('src/main.ts', {
      PORT: '0',
      DATABASE_URL: database('waiting'),
      BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
      SOURCES_FILE,
    });
    await program.prints(/could not be reached|cannot be reached|unreachable/i);
    program.child.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  });

  test('names every faulty setting at once and ends with 1', async () => {
    const { code, errors } = await startProgram('src/main.ts', { PORT: 'eighty', DEFAULT_TIME_ZONE: 'Mars' })
      .ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/PORT: must be[\s\S]*DEFAULT_TIME_ZONE: must be/);
    expect(errors).not.toMatch(/\bat .*\.ts/);
  });

  test('says plainly that a token is wrong, without repeating it, and ends with 1', async () => {
    await using server = await runPlayground();
    const { code, errors } = await startProgram('src/main.ts', {
      BOT_TOKEN: '7000000001:not-the-token-at-all',
      TELEGRAM_API_ROOT: server.apiRoot,
      SOURCES_FILE,
      DATABASE_URL: database('wrong'),
    }).ended;
    expect(code).toBe(1);
    expect(errors).toContain('Telegram does not accept BOT_TOKEN');
    expect(errors).not.toContain('not-the-token-at-all');
  });

  test('says plainly that the port is taken, and ends with 1', async () => {
    await using server = await runPlayground();
    const { code, errors } = await startProgram('src/main.ts', {
      PORT: new URL(server.url).port,
      DATABASE_URL: database('port'),
    }).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/port/i);
    expect(errors).not.toMatch(/\bat .*\.ts/);
  });
});
