import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStorage } from '../../src/storage/open.ts';
import { draft, MORNING } from '../support/articles.ts';
import { startProgram } from '../support/program.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mujaz-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const backUp = (url: string, ...args: string[]) =>
  startProgram('src/cli/backup.ts', { DATABASE_URL: url }, args).ended;

test('a copy is made while the bot writes, and holds what had been stored when it began', async () => {
  const url = `sqlite:${join(folder, 'news.db')}`;
  const copy = join(folder, 'copy.db');
  const { store } = await openStorage(url, () => MORNING);
  await store.putArticles(
    Array.from({ length: 200 }, () => draft()),
    MORNING,
  );
  let writing = true;
  const writer = (async () => {
    while (writing) {
      await store.putArticles([draft()], MORNING);
      await nextTurn();
    }
  })();
  const { code, output, errors } = await backUp(url, copy);
  writing = false;
  await writer;
  expect([code, errors]).toEqual([0, '']);
  expect(output).toMatch(
    /^backed up \d+ articles to .*copy\.db \(\d+\.\d MiB\); its integrity was checked\.\n$/,
  );
  const kept = (await store.census()).articles;
  await store.close();

  const restored = await openStorage(`sqlite:${copy}`, () => MORNING);
  const { articles } = await restored.store.census();
  expect(articles).toBeGreaterThanOrEqual(200);
  expect(articles).toBeLessThanOrEqual(kept);
  expect(output).toContain(`backed up ${articles} articles`);
  await restored.store.close();
});

test('what is there is never replaced, and nothing is made where there is nothing', async () => {
  const url = `sqlite:${join(folder, 'news.db')}`;
  const copy = join(folder, 'copy.db');
  expect(await backUp(url, copy)).toMatchObject({ code: 1, errors: expect.stringContaining('is not there') });
  expect(existsSync(join(folder, 'news.db'))).toBe(false);
  await (await openStorage(url, () => MORNING)).store.close();
  await backUp(url, copy);
  expect(await backUp(url, copy)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('is there already'),
  });
});

test('on Postgres it names the tool for it', async () => {
  const { code, errors } = await backUp('postgres://mujaz:secret@127.0.0.1:1/news', join(folder, 'copy'));
  expect(code).toBe(1);
  expect(errors).toContain('pg_dump');
  expect(errors).not.toContain('secret');
});
