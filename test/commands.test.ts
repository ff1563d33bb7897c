import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { normalize } from '../src/text/normalize.ts';

test('the list and the folder agree', () => {
  const files = readdirSync(new URL('../commands/', import.meta.url)).filter((file) => file !== 'index.ts');
  expect(commands.map((command) => `${command.name}.ts`).sort()).toEqual(files.sort());
});

test("names and descriptions keep to Telegram's rules, in both languages", () => {
  for (const { name, description } of commands) {
    expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
    for (const line of [description.ar, description.en]) {
      expect(line.length).toBeGreaterThan(2);
      expect(line.length).toBeLessThanOrEqual(256);
    }
    expect(description.ar).toMatch(/\p{Script=Arabic}/u);
    expect(description.en).not.toMatch(/\p{Script=Arabic}/u);
  }
});

test('no word stands for two commands', () => {
  const words = commands.flatMap((command) =>
    [...command.words.ar, ...command.words.en].map((word) => [normalize(word), command.name]),
  );
  const meanings = Map.groupBy(words, ([word]) => word);
  const doubtful = [...meanings].filter(([, uses]) => new Set(uses.map(([, name]) => name)).size > 1);
  expect(doubtful).toEqual([]);
});
