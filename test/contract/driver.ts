/** What every driver must do, below the store; each engine's own test file runs this suite. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Driver } from '../../src/storage/driver.ts';
import { migrate, StoreTooNew } from '../../src/storage/migrations.ts';
import { MORNING } from '../support/articles.ts';

export function driverContract(engine: string, open: () => Promise<Driver>): void {
  describe(`the driver for ${engine}`, () => {
    let driver: Driver;
    beforeEach(async () => {
      driver = await open();
    });
    afterEach(() => driver.close());

    test('gives values back as they went in, sums and counts as numbers', async () => {
      await driver.query('create table t (n bigint, s text)');
      await driver.query('insert into t values ($1, $2), ($3, $4)', [2 ** 53 - 1, 'نصّ', -7, null]);
      expect(await driver.query('select n, s from t order by n')).toEqual([
        { n: -7, s: null },
        { n: 2 ** 53 - 1, s: 'نصّ' },
      ]);
      expect(
        await driver.query(
          'select count(*) as c, sum(n) as s, max(n) as m, n > 0 as p from t where n < 0 group by n',
        ),
      ).toEqual([{ c: 1, s: -7, m: -7, p: 0 }]);
    });

    test('stores numbers whole, and refuses what is none', async () => {
      await driver.query('create table t (n bigint)');
      await driver.query('insert into t values ($1), ($2)', [1_795_697_036_466.5, -0.2]);
      expect(await driver.query('select n from t order by n')).toEqual([{ n: 0 }, { n: 1_795_697_036_467 }]);
      await expect(driver.query('insert into t values ($1)', [Number.NaN])).rejects.toThrow(TypeError);
    });

    test('refuses a number that JavaScript cannot keep, rather than change it', async () => {
      await driver.query('create table t (n bigint)');
      await driver.query("insert into t values (cast('9007199254740993' as bigint))");
      await expect(driver.query('select n from t')).rejects.toThrow(RangeError);
      expect(await driver.query('select count(*) as n from t')).toEqual([{ n: 1 }]);
    });

    test('takes markers in any order and more than once, and refuses what it would silently lose', async () => {
      await driver.query('create table t (a text, b bigint, c text)');
      await driver.query('insert into t values ($2, $1, $2)', [1, 'two']);
      expect(await driver.query('select * from t')).toEqual([{ a: 'two', b: 1, c: 'two' }]);
      await expect(driver.query('select a from t where a = $1', [])).rejects.toThrow('no value for $1');
      await expect(driver.query('select a from t where a = $1', [new Date() as never])).rejects.toThrow(
        'not a storable value',
      );
    });

    test('a transaction that throws leaves nothing behind, and the next goes on', async () => {
      await driver.query('create table t (n bigint)');
      const failing = driver.transaction(async (session) => {
        await session.query('insert into t values ($1)', [1]);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await driver.transaction((session) => session.query('insert into t values ($1)', [2]));
      expect(await driver.query('select n from t')).toEqual([{ n: 2 }]);
    });

    test('transactions at once end as if they had come one after the other', async () => {
      await driver.query('create table t (n bigint)');
      // Each reads what all others write: only one after the other do they count to twelve.
      await Promise.all(
        Array.from({ length: 12 }, () =>
          driver.transaction(async (session) => {
            const [row] = await session.query<{ n: number }>('select count(*) as n from t');
            await session.query('insert into t values ($1)', [row?.n ?? -1]);
          }),
        ),
      );
      const rows = await driver.query<{ n: number }>('select n from t order by n');
      expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 12 }, (_, at) => at));
    });

    test('text is ordered by its code points', async () => {
      await driver.query(driver.dialect.shape('create table t (s text)'));
      await driver.query('insert into t values ($1), ($2), ($3), ($4), ($5)', ['ب', 'B', 'a', 'أ', 'ا']);
      const rows = await driver.query<{ s: string }>('select s from t order by s');
      expect(rows.map(({ s }) => s)).toEqual(['B', 'a', 'أ', 'ا', 'ب']);
    });

    test('refuses a store that a newer program has changed', async () => {
      await migrate(driver, MORNING);
      await driver.query('insert into migrations (id, name, applied_at) values (9999, $1, $2)', [
        'from the future',
        MORNING,
      ]);
      await expect(migrate(driver, MORNING)).rejects.toThrow(StoreTooNew);
    });

    test('migrating twice changes nothing', async () => {
      await migrate(driver, MORNING);
      const before = await driver.query('select * from migrations');
      await migrate(driver, MORNING + 1);
      expect(await driver.query('select * from migrations')).toEqual(before);
    });

    test('after its end refuses everything, and ends only once', async () => {
      await driver.close();
      await expect(driver.query('select 1')).rejects.toThrow();
      await driver.close();
    });
  });
}
