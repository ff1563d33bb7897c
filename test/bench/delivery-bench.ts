import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TOKEN } from './delivery-texts.ts';
import type { Figures } from './figures.ts';
import { printTable } from './figures.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** How the bot is started: `exec node …`. */
const START: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts.start;
/** How long an answer of the server takes, in ms. */
const LATENCY = 50;
/** More a second than a server on this machine takes. */
const FLAT_OUT = 5000;
/** The longest time for the last notes, in ms. */
const NOTED_WITHIN = 2000;
const LOOKED_EVERY = 100;

/** What the probe tells. */
interface Usage {
  rss: number;
  cpu: number;
}
interface Run {
  rate: number;
  messages: number;
  port: string;
  /** The database, filled. */
  file: string;
}
/** The command of a subject, for `sh`, and its settings. */
type Subject = (run: Run) => { command: string; settings?: Record<string, string> };

/** `npm start`, in a house that nobody talks to. */
const bot: Subject = ({ rate, port, file }) => ({
  command: START,
  settings: {
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
    DATABASE_URL: `sqlite:${file}`,
    PORT: '0',
    SOURCES_FILE: here('../fixtures/no-sources.json'),
    LOG_LEVEL: 'error',
    MESSAGES_PER_SECOND: String(rate),
    PAID_BROADCAST: String(rate > 30),
  },
});
const sender: Subject = ({ rate, port, file }) => ({
  command: alike(`${here('delivery-sender.ts')} ${rate} ${port} ${file}`),
});
const loop: Subject = ({ rate, port, messages }) => ({
  command: alike(`${here('delivery-loop.ts')} ${rate} ${port} ${messages}`),
});

/** Another program under the bot's own flags. */
function alike(program: string): string {
  return START.replace('src/main.ts', program);
}

/** Fan-outs at the free rate, at a paid one, and as fast as it goes, each beside a loop over grammY's client. */
export async function benchDelivery(seconds: number): Promise<void> {
  for (const [title, ours, rate, messages] of [
    ['the free tier, 30 a second', bot, 30, 30 * seconds],
    ['paid, 1000 a second', bot, 1000, 1000 * seconds],
    ['flat out, the sender alone', sender, FLAT_OUT, 20_000],
  ] as const) {
    const columns = [];
    for (const [name, subject] of [
      ['Mujaz', ours],
      ['loop of sendMessage', loop],
    ] as const) {
      // The first start compiles: what that takes is not asked for.
      await measured(subject, rate, rate);
      columns.push({ name, figures: await measured(subject, rate, messages) });
    }
    printTable(`${title}, ${messages} messages`, columns);
  }
}

async function measured(subject: Subject, rate: number, messages: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-bench-'));
  const file = join(folder, 'mujaz.db');
  if (subject !== loop) {
    await promisify(execFile)(process.execPath, [here('delivery-filling.ts'), file, String(messages)]);
  }
  const limit = rate === 30 ? 30 : 0;
  const server = spawn(
    process.execPath,
    [here('delivery-server.ts'), String(LATENCY), String(limit), String(messages)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const said = createInterface(server.stdout)[Symbol.asyncIterator]();
  const next = async () => String((await said.next()).value);
  const { command, settings } = subject({ rate, messages, port: await next(), file });
  const program = spawn('sh', ['-c', command], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: `--import ${here('delivery-probe.mjs')}`, ...settings },
  });
  const ended = once(program, 'exit');
  await next();
  const usage = await observed(program, next());
  if (subject !== loop) await noted(file, messages);
  program.kill('SIGTERM');
  await ended;
  server.stdin.end();
  const { arrived = 0, ...seen }: Figures = JSON.parse(await next());
  const sent = subject === loop ? {} : { 'on record as sent': sentOf(file) };
  rmSync(folder, { recursive: true });
  return { ...seen, lost: messages - arrived, ...usage, ...sent };
}

/** Processor time as a share of one core, and the most memory, until this is over. */
async function observed(program: ChildProcess, over: Promise<unknown>): Promise<Figures> {
  const first = await usageOf(program);
  const began = performance.now();
  let last = first;
  let memory = first.rss;
  const through = over.then(() => true);
  while (!(await Promise.race([through, wait(LOOKED_EVERY, false)]))) {
    last = await usageOf(program);
    memory = Math.max(memory, last.rss);
  }
  last = await usageOf(program);
  return {
    'CPU, % of a core': (last.cpu - first.cpu) / 10 / (performance.now() - began),
    'memory before, MiB': first.rss / 2 ** 20,
    'memory, MiB': memory / 2 ** 20,
  };
}

async function usageOf(program: ChildProcess): Promise<Usage> {
  const told = once(program, 'message');
  program.send('usage');
  const [usage] = (await told) as [Usage];
  return usage;
}

/** Waits for the notes of the last answers. */
async function noted(file: string, messages: number): Promise<void> {
  const until = performance.now() + NOTED_WITHIN;
  while (sentOf(file) < messages && performance.now() < until) await wait(LOOKED_EVERY);
}

function sentOf(file: string): number {
  using database = new DatabaseSync(file, { readOnly: true });
  return Number(database.prepare("select count(*) as n from deliveries where state = 'sent'").get()?.n);
}
