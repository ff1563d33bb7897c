import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figures } from './figures.ts';
import { printTable } from './figures.ts';

const here = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));
/** As `npm start` runs the bot. */
const FLAGS = ['--import', here('../../src/compile-cache.mjs'), '--max-semi-space-size=2'];
/** How long an answer of the server takes, in ms. */
const LATENCY = 50;
/** More a second than a server on this machine takes. */
const FLAT_OUT = 5000;

/** Fan-outs at the free rate, at a paid one, and as fast as it goes, each beside a loop over grammY's client. */
export async function benchDelivery(seconds: number): Promise<void> {
  for (const [title, rate, messages] of [
    ['the free tier, 30 a second', 30, 30 * seconds],
    ['paid, 1000 a second', 1000, 1000 * seconds],
    ['flat out', FLAT_OUT, 20_000],
  ] as const) {
    const columns = [];
    for (const [name, subject] of [
      ['Mujaz', 'sending'],
      ['loop of sendMessage', 'loop'],
    ] as const) {
      columns.push({ name, figures: await measured(subject, rate, messages) });
    }
    printTable(`${title}, ${messages} messages`, columns);
  }
}

async function measured(subject: string, rate: number, messages: number): Promise<Figures> {
  const limit = rate === 30 ? '30' : '0';
  const server = spawn(process.execPath, [here('delivery-server.ts'), String(LATENCY), limit], {
    stdio: ['pipe', 'pipe', 'inherit'],
  }) as unknown as ChildProcessWithoutNullStreams;
  server.stdout.setEncoding('utf8');
  const [port] = (await once(server.stdout, 'data')) as [string];
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...FLAGS,
    here('delivery-subject.ts'),
    subject,
    String(rate),
    String(messages),
    port.trim(),
  ]);
  server.stdin.end();
  const [seen] = (await once(server.stdout, 'data')) as [string];
  const { arrived = 0, ...figures } = JSON.parse(seen) as Figures;
  return { ...figures, lost: messages - arrived, ...JSON.parse(stdout) };
}
