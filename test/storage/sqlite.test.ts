import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { migrate, StoreTooNew } from '../../src/storage/migrations.ts';
import { openStorage } from '../../src/storage/open.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { digestContract } from '../contract/digests.ts';
import { storeContract } from '../contract/store.ts';
import { draft, MORNING } from '../support/articles.ts';

const folders: string[] = [];
function scratchFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-'));
  folders.push(folder);
  return join(folder, 'deeper', 'mujaz.db');
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const onDisk = async () => (await openStorage(`sqlite:${scratchFile()}`, () => MORNING)).store;
const inMemory = async () => (await openStorage('sqlite::memory:', () => MORNING)).store;
storeContract('SQLite', onDisk);
storeContract('SQLite in memory', inMemory);
digestContract('SQLite', onDisk);
digestContract('SQLite in memory', inMemory);

describe('SQLite', () => {
  test('keeps everything when opened again', async () => {
    const file = scratchFile();
    const first = await openStorage(`sqlite:${file}`, () => MORNING);
    const [put] = await first.store.putArticles([draft({ title: 'خبر يبقى بعد الإغلاق' })], MORNING);
    await first.store.close();
    const second = await openStorage(`sqlite:${file}`, () => MORNING);
    expect((await second.store.article(put?.id ?? 0))?.title).toBe('خبر يبقى بعد الإغلاق');
    await second.store.close();
  });

  test('a transaction that throws leaves nothing behind, and the next goes on', async () => {
    const driver = openSqlite(':memory:');
    await driver.query('create table t (n bigint)');
    const failing = driver.transaction(async (session) => {
      await session.query('insert into t values ($1)', [1]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await driver.transaction((session) => session.query('insert into t values ($1)', [2]));
    expect(await driver.query('select n from t')).toEqual([{ n: 2 }]);
    await driver.close();
  });

  test('statements from outside wait for an open transaction', async () => {
    const driver = openSqlite(':memory:');
    await driver.query('create table t (n bigint)');
    const gate = Promise.withResolvers<void>();
    const writing = driver.transaction(async (session) => {
      await session.query('insert into t values ($1)', [1]);
      await gate.promise;
      await session.query('insert into t values ($1)', [2]);
    });
    const counting = driver.query('select count(*) as n from t');
    const second = driver.transaction((session) => session.query('insert into t values ($1)', [3]));
    gate.resolve();
    await writing;
    expect(await counting).not.toEqual([{ n: 1 }]);
    await second;
    expect(await driver.query('select sum(n) as n from t')).toEqual([{ n: 6 }]);
    await driver.close();
  });

  test('takes markers in any order and more than once, and refuses what it would silently lose', async () => {
    const driver = openSqlite(':memory:');
    expect(await driver.query('select $2 as b, $1 as a, $2 as c', [1, 'two'])).toEqual([
      { b: 'two', a: 1, c: 'two' },
    ]);
    await expect(driver.query('select $1', [])).rejects.toThrow('no value for $1');
    await expect(driver.query('select $1', [new Date() as never])).rejects.toThrow('not a storable value');
    await driver.close();
  });

  test('refuses a store that a newer program has changed', async () => {
    const driver = openSqlite(':memory:');
    await migrate(driver, MORNING);
    await driver.query('insert into migrations (id, name, applied_at) values (9999, $1, $2)', [
      'from the future',
      MORNING,
    ]);
    await expect(migrate(driver, MORNING)).rejects.toThrow(StoreTooNew);
    await driver.close();
  });

  test('migrating twice changes nothing', async () => {
    const driver = openSqlite(':memory:');
    await migrate(driver, MORNING);
    const before = await driver.query('select * from migrations');
    await migrate(driver, MORNING + 1);
    expect(await driver.query('select * from migrations')).toEqual(before);
    await driver.close();
  });
});

describe('the cache', () => {
  test('forgets when its time is over, by the clock it was given', async () => {
    let now = MORNING;
    const { store, cache } = await openStorage('sqlite::memory:', () => now);
    await cache.set('list:1:0', { ids: [3, 1, 2], first: 1 }, 60_000);
    expect(await cache.get('list:1:0')).toEqual({ ids: [3, 1, 2], first: 1 });
    now += 59_000;
    expect(await cache.get('list:1:0')).toEqual({ ids: [3, 1, 2], first: 1 });
    now += 2_000;
    expect(await cache.get('list:1:0')).toBeUndefined();
    await store.close();
  });

  test('overwrites, deletes, and says nothing of what it never had', async () => {
    const { store, cache } = await openStorage('sqlite::memory:', () => MORNING);
    await cache.set('key', 'one', 1000);
    await cache.set('key', 'two', 1000);
    expect(await cache.get('key')).toBe('two');
    await cache.delete('key');
    expect(await cache.get('key')).toBeUndefined();
    expect(await cache.get('other')).toBeUndefined();
    await store.close();
  });

  test('is broken aloud, not silently empty, when the engine is gone', async () => {
    const { store, cache } = await openStorage('sqlite::memory:', () => MORNING);
    await store.close();
    await expect(cache.get('key')).rejects.toThrow();
  });

  test('of a forgotten chat is gone with it, of others not', async () => {
    const { store, cache } = await openStorage('sqlite::memory:', () => MORNING);
    for (const key of ['list:42:0', 'focus:42:0', 'shown:42:7', 'list:142:0', 'shown:4:42'])
      await cache.set(key, 1, 1000);
    await store.forgetChat(42);
    expect(await Promise.all(['list:42:0', 'focus:42:0', 'shown:42:7'].map((key) => cache.get(key)))).toEqual(
      [undefined, undefined, undefined],
    );
    expect(await cache.get('list:142:0')).toBe(1);
    expect(await cache.get('shown:4:42')).toBe(1);
    await store.close();
  });
});
