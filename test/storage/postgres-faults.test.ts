/** A Postgres that goes away, comes back, or stops answering. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Log } from '../../src/domain/ports.ts';
import type { Driver } from '../../src/storage/driver.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { ConnectionLost, Unreachable } from '../../src/storage/postgres-faults.ts';
import type { Patience } from '../../src/storage/postgres-pool.ts';
import { PATIENCE } from '../../src/storage/postgres-pool.ts';
import { skipReason } from '../support/postgres.ts';
import type { TestServer } from '../support/postgres-server.ts';
import { findPrograms, ownServer } from '../support/postgres-server.ts';
import type { StallingProxy } from '../support/stalling-proxy.ts';
import { stallingProxy } from '../support/stalling-proxy.ts';

const SHORT: Patience = { connect: 300, reach: 1000, answer: 200 };

describe.skipIf(skipReason || !findPrograms())('a Postgres', () => {
  let server: TestServer;
  let driver: Driver;
  let proxy: StallingProxy | undefined;
  let told: string[];
  const log: Log = {
    info: (event) => told.push(event),
    warn: (event) => told.push(event),
    error: (event) => told.push(event),
  };
  const open = (url: string, patience: Patience) => openPostgres(url, { log, patience });
  beforeAll(async () => {
    server = await ownServer();
  });
  afterAll(() => server.remove());
  afterEach(async () => {
    await driver.query('drop table t');
    await driver.close();
    proxy?.close();
  });

  test('that restarts is waited for, and nothing is lost or done twice', async () => {
    told = [];
    driver = await open(server.url, PATIENCE);
    await driver.query('create table t (n bigint primary key)');
    let done = 0;
    const counted = async (n: number) => {
      await driver.transaction((session) => session.query('insert into t values ($1)', [n]));
      done++;
    };
    const uncertain: number[] = [];
    const sure = (n: number) =>
      counted(n).catch((fault) => {
        expect(fault).toBeInstanceOf(ConnectionLost);
        uncertain.push(n);
      });
    const work = (async () => {
      for (let n = 0; n < 400; n += 4) await Promise.all([0, 1, 2, 3].map((add) => sure(n + add)));
    })();
    while (done < 20) await driver.query('select 1');
    await server.stop();
    const reading = driver.query('select count(*) as n from t');
    await server.start();
    expect((await reading)[0]?.n).toBeGreaterThanOrEqual(20);
    await work;
    const rows = await driver.query<{ n: number }>('select n from t order by n');
    const stored = new Set(rows.map(({ n }) => n));
    const lost = Array.from({ length: 400 }, (_, n) => n).filter(
      (n) => !stored.has(n) && !uncertain.includes(n),
    );
    expect(lost).toEqual([]);
    expect(uncertain.length).toBeLessThanOrEqual(4);
    expect(told).toContain('store reachable again');
  });

  test('that stays away is given up with a plain reason that names the place and no password', async () => {
    told = [];
    driver = await open(server.url.replace('mujaz@', 'mujaz:secret@'), SHORT);
    await driver.query('create table t (n bigint)');
    await server.stop();
    const fault = await driver.query('select 1').catch((error: unknown) => error);
    await server.start();
    expect(fault).toBeInstanceOf(Unreachable);
    expect(String(fault)).toContain(`127.0.0.1:${server.port}/postgres`);
    expect(String(fault)).not.toContain('secret');
  });

  test('that knows no such database says so at once', async () => {
    told = [];
    driver = await open(server.url, PATIENCE);
    await driver.query('create table t (n bigint)');
    const started = performance.now();
    await expect(open(server.url.replace(/postgres$/, 'elsewhere'), PATIENCE)).rejects.toThrow(
      'does not exist',
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('behind a road that goes dead is asked anew, and what may have been done rejects', async () => {
    told = [];
    proxy = await stallingProxy(server.port);
    const url = server.url.replace(String(server.port), String(proxy.port));
    driver = await open(url, SHORT);
    await driver.query('create table t (n bigint)');
    await driver.query('insert into t values (1)');
    proxy.stall({ all: false });
    expect(await driver.query('select n from t')).toEqual([{ n: 1 }]);
    proxy.stall({ all: false });
    await expect(driver.query('update t set n = n + 1')).rejects.toThrow(ConnectionLost);
    proxy.stall({ all: false });
    await driver.transaction((session) => session.query('update t set n = n * 10'));
    expect((await driver.query('select n from t'))[0]?.n).toBe(10);
    proxy.stall({ all: true });
    await expect(driver.query('select n from t')).rejects.toThrow(Unreachable);
    proxy.pass();
    expect(await driver.query('select n from t')).toEqual([{ n: 10 }]);
    expect(told.filter((event) => event === 'store connection lost').length).toBeGreaterThanOrEqual(3);
  });

  test('that works long on a statement is left to it', async () => {
    told = [];
    driver = await open(server.url, SHORT);
    await driver.query('create table t (n bigint)');
    expect(await driver.query('select 7 as n from pg_sleep(1)')).toEqual([{ n: 7 }]);
    expect(told).toEqual([]);
  });
});

test('a road that goes dead is noticed within half a minute, whatever is asked', () => {
  // Two looks, each at worst a connection and an answer that come at the last moment.
  const { answer, connect } = PATIENCE;
  expect(answer + 2 * connect + answer / 5 + 2 * connect).toBeLessThan(30_000);
});
