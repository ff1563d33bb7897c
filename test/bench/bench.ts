/**
 * `npm run bench -- search|stories|store|ingest|digests|summary [--articles N[,N]] [--feeds N]`, or `delivery|webhook
 * [--seconds N]`: figures of this machine, beside its peers in the same run. Without a name all of them, and in the end
 * one table; `--write FILE` puts it there.
 */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { misused, readCall } from '../../src/call.ts';
import { benchDelivery } from './delivery-bench.ts';
import type { Column, Figures } from './figures.ts';
import { printed, printTable } from './figures.ts';
import { benchIngest } from './ingest-bench.ts';
import { benchWebhook } from './webhook-bench.ts';
import { wholeTable } from './whole.ts';

const USAGE =
  'Usage: npm run bench -- [search|stories|store|ingest|digests|summary|delivery|webhook] [--articles 10000,100000] [--feeds 1000] [--seconds 20] [--write docs/benchmarks.md]';
/** The heading under which the table is written. */
const MEASURED = '## The last run';
const SUBJECT = fileURLToPath(new URL('./subject.ts', import.meta.url));
/** More articles than these take peers that live in memory too much of it, or too long. */
const MOST = { minisearch: 100_000, orama: 50_000 };

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const call = readCall(args, USAGE, {
    articles: { type: 'string', default: '10000,100000' },
    feeds: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '20' },
    write: { type: 'string' },
  });
  if ('exitCode' in call) return call.exitCode;
  const { positionals, values } = call;
  const [name] = positionals;
  if (name === undefined) {
    await whole(Number(values.seconds), values.write);
    return 0;
  }
  if (name === 'delivery') {
    await benchDelivery(Number(values.seconds));
    return 0;
  }
  if (name === 'webhook') {
    await benchWebhook(Number(values.seconds));
    return 0;
  }
  const given = name === 'ingest' ? values.feeds : values.articles;
  const sizes = given.split(',').map((size) => Number(size.replaceAll('_', '')));
  const bench = { search, stories, store, ingest, digests, summary }[name];
  if (!bench || !sizes.every((size) => Number.isInteger(size) && size >= (name === 'ingest' ? 1 : 100))) {
    return misused(USAGE);
  }
  await bench(sizes);
  return 0;
}

/** All of it at sizes that take a quarter of an hour; under its heading the file keeps what stands before the table. */
async function whole(seconds: number, file: string | undefined): Promise<void> {
  await search([10_000, 100_000]);
  await stories([10_000]);
  await store([10_000]);
  await ingest([1000]);
  await digests([10_000]);
  await summary([2000]);
  await benchDelivery(seconds);
  await benchWebhook(seconds);
  const table = wholeTable(printed, new Date().toISOString().slice(0, 10));
  console.log(`\n${table}`);
  if (!file) return;
  const before = readFileSync(file, 'utf8').split(MEASURED)[0] ?? '';
  writeFileSync(file, `${before}${MEASURED}\n\n${table}`);
}

async function search(sizes: readonly number[]): Promise<void> {
  const ours: Column[] = [];
  for (const size of sizes) {
    const columns = [{ name: 'Mujaz', figures: await measured('mujaz', size) }];
    if (size <= MOST.minisearch)
      columns.push({ name: 'MiniSearch', figures: await measured('minisearch', size) });
    if (size <= MOST.orama) columns.push({ name: 'Orama', figures: await measured('orama', size) });
    printTable(`search, ${size} articles`, columns);
    ours.push({ name: `${size} articles`, figures: columns[0]?.figures ?? {} });
  }
  if (ours.length > 1) printTable('search, growth', ours);
}

async function stories(sizes: readonly number[]): Promise<void> {
  const columns: Column[] = [];
  for (const size of sizes) {
    const figures = { ...(await measured('assignment', size)), ...(await measured('ingest', size)) };
    columns.push({ name: `${size} articles`, figures });
  }
  printTable('stories', columns);
}

/** Both engines on the same work. */
async function store(sizes: readonly number[]): Promise<void> {
  for (const size of sizes) {
    printTable(`store, ${size} articles`, [
      { name: 'SQLite', figures: await measured('sqlite', size) },
      { name: 'Postgres', figures: await measured('postgres', size) },
    ]);
  }
}

/** Chats instead of articles: all due in one minute. */
async function digests(sizes: readonly number[]): Promise<void> {
  const columns: Column[] = [];
  for (const size of sizes) {
    columns.push({ name: `${size} chats`, figures: await measured('digests', size) });
  }
  printTable('digests due at once', columns);
}

async function summary(sizes: readonly number[]): Promise<void> {
  const columns: Column[] = [];
  for (const size of sizes)
    columns.push({ name: `${size} articles`, figures: await measured('summary', size) });
  printTable('summaries', columns);
}

function ingest(sizes: readonly number[]): Promise<void> {
  return benchIngest(sizes, measured);
}

async function measured(subject: string, size: number, port = 0): Promise<Figures> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--max-old-space-size=8192',
    SUBJECT,
    subject,
    String(size),
    String(port),
  ]);
  return JSON.parse(stdout);
}
