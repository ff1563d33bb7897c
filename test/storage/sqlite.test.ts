import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openStorage } from '../../src/storage/open.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { cacheContract } from '../contract/cache.ts';
import { digestContract } from '../contract/digests.ts';
import { driverContract } from '../contract/driver.ts';
import { followContract } from '../contract/follows.ts';
import { inboxContract } from '../contract/inbox.ts';
import { outboxContract } from '../contract/outbox.ts';
import { searchContract } from '../contract/search.ts';
import { sourceContract } from '../contract/sources.ts';
import { spendContract } from '../contract/spend.ts';
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
searchContract('SQLite', onDisk);
sourceContract('SQLite', onDisk);
followContract('SQLite', onDisk);
storeContract('SQLite in memory', inMemory);
searchContract('SQLite in memory', inMemory);
sourceContract('SQLite in memory', inMemory);
followContract('SQLite in memory', inMemory);
digestContract('SQLite', onDisk);
digestContract('SQLite in memory', inMemory);
outboxContract('SQLite', onDisk);
outboxContract('SQLite in memory', inMemory);
driverContract('SQLite', async () => openSqlite(scratchFile()));
driverContract('SQLite in memory', async () => openSqlite(':memory:'));
cacheContract('SQLite', async () => 'sqlite::memory:');
const shared = async (times: number) => {
  const url = `sqlite:${scratchFile()}`;
  const storages = [];
  for (let time = 0; time < times; time++) storages.push(await openStorage(url, () => MORNING));
  return storages.map(({ store }) => store);
};
spendContract('SQLite', shared);
inboxContract('SQLite', shared);

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

  test('merging leaves an index of few parts', async () => {
    const file = scratchFile();
    const { store } = await openStorage(`sqlite:${file}`, () => MORNING);
    for (let round = 0; round < 6; round++) await store.putArticles([draft()], MORNING);
    const parts = async () => {
      const driver = openSqlite(file);
      const [row] = await driver.query(
        `select (select count(distinct segid) from search_terms_idx) as terms,
                (select count(distinct segid) from search_grams_idx) as grams`,
      );
      await driver.close();
      return row;
    };
    expect(await parts()).toEqual({ terms: 6, grams: 6 });
    while (await store.mergeIndex());
    expect(await parts()).toEqual({ terms: 1, grams: 1 });
    await store.close();
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
});
