import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStorage } from '../../src/storage/open.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'test/fixtures/pages/tram.txt');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mujaz-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the command as npm would, in a process of its own. */
function run(
  paths: string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--import', join(ROOT, 'src/compile-cache.mjs'), join(ROOT, 'src/cli/import.ts'), ...paths],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, DATABASE_URL: `sqlite:${join(folder, 'news.db')}`, ...environment },
      },
      (_error, out, err) => done({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

describe('npm run import', () => {
  test('a page of two articles, twice', async () => {
    expect(await run([PAGE])).toEqual({
      code: 0,
      out: 'imported 2, updated 0, unchanged 0, rejected 0\n',
      err: '',
    });
    expect(await run([PAGE])).toEqual({
      code: 0,
      out: 'imported 0, updated 0, unchanged 2, rejected 0\n',
      err: '',
    });
  });

  test('broken records beside good ones, and files that are missing, empty or binary', async () => {
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(
      join(folder, 'noise'),
      Uint8Array.from({ length: 256 }, (_, index) => index),
    );
    const { code, out, err } = await run([
      join(ROOT, 'test/fixtures/json/broken-records.json'),
      'gone.json',
      'empty.txt',
      'noise',
    ]);
    expect([code, out]).toEqual([1, 'imported 3, updated 0, unchanged 0, rejected 7\n']);
    expect(err.replaceAll(`${ROOT}/`, '').trim().split('\n')).toEqual([
      'test/fixtures/json/broken-records.json:9: the record is not JSON: a quotation mark is missing at the end of a line (line 11)',
      'test/fixtures/json/broken-records.json:21: the record is not JSON: a comma stands where a field name is expected (line 23)',
      'test/fixtures/json/broken-records.json:26: the record is not JSON: a field name in quotation marks is missing (line 31)',
      'test/fixtures/json/broken-records.json:31: body: needs a body or a summary',
      'empty.txt: the file is empty',
      'noise: the file is binary, not text',
      'gone.json: there is no such file or folder',
    ]);
  });

  test('without a path it says how it is called', async () => {
    expect(await run([])).toEqual({ code: 2, out: '', err: 'Usage: npm run import -- FILE|FOLDER…\n' });
  });

  test('settings that need mending are all named', async () => {
    const { code, out, err } = await run([PAGE], { DATABASE_URL: 'mysql://x', PORT: 'x' });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      /^Nothing was imported: these settings need mending:\n {2}DATABASE_URL: .*\n {2}PORT: .*\n$/,
    );
  });

  test('a list of feeds: its sources are kept, once, with the topics that their folders name', async () => {
    const file = join(folder, 'list.opml');
    await writeFile(
      file,
      `<opml version="2.0"><body><outline text="رياضة">
        <outline text="ملاعب" xmlUrl="https://sport.example/feed"/></outline>
        <outline text="The Paper" xmlUrl="https://paper.example/feed"/>
        <outline text="The Paper again" xmlUrl="http://www.paper.example/feed/"/></body></opml>`,
    );
    expect(await run([file])).toEqual({
      code: 0,
      out: 'imported 2, updated 0, unchanged 1, rejected 0\n',
      err: '',
    });
    expect((await run([file])).out).toBe('imported 0, updated 0, unchanged 3, rejected 0\n');
    const { store } = await openStorage(`sqlite:${join(folder, 'news.db')}`, Date.now);
    expect(await store.sources()).toMatchObject([
      { name: expect.stringMatching(/ملاعب|The Paper/), origin: 'opml' },
      { name: expect.stringMatching(/ملاعب|The Paper/), origin: 'opml' },
    ]);
    await writeFile(file, '<opml><outline text="Files" xmlUrl="ftp://files.example/feed"/></opml>');
    expect(await run([file])).toMatchObject({
      code: 1,
      err: `${file}: no http(s) address of a feed: ftp://files.example/feed\n`,
    });
    const sport = (await store.sources()).find(({ name }) => name === 'ملاعب');
    expect(sport).toMatchObject({ url: 'https://sport.example/feed', topics: ['sports'] });
    await store.close();
  });
});
