/**
 * `node test/soak/use.ts [--warm 20000] [--minutes 60] [--pause 400] [--seed 1]`, or `npm run soak -- use`: twenty chats use
 * the real program through the playground's Bot API, while feeds bring news. `--warm` deeds go before the minutes that
 * are measured: deeds and not minutes, or a busy machine would have done less before the measuring begins. Told in the end: what was done, errors in the program's log, calls that
 * the Bot API's specification does not allow, answers other than 200, and the slope of memory. Exit 1 on any error,
 * offence or leak.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { below, seeded } from '../bench/chance.ts';
import { runPlayground, TOKEN } from '../support/playground.ts';
import { violations } from '../support/specification.ts';
import { gather } from './crowd.ts';
import { doSomething } from './deeds.ts';
import { ASKED_EVERY, openPresses } from './presses.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SAMPLE_MS = 15_000;
/** The pauses are so many times shorter while caches fill and code is compiled: what comes after counts as growth. */
const BRISK = 10;
/** Bytes an hour that may be noise. */
const MOST_GROWTH = 1_000_000;
/** Answers that belong to blocking the bot, putting it out and pressing old buttons. */
const EXPECTED =
  /^403 |message is not modified|query is too old|message to edit not found|message to be replied not found/;

const { values } = parseArgs({
  options: {
    warm: { type: 'string', default: '20000' },
    minutes: { type: 'string', default: '60' },
    pause: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
  },
});
const chance = seeded(Number(values.seed));
const pick = (n: number) => below(chance, n);
const folder = mkdtempSync(join(tmpdir(), 'mujaz-use-'));
const playground = await runPlayground({ now: Date.now });
const { world } = playground;
const presses = await openPresses(pick);
const sources = join(folder, 'sources.json');
writeFileSync(sources, JSON.stringify(presses.sources));

const DATABASE_URL = `sqlite:${join(folder, 'mujaz.db')}`;
const archive = join(folder, 'before.ndjson');
writeFileSync(archive, presses.before.map((article) => JSON.stringify(article)).join('\n'));
execFileSync(process.execPath, ['src/cli/import.ts', archive], {
  cwd: ROOT,
  env: { DATABASE_URL },
  stdio: ['ignore', 'ignore', 'inherit'],
});

/** `npm start`, with a way to ask what it holds. */
const command: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts.start.replace(
  ' node ',
  ' node --expose-gc --import ./test/soak/memory.mjs ',
);
const program = spawn('sh', ['-c', command], {
  cwd: ROOT,
  env: {
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    PORT: '0',
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: playground.apiRoot,
    DATABASE_URL,
    SOURCES_FILE: sources,
    ALLOW_PRIVATE_NETWORK: 'true',
    POLL_MINUTES: `${ASKED_EVERY}`,
    ADMIN_IDS: '5001',
  },
});
const counts = new Map<string, number>();
const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
const errors: string[] = [];
const samples: { hours: number; rss: number; heapUsed: number; code: number }[] = [];
const began = performance.now();
const hours = () => (performance.now() - began) / 3_600_000;
for (const stream of [program.stdout, program.stderr]) {
  createInterface({ input: stream }).on('line', (line) => {
    const memory = /^memory (.*)$/.exec(line)?.[1];
    if (memory) samples.push({ hours: hours(), ...JSON.parse(memory) });
    else if (!line.startsWith('{') || JSON.parse(line).level >= 50) errors.push(line);
  });
}
let over = false;
program.on('exit', (code) => {
  if (!over) errors.push(`the program ended with ${code}`);
  over = true;
});

const places = gather(world);
for (const { kind, chatId } of places)
  if (kind === 'private') world.say({ chatId, fromId: chatId, text: '/start' });
const offences = new Set<string>();
let checked = world.journal.at(-1);
let [sampled, printed] = [began, began];
let deeds = 0;
let warmAt = Number.POSITIVE_INFINITY;
while (performance.now() < warmAt + Number(values.minutes) * 60_000 && !over) {
  const done = await doSomething({ world, places, pick, clock: nextMinute });
  if (done) add(done);
  if (++deeds === Number(values.warm)) warmAt = performance.now();
  look();
  if (performance.now() - sampled > SAMPLE_MS) {
    sampled = performance.now();
    program.kill('SIGUSR2');
    if (printed + 300_000 < sampled) {
      printed = sampled;
      process.stderr.write(`${Math.round(hours() * 60)} min: ${JSON.stringify(samples.at(-1))}\n`);
    }
  }
  const pause = Number(values.pause) / (deeds < Number(values.warm) ? BRISK : 1);
  await wait(pause * chance() * 2);
}
look();
over = true;
program.kill('SIGTERM');
const code = await new Promise((ended) => program.once('exit', ended));
await presses.close();
await playground.close();
rmSync(folder, { recursive: true });

const settled = samples.filter(({ hours: at }) => began + at * 3_600_000 > warmAt);
const grown = (what: 'heapUsed' | 'rss' | 'code') =>
  slope(settled.map((sample) => [sample.hours, sample[what]]));
const growth = grown('heapUsed');
const mb = (bytes: number) => Math.round(bytes / 10_000) / 100;
process.stdout.write(
  `${JSON.stringify(
    {
      minutes: Math.round(hours() * 60),
      done: Object.fromEntries(counts),
      exit: code,
      errors,
      offences: [...offences],
      warmMinutes: Math.round((warmAt - began) / 60_000),
      heapMbAnHour: mb(growth),
      codeMbAnHour: mb(grown('code')),
      residentMbAnHour: mb(grown('rss')),
      residentMb: mb(settled.at(-1)?.rss ?? 0),
    },
    null,
    2,
  )}\n`,
);
process.exitCode = errors.length + offences.size > 0 || code !== 0 || growth > MOST_GROWTH ? 1 : 0;

/** Looks at the calls made since the last look. */
function look(): void {
  const from = checked ? world.journal.lastIndexOf(checked) + 1 : 0;
  for (const entry of world.journal.slice(from)) {
    // A call without an answer is still under way.
    if (entry.answer === undefined) break;
    checked = entry;
    add(`call ${entry.method}`);
    for (const fault of violations(entry.method, entry.parameters)) offences.add(`${entry.method}: ${fault}`);
    if (entry.answer === 'dropped' || entry.answer.ok) continue;
    const told = `${entry.answer.error_code} ${entry.answer.description}`;
    add(`answer ${told}`);
    if (!EXPECTED.test(told)) offences.add(`${entry.method}: ${told}`);
  }
}

function nextMinute(): string {
  return new Date(Date.now() + 90_000).toISOString().slice(11, 16);
}

/** Least squares: how much the second grows with one of the first. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
