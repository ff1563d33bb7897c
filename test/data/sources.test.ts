import { expect, test } from 'vitest';
import { sourceName } from '../../src/domain/source.ts';
import { readSourceFile } from '../../src/feeds/source-file.ts';
import { readTopics } from '../../src/feeds/topic-file.ts';

const sources = await readSourceFile('data/sources.json');
const topics = await readTopics();

test('the sources that ship: at least 25, in both languages, by https', () => {
  expect(sources.length).toBeGreaterThanOrEqual(25);
  const languages = Map.groupBy(sources, ({ language }) => language);
  expect([...languages.keys()].sort()).toEqual(['ar', 'en']);
  expect(languages.get('ar')?.length).toBeGreaterThanOrEqual(10);
  for (const { url } of sources) expect(new URL(url).protocol).toBe('https:');
});

test('each has a name of its own in both languages, and topics that exist', () => {
  const known = topics.map(({ id }) => id);
  for (const { topics: own } of sources) {
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((topic) => !known.includes(topic))).toEqual([]);
  }
  const arabic = sources.map(({ name }) => sourceName(name, 'ar'));
  const english = sources.map(({ name }) => sourceName(name, 'en'));
  for (const name of arabic) expect(name).toMatch(/\p{Script=Arabic}/u);
  for (const name of english) expect(name).not.toMatch(/\p{Script=Arabic}/u);
  expect(new Set(arabic).size).toBe(sources.length);
  expect(new Set(english).size).toBe(sources.length);
});

test('each topic has a source', () => {
  const used = new Set(sources.flatMap((source) => source.topics));
  expect(topics.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});
