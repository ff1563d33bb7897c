import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleHead } from '../../src/domain/article.ts';
import type { ToldStory } from '../../src/domain/edition.ts';
import type { EditionMaterial } from '../../src/domain/edition-plan.ts';
import { planEdition } from '../../src/domain/edition-plan.ts';
import type { Story } from '../../src/domain/story.ts';

const NOW = Date.UTC(2024, 0, 26, 9);
const HOUR = 3_600_000;
const ORDER = ['world', 'politics', 'economy', 'sports'];

let ids = 0;
function article(fields: Partial<ArticleHead> = {}): ArticleHead {
  ids++;
  return {
    id: ids,
    title: `خبر رقم ${ids} من المدينة`,
    source: { name: `مصدر ${ids}` },
    language: 'ar',
    topics: ['world'],
    firstSeen: NOW - HOUR,
    sortAt: NOW - HOUR,
    cut: false,
    ...fields,
  };
}
function story(...articles: ArticleHead[]): Story {
  return { id: articles[0]?.id ?? 0, articles, sortAt: Math.max(...articles.map(({ sortAt }) => sortAt)) };
}
function material(stories: Story[], fields: Partial<EditionMaterial> = {}): EditionMaterial {
  return {
    stories,
    told: new Map(),
    followed: new Set(),
    topics: [],
    language: 'ar',
    bothLanguages: false,
    size: 5,
    from: NOW - 24 * HOUR,
    to: NOW,
    ...fields,
  };
}
/** Ids of the stories on the page, in their order. */
const order = (stories: Story[], fields: Partial<EditionMaterial> = {}) =>
  planEdition(material(stories, fields), ORDER).stories.map((planned) => planned.story.id);
const told = (one: Story): [number, ToldStory] => [
  one.id,
  { storyId: one.id, articleIds: one.articles.map(({ id }) => id), developed: false },
];

describe('an edition', () => {
  test('puts what many sources tell before what one tells', () => {
    const many = story(article(), article(), article());
    const two = story(article(), article());
    const one = story(article());
    expect(order([one, two, many])).toEqual([many.id, two.id, one.id]);
  });

  test('puts what is new before what is old, and what came in last first where all else is equal', () => {
    const recent = story(article());
    const old = story(article({ sortAt: NOW - 20 * HOUR }));
    const latest = story(article());
    expect(order([old, recent, latest])).toEqual([latest.id, recent.id, old.id]);
  });

  test('weighs half as many sources again against half a day', () => {
    const three = (age: number) => story(...[1, 2, 3].map(() => article({ sortAt: NOW - age * HOUR })));
    const [old, older] = [three(10), three(21)];
    const two = story(article(), article());
    expect(order([two, old, older])).toEqual([old.id, two.id, older.id]);
  });

  test('weighs no more than sixteen sources', () => {
    const many = (count: number, sortAt: number) =>
      story(...Array.from({ length: count }, () => article({ sortAt })));
    const recent = many(16, NOW - HOUR);
    const wire = many(40, NOW - 3 * HOUR);
    expect(order([wire, recent])).toEqual([recent.id, wire.id]);
  });

  test('puts a chat’s own language first where it wants both, and tells in one what is told in either', () => {
    const own = story(article());
    const both = story(article({ language: 'en' }), article());
    const english = story(article({ language: 'en' }));
    expect(order([own, both, english], { bothLanguages: true })).toEqual([both.id, own.id, english.id]);
    expect(order([own, both, english])).toEqual([both.id, own.id]);
    expect(order([own, both, english], { language: 'en' })).toEqual([both.id, english.id]);
    const twice = story(article(), article());
    const mixed = story(article({ language: 'en' }), article());
    expect(order([twice, mixed], { bothLanguages: true })).toEqual([mixed.id, twice.id]);
  });

  test('has a story under the topic of most of its articles, of equals under a chosen one, then by the list', () => {
    const topicOf = (topics: string[][], chosen: string[] = []) =>
      planEdition(
        material([story(...topics.map((own) => article({ topics: own })))], { topics: chosen }),
        ORDER,
      ).stories[0]?.topic;
    expect(topicOf([['world'], ['sports'], ['sports', 'economy']])).toBe('sports');
    expect(topicOf([['sports'], ['economy']])).toBe('economy');
    expect(topicOf([['economy'], ['sports']])).toBe('economy');
    expect(topicOf([['economy'], ['economy'], ['sports']], ['sports'])).toBe('sports');
    expect(topicOf([['unknown', 'sports'], ['unknown']])).toBe('sports');
    expect(topicOf([['unknown']])).toBeUndefined();
  });

  test('says of every story left out why', () => {
    const english = story(article({ language: 'en' }));
    const sports = story(article({ topics: ['sports'] }));
    const old = story(article());
    const kept = story(article());
    const plan = planEdition(
      material([english, sports, old, kept], { topics: ['world'], told: new Map([told(old)]) }),
      ORDER,
    );
    expect(plan.stories.map((planned) => planned.story.id)).toEqual([kept.id]);
    expect(new Map(plan.left.map(({ storyId, why }) => [storyId, why]))).toEqual(
      new Map([
        [english.id, 'language'],
        [sports.id, 'topic'],
        [old.id, 'told'],
      ]),
    );
  });

  test.each(['sports', 'unknown'])('does not fill its page with %s while another topic has news', (topic) => {
    const alike = Array.from({ length: 6 }, () =>
      story(article({ topics: [topic] }), article({ topics: [topic] })),
    );
    const economy = story(article({ topics: ['economy'], sortAt: NOW - 20 * HOUR }));
    const four = alike.slice(2).map(({ id }) => id);
    const page = (size: number) => order([...alike, economy], { size }).toSorted((one, other) => one - other);
    expect(page(4)).toEqual(four);
    expect(page(5)).toEqual([...four, economy.id]);
  });

  test('what the chat follows comes first and in any topic', () => {
    const followed = story(article({ topics: ['sports'], sortAt: NOW - 23 * HOUR }));
    const others = Array.from({ length: 6 }, () => story(article(), article(), article()));
    const plan = planEdition(
      material([...others, followed], { topics: ['world'], followed: new Set([followed.id]), size: 3 }),
      ORDER,
    );
    expect(plan.stories[0]).toMatchObject({ followed: true, topic: 'sports' });
  });

  test('tells a story again only with what is new in it', () => {
    const first = article({ title: 'حريق في غابات عكار يقترب من القرى' });
    const same = article({ title: 'غابات عكار: حريق يقترب من قرى' });
    const later = article({ title: 'السيطرة على النيران وعودة السكان إلى منازلهم بعد يومين' });
    const known = [told({ id: 1, articles: [first], sortAt: NOW })];
    const unchanged: Story = { id: 1, articles: [first, same], sortAt: NOW };
    const developed: Story = { id: 1, articles: [first, same, later], sortAt: NOW };
    expect(planEdition(material([unchanged], { told: new Map(known) }), ORDER).stories).toEqual([]);
    const [planned] = planEdition(material([developed], { told: new Map(known) }), ORDER).stories;
    expect(planned?.news.map(({ id }) => id)).toEqual([later.id]);
  });

  test('loses and repeats nothing, keeps topics together and fits its size, whatever the stories', () => {
    const anyStory = fc
      .record({
        topics: fc.subarray(['world', 'sports', 'unknown']),
        language: fc.constantFrom('ar', 'en'),
        age: fc.integer({ min: 0, max: 23 }),
        sources: fc.integer({ min: 1, max: 5 }),
      })
      .map(({ topics, language, age, sources }) =>
        story(
          ...Array.from({ length: sources }, () => article({ topics, language, sortAt: NOW - age * HOUR })),
        ),
      );
    fc.assert(
      fc.property(fc.array(anyStory, { maxLength: 30 }), fc.integer({ min: 1, max: 20 }), (stories, size) => {
        const plan = planEdition(material(stories, { size }), ORDER);
        expect(plan.stories.length).toBeLessThanOrEqual(size);
        const seen = [...plan.stories.map((one) => one.story.id), ...plan.left.map(({ storyId }) => storyId)];
        expect(seen.toSorted()).toEqual(stories.map(({ id }) => id).toSorted());
        const headings = plan.stories.map(({ topic }) => topic);
        const runs = headings.filter((topic, at) => at === 0 || topic !== headings[at - 1]);
        expect(new Set(runs).size).toBe(runs.length);
      }),
    );
  });
});
