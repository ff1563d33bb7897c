import { describe, expect, test } from 'vitest';
import { renumbered } from '../../src/app/renumbered.ts';

const articles = (prefix: string, titles: readonly string[]) =>
  titles.map((title, index) => ({ key: `${prefix}${index}`, title }));
const TITLES = ['افتتاح المتحف', 'عودة القطار', 'أمطار على الجبل', 'مباراة الليلة'];

describe('a publisher that changes all ids', () => {
  test('is known by its headlines, blind to spelling', () => {
    const now = articles('new', ['إفتتاح المتحف', 'عوده القطار', 'أمطار على الجبل', 'خبر جديد']);
    expect(renumbered(now, 4, articles('old', TITLES))).toEqual([
      { from: 'old0', to: 'new0' },
      { from: 'old1', to: 'new1' },
      { from: 'old2', to: 'new2' },
    ]);
  });

  test('is not suspected when half of the fetch is known by its keys', () => {
    expect(renumbered(articles('new', TITLES), 8, articles('old', TITLES))).toEqual([]);
  });

  test('is not suspected when the new headlines are new', () => {
    const now = articles('new', ['خبر أول', 'خبر ثان', 'خبر ثالث', TITLES[0] ?? '']);
    expect(renumbered(now, 4, articles('old', TITLES))).toEqual([]);
  });

  test('is not suspected for a column that has one headline every day', () => {
    const daily = articles('new', ['نشرة الأخبار', 'نشرة الأخبار', 'نشرة الأخبار', 'نشرة الأخبار']);
    expect(
      renumbered(
        daily,
        4,
        articles(
          'old',
          daily.map(({ title }) => title),
        ),
      ),
    ).toEqual([]);
    expect(renumbered(articles('new', ['نشرة الأخبار']), 1, articles('old', ['نشرة الأخبار']))).toEqual([]);
  });
});
