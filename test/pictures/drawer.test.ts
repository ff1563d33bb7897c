import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Drawing } from '../../src/domain/drawing.ts';
import { Undrawable } from '../../src/domain/drawing.ts';
import { createDrawer } from '../../src/pictures/drawer.ts';
import { MORNING } from '../support/articles.ts';
import { readPng } from '../support/png.ts';

const COVER: Drawing = {
  kind: 'cover',
  language: 'en',
  masthead: 'Mujaz',
  edition: 'Morning briefing',
  date: 'Thursday 26 November 2026',
  headline: 'Harbour library reopens',
  counts: '1 story from 1 source',
};

function open(options: Partial<Parameters<typeof createDrawer>[0]> = {}) {
  const clock = { now: MORNING };
  const drawer = createDrawer({ now: () => clock.now, ...options });
  onTestFinished(() => drawer.close());
  return { clock, draw: () => drawer.draw(COVER) };
}
/** A program of one line in the place of ours. */
function programOf(code: string): URL {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-draw-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'program.mjs');
  writeFileSync(file, code);
  return pathToFileURL(file);
}

test('draws in a process of its own, several in turn, and again after it has rested', async () => {
  const { draw } = open({ restsAfterMs: 0 });
  const [one, two] = await Promise.all([draw(), draw()]);
  expect(readPng(one).width).toBe(1080);
  expect(Buffer.from(two).equals(Buffer.from(one))).toBe(true);
  expect(Buffer.from(await draw()).equals(Buffer.from(one))).toBe(true);
});

test.each([
  ['is stuck', 'process.on("message", () => {});', 100, /not drawn within/],
  ['falls over', 'throw new Error("no library");', 60_000, /process ended/],
])(
  'a process that %s: the picture is given up, and none is tried for a while',
  async (_, code, withinMs, fault) => {
    const { clock, draw } = open({ program: programOf(code), withinMs });
    const [one, two] = await Promise.allSettled([draw(), draw()]);
    for (const each of [one, two]) expect(String(each.status === 'rejected' && each.reason)).toMatch(fault);
    await expect(draw()).rejects.toThrow('for a while');
    clock.now += 11 * 60_000;
    await expect(draw()).rejects.toThrow(fault);
  },
);

test('what cannot be drawn is told from what cannot be drawn now, and the next is tried at once', async () => {
  const answer = 'process.on("message", () => process.send({ failure: "no such letter" }));';
  const { draw } = open({ program: programOf(answer) });
  for (const each of await Promise.allSettled([draw(), draw()]))
    expect(each.status === 'rejected' && each.reason).toBeInstanceOf(Undrawable);
  await expect(draw()).rejects.toThrow('no such letter');
  const stuck = open({ program: programOf('process.on("message", () => {});'), withinMs: 50 });
  await expect(stuck.draw()).rejects.not.toBeInstanceOf(Undrawable);
});
