/** A store of before the index was narrow answers as one that never was otherwise. */
import { describe, expect, test } from 'vitest';
import { readQuery } from '../../src/domain/search.ts';
import type { Driver } from '../../src/storage/driver.ts';
import { migrate } from '../../src/storage/migrations.ts';
import { connect } from '../../src/storage/open.ts';
import { createStore } from '../../src/storage/store.ts';
import { packed } from '../../src/text/packing.ts';
import { draft, MORNING } from '../support/articles.ts';
import { emptyDatabase, skipReason } from '../support/postgres.ts';

const QUESTIONS = ['ميناء طنجة', 'harbour', '"ميناء طنجة"', 'المينا', 'цены'];

/** Takes the step back, as far as a store of the earlier shape was different. */
async function widen(driver: Driver): Promise<void> {
  for (const { article_id, text } of await driver.query<{ article_id: number; text: string }>(
    'select article_id, packed as text from search_texts',
  ))
    await driver.query('update search_texts set packed = $2 where article_id = $1', [
      article_id,
      packed(text),
    ]);
  await driver.query('alter table search_texts rename column packed to text');
  if (driver.dialect.name === 'sqlite') {
    await driver.query('drop table search_terms');
    await driver.query('drop table search_grams');
    await driver.query(
      "create virtual table search_index using fts5 (terms, grams, content = '', contentless_delete = 1)",
    );
  }
  await driver.query('alter table updates drop column mark');
  await driver.query('delete from migrations where id >= 7');
}

async function answers(driver: Driver) {
  const store = createStore(driver);
  const found = [];
  for (const question of QUESTIONS) {
    const query = readQuery(question);
    found.push(query ? await store.search(query) : []);
  }
  return { found, alike: await store.alike(1, 5) };
}

describe.each(['SQLite', 'Postgres'])('%s', (engine) => {
  test.skipIf(engine === 'Postgres' && skipReason)('an older store answers as before', async () => {
    const driver = await connect(engine === 'SQLite' ? 'sqlite::memory:' : await emptyDatabase());
    await migrate(driver, MORNING);
    const store = createStore(driver);
    const put = await store.putArticles(
      [
        draft({ title: 'ميناء طنجة يستقبل مليون حاوية', summary: 'خبر من الميناء.' }),
        draft({ title: 'ميناء طنجة يستقبل مليوني حاوية', body: 'Harbour news, two million.' }),
        draft({ title: 'Цены на зерно в порту', body: 'Harbour prices.' }),
      ],
      MORNING,
    );
    await store.assign(put.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
    const before = await answers(driver);
    expect(before.found.map((hits) => hits.length)).toEqual([2, 2, 2, 2, 1]);
    await widen(driver);
    await migrate(driver, MORNING);
    expect(await answers(driver)).toEqual(before);
    await store.close();
  });
});
