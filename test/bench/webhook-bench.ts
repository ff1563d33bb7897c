/** The real program while so many updates a second are brought to it, each from another chat and every tenth of them twice. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { ownServer } from '../support/postgres-server.ts';
import type { Figures } from './figures.ts';
import { printTable } from './figures.ts';
import { spreadOf } from './timing.ts';
import { updateOf } from './webhook-updates.ts';

const here = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));
/** How the bot is started: `exec …`. */
const START: string = JSON.parse(readFileSync(here('../../package.json'), 'utf8')).scripts.start;
const RATE = 1000;
/** Every so many ms some updates leave, whether those before them are answered or not. */
const BEAT = 5;
/** How long an answer of the Bot API server takes, in ms. */
const LATENCY = 50;
/** Telegram's most connections to one webhook. */
const CONNECTIONS = 100;
const SECRET = 'the-word-of-the-benchmark';

/** One process on SQLite, then two on Postgres. */
export async function benchWebhook(seconds: number): Promise<void> {
  const columns = [{ name: 'SQLite', figures: await onSqlite(seconds) }];
  columns.push({ name: 'Postgres, 2 processes', figures: await onPostgres(seconds) });
  printTable(`${RATE} updates a second for ${seconds} s`, columns);
}

async function onSqlite(seconds: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'));
  try {
    return await measure(`sqlite:${join(folder, 'mujaz.db')}`, 1, seconds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(seconds: number): Promise<Figures> {
  const server = await ownServer({ durable: true });
  try {
    return await measure(server.url, 2, seconds);
  } finally {
    await server.remove();
  }
}

async function measure(url: string, processes: number, seconds: number): Promise<Figures> {
  const telegram = spawn(process.execPath, [here('webhook-server.ts'), String(LATENCY)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = await once(telegram.stdout.setEncoding('utf8'), 'data');
  const programs = [];
  for (let each = 0; each < processes; each++) programs.push(await start(url, String(port).trim()));
  const pools = programs.map(({ at }) => new Pool(at, { connections: CONNECTIONS / processes }));
  await storm(programs, pools, 1);
  const before = await cpuOf(programs);
  const began = performance.now();
  const { answers, refused } = await storm(programs, pools, seconds);
  const cpu = ((await cpuOf(programs)) - before) / ((performance.now() - began) / 1000);
  const ended = performance.now();
  while ((await figure(programs[0]?.at, 'mujaz_due_lag_seconds{work="update"}')) > 0) await wait(50);
  const handledAfter = performance.now() - ended;
  await Promise.all(pools.map((pool) => pool.close()));
  for (const { child } of programs) child.kill('SIGTERM');
  await Promise.all(programs.map(({ gone }) => gone));
  telegram.stdin.end();
  const [seen] = await once(telegram.stdout, 'data');
  const { answered = 0, twice = 0 } = JSON.parse(String(seen)) as Figures;
  const { p50, p99 } = spreadOf(answers);
  return {
    'answered a second': answers.length / seconds,
    'answer p50, ms': p50,
    'answer p99, ms': p99,
    'longest answer, ms': Math.max(...answers),
    'not answered with 200': refused,
    'handled after the last answer, ms': handledAfter,
    'not handled': RATE * (seconds + 1) - answered,
    'handled twice': twice,
    'CPU, % of a core': cpu * 100,
  };
}

type Program = Awaited<ReturnType<typeof start>>;

async function start(url: string, telegram: string) {
  const child = spawn('sh', ['-c', START], {
    cwd: here('../..'),
    env: {
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      HOME: process.env.HOME ?? '',
      BOT_TOKEN: '7000000001:benchmark',
      TELEGRAM_API_ROOT: `http://127.0.0.1:${telegram}`,
      WEBHOOK_URL: 'http://127.0.0.1:1/telegram',
      WEBHOOK_SECRET: SECRET,
      PORT: '0',
      DATABASE_URL: url,
      SOURCES_FILE: 'test/fixtures/no-sources.json',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'close');
  let told = '';
  const started = Promise.withResolvers<string>();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    const at = /"at":"(http:[^"]+)"/.exec(told)?.[1];
    if (at && told.includes('bot started')) started.resolve(at);
  });
  void gone.then(() => started.reject(new Error(told)));
  return { child, gone, at: await started.promise };
}

let next = 0;

/** Brings updates at the rate for so long, in turn to each process; how long each answer took, in ms from when it was due to leave. */
async function storm(programs: readonly Program[], pools: readonly Pool[], seconds: number) {
  const answers: number[] = [];
  let refused = 0;
  const began = performance.now();
  const bring = async (id: number, to: number, due: number) => {
    const { statusCode, body } = await (pools[to % programs.length] as Pool).request({
      path: '/telegram',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
      body: updateOf(id).body,
    });
    await body.dump();
    answers.push(performance.now() - began - due);
    if (statusCode !== 200) refused++;
  };
  const under: Promise<void>[] = [];
  const each = 1000 / RATE;
  for (let due = 0; due < seconds * 1000; ) {
    const late = performance.now() - began;
    for (; due <= late && due < seconds * 1000; due += each) {
      const id = next++;
      under.push(bring(id, id, due));
      if (id % 10 === 0) under.push(bring(id, id + 1, due));
    }
    await wait(BEAT);
  }
  await Promise.all(under);
  return { answers, refused };
}

async function figure(at: string | undefined, name: string): Promise<number> {
  const text = await (await fetch(`${at}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length));
}

/** Seconds of processor time that all of them have used. */
async function cpuOf(programs: readonly Program[]): Promise<number> {
  const used = await Promise.all(programs.map(({ at }) => figure(at, 'process_cpu_seconds_total')));
  return used.reduce((sum, each) => sum + each, 0);
}
