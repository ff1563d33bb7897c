import { existsSync } from 'node:fs';
import { misused, readCall } from '../call.ts';
import { ConfigFaults, readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import { backUp } from '../storage/backup.ts';

const USAGE = 'Usage: npm run backup -- FILE';

process.exitCode = await run(process.argv.slice(2), environment());

/** Exit codes: 0 the copy is there and sound, 1 not, 2 called wrongly. */
async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const call = readCall(args, USAGE, {});
  if ('exitCode' in call) return call.exitCode;
  const [file, ...rest] = call.positionals;
  if (!file || rest.length > 0) return misused(USAGE);
  try {
    const { DATABASE_URL: url } = readConfig(environment, { readersStore: true });
    const source = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1];
    if (source === undefined)
      return complain(
        'The store is on Postgres: use pg_dump, for instance `pg_dump --format=custom --file=FILE`.',
        1,
      );
    if (!existsSync(source)) return complain(`There is nothing to back up: ${source} is not there.`, 1);
    if (existsSync(file)) return complain(`${file} is there already; a backup replaces nothing.`, 1);
    const { bytes, articles } = await backUp(source, file);
    process.stdout.write(
      `backed up ${articles} articles to ${file} (${(bytes / 2 ** 20).toFixed(1)} MiB); its integrity was checked.\n`,
    );
    return 0;
  } catch (error) {
    if (error instanceof ConfigFaults)
      return complain(
        `These settings need mending:\n${error.faults.map((fault) => `  ${fault}`).join('\n')}`,
        1,
      );
    return complain(`There is no backup: ${error instanceof Error ? error.message : String(error)}`, 1);
  }
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}
