import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createGrouping } from '../../src/app/grouping.ts';
import { createIngest } from '../../src/app/ingest.ts';
import { openStorage } from '../../src/storage/open.ts';
import { draft } from '../support/articles.ts';
import { startProgram } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mujaz-preview-'));
afterAll(() => rmSync(folder, { recursive: true }));
const preview = (file: string, ...args: string[]) =>
  startProgram('src/cli/preview.ts', { DATABASE_URL: `sqlite:${join(folder, file)}` }, args).ended;

describe('npm run preview', () => {
  test('shows the sample news where there is no store, says so, and makes none', async () => {
    const { code, output, errors } = await preview('none.db', '--lang', 'en', '--size', '3');
    expect(output).toMatch(/briefing\n.*\n3 stories from \d+ sources/);
    expect(errors).toContain('this is the sample news');
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });

  test('shows what readers would get from their store', async () => {
    const now = Date.now();
    const { store } = await openStorage(`sqlite:${join(folder, 'mujaz.db')}`, () => now);
    const title = 'افتتاح الجسر الجديد بعد عامين من العمل';
    await createIngest(store, createGrouping(store), () => now).take([
      draft({ title, publishedAt: new Date(now - 3_600_000).toISOString(), topics: ['society'] }),
    ]);
    await store.close();
    const { code, output, errors } = await preview('mujaz.db');
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain(title);
    const other = await preview('mujaz.db', '--topics', 'رياضة');
    expect(other.output).toContain('لا جديد منذ آخر موجز في رياضة.');
  });

  test.each([
    ['There is no language "klingon"; there are ar, en.', '--lang', 'klingon'],
    ['--size is a whole number of stories, 1 to 20.', '--size', '99'],
    ['There is no time zone "Mars/Base"; zones are named like Asia/Riyadh.', '--zone', 'Mars/Base'],
    ['Nothing is known of "sports"', 'sports'],
    ['There is no topic "nonsense"; there are ', '--topics', 'nonsense'],
    ["Unknown option '--what'", '--what'],
  ])('a call that is not understood: %s', async (fault, ...args) => {
    const { code, errors } = await preview('none.db', ...args);
    expect(code).toBe(2);
    expect(errors).toContain(fault);
  });
});
