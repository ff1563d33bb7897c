/**
 * The sender killed at every point, and at random ones: nothing is lost, at most what was in flight comes twice, each chat
 * gets its messages in order, and the file is sound. `KILLS` asks for more random kills than a test run has time for.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openStorage } from '../../src/storage/open.ts';
import { seeded } from '../bench/chance.ts';
import { HOUR, MORNING } from '../support/articles.ts';
import type { Double } from '../support/bot-api-double.ts';
import { startDouble } from '../support/bot-api-double.ts';
import { say } from '../support/post-office.ts';
import { live } from '../support/sender.ts';

const LIFE = fileURLToPath(new URL('../support/sender-life.ts', import.meta.url));
const KILLS = Number(process.env.KILLS ?? 50);
const SEED = Number(process.env.SEED ?? 20261126);
/** Sends in flight on the free tier. */
const IN_FLIGHT = 3;

const folder = mkdtempSync(join(tmpdir(), 'mujaz-kills-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A database in which each of so many chats waits for so many messages. */
async function filled(name: string, chats: number, each: number): Promise<string> {
  const file = join(folder, `${name}.db`);
  const { store } = await openStorage(`sqlite:${file}`, () => MORNING);
  for (let n = 0; n < each; n++) {
    await store.enqueue(
      [
        {
          content: say(`${n}`),
          deliveries: Array.from({ length: chats }, (_, chat) => ({
            key: `${n}:${chat}`,
            kind: 'notice' as const,
            chatId: 1000 + chat,
            silent: false,
            // Each life begins an hour later.
            expiresAt: MORNING + 100_000 * HOUR,
          })),
        },
      ],
      MORNING,
    );
  }
  await store.close();
  return file;
}

/** A life in a process of its own; how many points it passed, or nothing when it was killed. */
function lifeIn(file: string, api: Double, start: number, point = 0) {
  const child = spawn(process.execPath, [LIFE, file, api.apiRoot, String(start), String(point)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    told += text;
  });
  const ended = new Promise<number | undefined>((resolve) => {
    child.on('close', (code) => resolve(code === 0 ? Number(told) : undefined));
  });
  return { child, ended };
}

/** What must hold in the end. */
function check(file: string, api: Double, chats: number, each: number, mostTwice: number): void {
  let twice = 0;
  for (let chat = 1000; chat < 1000 + chats; chat++) {
    const got = api.accepted.filter(({ chatId }) => chatId === chat).map(({ text }) => Number(text));
    expect(got, `chat ${chat} in order`).toEqual(got.toSorted((a, b) => a - b));
    expect([...new Set(got)], `chat ${chat} complete`).toEqual(Array.from({ length: each }, (_, n) => n));
    twice += got.length - each;
  }
  expect(twice).toBeLessThanOrEqual(mostTwice);
  using database = new DatabaseSync(file);
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
  expect(database.prepare('select state, count(*) as n from deliveries group by state').all()).toEqual([
    { state: 'sent', n: chats * each },
  ]);
}

function copyOf(file: string, name: string): string {
  const copy = join(folder, `${name}.db`);
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`);
  return copy;
}

describe.concurrent('the sender', () => {
  test('killed at every point, one after the other, until a life passes untouched', async ({ expect }) => {
    const [chats, each] = [2, 2];
    const template = await filled('template', chats, each);
    /** Lives up to two at once: what is waited for is the machine, not the clock. */
    const running: Promise<number | undefined>[] = [];
    let untouched: number | undefined;
    for (let point = 1; untouched === undefined; point++) {
      running.push(
        (async () => {
          const api = await startDouble();
          const file = copyOf(template, `point-${point}`);
          const passed = await lifeIn(file, api, MORNING, point).ended;
          if (passed === undefined) await live({ file, apiRoot: api.apiRoot, start: MORNING + HOUR });
          check(file, api, chats, each, passed === undefined ? IN_FLIGHT : 0);
          await api.close();
          return passed;
        })(),
      );
      if (running.length === 2) untouched = await running.shift();
    }
    await Promise.all(running);
    // It did pass many points.
    expect(untouched).toBeGreaterThan(20);
  }, 180_000);

  test('held up by another process that has the file locked: an alarm, and on when it is free', async ({
    expect,
  }) => {
    const file = await filled('locked', 3, 1);
    const api = await startDouble();
    const alarms: string[] = [];
    const log = { info: () => {}, warn: () => {}, error: (event: string) => void alarms.push(event) };
    using other = new DatabaseSync(file);
    let locked = false;
    const living = live({
      file,
      apiRoot: api.apiRoot,
      start: MORNING,
      log,
      point(name) {
        if (locked || name !== 'after takeLease') return;
        locked = true;
        other.exec('begin immediate');
      },
    });
    while (alarms.length === 0) await turn();
    expect(api.calls).toEqual([]);
    expect(alarms[0]).toContain('nothing can be sent');
    other.exec('commit');
    await living;
    check(file, api, 3, 1, 0);
    await api.close();
  }, 60_000);

  test(`killed ${KILLS} times at random, also while it takes up what the last life left`, async ({
    expect,
  }) => {
    const [chats, each] = [Math.max(20, KILLS / 2), 8];
    const chance = seeded(SEED);
    const file = await filled('random', chats, each);
    const api = await startDouble({ latency: () => 1 + chance() * 4 });
    let start = MORNING;
    let kills = 0;
    for (let life = 0; kills < KILLS; life++) {
      start += HOUR;
      // One in four dies before it sends anything.
      const point = life % 4 === 3 ? 1 + Math.floor(chance() * 8) : 0;
      const until = api.calls.length + Math.floor(chance() * 6);
      const { child, ended } = lifeIn(file, api, start, point);
      let over = false;
      void ended.then(() => {
        over = true;
      });
      while (!over && (point > 0 || api.calls.length <= until)) await turn();
      child.kill('SIGKILL');
      if ((await ended) === undefined) kills++;
      else break;
    }
    await live({ file, apiRoot: api.apiRoot, start: start + HOUR });
    check(file, api, chats, each, IN_FLIGHT * kills);
    expect(kills, 'all kills came in between').toBe(KILLS);
    await api.close();
  }, 1_800_000);
});

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
