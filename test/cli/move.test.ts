import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
import type { SearchQuery } from '../../src/domain/search.ts';
import { readQuery } from '../../src/domain/search.ts';
import { connect, openStorage } from '../../src/storage/open.ts';
import { schemas } from '../../src/storage/schema.ts';
import { draft, MORNING } from '../support/articles.ts';
import { emptyDatabase, run, skipReason } from '../support/postgres.ts';
import { startProgram } from '../support/program.ts';

const ARTICLES = 600;
const folder = mkdtempSync(join(tmpdir(), 'mujaz-'));
afterAll(() => rmSync(folder, { recursive: true }));

const move = (from: string, to: string) => startProgram('src/cli/move.ts', {}, ['--from', from, '--to', to]);

/** A store with something in all corners: merged stories, links, sources, chats, ids that were given out and are gone. */
async function furnish(url: string): Promise<void> {
  const { store, cache } = await openStorage(url, () => MORNING);
  const drafts = Array.from({ length: ARTICLES }, (_, at) =>
    draft({
      title: `وصول السفينة رقم ${at} إلى الميناء`,
      topics: [at % 2 ? 'world' : 'economy'],
      related: [`x-${at}`],
    }),
  );
  const put = await store.putArticles(drafts, MORNING);
  await store.assign(put.map(({ id }, at) => ({ articleId: id, storyId: -1 - Math.floor(at / 2) })));
  // The story of the first two goes on under a later one's id.
  await store.assign([{ articleId: put[9]?.id ?? 0, storyId: 5, absorbs: 1 }]);
  await store.removeArticles([drafts.at(-1)?.key ?? '']);
  await store.addSources([{ name: 'صحيفة', url: 'https://paper.example/feed' }], 'opml', MORNING);
  for (let id = 1; id <= 300; id++)
    await store.saveChat({ id: -id, kind: 'group', preferences: { language: 'en', topics: ['world'] } });
  await cache.set('list:1:0', { ids: [1, 2] }, 60_000);
  await store.close();
}

/** What a reader sees. */
async function seen(store: Store): Promise<unknown> {
  const asked = (text: string) => readQuery(text) as SearchQuery;
  return {
    census: await store.census(),
    article: await store.article(17),
    merged: await store.stories([1, 3]),
    latest: await store.latestStories({ limit: 10, topics: ['world'] }),
    found: await store.search(asked('السفينة 123')),
    phrase: await store.search(asked('"السفينة رقم 77"')),
    chat: await store.chat(-42),
    sources: await store.sources(),
  };
}

async function seenAt(url: string): Promise<unknown> {
  const { store } = await openStorage(url, () => MORNING);
  try {
    return await seen(store);
  } finally {
    await store.close();
  }
}

describe.skipIf(skipReason)('moving a store', () => {
  const file = `sqlite:${join(folder, 'furnished.db')}`;
  beforeAll(() => furnish(file));

  test('there and back again changes nothing a reader sees, not even the next id', async () => {
    const there = await emptyDatabase();
    const back = `sqlite:${join(folder, 'back.db')}`;
    const first = await move(file, there).ended;
    expect(first.errors).toBe('');
    expect(first.output).toContain('counts and checksums are equal');
    expect(first.output).toContain(`articles: ${ARTICLES - 1} rows are equal`);
    expect(first.code).toBe(0);
    expect(await move(there, back).ended).toMatchObject({ code: 0, errors: '' });
    const expected = await seenAt(file);
    expect(await seenAt(there)).toEqual(expected);
    expect(await seenAt(back)).toEqual(expected);
    for (const url of [there, back]) {
      const { store } = await openStorage(url, () => MORNING);
      expect((await store.putArticles([draft()], MORNING))[0]?.id).toBe(ARTICLES + 1);
      await store.close();
    }
  });

  test('killed in the middle is no store yet, and goes on where it was', async () => {
    const there = await emptyDatabase();
    const killed = move(file, there);
    await killed.prints(/articles: [1-9]/);
    killed.child.kill('SIGKILL');
    await killed.ended;
    await expect(openStorage(there, () => MORNING)).rejects.toThrow('is not through');
    const resumed = await move(file, there).ended;
    expect(resumed.errors).toBe('');
    expect(resumed.output).toMatch(/^articles: [1-9]\d* of 599$/m);
    expect(resumed.output).not.toMatch(/^articles: 0 of/m);
    expect(await seenAt(there)).toEqual(await seenAt(file));
  });

  test('killed while the search index is made: it is made again, and the store has what a new one has', async () => {
    const [there, fresh] = [await emptyDatabase(), await emptyDatabase()];
    const killed = move(file, there);
    await killed.prints('the search index is being made');
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(await move(file, there).ended).toMatchObject({ code: 0, errors: '' });
    await (await openStorage(fresh, () => MORNING)).store.close();
    const indexes = (url: string) =>
      run(
        `select c.relname, replace(pg_get_indexdef(c.oid), current_schema() || '.', '') as made,
                array(select attstattarget from pg_attribute where attrelid = c.oid order by attnum) as statistics
           from pg_class c where c.relkind = 'i' and c.relnamespace = current_schema()::regnamespace order by c.relname`,
        url,
      );
    const expected = await indexes(fresh);
    expect(JSON.stringify(expected)).toContain('search_index_tokens');
    expect(await indexes(there)).toEqual(expected);
  });

  test('begun by another version is refused before anything is changed', async () => {
    const there = await emptyDatabase();
    const killed = move(file, there);
    await killed.prints(/articles: [1-9]/);
    killed.child.kill('SIGKILL');
    await killed.ended;
    await run('delete from migrations where id = (select max(id) from migrations where id < 999999)', there);
    const { code, errors } = await move(file, there).ended;
    expect([code, errors]).toEqual([
      1,
      'The move stopped: the target was begun by another version of this program: go on with that, or empty it.\n',
    ]);
  });

  test('into a store that holds something is refused, and nothing is touched', async () => {
    const there = await emptyDatabase();
    const { store } = await openStorage(there, () => MORNING);
    await store.saveChat({ id: 7, kind: 'private', preferences: {} });
    const { code, errors } = await move(file, there).ended;
    expect([code, errors]).toEqual([
      1,
      'The move stopped: the target is not empty: there are rows in chats.\n',
    ]);
    expect(await store.census()).toMatchObject({ articles: 0 });
    expect(await store.chat(7)).toBeDefined();
    await store.close();
  });

  test('takes every table that is not made anew, and each has a key', async () => {
    const names: string[][] = [];
    for (const url of [file, await emptyDatabase()]) {
      await (await openStorage(url, () => MORNING)).store.close();
      const driver = await connect(url);
      const tables = await schemas[driver.dialect.name].tables(driver);
      expect(tables.filter(({ key }) => key.length === 0)).toEqual([]);
      names.push(tables.map(({ name }) => name).sort());
      await driver.close();
    }
    expect(names[1]).toEqual(names[0]);
    expect(names[0]).toEqual(
      expect.arrayContaining(['articles', 'stories', 'search_texts', 'chats', 'cache']),
    );
  });
});

test('a source that is not there is not made', async () => {
  const missing = join(folder, 'missing.db');
  const { code, errors } = await move(`sqlite:${missing}`, `sqlite:${join(folder, 'new.db')}`).ended;
  expect([code, errors]).toEqual([1, `Nothing was moved: there is no file ${missing}.\n`]);
});

test('called wrongly it says how', async () => {
  const { code, errors } = await startProgram('src/cli/move.ts', {}, ['--from', 'sqlite:x']).ended;
  expect(code).toBe(2);
  expect(errors).toContain('Usage: npm run move');
});
