/** The rules of the house, read off the import lines, so that a wall cannot be broken unnoticed. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const EDGES = ['telegram', 'feeds', 'storage', 'summarize', 'http', 'playground', 'pictures'];
/** Packages and the one room whose door they use; `node-cron` has one file. */
const DOORS: Record<string, string> = {
  grammy: 'src/telegram/',
  '@grammyjs/': 'src/telegram/',
  openai: 'src/summarize/',
  keyv: 'src/storage/',
  pg: 'src/storage/',
  '@resvg/': 'src/pictures/',
  '@expo-google-fonts/': 'src/pictures/',
  'node:sqlite': 'src/storage/',
};

interface Import {
  from: string;
  /** A path below the root, or a package's name. */
  to: string;
}

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);
const source = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]));
const imports: Import[] = files.flatMap((file) => importsOf(file, source.get(file) ?? ''));

function importsOf(file: string, text: string): Import[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map(([, from, bare]) => {
    const target = from ?? bare ?? '';
    const to = target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), target)) : target;
    return { from: file, to };
  });
}

const isPackage = (to: string) => !to.startsWith('src/') && !to.startsWith('commands/');
const below = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const broken = (rule: (each: Import) => boolean) =>
  imports.filter(rule).map(({ from, to }) => `${from} imports ${to}`);

describe('the rules of the house', () => {
  test('1: text is pure and imports nothing but itself and the English stemmer', () => {
    const allowed = (to: string) => below('src/text')(to) || to === '@orama/stemmers/english';
    expect(broken(({ from, to }) => below('src/text')(from) && !allowed(to))).toEqual([]);
  });

  test('1: the domain imports itself, text and zod', () => {
    const allowed = (to: string) => below('src/text')(to) || below('src/domain')(to) || to === 'zod';
    expect(broken(({ from, to }) => below('src/domain')(from) && !allowed(to))).toEqual([]);
  });

  test('1: text and domain know no clock, no chance and no environment', () => {
    const impure =
      /\bDate\.now\s*\(|new Date\(\s*\)|\bMath\.random\b|\bprocess\b|\bsetTimeout\b|\bsetInterval\b|Temporal\.Now\b|\bfetch\s*\(/;
    const guilty = files.filter(
      (file) => /^src\/(text|domain)\//.test(file) && impure.test(withoutComments(source.get(file) ?? '')),
    );
    expect(guilty).toEqual([]);
  });

  test('2: app imports domain, text and i18n, and reaches the world through ports', () => {
    const allowed = (to: string) =>
      ['app', 'domain', 'text', 'i18n'].some((room) => below(`src/${room}`)(to));
    expect(broken(({ from, to }) => below('src/app')(from) && !allowed(to))).toEqual([]);
  });

  test('2: i18n imports text and the domain alone', () => {
    const allowed = (to: string) => ['domain', 'text', 'i18n'].some((room) => below(`src/${room}`)(to));
    expect(broken(({ from, to }) => below('src/i18n')(from) && !allowed(to))).toEqual([]);
  });

  test('3: a command knows the use cases, never an edge, a package or another command', () => {
    const allowed = (to: string) =>
      ['app', 'domain', 'text', 'i18n'].some((room) => below(`src/${room}`)(to));
    expect(
      broken(({ from, to }) => below('commands')(from) && from !== 'commands/index.ts' && !allowed(to)),
    ).toEqual([]);
  });

  test('4: edges import themselves and the middle, never one another', () => {
    const roomOf = (path: string) => path.split('/')[1] ?? '';
    const middle = ['domain', 'text', 'i18n', 'app'];
    expect(
      broken(({ from, to }) => {
        if (!EDGES.some((edge) => below(`src/${edge}`)(from)) || isPackage(to)) return false;
        return roomOf(to) !== roomOf(from) && !middle.includes(roomOf(to));
      }),
    ).toEqual([]);
  });

  test('5: each package has one door', () => {
    expect(
      broken(({ from, to }) =>
        Object.entries(DOORS).some(
          ([name, room]) =>
            (to === name || to.startsWith(name.endsWith('/') ? name : `${name}/`)) && !from.startsWith(room),
        ),
      ),
    ).toEqual([]);
    expect(imports.filter(({ to }) => to === 'node-cron').length).toBeLessThanOrEqual(1);
  });

  test('6: the environment is read in one place, for the mains alone, and only compose wires', () => {
    const isMain = (file: string) => file === 'src/main.ts' || below('src/cli')(file);
    const readers = files.filter((file) => /\bprocess\.env\b/.test(withoutComments(source.get(file) ?? '')));
    expect(readers).toEqual(['src/environment.ts']);
    expect(broken(({ from, to }) => to === 'src/environment.ts' && !isMain(from))).toEqual([]);
    const wiring = broken(
      ({ from, to }) => to === 'src/compose.ts' && from !== 'src/serve.ts' && !below('src/cli')(from),
    );
    expect(wiring).toEqual([]);
  });

  test('8: no circles', () => {
    const next = Map.groupBy(
      imports.filter(({ to }) => !isPackage(to)),
      ({ from }) => from,
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('8: no barrels and no drawers', () => {
    const drawers = files.filter((file) => /\/(utils?|helpers?|common|misc|managers?)\.ts$/.test(file));
    const barrels = files.filter((file) =>
      /(?:^|\n)export\s+(?:\*|(?:type\s+)?\{[^}]*\})\s*from/.test(source.get(file) ?? ''),
    );
    expect([...drawers, ...barrels]).toEqual([]);
  });

  test('9: a file over 250 lines says why', () => {
    const long = [...source].filter(
      ([, text]) =>
        text.split('\n').length > 251 &&
        !/long because|over 250 lines/i.test(text.split('\n').slice(0, 6).join('\n')),
    );
    expect(long.map(([file]) => file)).toEqual([]);
  });

  test('the walls are seen: every file was read and most import something', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(files.length);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
