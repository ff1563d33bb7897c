/** What operators are given agrees with the program it is for. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '../src/config.ts';
import { createMeters } from '../src/http/meters.ts';
import { createMetrics } from '../src/http/metrics.ts';
import { createSummarizer } from '../src/summarize/summarizer.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');
const known = new Set(Object.keys(settings.shape));

test('the image starts the program as npm start does', () => {
  const start: string = JSON.parse(read('package.json')).scripts.start;
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(read('Dockerfile'))?.[1] ?? '[]').join(' ');
  const allocator = /\bMALLOC_ARENA_MAX=\d+/.exec(read('Dockerfile'))?.[0];
  expect(`exec env ${allocator} ${command}`).toBe(start);
  // What is compiled under other flags is of no use to it.
  expect(read('Dockerfile')).toContain(`RUN ${command.replace(/ src\/main\.ts$/, '')} --eval `);
});

test('image, unit and compose file name settings that exist', () => {
  const image = /^ENV (.*)$/m.exec(read('Dockerfile'))?.[1] ?? '';
  const named = [
    ...[...image.matchAll(/(\w+)=/g)].map(([, name]) => name),
    ...[...read('docs/operations/mujaz.service').matchAll(/^Environment=(\w+)=/gm)].map(([, name]) => name),
    ...[
      ...(read('docs/operations/compose.yaml').split('postgres:\n')[0] ?? '').matchAll(/^ {6}([A-Z_]+):/gm),
    ].map(([, name]) => name),
  ];
  expect(named.length).toBeGreaterThan(6);
  const others = ['NODE_ENV', 'NODE_COMPILE_CACHE', 'MALLOC_ARENA_MAX'];
  expect(named.filter((name) => !known.has(name ?? '') && !others.includes(name ?? ''))).toEqual([]);
});

test('the manual and the dashboard name figures that are measured', async () => {
  const store = { vitals: async () => ({ articles: 0, stories: 0, sources: {}, deliveries: {}, due: {} }) };
  const meters = createMeters(() => 0);
  const summaries = createSummarizer({ store: { article: async () => undefined } });
  const { text } = await createMetrics({ store, summaries, meters, now: () => 0 })();
  const measured = await text();
  for (const file of ['docs/operations.md', 'docs/operations/grafana.json']) {
    const named = new Set(
      read(file).match(/\b(?:mujaz_[a-z_]+|nodejs_eventloop\w+|process_[a-z_]+(?:bytes|total))\b/g),
    );
    expect(named.size).toBeGreaterThan(6);
    expect([...named].filter((name) => !measured.includes(`# TYPE ${name} `))).toEqual([]);
  }
});

test('every file that the manual links to is there', () => {
  const files = readdirSync(resolve(ROOT, 'docs/operations'));
  const linked = [...read('docs/operations.md').matchAll(/\]\(operations\/([^)]+)\)/g)].map(
    ([, name]) => name ?? '',
  );
  expect(linked.filter((name) => !files.includes(name))).toEqual([]);
});
