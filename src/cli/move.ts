import { existsSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import { complain, faultText, misused, readCall, unknownWords } from '../call.ts';
import type { Driver } from '../storage/driver.ts';
import type { MoveReport } from '../storage/move.ts';
import { moveStore } from '../storage/move.ts';
import { connect, sqliteFile } from '../storage/open.ts';

const USAGE =
  'Usage: npm run move -- --from sqlite:FILE --to postgres://USER:PASSWORD@HOST/DATABASE (or the other way)';

process.exitCode = await run(process.argv.slice(2));

/** Exit codes: 0 everything over and equal, 1 not, 2 called wrongly. */
async function run(args: readonly string[]): Promise<number> {
  const call = readCall(args, USAGE, { from: { type: 'string' }, to: { type: 'string' } });
  if ('exitCode' in call) return call.exitCode;
  const { from, to } = call.values;
  const { positionals } = call;
  if (positionals.length > 0) return misused(USAGE, unknownWords(positionals));
  if (!from || !to) return misused(USAGE);
  if (from === to) return misused(USAGE, '--from and --to name one place.');
  const file = sqliteFile(from);
  if (file !== undefined && !existsSync(file))
    return complain(`Nothing was moved: there is no file ${file}.`);
  const drivers: Driver[] = [];
  const shown = progress();
  try {
    const [source, target] = [await connect(from), await connect(to)];
    drivers.push(source, target);
    const { tables, rows } = await moveStore(source, target, shown.report, Date.now());
    shown.stop();
    process.stdout.write(
      `moved ${tables} tables, ${rows} rows; counts and checksums are equal.\nSet DATABASE_URL to the new place and start the bot.\n`,
    );
    return 0;
  } catch (error) {
    shown.stop();
    return complain(`The move stopped: ${faultText(error)}`);
  } finally {
    for (const driver of drivers) await driver.close();
  }
}

/** A bar for each table on a terminal; elsewhere a line for each tenth of one. */
function progress(): { report: MoveReport; stop(): void } {
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: '{table} {bar} {value} of {total}', hideCursor: true, clearOnComplete: true })
    : undefined;
  let current = '';
  let told = 0;
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  return {
    report: {
      moved(table, rows, of) {
        if (table !== current) {
          bar?.stop();
          bar?.start(of, 0, { table });
          [current, told] = [table, 0];
        }
        bar?.update(rows);
        if (bar || rows === 0 || (rows < of && rows < told + of / 10)) return;
        told = rows;
        say(`${table}: ${rows} of ${of}`);
      },
      indexing() {
        bar?.stop();
        say('the search index is being made');
      },
      compared(table, rows) {
        bar?.stop();
        say(`${table}: ${rows} rows are equal`);
      },
    },
    stop: () => bar?.stop(),
  };
}
