import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordEntry } from '../../src/feeds/json-records.ts';
import { readJsonRecords, readNdjson } from '../../src/feeds/json-records.ts';

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function all(entries: AsyncIterable<RecordEntry>): Promise<RecordEntry[]> {
  return Array.fromAsync(entries);
}

/** The records of a text, read whole and in small pieces, which must not differ. */
async function records(text: string): Promise<RecordEntry[]> {
  const whole = await all(readJsonRecords(pieces(text, 100_000)));
  for (const size of [1, 2, 7]) expect(await all(readJsonRecords(pieces(text, size)))).toEqual(whole);
  return whole;
}

const brief = (entries: RecordEntry[]) =>
  entries.map((entry) =>
    'fault' in entry
      ? [entry.line, entry.fault.replace('the record is not JSON: ', '')]
      : [entry.line, entry.value],
  );

describe('a JSON array', () => {
  test('gives each record with the line it begins on', async () => {
    expect(await records('[\n  {"a": 1},\n  {\n    "a": [{"b": "}, {\\" ]"}]\n  }, {"a": 3}\n]\n')).toEqual([
      { line: 2, value: { a: 1 } },
      { line: 3, value: { a: [{ b: '}, {" ]' }] } },
      { line: 5, value: { a: 3 } },
    ]);
    expect(await records('[]')).toEqual([]);
    expect(await records('{"a": 1}')).toEqual([{ line: 1, value: { a: 1 } }]);
    expect(await records('{"a": 1}\n{"a": 2}')).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 2, value: { a: 2 } },
    ]);
  });

  test('a file with five faults keeps every good record and tells each bad one by its line', async () => {
    const text = readFileSync(new URL('../fixtures/json/broken-records.json', import.meta.url), 'utf8');
    expect(
      brief(await records(text)).map(([line, what]) => [line, (what as { id?: string }).id ?? what]),
    ).toEqual([
      [2, 'a-1'],
      [9, 'a quotation mark is missing at the end of a line (line 11)'],
      [15, 'a-3'],
      [21, 'a comma stands where a field name is expected (line 23)'],
      [26, 'a field name in quotation marks is missing (line 31)'],
      [31, 'a-6'],
      [35, 'a-7'],
    ]);
  });

  test.each([
    [
      'a quotation mark missing, all on one line',
      '[{"t":"a","b":"x},{"t":"c"},{"t":"e"}]',
      [
        [1, 'a comma or a quotation mark is missing'],
        [1, { t: 'c' }],
        [1, { t: 'e' }],
      ],
    ],
    [
      'a closing brace missing',
      '[{"t":"a","b":1,{"t":"c"}]',
      [
        [1, 'a field name in quotation marks is missing'],
        [1, { t: 'c' }],
      ],
    ],
    [
      'an opening brace missing',
      '[\n{"t":"a"},\n"t":"b"},\n{"t":"c"}\n]',
      [
        [2, { t: 'a' }],
        [3, 'it does not begin with a brace'],
        [4, { t: 'c' }],
      ],
    ],
    [
      'a comma too many at the end of a record',
      '[{"t":"a",},{"t":"c"}]',
      [
        [1, 'a comma stands before a closing bracket'],
        [1, { t: 'c' }],
      ],
    ],
    [
      'a comma missing between fields',
      '[\n {"t":"a" "b":1},\n {"t":"c"}\n]',
      [
        [2, 'a comma or a quotation mark is missing'],
        [3, { t: 'c' }],
      ],
    ],
    [
      'a comma missing between records',
      '[{"t":"a"} {"t":"c"}]',
      [
        [1, { t: 'a' }],
        [1, { t: 'c' }],
      ],
    ],
    [
      'a comma too many between records',
      '[{"t":"a"},,{"t":"c"},]',
      [
        [1, { t: 'a' }],
        [1, { t: 'c' }],
      ],
    ],
    [
      'a brace too many between records',
      '[{"t":"a"}},{"t":"c"}]',
      [
        [1, { t: 'a' }],
        [1, { t: 'c' }],
      ],
    ],
    [
      'a number that is none',
      '[{"t":01},{"t":"c"}]',
      [
        [1, 'Unexpected number'],
        [1, { t: 'c' }],
      ],
    ],
    [
      'braces on the line of the last one',
      '[ {\n  "t": a"\n}, {\n  "t": "c"\n} ]',
      [
        [1, 'a comma or a quotation mark is missing (line 2)'],
        [3, { t: 'c' }],
      ],
    ],
    [
      'nested objects in a broken record',
      '[\n  {\n    "s": {"n": 1},,\n    "x": {"n": 2}\n  },\n  {"t":"c"}\n]',
      [
        [2, 'a comma stands where a field name is expected (line 3)'],
        [6, { t: 'c' }],
      ],
    ],
    [
      'a file that ends in a record',
      '[{"t":"a"},\n{"t":"c',
      [
        [1, { t: 'a' }],
        [2, 'the file ends in the middle of it'],
      ],
    ],
    [
      'a list that is not closed',
      '[{"t":"a"},\n{"t":"c"}\n',
      [
        [1, { t: 'a' }],
        [2, { t: 'c' }],
        [3, 'the list is not closed: the file may have been cut off'],
      ],
    ],
  ] as [string, string, unknown[]][])('%s', async (_name, text, expected) => {
    expect(brief(await records(text))).toEqual(expected);
  });

  test('depth and length are bounded, and reading goes on behind', async () => {
    const deep = await all(readJsonRecords(pieces(`[${'{"a":'.repeat(5000)}\n,\n{"t":"c"}]`, 65_536)));
    expect(deep[0]).toEqual({ line: 1, fault: 'the record is not JSON: it is nested deeper than 64 levels' });
    expect(deep.at(-1)).toEqual({ line: 3, value: { t: 'c' } });
    const long = await all(readJsonRecords(pieces(`[{"a":"${'x'.repeat(4_100_000)}"},\n{"t":"c"}]`, 65_536)));
    expect(brief(long)).toEqual([
      [1, 'is longer than 4000000 characters'],
      [2, { t: 'c' }],
    ]);
  });

  test('whatever JSON holds comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(0, 2),
        async (list, size, indent) => {
          const found = await all(readJsonRecords(pieces(JSON.stringify(list, null, indent), size)));
          expect(found.map((entry) => 'value' in entry && entry.value)).toEqual(
            JSON.parse(JSON.stringify(list)),
          );
        },
      ),
    );
  });

  test('any text at all ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \na1-'), maxLength: 80 }),
        async (text) => {
          expect((await all(readJsonRecords(pieces(`[${text}`, 5)))).length).toBeLessThan(100);
        },
      ),
    );
  });
});

describe('NDJSON', () => {
  test('one record a line, bad ones told by theirs, a last line without an end', async () => {
    const text = '{"t":1}\r\n\n{"t":2\n[oops\n{"t":"\\u0645"}';
    for (const size of [1, 5, 1000]) {
      const found = await all(readNdjson(pieces(text, size)));
      expect(found.map((entry) => [entry.line, 'fault' in entry ? 'fault' : entry.value])).toEqual([
        [1, { t: 1 }],
        [3, 'fault'],
        [4, 'fault'],
        [5, { t: 'م' }],
      ]);
    }
  });

  test('a line without end is passed over without being held', async () => {
    const found = await all(readNdjson(pieces(`{"t":1}\n"${'x'.repeat(9_000_000)}"\n{"t":2}\n`, 65_536)));
    expect(found).toEqual([
      { line: 1, value: { t: 1 } },
      { line: 2, fault: 'the record is longer than 4000000 characters' },
      { line: 3, value: { t: 2 } },
    ]);
  });
});
