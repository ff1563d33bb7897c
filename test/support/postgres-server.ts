/** One Postgres for the whole run of tests, in a scratch folder; see `postgres.ts` for how a test gets a place in it. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Where a database for tests is, and whether it outlasts the run; or why there is none. */
export type TestPostgres = { url: string; stays: boolean } | { reason: string };

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestPostgres;
  }
}

/** Postgres refuses to work for root: then it works for nobody. */
const NOBODY = 65_534;
const servant = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide('postgres', { url: given, stays: true });
    return;
  }
  const programs = findPrograms();
  if (!programs) {
    const reason = 'no Postgres on this machine and no TEST_DATABASE_URL';
    if (process.env.MUJAZ_REQUIRE_POSTGRES) throw new Error(`Postgres is required here: ${reason}`);
    process.stdout.write(`tests on Postgres are skipped: ${reason}\n`);
    project.provide('postgres', { reason });
    return;
  }
  const server = await startServer(programs);
  project.provide('postgres', { url: server.url, stays: false });
  return server.remove;
}

export interface TestServer {
  url: string;
  port: number;
  /** Ends it at once, as a fall of the machine would. */
  stop(): Promise<void>;
  /** Starts it again on the same folder and port. */
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

/** A server of one's own, for tests that kill it; a `durable` one keeps what is committed through a fall of the machine, too. */
export async function ownServer({ durable = false } = {}): Promise<TestServer> {
  const programs = findPrograms();
  if (!programs) throw new Error('no Postgres on this machine');
  return startServer(programs, durable);
}

/** The folder of Postgres' programs, if they are here. */
export function findPrograms(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const folders = [
    ...(existsSync(versions) ? readdirSync(versions).sort().reverse() : []).map((version) =>
      join(versions, version, 'bin'),
    ),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/bin',
    '/usr/local/bin',
  ];
  return folders.find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')));
}

async function startServer(programs: string, durable = false): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-postgres-'));
  if (servant.uid) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const initialize = (...locale: string[]) =>
    execFileSync(
      join(programs, 'initdb'),
      ['-D', data, '-A', 'trust', '-U', 'mujaz', '-E', 'UTF8', '--locale=C', ...locale, '--no-sync'],
      { ...servant, cwd: folder, stdio: 'pipe' },
    );
  try {
    // Letters in an order of their own, as most databases have them: ours must not depend on it.
    initialize('--locale-provider=icu', '--icu-locale=ar');
  } catch {
    initialize();
  }
  const port = await freePort();
  let stop = async () => {};
  const start = async () => {
    stop = await serve(programs, folder, data, port, durable);
  };
  await start();
  return {
    url: `postgres://mujaz@127.0.0.1:${port}/postgres`,
    port,
    start,
    stop: () => stop(),
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function serve(
  programs: string,
  folder: string,
  data: string,
  port: number,
  durable: boolean,
): Promise<() => Promise<void>> {
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    // What is committed outlasts the server, if not the machine.
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'autovacuum=off']),
    'max_connections=200',
    `shared_buffers=${durable ? 256 : 64}MB`,
    'logging_collector=off',
  ];
  // Its standard input ends with this process, however that ends: then the server must not stay behind.
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      'exec 3<&0; "$0" "$@" </dev/null & read _ <&3; kill -QUIT $!; wait $!',
      join(programs, 'postgres'),
      '-D',
      data,
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...servant, cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  let told = '';
  await new Promise<void>((ready, failed) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told = (told + text).slice(-4000);
      if (told.includes('ready to accept connections')) ready();
    });
    void ended.then(() => failed(new Error(`Postgres did not start: ${told}`)));
  });
  return async () => {
    child.stdin.end();
    await ended;
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
