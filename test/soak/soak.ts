/**
 * `npm run soak -- [kills|processes] [--kills 1000] [--chats 5000] [--fault none|kill|restart|stall]`: the long proofs. A
 * thousand kills of the sender; three programs on one Postgres while something happens to them. Ends with 1 when one fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { printTable } from '../bench/figures.ts';
import type { Fault } from './three-programs.ts';
import { FAULTS, runThree } from './three-programs.ts';

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      kills: { type: 'string', default: '1000' },
      chats: { type: 'string', default: '5000' },
      fault: { type: 'string' },
    },
  });
  const [which] = positionals;
  const faults = FAULTS.filter((fault) => values.fault === undefined || values.fault === fault);
  if (faults.length === 0 || (which !== undefined && !['kills', 'processes'].includes(which))) {
    process.stderr.write('Usage: npm run soak -- [kills|processes] [--kills N] [--chats N] [--fault NAME]\n');
    return 2;
  }
  let failed = false;
  if (which !== 'processes') failed = !(await killed(values.kills));
  if (which !== 'kills') failed = !(await processes(Number(values.chats), faults)) || failed;
  return failed ? 1 : 0;
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

/** Each fault in a run of its own, one column of figures for each; what breaks a promise is named. */
async function processes(chats: number, faults: readonly Fault[]): Promise<boolean> {
  const columns = [];
  const broken: string[] = [];
  for (const fault of faults) {
    const { figures, breaches } = await runThree(chats, fault);
    columns.push({ name: fault, figures });
    broken.push(...breaches.map((breach) => `${fault}: ${breach}`));
  }
  printTable(`three programs, ${chats} chats`, columns);
  for (const breach of broken) console.log(`✗ ${breach}`);
  return broken.length === 0;
}
