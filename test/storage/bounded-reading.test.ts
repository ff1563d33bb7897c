/** Whatever is asked, the engine looks things up and never reads through a table: shown by its own query plans. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readQuery } from '../../src/domain/search.ts';
import type { Driver, Row, Value } from '../../src/storage/driver.ts';
import { migrate } from '../../src/storage/migrations.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { createStore } from '../../src/storage/store.ts';
import { draft, MORNING } from '../support/articles.ts';

const ARTICLES = 900;
/** Rows that one question may bring: lists of ids come as one row each, the rest are candidates and the sample. */
const MOST_ROWS = 2600;

const driver = openSqlite(':memory:');
let asked: { sql: string; parameters: readonly Value[]; rows: number }[] = [];
const watched: Driver = {
  ...driver,
  async query<R extends Row>(sql: string, parameters: readonly Value[] = []) {
    const rows = await driver.query<R>(sql, parameters);
    asked.push({ sql, parameters, rows: rows.length });
    return rows;
  },
};
const store = createStore(watched);

beforeAll(async () => {
  await migrate(driver, MORNING);
  const drafts = Array.from({ length: ARTICLES }, (_, at) =>
    draft({
      title: `ميناء المدينة يستقبل السفينة رقم ${at}`,
      body: `Port news ${at}. ${'خبر عادي '.repeat(20)}`,
    }),
  );
  const put = await store.putArticles(drafts, MORNING);
  await store.assign(put.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
});
afterAll(() => store.close());

/** What a plan reads through, but for values we bring ourselves and lists that the full-text index matches. */
async function readThrough(): Promise<string[]> {
  const found: string[] = [];
  for (const { sql, parameters } of asked) {
    for (const { detail } of await driver.query<{ detail: string }>(
      `explain query plan ${sql}`,
      parameters,
    )) {
      if (!/^SCAN/.test(detail)) continue;
      if (!/VIRTUAL TABLE INDEX \d+:(?:M|$)/.test(detail) && !/^SCAN \(?(?:subquery|constant)/i.test(detail))
        found.push(`${detail} in ${sql}`);
    }
  }
  return found;
}

test.each([
  ['100 kB of one letter', 'ق'.repeat(100_000)],
  ['100 kB of one word', 'الميناء '.repeat(14_000)],
  ['unpaired surrogates', '\ud800ميناء\udc00 \ud83d'],
  ['piled-up marks', `م${'\u0651\u064b\u0652\u0670'.repeat(3000)}يناء`],
  ['stop words alone', 'في من على إلى عن'],
  ['emoji alone', '🙂🎉🚢'],
  ['syntax of the index', '" OR * NEAR( terms : ^ AND NOT {grams}'],
  ['an open phrase', '"ميناء المدينة'],
  ['a phrase that stands in every article', '"خبر عادي"'],
  ['mixed directions', 'hello \u202eمرحبا\u202c port \u2067ميناء\u2069'],
  ['the word of every article', 'ميناء'],
  ['thirty-two words', Array.from({ length: 32 }, (_, at) => `كلمة${at}`).join(' ')],
])('%s', async (_, text) => {
  asked = [];
  const query = readQuery(text);
  if (query) await store.search(query);
  expect(await readThrough()).toEqual([]);
  expect(asked.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThanOrEqual(MOST_ROWS);
  for (const { parameters } of asked) expect(parameters.length).toBeLessThanOrEqual(1000);
});

test('stories like one another', async () => {
  asked = [];
  await store.alike(1, 5);
  expect(asked.length).toBeGreaterThan(0);
  expect(await readThrough()).toEqual([]);
});

test('reading through a table would be seen', async () => {
  asked = [];
  await watched.query("select id from articles where title like '%ميناء%'");
  await watched.query('select packed from search_texts where article_id % 7 = 0');
  expect(await readThrough()).toHaveLength(2);
});
