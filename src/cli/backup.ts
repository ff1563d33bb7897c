import { existsSync } from 'node:fs';
import { complain, faultText, misused, readCall, unknownWords } from '../call.ts';
import { readConfig } from '../config.ts';
import { environment } from '../environment.ts';
import { backUp } from '../storage/backup.ts';
import { sqliteFile } from '../storage/open.ts';

const USAGE = 'Usage: npm run backup -- FILE';

process.exitCode = await run(process.argv.slice(2), environment());

/** Exit codes: 0 the copy is there and sound, 1 not, 2 called wrongly. */
async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const call = readCall(args, USAGE, {});
  if ('exitCode' in call) return call.exitCode;
  const [file, ...rest] = call.positionals;
  if (!file) return misused(USAGE);
  if (rest.length > 0) return misused(USAGE, unknownWords(rest));
  try {
    const { DATABASE_URL: url } = readConfig(environment, { readersStore: true });
    const source = sqliteFile(url);
    if (source === undefined)
      return complain(
        'The store is on Postgres: use pg_dump, for instance `pg_dump --format=custom --file=FILE`.',
      );
    if (!existsSync(source)) return complain(`There is nothing to back up: ${source} is not there.`);
    if (existsSync(file)) return complain(`${file} is there already; a backup replaces nothing.`);
    const { bytes, articles } = await backUp(source, file);
    process.stdout.write(
      `backed up ${articles} articles to ${file} (${(bytes / 2 ** 20).toFixed(1)} MiB); its integrity was checked.\n`,
    );
    return 0;
  } catch (error) {
    return complain(`There is no backup: ${faultText(error)}`);
  }
}
