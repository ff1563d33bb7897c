import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { TestPostgres } from './postgres-server.ts';

const given: TestPostgres = inject('postgres');
const made: string[] = [];
let count = 0;

/** Why tests on Postgres are skipped, or nothing when they run. Where one is required its absence fails the run. */
export const skipReason = 'reason' in given ? given.reason : undefined;

/** The address of an empty place of one's own in the tests' database; it goes when the test file is through, or with the server. */
export async function emptyDatabase(): Promise<string> {
  if ('reason' in given) throw new Error(given.reason);
  const name = `mujaz_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}_${++count}`;
  await run(`create schema ${name}`);
  made.push(name);
  const url = new URL(given.url);
  url.searchParams.set('options', `-c search_path=${name}`);
  return url.href;
}

afterAll(async () => {
  // A server of the run's own goes with its folder, which takes no time for each table.
  if ('stays' in given && !given.stays) return;
  for (const name of made.splice(0)) await run(`drop schema ${name} cascade`);
});

/** Runs one statement beside everything else. */
export async function run<Row = Record<string, unknown>>(sql: string, url?: string): Promise<Row[]> {
  if ('reason' in given) throw new Error(given.reason);
  const client = new pg.Client({ connectionString: url ?? given.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}
