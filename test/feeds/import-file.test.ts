import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { PutOutcome } from '../../src/domain/ports.ts';
import type { ImportDoors } from '../../src/feeds/import-file.ts';
import { importFiles } from '../../src/feeds/import-file.ts';
import type { ListedSource } from '../../src/feeds/opml.ts';

let folder: string;
let stored: Map<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mujaz-import-'));
  stored = new Map();
});
afterEach(() => rm(folder, { recursive: true }));

/** Keeps drafts by key, as a store does. */
async function take(drafts: readonly ArticleDraft[]): Promise<PutOutcome[]> {
  return drafts.map((draft) => {
    const [before, content] = [stored.get(draft.key), JSON.stringify(draft)];
    stored.set(draft.key, content);
    return before === undefined ? 'imported' : before === content ? 'unchanged' : 'updated';
  });
}

const noSources = async () => {
  throw new Error('no list of sources was to be found');
};

async function run(
  names: string[],
  { onSources = noSources }: { onSources?: ImportDoors['onSources'] } = {},
) {
  const lines: string[] = [];
  const progress: [number, number][] = [];
  const tally = await importFiles(
    names.map((name) => join(folder, name)),
    {
      ingest: { keep: take, settle: async () => {} },
      report: {
        rejected: (line) => lines.push(line.replaceAll(`${folder}/`, '')),
        progress: (read, total) => progress.push([read, total]),
      },
      onSources,
    },
  );
  return { ...tally, lines, progress };
}

const save = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
const record = (id: number, fields: object = {}) => ({
  id: `r-${id}`,
  title: `Report ${id}`,
  body: 'The tide was low.',
  source: 'Harbour',
  ...fields,
});

describe('importing files', () => {
  test('every kind in a folder, by name, with hidden files and pictures passed over', async () => {
    await mkdir(join(folder, 'in/deep'), { recursive: true });
    await save('in/b.json', JSON.stringify([record(1), record(2)]));
    await save('in/a.ndjson', `${JSON.stringify(record(3))}\n${JSON.stringify(record(1))}\n`);
    await save(
      'in/deep/c.xml',
      '<rss version="2.0"><channel><title>H</title><item><title>t</title><link>https://h.example/1</link></item></channel></rss>',
    );
    await save('in/deep/d.txt', 'عنوان\nنص الخبر.\n');
    await save('in/one.json', JSON.stringify(record(4), null, 2));
    await save('in/.hidden.json', 'broken');
    await save('in/picture.PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
    const first = await run(['in']);
    expect(first).toMatchObject({ imported: 6, updated: 0, unchanged: 1, rejected: 0, lines: [] });
    expect(first.progress.at(-1)?.[0]).toBe(first.progress.at(-1)?.[1]);
    expect(await run(['in'])).toMatchObject({ imported: 0, updated: 0, unchanged: 7, rejected: 0 });
  });

  test('a record that changed updates, within one run too', async () => {
    await save('a.json', JSON.stringify([record(1), record(1), record(1, { body: 'The tide was high.' })]));
    expect(await run(['a.json'])).toMatchObject({ imported: 1, unchanged: 1, updated: 1, rejected: 0 });
  });

  test('more records than one batch', async () => {
    await save('many.jsonl', Array.from({ length: 450 }, (_, id) => JSON.stringify(record(id))).join('\n'));
    expect(await run(['many.jsonl'])).toMatchObject({ imported: 450, rejected: 0 });
  });

  test('whatever is wrong is told by file and line, and what is good is stored', async () => {
    await save(
      'bad.json',
      `[\n${JSON.stringify(record(1))},\n{"title": 5, "body": "x"},\n{"title": "t", "body": "b", "url": "ftp://x"},\n"text",\n{"title": "half}\n]`,
    );
    await save('empty.json', '');
    await save(
      'binary.bin',
      Uint8Array.from({ length: 500 }, (_, index) => index % 7),
    );
    await save('page.html', '<!DOCTYPE html><html><body>x</body></html>');
    await save('lone.txt', 'عنوان وحيد\n');
    await save('other.xml', '<svg/>');
    const result = await run([
      'bad.json',
      'empty.json',
      'binary.bin',
      'page.html',
      'lone.txt',
      'other.xml',
      'absent.json',
    ]);
    expect(result).toMatchObject({ imported: 1, rejected: 10 });
    expect(result.lines).toEqual([
      expect.stringMatching(/^bad\.json:3: title: /),
      'bad.json:4: url: is not an http(s) link',
      'bad.json:5: the record is not JSON: it does not begin with a brace',
      'bad.json:6: the record is not JSON: a quotation mark is missing at the end of a line',
      'empty.json: the file is empty',
      'binary.bin: the file is binary, not text',
      'page.html: the file is an HTML page; import its feed, or its text as .txt',
      'lone.txt:1: body: needs a body or a summary',
      'other.xml: this is no feed',
      'absent.json: there is no such file or folder',
    ]);
  });

  test('a list of sources goes to whoever takes sources', async () => {
    await save('list.opml', '<opml><body><outline text="H" xmlUrl="https://h.example/feed"/></body></opml>');
    const taken: ListedSource[] = [];
    const result = await run(['list.opml'], {
      onSources: async (sources) => {
        taken.push(...sources);
        return { imported: sources.length, updated: 0, unchanged: 0, rejected: 0 };
      },
    });
    expect(result).toMatchObject({ imported: 1, rejected: 0 });
    expect(taken).toEqual([{ name: 'H', url: 'https://h.example/feed' }]);
  });

  test('a fault of the store ends the import', async () => {
    await save('a.json', JSON.stringify([record(1)]));
    const broken = importFiles([join(folder, 'a.json')], {
      ingest: { keep: () => Promise.reject(new Error('disk full')), settle: async () => {} },
      report: { rejected: () => undefined },
      onSources: noSources,
    });
    await expect(broken).rejects.toThrow('disk full');
  });
});
