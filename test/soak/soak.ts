/**
 * `npm run soak -- [kills|processes|webhook|use] [--kills 1000] [--chats 5000] [--fault none|kill|restart|stall] [--updates 3000] [--minutes 60]`:
 * the long proofs. A thousand kills of the sender; three programs on one Postgres while something happens to them; two that are brought
 * updates, and one killed; an hour of use by twenty chats. Ends with 1 when one fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { misused, readCall } from '../../src/call.ts';
import type { Column } from '../bench/figures.ts';
import { printTable } from '../bench/figures.ts';
import type { Fault } from './three-programs.ts';
import { FAULTS, runThree } from './three-programs.ts';
import { runWebhookKill } from './webhook-kill.ts';

const WHICH = ['kills', 'processes', 'webhook', 'use'];
const USAGE = `Usage: npm run soak -- [${WHICH.join('|')}] [--kills 1000] [--chats 5000] [--fault ${FAULTS.join('|')}] [--updates 3000] [--minutes 60]`;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const call = readCall(args, USAGE, {
    kills: { type: 'string', default: '1000' },
    chats: { type: 'string', default: '5000' },
    fault: { type: 'string' },
    updates: { type: 'string', default: '3000' },
    minutes: { type: 'string', default: '60' },
  });
  if ('exitCode' in call) return call.exitCode;
  const { positionals, values } = call;
  const [which] = positionals;
  const faults = FAULTS.filter((fault) => values.fault === undefined || values.fault === fault);
  if (faults.length === 0 || !WHICH.includes(which ?? 'kills')) {
    return misused(USAGE);
  }
  const kept: boolean[] = [];
  const wanted = (name: string) => which === undefined || which === name;
  if (wanted('kills')) kept.push(await killed(values.kills));
  if (wanted('processes')) kept.push(await processes(Number(values.chats), faults));
  if (wanted('webhook')) kept.push(await webhook(Number(values.updates)));
  if (wanted('use')) kept.push(await used(values.minutes));
  return kept.every(Boolean) ? 0 : 1;
}

/** The sender of one process, killed so often at random points; see the test itself. */
async function killed(times: string): Promise<boolean> {
  const vitest = spawn('vitest', ['run', 'test/app/delivery-kills.test.ts'], {
    stdio: 'inherit',
    env: { ...process.env, KILLS: times },
  });
  const [code] = await once(vitest, 'close');
  return code === 0;
}

/** One program and a crowd; what it did and what went wrong is told by the script itself. */
async function used(minutes: string): Promise<boolean> {
  const script = fileURLToPath(new URL('./use.ts', import.meta.url));
  const child = spawn(process.execPath, [script, '--minutes', minutes], { stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return code === 0;
}

/** Each fault in a run of its own, one column of figures for each; what breaks a promise is named. */
async function processes(chats: number, faults: readonly Fault[]): Promise<boolean> {
  const columns = [];
  const broken: string[] = [];
  for (const fault of faults) {
    const { figures, breaches } = await runThree(chats, fault);
    columns.push({ name: fault, figures });
    broken.push(...breaches.map((breach) => `${fault}: ${breach}`));
  }
  return told(`three programs, ${chats} chats`, columns, broken);
}

async function webhook(updates: number): Promise<boolean> {
  const { figures, breaches } = await runWebhookKill(updates);
  return told('two programs at a webhook', [{ name: `${updates} updates`, figures }], breaches);
}

function told(title: string, columns: readonly Column[], breaches: readonly string[]): boolean {
  printTable(title, columns);
  for (const breach of breaches) console.log(`✗ ${breach}`);
  return breaches.length === 0;
}
