import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { voiceOf } from '../../src/i18n/voice.ts';

const ARABIC = voiceOf('ar', { timeZone: 'Asia/Riyadh', digits: 'latin' });
const ENGLISH = voiceOf('en', { timeZone: 'Europe/London', digits: 'latin' });
const NOW = Date.UTC(2024, 0, 26, 9);
const HOUR = 3_600_000;

/** Every sentence of a catalogue, functions called with plain arguments: those that count get a number. */
function sentences(catalogue: typeof ar): string[] {
  return Object.entries(catalogue).flatMap(([name, value]) => {
    if (name === 'languageNames' || name === 'commandWords') return [];
    if (name === 'courtesies')
      return Object.values(catalogue.courtesies).flatMap(({ words, answer }) => [...words, answer]);
    if (name === 'asks' || name === 'pleas') return Object.values(catalogue[name]).flat();
    if (typeof value !== 'function') return value as string;
    const first = name.endsWith('Count') ? 2 : '2';
    return [(value as (...args: unknown[]) => string)(first, '2', '3', '4')];
  });
}

describe('the catalogues', () => {
  test('have the same keys, and no empty sentence', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ar).sort());
    for (const sentence of [...sentences(ar), ...sentences(en)]) expect(sentence.trim()).not.toBe('');
  });

  test('say nothing twice: no theme takes a key of another', () => {
    const folder = new URL('../../src/i18n/ar/', import.meta.url);
    const texts = [
      new URL('../ar.ts', folder),
      ...readdirSync(folder).map((file) => new URL(file, folder)),
    ].map((file) => readFileSync(file, 'utf8'));
    const keys = texts.flatMap((text) => [...text.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key));
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
    expect(new Set(keys)).toEqual(new Set(Object.keys(ar)));
  });

  test('keep to their script', () => {
    for (const sentence of sentences(ar)) expect(sentence).toMatch(/\p{Script=Arabic}/u);
    for (const sentence of sentences(en)) expect(sentence).not.toMatch(/\p{Script=Arabic}/u);
  });

  test('Arabic counts in all six forms', () => {
    const counted = [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103].map((count) =>
      ar.sourceCount(count, String(count)),
    );
    expect(counted).toEqual([
      'لا مصادر',
      'مصدر واحد',
      'مصدران',
      '3 مصادر',
      '10 مصادر',
      '11 مصدرًا',
      '99 مصدرًا',
      '100 مصدر',
      '101 مصدر',
      '102 مصدر',
      '103 مصادر',
    ]);
    expect([1, 2].map((count) => en.sourceCount(count, String(count)))).toEqual(['1 source', '2 sources']);
  });

  test('a count behind a preposition stands in its case', () => {
    expect([1, 2, 3, 11].map((count) => ar.fromSources(count, String(count)))).toEqual([
      'من مصدر واحد',
      'من مصدرين',
      'من 3 مصادر',
      'من 11 مصدرًا',
    ]);
  });
});

describe('the voice', () => {
  test.each([
    [0, 'الآن'],
    [90 * 1000, 'قبل دقيقة واحدة'],
    [2 * 60_000, 'قبل دقيقتين'],
    [3 * HOUR, 'قبل 3 ساعات'],
    [11 * HOUR, 'قبل 11 ساعة'],
    [26 * HOUR, 'أمس'],
    [50 * HOUR, 'أول أمس'],
    [8 * 24 * HOUR, '18 يناير 2024'],
    [-5 * HOUR, 'الآن'],
  ])('tells the age of %i ms in Arabic as %s', (ago, told) => {
    expect(ARABIC.age(NOW - ago, 'instant', NOW)).toBe(told);
  });

  test('tells a day without an hour, whatever the zone', () => {
    const day = Date.UTC(2024, 0, 26);
    expect(ARABIC.age(day, 'day', NOW)).toBe('اليوم');
    expect(ENGLISH.age(day, 'day', NOW)).toBe('today');
    expect(
      voiceOf('en', { timeZone: 'Pacific/Honolulu', digits: 'latin' }).age(day, 'day', NOW + 60 * 24 * HOUR),
    ).toBe('26 January 2024');
    expect(ARABIC.age(day, 'day', NOW + 400 * 24 * HOUR)).toBe('26 يناير 2024');
  });

  test('writes Arabic-Indic digits where a chat chose them', () => {
    const eastern = voiceOf('ar', { timeZone: 'UTC', digits: 'arabic' });
    expect(eastern.number(1205)).toBe('١٢٠٥');
    expect(eastern.number(51205)).toBe('٥١٬٢٠٥');
    expect(eastern.age(NOW - 3 * HOUR, 'instant', NOW)).toBe('قبل ٣ ساعات');
    expect(voiceOf('en', { timeZone: 'UTC', digits: 'arabic' }).number(51205)).toBe('51,205');
  });
});
