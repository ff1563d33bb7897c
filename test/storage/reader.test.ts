import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
import type { SearchQuery } from '../../src/domain/search.ts';
import { readQuery } from '../../src/domain/search.ts';
import { openStorage } from '../../src/storage/open.ts';
import { openReader } from '../../src/storage/reader.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { draft, MORNING } from '../support/articles.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mujaz-'));
  file = join(folder, 'mujaz.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function asked(text: string): SearchQuery {
  const query = readQuery(text);
  if (!query) throw new Error(`nothing to look for in ${text}`);
  return query;
}

/** Stores articles, each a story of its own, and gives back their ids. */
async function told(store: Store, titles: readonly string[]): Promise<number[]> {
  const put = await store.putArticles(
    titles.map((title) => draft({ title, body: 'نصّ قصير.' })),
    MORNING,
  );
  await store.assign(put.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
  return put.map(({ id }) => id);
}

async function found(store: Store, text: string): Promise<number[]> {
  return (await store.search(asked(text))).map((hit) => hit.articleId);
}

describe('search in a database file', () => {
  let store: Store;
  beforeEach(async () => {
    store = (await openStorage(`sqlite:${file}`, () => MORNING)).store;
  });
  afterEach(() => store.close());

  test('sees what is committed at once', async () => {
    expect(await found(store, 'الفنار')).toEqual([]);
    const ids: number[] = [];
    for (let at = 0; at < 10; at++) {
      ids.unshift(...(await told(store, [`ترميم الفنار القديم ${at}`])));
      expect(new Set(await found(store, 'الفنار'))).toEqual(new Set(ids));
    }
  });

  test('answers in the order of the questions, each with its own answer', async () => {
    const ids = await told(
      store,
      Array.from({ length: 30 }, (_, at) => `وصول السفينة رقم ${1000 + at}`),
    );
    const order: number[] = [];
    const answers = await Promise.all(
      ids.map(async (_, at) => {
        const [first] = await found(store, String(1000 + at));
        order.push(at);
        return first;
      }),
    );
    expect(answers).toEqual(ids);
    expect(order).toEqual(ids.map((_, at) => at));
  });

  test('passes faults on with their message and goes on', async () => {
    const [id] = await told(store, ['افتتاح الميناء']);
    const broken = { ...asked('الميناء'), terms: 7 } as never;
    const unsendable = { ...asked('الميناء'), words: () => [] } as never;
    const outcomes = await Promise.allSettled([
      store.search(broken),
      store.search(unsendable),
      store.search(asked('الميناء')),
      store.alike(id ?? 0, 3),
    ]);
    expect(
      outcomes.map((each) => (each.status === 'rejected' ? String(each.reason) : each.value.length)),
    ).toEqual([
      expect.stringContaining('is not a function'),
      expect.stringContaining('could not be cloned'),
      1,
      0,
    ]);
  });

  test('answers what was asked before the end and refuses what comes after', async () => {
    const [id] = await told(store, ['افتتاح الميناء']);
    const open = Array.from({ length: 20 }, () => found(store, 'الميناء'));
    const closing = store.close();
    await Promise.resolve();
    const late = found(store, 'الميناء');
    await expect(late).rejects.toThrow('the database is closed');
    expect(await Promise.all(open)).toEqual(open.map(() => [id]));
    await closing;
    await expect(found(store, 'الميناء')).rejects.toThrow('the database is closed');
  });

  test('a storm of two hundred searches is answered while the main loop goes on', async () => {
    const topics = ['القطار', 'الميناء', 'المتحف', 'المدرسة', 'الجسر'];
    const ids = await told(
      store,
      Array.from({ length: 400 }, (_, at) => `افتتاح ${topics[at % 5]} رقم ${at} في المدينة`),
    );
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, at) => (await found(store, `افتتاح ${topics[at % 5]} ${at}`))[0]),
    );
    delay.disable();
    process.stdout.write(
      `loop delay in a storm of searches: p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms\n`,
    );
    expect(answers).toEqual(ids.slice(0, 200));
  });
});

test('a database that cannot be opened rejects each question, and the end still comes', async () => {
  const reader = openReader(join(folder, 'missing.db'));
  await expect(reader.search(asked('الميناء'))).rejects.toThrow('unable to open database file');
  await expect(reader.alike(1, 3)).rejects.toThrow('unable to open database file');
  await reader.close();
});

test('what is in memory is searched on the one connection', async () => {
  const driver = openSqlite(':memory:');
  expect(driver.finder).toBeUndefined();
  await driver.close();
});

test('a thread that nobody ended does not keep the process alive, an open question does', async () => {
  const { store } = await openStorage(`sqlite:${file}`, () => MORNING);
  const [id] = await told(store, ['افتتاح الميناء']);
  await store.close();
  const source = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);
  const program = `
    const { openSqlite } = await import(${source('storage/sqlite.ts')});
    const { readQuery } = await import(${source('domain/search.ts')});
    const { finder } = openSqlite(${JSON.stringify(file)});
    for (let n = 0; n < 3; n++)
      for (const { articleId } of await finder.search(readQuery('الميناء'))) process.stdout.write(articleId + ';');`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  expect(stdout).toBe(`${id};${id};${id};`);
});
