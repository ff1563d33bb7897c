/**
 * Single sentences of news put otherwise, faithfully or with one fact altered (a number, a unit, a bound, a direction, a name, a
 * day); many were aimed at the very rules of the gate. Some of either kind are beyond it: it must not get worse.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { gateVerdict } from '../../support/gate-verdict.ts';

const Pair = z.object({ faithful: z.boolean(), article: z.string(), summary: z.string() });
const pairs = readFileSync(new URL('../../fixtures/summaries/put-otherwise.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Pair.parse(JSON.parse(line)));
const heldBack = (faithful: boolean) => {
  const asked = pairs.filter((pair) => pair.faithful === faithful);
  return {
    of: asked.length,
    held: asked.filter((pair) => gateVerdict(pair.article, pair.summary) !== 'passes').length,
  };
};

test('of 226 faithful ones 36 are held back, and no more', () => {
  const { of, held } = heldBack(true);
  expect(of).toBe(226);
  expect(held).toBeLessThanOrEqual(36);
});

test('of 169 altered ones 151 are held back, and no fewer', () => {
  const { of, held } = heldBack(false);
  expect(of).toBe(169);
  expect(held).toBeGreaterThanOrEqual(151);
});
