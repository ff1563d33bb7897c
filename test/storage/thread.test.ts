import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { portions } from '../../src/storage/row-portions.ts';
import { openSqlite } from '../../src/storage/sqlite.ts';
import { openThread } from '../../src/storage/thread.ts';

/** Answers each question with itself; dies of `die`, passes on the fault of `fail`. */
const ECHO = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (question) => {
      if (question === 'die') process.exit(3);
      if (question === 'close') return parentPort.close();
      parentPort.postMessage(question === 'fail' ? { fault: new TypeError('no') } : { found: question });
    });`)}`,
);
const open = () => openThread<string | number>(ECHO, '', { oldMib: 32 });

describe('a thread that answers questions', () => {
  test('answers in their order and passes faults on', async () => {
    const thread = open();
    const answers = await Promise.allSettled([thread.ask(1), thread.ask('fail'), thread.ask(3)]);
    expect(answers.map((each) => (each.status === 'rejected' ? String(each.reason) : each.value))).toEqual([
      1,
      'TypeError: no',
      3,
    ]);
    await thread.close();
    await expect(thread.ask(4)).rejects.toThrow('closed');
  });

  test('that dies rejects what was asked, lives again with the next question, and goes on with nothing begun before', async () => {
    const thread = open();
    expect(await thread.ask(1)).toBe(1);
    const { life } = thread;
    const lost = await Promise.allSettled([thread.ask('die', life), thread.ask(2, life)]);
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(thread.ask(3, life)).rejects.toThrow('has ended');
    expect(await thread.ask(4)).toBe(4);
    await expect(thread.ask(5, life)).rejects.toThrow('has ended');
    await thread.close();
  });
});

test('a statement on a file that takes long leaves the main loop to others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-'));
  const driver = openSqlite(join(folder, 'mujaz.db'));
  await driver.query('create table t (n bigint)');
  let turns = 0;
  let done = false;
  const counting = driver
    .query(
      'with recursive c(n) as (select 1 union all select n + 1 from c where n < 300000) select max(n) as n from c',
    )
    .finally(() => {
      done = true;
    });
  while (!done) {
    turns++;
    await turn();
  }
  expect(await counting).toEqual([{ n: 300_000 }]);
  expect(turns).toBeGreaterThan(20);
  await driver.close();
  rmSync(folder, { recursive: true });
});

test('rows come in portions of few lengths, in their order, none left out', () => {
  const rows = Array.from({ length: 75 }, (_, at) => at);
  const parts = [...portions(rows)];
  expect(parts.map((part) => part.length)).toEqual([32, 32, 8, 2, 1]);
  expect(parts.flat()).toEqual(rows);
  expect([...portions([])]).toEqual([]);
});
