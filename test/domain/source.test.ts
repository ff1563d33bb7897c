import { describe, expect, test } from 'vitest';
import { newSource } from '../../src/domain/polling.ts';
import type { SourceRecord } from '../../src/domain/source.ts';
import { healthOf, publicUrl, sourceIdOf, sourceListShape } from '../../src/domain/source.ts';

const NOW = Date.UTC(2026, 10, 24);
const record: SourceRecord = {
  id: 'paper',
  name: 'الصحيفة',
  url: 'https://paper.example/feed',
  topics: [],
  fullText: false,
  enabled: true,
  origin: 'file',
  state: newSource,
  articles: 0,
  lastOkAt: NOW,
  tookMs: 100,
  items: 3,
};

describe('the sources file', () => {
  const entry = { id: 'paper', name: { ar: 'الصحيفة', en: 'The Paper' }, url: 'https://paper.example/feed' };

  test('takes an entry with what may be left out', () => {
    expect(sourceListShape.parse([{ ...entry, comment: 'ignored' }])).toEqual([
      { ...entry, topics: [], fullText: false, enabled: true },
    ]);
  });

  test.each([
    ['an id with capitals', { ...entry, id: 'The Paper' }, '0.id'],
    ['another scheme', { ...entry, url: 'file:///etc/passwd' }, '0.url'],
    ['a name in one language of two', { ...entry, name: { ar: 'الصحيفة' } }, '0.name'],
    ['a language in words', { ...entry, language: 'Arabic' }, '0.language'],
    ['no time at all', { ...entry, everyMinutes: 0 }, '0.everyMinutes'],
  ])('refuses %s', (_, given, path) => {
    expect(sourceListShape.safeParse([given]).error?.issues.map((issue) => issue.path.join('.'))).toEqual([
      path,
    ]);
  });

  test('refuses an id or an address that is there twice, however it is written', () => {
    const twin = { ...entry, url: 'http://www.paper.example/feed/?utm_source=x' };
    expect(sourceListShape.safeParse([entry, twin]).error?.issues.map((issue) => issue.message)).toEqual([
      'id paper is there twice',
      'url https://paper.example/feed is there twice',
    ]);
  });
});

describe('the health of a source', () => {
  test.each<[string, Partial<SourceRecord>]>([
    ['ok', {}],
    ['fresh', { lastOkAt: undefined as never }],
    ['failing', { failure: { since: NOW, reason: 'dns' } }],
    ['gone', { state: { ...newSource, muted: 'gone' } }],
    ['empty', { items: 0 }],
    ['off', { enabled: false, failure: { since: NOW, reason: 'dns' } }],
  ])('%s', (standing, fields) => {
    expect(healthOf({ ...record, ...fields }, NOW).standing).toBe(standing);
  });

  test('speaks of slowness, a move, and for a week of a feed that turned over', () => {
    const state = {
      ...newSource,
      turnedOverAt: NOW,
      moving: { to: 'https://b.example/', since: NOW, fetches: 1 },
    };
    const DAY = 86_400_000;
    expect(healthOf({ ...record, state, tookMs: 11_000 }, NOW + 6 * DAY)).toEqual({
      standing: 'ok',
      slow: true,
      moving: 'https://b.example/',
      turnedOverAt: NOW,
    });
    expect(healthOf({ ...record, state }, NOW + 8 * DAY).turnedOverAt).toBeUndefined();
  });
});

test('an id is made of the site and is the same each time, whatever the spelling of the address', () => {
  const id = sourceIdOf('https://www.paper.example/feed/');
  expect(id).toMatch(/^paper-example-[0-9a-z]+$/);
  expect(sourceIdOf('http://paper.example/feed?utm_source=x')).toBe(id);
  expect(sourceIdOf('https://paper.example/other')).not.toBe(id);
});

test('a URL is shown without its name and password', () => {
  expect(publicUrl('https://name:hush@paper.example/feed?x=1')).toBe('https://paper.example/feed?x=1');
});
