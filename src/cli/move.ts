import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import type { Driver } from '../storage/driver.ts';
import type { MoveReport } from '../storage/move.ts';
import { moveStore } from '../storage/move.ts';
import { connect } from '../storage/open.ts';

const USAGE =
  'Usage: npm run move -- --from sqlite:FILE --to postgres://USER:PASSWORD@HOST/DATABASE (or the other way)';

process.exitCode = await run(process.argv.slice(2));

/** Exit codes: 0 everything over and equal, 1 not, 2 called wrongly. */
async function run(args: readonly string[]): Promise<number> {
  const urls = asked(args);
  if (!urls) return complain(USAGE, 2);
  const file = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(urls.from)?.[1];
  if (file !== undefined && !existsSync(file))
    return complain(`Nothing was moved: there is no file ${file}.`, 1);
  const drivers: Driver[] = [];
  const shown = progress();
  try {
    const [source, target] = [await connect(urls.from), await connect(urls.to)];
    drivers.push(source, target);
    const { tables, rows } = await moveStore(source, target, shown.report, Date.now());
    shown.stop();
    process.stdout.write(
      `moved ${tables} tables, ${rows} rows; counts and checksums are equal.\nSet DATABASE_URL to the new place and start the bot.\n`,
    );
    return 0;
  } catch (error) {
    shown.stop();
    return complain(`The move stopped: ${error instanceof Error ? error.message : String(error)}`, 1);
  } finally {
    for (const driver of drivers) await driver.close();
  }
}

function asked(args: readonly string[]): { from: string; to: string } | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { from: { type: 'string' }, to: { type: 'string' } },
    });
    const { from, to } = values;
    return from && to && from !== to ? { from, to } : undefined;
  } catch {
    return undefined;
  }
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
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
