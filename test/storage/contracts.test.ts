/** Every suite in test/contract is run on every engine. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const TESTS = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(resolve(TESTS, path), 'utf8');

test.each(['sqlite', 'postgres'])('%s keeps every contract', (engine) => {
  const contracts = readdirSync(resolve(TESTS, 'contract')).flatMap((file) =>
    [...read(`contract/${file}`).matchAll(/^export function (\w+Contract)\(/gm)].map(([, name]) => name),
  );
  const kept = new Set(
    [...read(`storage/${engine}.test.ts`).matchAll(/^\s*(\w+Contract)\(/gm)].map(([, name]) => name),
  );
  expect(contracts.length).toBeGreaterThan(4);
  expect(contracts.filter((name) => !kept.has(name))).toEqual([]);
});
