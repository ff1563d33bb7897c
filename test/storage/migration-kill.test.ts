/** A program killed in the middle of changing the store's shape leaves the old shape or the new one, never between. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Driver, Session } from '../../src/storage/driver.ts';
import { migrate } from '../../src/storage/migrations.ts';
import { connect } from '../../src/storage/open.ts';
import { MORNING } from '../support/articles.ts';
import { emptyDatabase, skipReason } from '../support/postgres.ts';

/** Programs killed for each engine; the places are spread over all statements, the ends of steps among them. */
const KILLS = 4;
const ENGINES = ['SQLite', 'Postgres'] as const;
const folder = mkdtempSync(join(tmpdir(), 'mujaz-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const emptyPlace = async (engine: (typeof ENGINES)[number]) =>
  engine === 'SQLite' ? `sqlite:${join(folder, `${++files}.db`)}` : emptyDatabase();

/** The driver, telling of each statement that has been done. */
function heard(driver: Driver, onStatement: (sql: string) => unknown): Driver {
  const hear = (session: Session): Session => ({
    async query(sql, parameters) {
      const rows = await session.query<never>(sql, parameters);
      await onStatement(sql);
      return rows;
    },
  });
  return {
    ...driver,
    query: hear(driver).query,
    transaction: (work) => driver.transaction((session) => work(hear(session))),
  };
}

/** Everything that has a shape, as text. */
async function shape(driver: Driver): Promise<string> {
  const questions =
    driver.dialect.name === 'sqlite'
      ? ['select name, sql from sqlite_master order by name, sql']
      : [
          `select table_name, column_name, data_type, collation_name, is_nullable from information_schema.columns
            where table_schema = current_schema() order by table_name, ordinal_position`,
          `select indexname, replace(indexdef, schemaname, '') as def from pg_indexes
            where schemaname = current_schema() order by indexname`,
          'select proname from pg_proc where pronamespace = current_schema()::regnamespace order by proname',
        ];
  const answers = [];
  for (const sql of questions) answers.push(await driver.query(sql));
  return JSON.stringify(answers);
}

async function stepsTaken(driver: Driver): Promise<number> {
  const rows = await driver.query('select id from migrations').catch(() => []);
  return rows.length;
}

describe.each(ENGINES)('a program killed while it migrates %s', (engine) => {
  test.skipIf(engine === 'Postgres' && skipReason)(
    'leaves the old shape or the new one',
    async () => {
      // How a store looks after each step, and at which statements steps end.
      const shapes: string[] = [];
      const ends: number[] = [];
      let statements = 0;
      const whole = await connect(await emptyPlace(engine));
      await migrate(
        heard(whole, (sql) => {
          statements++;
          if (sql.startsWith('insert into migrations')) ends.push(statements);
        }),
        MORNING,
      );
      for (let steps = 0; steps <= ends.length; steps++) {
        const driver = await connect(await emptyPlace(engine));
        let taken = 0;
        const stopping = heard(driver, (sql) => {
          if (sql.startsWith('insert into migrations') && ++taken > steps) throw new Error('enough');
        });
        await migrate(stopping, MORNING).catch(() => {});
        shapes.push(await shape(driver));
        await driver.close();
      }
      expect(shapes.at(-1)).toBe(await shape(whole));
      expect(new Set(shapes).size).toBe(ends.length + 1);
      await whole.close();

      const spread = Array.from(
        { length: KILLS },
        (_, at) => 1 + Math.floor((at * (statements - 1)) / KILLS),
      );
      // Some places in the midst of steps, and the ends of the last steps; each place costs a program.
      for (const place of new Set([...spread, ...ends.slice(-3)])) {
        const url = await emptyPlace(engine);
        await killedAfter(place, url);
        const driver = await connect(url);
        const steps = await stepsTaken(driver);
        if (place > (ends[0] ?? 0)) expect(steps).toBeGreaterThan(0);
        if (steps > 0) expect(await shape(driver)).toBe(shapes[steps]);
        await migrate(driver, MORNING);
        expect(await shape(driver)).toBe(shapes.at(-1));
        await driver.close();
      }
    },
    120_000,
  );
});

/** Migrates in a program of its own, which is killed once it has done so many statements. */
async function killedAfter(statements: number, url: string): Promise<void> {
  const source = (path: string) => JSON.stringify(new URL(`../../src/storage/${path}`, import.meta.url).href);
  const program = `
    const { connect } = await import(${source('open.ts')});
    const { migrate } = await import(${source('migrations.ts')});
    (await import('node:module')).flushCompileCache();
    const driver = await connect(${JSON.stringify(url)});
    let left = ${statements};
    const killing = (session) => ({
      async query(...asked) {
        const rows = await session.query(...asked);
        if (--left === 0) {
          process.kill(process.pid, 'SIGKILL');
          await new Promise(() => {});
        }
        return rows;
      },
    });
    const transaction = (work) => driver.transaction((session) => work(killing(session)));
    await migrate({ ...driver, query: killing(driver).query, transaction }, ${MORNING});`;
  const signal = await new Promise((ended) => {
    execFile(
      process.execPath,
      ['--input-type=module', '-e', program],
      { env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') } },
      (fault) => ended(fault?.signal),
    );
  });
  expect(signal).toBe('SIGKILL');
}
