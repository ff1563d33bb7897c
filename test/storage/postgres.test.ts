import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/storage/driver.ts';
import { migrate } from '../../src/storage/migrations.ts';
import { openStorage } from '../../src/storage/open.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { postgresIndex } from '../../src/storage/postgres-index.ts';
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
import { emptyDatabase, run, skipReason } from '../support/postgres.ts';

describe.skipIf(skipReason)('Postgres', () => {
  const empty = async () => (await openStorage(await emptyDatabase(), () => MORNING)).store;
  storeContract('Postgres', empty);
  searchContract('Postgres', empty);
  sourceContract('Postgres', empty);
  followContract('Postgres', empty);
  digestContract('Postgres', empty);
  outboxContract('Postgres', empty);
  driverContract('Postgres', async () => openPostgres(await emptyDatabase()));
  cacheContract('Postgres', emptyDatabase);
  const shared = async (times: number) => {
    const url = await emptyDatabase();
    const storages = [];
    for (let time = 0; time < times; time++) storages.push(await openStorage(url, () => MORNING));
    return storages.map(({ store }) => store);
  };
  spendContract('Postgres', shared);
  inboxContract('Postgres', shared);

  test('eight programs that start at once make one store', async () => {
    const url = await emptyDatabase();
    const drivers = await Promise.all(Array.from({ length: 8 }, () => openPostgres(url)));
    await Promise.all(drivers.map((driver) => migrate(driver, MORNING)));
    const rows = await run<{ id: string }>('select id from migrations order by id', url);
    expect(rows.map(({ id }) => Number(id))).toEqual(rows.map((_, at) => at + 1));
    await Promise.all(drivers.map((driver) => driver.close()));
  });

  test('several programs store the same articles at once, each article once', async () => {
    const url = await emptyDatabase();
    const storages = await Promise.all([1, 2, 3].map(() => openStorage(url, () => MORNING)));
    const drafts = Array.from({ length: 40 }, () => draft({ topics: ['world'] }));
    const outcomes = await Promise.all(
      storages.flatMap(({ store }) => [
        store.putArticles(drafts.slice(0, 25), MORNING),
        store.putArticles(drafts.slice(15).toReversed(), MORNING),
      ]),
    );
    const imported = outcomes.flat().filter(({ outcome }) => outcome === 'imported');
    expect(imported).toHaveLength(40);
    expect(new Set(outcomes.flat().map(({ id }) => id)).size).toBe(40);
    await Promise.all(storages.map(({ store }) => store.close()));
  });

  test('a claim taken by many at once is each time for one of them', async () => {
    const url = await emptyDatabase();
    const storages = await Promise.all([1, 2, 3].map(() => openStorage(url, () => MORNING)));
    const [first] = storages;
    await first?.store.addSources(
      Array.from({ length: 60 }, (_, n) => ({ name: `س ${n}`, url: `https://s${n}.example/feed` })),
      'opml',
      MORNING,
    );
    const claims = await Promise.all(
      Array.from({ length: 30 }, (_, n) => {
        const claim = { now: MORNING, until: MORNING + 60_000, holder: `h/${n}`, limit: 3 };
        return storages[n % 3]?.store.claimSources(claim) ?? [];
      }),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(claims.every((claim) => claim.length <= 3)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    await Promise.all(storages.map(({ store }) => store.close()));
  });

  test('finds the newest articles of common words among the last, of rare ones wherever they are', async () => {
    const driver = await openPostgres(await emptyDatabase());
    await migrate(driver, MORNING);
    const ids = Array.from({ length: 300 }, (_, at) => 1 + at * 41);
    const texts = ids.map((id, at) => ({
      id,
      text: {
        terms: `شائع ${at % 2 ? 'فرد' : 'زوج'}${at < 3 ? ' نادر' : ''}`,
        grams: '_شا شائ',
        matchText: '',
      },
    }));
    await postgresIndex.put(driver, texts);
    const newest = ids.at(-1) ?? 0;
    const sought = ['شائع', 'فرد', 'نادر', 'غائب'].map((text) => ({ column: 'terms' as const, text }));
    for (const limit of [20, 90, 140, 290, 301]) {
      const found = await postgresIndex.postings(driver, sought, limit, newest);
      const expected = [ids, ids.filter((_, at) => at % 2), ids.slice(0, 3), []].map((all) =>
        all.slice(-limit),
      );
      expect(found.map((posting) => posting.ids.toSorted((a, b) => a - b))).toEqual(expected);
    }
    await driver.close();
  });

  test('text that Postgres has no place for is stored without it', async () => {
    const { store } = await openStorage(await emptyDatabase(), () => MORNING);
    const [put] = await store.putArticles([{ ...draft(), title: 'أول\0 الخبر' }], MORNING);
    expect((await store.article(put?.id ?? 0))?.title).toBe('أول\uFFFD الخبر');
    await store.close();
  });

  test('a transaction beside which another works for long waits for it, however often they collide', async () => {
    const url = await emptyDatabase();
    const driver = await openPostgres(url);
    await driver.query('create table t (n bigint)');
    const count = async (session: Session, slow: string) => {
      const [row] = await session.query<{ n: number }>(`select count(*) as n from t ${slow}`);
      await session.query('insert into t values ($1)', [row?.n ?? -1]);
    };
    await Promise.all([
      driver.transaction((session) => count(session, ', pg_sleep(0.7)')),
      ...[1, 2, 3].map(() => driver.transaction((session) => count(session, ''))),
    ]);
    const rows = await driver.query<{ n: number }>('select n from t order by n');
    expect(rows.map(({ n }) => n)).toEqual([0, 1, 2, 3]);
    await driver.close();
  });

  test('a transaction in which a statement failed is never taken for stored', async () => {
    const driver = await openPostgres(await emptyDatabase());
    await driver.query('create table t (n bigint)');
    const work = driver.transaction(async (session) => {
      await session.query('insert into t values ($1)', [1]);
      await session.query('select no_such_column from t').catch(() => {});
    });
    await expect(work).rejects.toThrow('nothing was stored');
    expect(await driver.query('select * from t')).toEqual([]);
    await driver.close();
  });

  test('a statement prepared before the shape changed is prepared anew', async () => {
    const url = await emptyDatabase();
    const driver = await openPostgres(url);
    await driver.query('create table t (n bigint)');
    const ask = () => driver.query('select * from t where n <> $1', [0]);
    await ask();
    await run('alter table t add column s bigint default 3', url);
    await run('insert into t (n) values (1)', url);
    expect(await ask()).toEqual([{ n: 1, s: 3 }]);
    await driver.close();
  });
});
