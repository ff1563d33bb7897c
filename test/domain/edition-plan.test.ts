import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleHead } from '../../src/domain/article.ts';
import { developments } from '../../src/domain/development.ts';
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
const told = (one: Story): [number, ToldStory] => [
  one.id,
  { storyId: one.id, articleIds: one.articles.map(({ id }) => id), developed: false },
];

describe('an edition', () => {
  test('puts what many sources tell before what one tells', () => {
    const one = story(article());
    const many = story(article(), article(), article());
    const plan = planEdition(material([one, many]), ORDER);
    expect(plan.stories.map((planned) => planned.story.id)).toEqual([many.id, one.id]);
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

  test('does not fill its page with one topic while another has news', () => {
    const sports = Array.from({ length: 6 }, () =>
      story(article({ topics: ['sports'] }), article({ topics: ['sports'] })),
    );
    const economy = story(article({ topics: ['economy'], sortAt: NOW - 20 * HOUR }));
    const plan = planEdition(material([...sports, economy], { size: 5 }), ORDER);
    expect(plan.stories.map(({ topic }) => topic)).toContain('economy');
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

  test('a report in another language is no development by its language alone', () => {
    const first = article({ title: 'حريق في غابات عكار يقترب من القرى' });
    const english = article({ title: 'Forest fire in Akkar closes in on villages', language: 'en' });
    expect(developments({ id: 1, articles: [first, english], sortAt: NOW }, [first.id])).toEqual([]);
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
