import { expect, test } from 'vitest';
import { hashOf } from '../../src/text/hash.ts';
import { remembering, WordMemory } from '../../src/text/word-memory.ts';

test('words are remembered, wherever in a text they stand', () => {
  let asked = 0;
  const memory = new WordMemory((raw) => ({ raw, number: ++asked }));
  const text = 'نفط وغاز ونفط';
  const first = memory.of('نفط');
  expect(memory.at(text, 0, 3, hashOf('نفط'))).toBe(first);
  expect(memory.at(text, text.length - 3, text.length, hashOf('نفط'))).toBe(first);
  expect(memory.of('غاز')).toEqual({ raw: 'غاز', number: 2 });
  expect(asked).toBe(2);
});

test('more words than it holds are answered rightly, and a common one is not forgotten', () => {
  const asked = new Map<string, number>();
  const twice = remembering((word) => {
    asked.set(word, (asked.get(word) ?? 0) + 1);
    return word + word;
  });
  for (let at = 0; at < 200_000; at++) {
    const word = `w${at}`;
    if (twice(word) !== word + word) expect.fail(word);
    if (at % 20_000 === 0) twice('common');
  }
  expect(twice('w0')).toBe('w0w0');
  expect(asked.get('w0')).toBe(2);
  expect(asked.get('common')).toBe(1);
});

test('a smaller memory keeps the last words and lets older ones go', () => {
  const asked: string[] = [];
  const same = remembering((word) => {
    asked.push(word);
    return word;
  }, 10);
  for (let at = 0; at < 30; at++) same(`w${at}`);
  same('w29');
  same('w0');
  expect(asked.filter((word) => word === 'w29')).toHaveLength(1);
  expect(asked.filter((word) => word === 'w0')).toHaveLength(2);
});

test('words made to collide are answered, and cost no more than others', () => {
  const colliding: string[] = [];
  for (let at = 0; colliding.length < 100; at++) {
    if ((hashOf(`w${at}`) & 0x3ff) === 7) colliding.push(`w${at}`);
  }
  let asked = 0;
  const same = remembering((word) => {
    asked++;
    return word;
  });
  for (let round = 0; round < 2; round++) expect(colliding.map(same)).toEqual(colliding);
  // What found no place near its own is worked out again.
  expect(asked).toBeGreaterThan(colliding.length);
  expect(asked).toBeLessThan(2 * colliding.length);
});
