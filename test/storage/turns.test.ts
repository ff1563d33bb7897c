import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurns } from '../../src/storage/turns.ts';

/** Questions at once, and the turns of the loop in which their answers are worked on. */
async function workedOnIn(ask: () => Promise<unknown>, questions: number): Promise<number[]> {
  let [turn, open] = [0, questions];
  const worked: number[] = [];
  const counting = (async () => {
    for (; open > 0; turn++) await nextTurn();
  })();
  const answered = async () => {
    await ask();
    worked.push(turn);
    open--;
  };
  await Promise.all(Array.from({ length: questions }, answered));
  await counting;
  return worked;
}

test('answers that come together are worked on in as many turns of the loop', async () => {
  const session = { query: async () => [] };
  expect(new Set(await workedOnIn(() => session.query(), 8)).size).toBe(1);
  const turned = inTurns(session);
  expect(new Set(await workedOnIn(() => turned.query('select 1'), 8)).size).toBe(8);
});

test('a question that fails holds up none behind it', async () => {
  let asked = 0;
  const turned = inTurns({
    query: async () => {
      if (asked++ === 0) throw new Error('lost');
      return [];
    },
  });
  await expect(turned.query('select 1')).rejects.toThrow('lost');
  expect(await turned.query('select 1')).toEqual([]);
});
