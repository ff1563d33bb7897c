import { describe, expect, test } from 'vitest';
import type { ArticleHead } from '../../src/domain/article.ts';
import { developments } from '../../src/domain/development.ts';
import { HOUR, MORNING } from '../support/articles.ts';

const FIRST = 'حريق في غابات عكار يقترب من القرى';

/** Articles of a story, an hour apart, the first of which was told; titles of those that bring something new. */
function news(...articles: (Partial<ArticleHead> & { title: string })[]): string[] {
  const heads = articles.map(
    (fields, at): ArticleHead => ({
      id: at + 1,
      source: { name: `مصدر ${at}` },
      language: 'ar',
      topics: [],
      firstSeen: MORNING,
      sortAt: MORNING + at * HOUR,
      cut: false,
      ...fields,
    }),
  );
  return developments({ id: 1, articles: heads, sortAt: MORNING }, [1]).map(({ title }) => title);
}

describe('a development', () => {
  test('is what says something new, the newest first, however the articles stand', () => {
    const out = 'السيطرة على النيران وعودة السكان إلى منازلهم';
    const help = 'طائرات إطفاء قبرصية تصل للمساعدة';
    expect(news({ title: FIRST }, { title: help }, { title: out })).toEqual([out, help]);
    expect(
      news(
        { title: FIRST },
        { title: out, sortAt: MORNING + 9 * HOUR },
        { title: help, sortAt: MORNING + HOUR },
      ),
    ).toEqual([out, help]);
    expect(
      news({ title: FIRST }, { title: out, sortAt: MORNING + HOUR }, { title: help, sortAt: MORNING + HOUR }),
    ).toEqual([help, out]);
  });

  test('is told once: another outlet that says the same adds nothing', () => {
    const out = 'السيطرة على النيران وعودة السكان إلى منازلهم';
    expect(
      news({ title: FIRST }, { title: out }, { title: 'عودة السكان إلى منازلهم بعد السيطرة على النيران' }),
    ).toEqual([out]);
  });

  test('is not what a summary has said already', () => {
    const summary = 'وصلت طائرات إطفاء قبرصية للمساعدة في إخماد النيران.';
    expect(news({ title: FIRST, summary }, { title: 'طائرات إطفاء قبرصية للمساعدة' })).toEqual([]);
  });

  test('has at least three words, and half of them new', () => {
    expect(news({ title: FIRST }, { title: 'إجلاء السكان ليلًا' })).toEqual(['إجلاء السكان ليلًا']);
    expect(news({ title: FIRST }, { title: 'إجلاء السكان' })).toEqual([]);
    expect(news({ title: FIRST }, { title: 'حريق غابات: إجلاء السكان' })).toEqual([
      'حريق غابات: إجلاء السكان',
    ]);
    expect(news({ title: FIRST }, { title: 'حريق غابات عكار: إجلاء السكان' })).toEqual([]);
  });

  test('is none by its language alone; in that language the next report may be one', () => {
    const english = { title: 'Forest fire in Akkar closes in on villages', language: 'en' };
    expect(news({ title: FIRST }, english)).toEqual([]);
    const rain = { title: 'Heavy rain puts out last flames', language: 'en' };
    expect(news({ title: FIRST }, english, rain)).toEqual([rain.title]);
  });
});
