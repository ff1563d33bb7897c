/** What every engine must do for articles and the stories they make; each engine's own test file runs every suite here. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
import type { SearchQuery } from '../../src/domain/search.ts';
import { readQuery } from '../../src/domain/search.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

export function storeContract(engine: string, open: () => Promise<Store>): void {
  describe(`the store on ${engine}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    /** Stores drafts, each as a story of its own, and gives their story ids. */
    async function tell(...drafts: ReturnType<typeof draft>[]): Promise<number[]> {
      const results = await store.putArticles(drafts, MORNING);
      return store.assign(results.map(({ id }, index) => ({ articleId: id, storyId: -1 - index })));
    }

    describe('articles', () => {
      test('come back as they went in', async () => {
        const given = draft({
          id: 'h-1',
          summary: 'خلاصة الخبر في جملة.',
          topics: ['society', 'economy'],
          source: { name: 'Harbour', url: 'https://harbour.example/' },
          image: 'https://harbour.example/1.jpg',
          related: ['h-0', 'https://harbour.example/news/0'],
        });
        const [put] = await store.putArticles([given], MORNING);
        expect(put?.outcome).toBe('imported');
        expect(await store.article(put?.id ?? 0)).toEqual({
          ...given,
          id: put?.id,
          firstSeen: MORNING,
          sortAt: given.publishedAt,
        });
      });

      test('are unchanged the second time and updated when a publisher changes one', async () => {
        const given = draft();
        const outcome = async (one: typeof given) => (await store.putArticles([one], MORNING))[0]?.outcome;
        expect(await outcome(given)).toBe('imported');
        expect(await outcome(given)).toBe('unchanged');
        expect(await outcome({ ...given, title: 'افتتاح المحطة تأجّل إلى الغد' })).toBe('updated');
        expect(await outcome({ ...given, title: 'افتتاح المحطة تأجّل إلى الغد' })).toBe('unchanged');
      });

      test('with one key in one batch are one article, and the later wins', async () => {
        const given = draft();
        const results = await store.putArticles(
          [given, { ...given, title: 'عنوان مصحَّح للخبر نفسه' }],
          MORNING,
        );
        expect(results.map((result) => result.outcome)).toEqual(['imported', 'updated']);
        expect((await store.article(results[0]?.id ?? 0))?.title).toBe('عنوان مصحَّح للخبر نفسه');
      });

      test('without a date stand where they were first seen; a future date counts as first seen', async () => {
        const undated = draft({ publishedAt: undefined });
        const future = draft({ publishedAt: new Date(MORNING + 48 * HOUR).toISOString() });
        const [a, b] = await store.putArticles([undated, future], MORNING);
        expect(await store.article(a?.id ?? 0)).toMatchObject({ sortAt: MORNING });
        expect((await store.article(a?.id ?? 0))?.publishedAt).toBeUndefined();
        expect(await store.article(b?.id ?? 0)).toMatchObject({
          sortAt: MORNING,
          publishedAt: MORNING + 48 * HOUR,
        });
      });

      test('keep marks, quotes, emoji and NUL-free text of any script', async () => {
        const odd = draft({ title: `"quoted" 'single' %_\\ ; drop table — مُشَكَّل 👨‍👩‍👧 ۱۲٣`, body: 'نصّ' });
        const [put] = await store.putArticles([odd], MORNING);
        expect((await store.article(put?.id ?? 0))?.title).toBe(odd.title);
      });

      test('with absurdly long ids, topics and words are kept, found and told apart', async () => {
        const long = (end: string) => `${'字وˤ'.repeat(3000)}${end}`;
        const [one, two] = ['a', 'b'].map((end) =>
          draft({ url: undefined, id: long(end), topics: [long('')], body: `نصّ ${long(end)} وبقية.` }),
        );
        const pointing = draft({ related: [long('b')] });
        if (!one || !two) throw new Error('no drafts');
        const [first, second, third] = await tell(one, two, pointing);
        expect(new Set([first, second, third]).size).toBe(3);
        expect(await store.editorsChoice(third ?? 0)).toEqual([second]);
        const untitled = draft({ url: undefined, title: '字'.repeat(1000), source: '字'.repeat(200) });
        const outcomes = [...(await store.putArticles([untitled, untitled], MORNING))];
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(['imported', 'unchanged']);
        const query = readQuery('字وˤ'.repeat(120)) as SearchQuery;
        expect(await store.search(query)).toBeInstanceOf(Array);
      });

      test('wait for a story, oldest first, until they have one', async () => {
        const late = draft({ publishedAt: new Date(MORNING - HOUR).toISOString() });
        const early = draft({ publishedAt: new Date(MORNING - 5 * HOUR).toISOString() });
        const results = await store.putArticles([late, early], MORNING);
        expect((await store.unassigned(10)).map((article) => article.title)).toEqual([
          early.title,
          late.title,
        ]);
        const [first] = await store.unassigned(1);
        expect((await store.unassigned(10, first)).map((article) => article.title)).toEqual([late.title]);
        await store.assign(results.map(({ id }) => ({ articleId: id, storyId: -1 })));
        expect(await store.unassigned(10)).toEqual([]);
      });

      test('come in by the hundred, new, known and twice, and each gets its own answer', async () => {
        const known = Array.from({ length: 40 }, () => draft());
        await store.putArticles(known, MORNING);
        const fresh = Array.from({ length: 75 }, () => draft({ related: ['h-0'] }));
        const mixed = fresh.flatMap((each, at) => [each, ...(known[at] ? [known[at]] : [])]);
        const results = await store.putArticles([...mixed, ...fresh.slice(0, 3)], MORNING);
        expect(results.map(({ outcome }) => outcome)).toEqual([
          ...mixed.map((each) => (known.includes(each) ? 'unchanged' : 'imported')),
          ...Array(3).fill('unchanged'),
        ]);
        const stored = await store.articlesByKey(mixed.map(({ key }) => key));
        const titles = new Map(stored.map(({ id, title }) => [id, title]));
        expect(mixed.map((_, at) => titles.get(results[at]?.id ?? 0))).toEqual(
          mixed.map(({ title }) => title),
        );
        const numbers = results.slice(0, mixed.length).filter((_, at) => !known.includes(mixed[at] as never));
        expect(numbers.map(({ id }) => id)).toEqual(numbers.map(({ id }) => id).sort((a, b) => a - b));
      });

      test('that are unknown are undefined', async () => {
        expect(await store.article(999)).toBeUndefined();
      });

      test('removed by key take their empty stories along', async () => {
        const [one, two] = [draft(), draft()];
        const [gone, stays] = await tell(one, two);
        await store.removeArticles([one.key]);
        expect((await store.stories([gone ?? 0, stays ?? 0])).map((story) => story.id)).toEqual([stays]);
        expect((await store.latestStories({ limit: 10 })).stories).toHaveLength(1);
      });
    });

    describe('stories', () => {
      test('gather articles, oldest first, and stand where the newest does', async () => {
        const first = draft({ publishedAt: new Date(MORNING - 6 * HOUR).toISOString(), source: 'أطلس' });
        const second = draft({ publishedAt: new Date(MORNING - 2 * HOUR).toISOString(), source: 'رواق' });
        const [storyId] = await tell(first);
        const [put] = await store.putArticles([second], MORNING);
        await store.assign([{ articleId: put?.id ?? 0, storyId: storyId ?? 0 }]);
        const [story] = await store.stories([storyId ?? 0]);
        expect(story?.articles.map((article) => article.source.name)).toEqual(['أطلس', 'رواق']);
        expect(story?.sortAt).toBe(second.publishedAt);
      });

      test('come in the order asked for, unknown ones left out', async () => {
        const [a, b] = await tell(draft(), draft());
        const found = await store.stories([b ?? 0, 12345, a ?? 0]);
        expect(found.map((story) => story.id)).toEqual([b, a]);
      });

      test('are listed newest first and paged both ways without a gap or a repeat', async () => {
        const drafts = Array.from({ length: 7 }, (_, index) =>
          draft({ publishedAt: new Date(MORNING - index * HOUR).toISOString() }),
        );
        const ids = await tell(...drafts);
        const first = await store.latestStories({ limit: 3 });
        expect(first.stories.map((story) => story.id)).toEqual(ids.slice(0, 3));
        expect([first.newer, first.older]).toEqual([false, true]);

        const second = await store.latestStories({ limit: 3, after: first.stories[2]! });
        expect(second.stories.map((story) => story.id)).toEqual(ids.slice(3, 6));
        const third = await store.latestStories({ limit: 3, after: second.stories[2]! });
        expect(third.stories.map((story) => story.id)).toEqual(ids.slice(6));
        expect([third.newer, third.older]).toEqual([true, false]);

        const back = await store.latestStories({ limit: 3, before: third.stories[0]! });
        expect(back.stories.map((story) => story.id)).toEqual(ids.slice(3, 6));
        expect([back.newer, back.older]).toEqual([true, true]);
        const top = await store.latestStories({ limit: 3, before: back.stories[0]! });
        expect(top.stories.map((story) => story.id)).toEqual(ids.slice(0, 3));
        expect(top.newer).toBe(false);
      });

      test('of one moment are paged by id', async () => {
        const at = new Date(MORNING).toISOString();
        const ids = await tell(
          draft({ publishedAt: at }),
          draft({ publishedAt: at }),
          draft({ publishedAt: at }),
        );
        const first = await store.latestStories({ limit: 2 });
        const rest = await store.latestStories({ limit: 2, after: first.stories[1]! });
        expect([...first.stories, ...rest.stories].map((story) => story.id)).toEqual(ids.toReversed());
      });

      test('are filtered by the topics of their articles', async () => {
        const [sport] = await tell(
          draft({ topics: ['sports'] }),
          draft({ topics: ['economy', 'world'] }),
          draft({ topics: [] }),
        );
        const page = await store.latestStories({ limit: 10, topics: ['sports', 'health'] });
        expect(page.stories.map((story) => story.id)).toEqual([sport]);
      });

      test('that lose their last article of a topic lose the topic', async () => {
        const given = draft({ topics: ['sports'] });
        await tell(given);
        await store.putArticles([{ ...given, topics: ['health'] }], MORNING);
        expect((await store.latestStories({ limit: 5, topics: ['sports'] })).stories).toEqual([]);
        expect((await store.latestStories({ limit: 5, topics: ['health'] })).stories).toHaveLength(1);
      });
    });

    describe('merging', () => {
      test('a story that turns out to be another goes on under its id, and its own leads there', async () => {
        const [one, two, three] = [draft({ topics: ['sports'] }), draft({ topics: ['world'] }), draft()];
        const [kept, absorbed] = await tell(one, two);
        const [put] = await store.putArticles([three], MORNING);
        const ids = await store.assign([
          { articleId: put?.id ?? 0, storyId: kept ?? 0, absorbs: absorbed ?? 0 },
        ]);
        expect(ids).toEqual([kept]);
        const [byOld] = await store.stories([absorbed ?? 0]);
        expect(byOld?.id).toBe(kept);
        expect(byOld?.articles).toHaveLength(3);
        expect((await store.latestStories({ limit: 9 })).stories.map((story) => story.id)).toEqual([kept]);
        for (const topic of ['sports', 'world']) {
          const page = await store.latestStories({ limit: 9, topics: [topic] });
          expect(page.stories.map((story) => story.id)).toEqual([kept]);
        }
      });

      test('also of stories that were started in the same breath', async () => {
        const results = await store.putArticles([draft(), draft(), draft(), draft()], MORNING);
        const [a, b, c, d] = results.map(({ id }) => id);
        const ids = await store.assign([
          { articleId: a ?? 0, storyId: -1 },
          { articleId: b ?? 0, storyId: -2 },
          { articleId: c ?? 0, storyId: -1, absorbs: -2 },
          { articleId: d ?? 0, storyId: -3 },
        ]);
        expect(new Set(ids.slice(0, 3)).size).toBe(1);
        expect(ids[3]).not.toBe(ids[0]);
        expect((await store.stories([ids[0] ?? 0]))[0]?.articles).toHaveLength(3);
      });
    });

    test('sources are tallied by name with their languages', async () => {
      await tell(
        draft({ source: { name: 'أطلس', url: 'https://atlas.example/' } }),
        draft({ source: 'أطلس', language: 'en' }),
        draft({ source: 'رواق' }),
      );
      expect(await store.sourceTallies()).toMatchObject([
        { name: 'أطلس', url: 'https://atlas.example/', articles: 2 },
        { name: 'رواق', articles: 1, languages: ['ar'] },
      ]);
    });

    describe('corrections', () => {
      test('keep former titles, each once, in order', async () => {
        const given = draft();
        for (const title of ['الثاني من العناوين', given.title, 'الثالث من العناوين']) {
          await store.putArticles([{ ...given, title: given.title }], MORNING);
          await store.putArticles([{ ...given, title }], MORNING);
        }
        const [article] = await store.articlesByKey([given.key]);
        expect(article?.title).toBe('الثالث من العناوين');
        expect(article?.formerTitles).toEqual(['الثاني من العناوين', given.title]);
      });

      test('by another source that carries the article add topics and a longer text, and nothing else', async () => {
        const given = { ...draft({ topics: ['world'] }), sourceId: 'one' };
        await store.putArticles([given], MORNING);
        const other = { ...given, sourceId: 'two', title: 'عنوان آخر للمقال', topics: ['economy'] };
        await store.putArticles([other], MORNING);
        expect((await store.putArticles([given], MORNING))[0]?.outcome).toBe('updated');
        expect((await store.articlesByKey([given.key]))[0]).toMatchObject({
          title: given.title,
          sourceId: 'one',
        });
        await store.putArticles([{ ...other, body: `${given.body} وزيادة.` }], MORNING);
        expect((await store.articlesByKey([given.key]))[0]).toMatchObject({
          title: given.title,
          sourceId: 'one',
          body: `${given.body} وزيادة.`,
        });
      });

      test('of keys move an article, unless another has the key', async () => {
        const [one, two] = [draft(), draft()];
        await store.putArticles([one, two], MORNING);
        await store.rekeyArticles([
          { from: one.key, to: 'https://harbour.example/new' },
          { from: two.key, to: 'https://harbour.example/new' },
        ]);
        const found = await store.articlesByKey([one.key, two.key, 'https://harbour.example/new']);
        expect(found.map(({ key, title }) => [key, title])).toEqual(
          expect.arrayContaining([
            ['https://harbour.example/new', one.title],
            [two.key, two.title],
          ]),
        );
        expect(found).toHaveLength(2);
      });
    });

    describe('articles of sources', () => {
      const old = (fields: Record<string, unknown> = {}, sourceId = 'paper') => ({
        ...draft({ publishedAt: new Date(MORNING - 100 * HOUR).toISOString(), ...fields }),
        sourceId,
      });

      test('go when their story is old, unless another article refers to them', async () => {
        const [plain, referred, pointing] = [old(), old({ id: 'kept' }), draft({ related: ['kept'] })];
        const imported = draft({ publishedAt: new Date(MORNING - 100 * HOUR).toISOString() });
        const results = await store.putArticles([plain, referred, imported], MORNING - 99 * HOUR);
        await store.assign(results.map(({ id }, index) => ({ articleId: id, storyId: -1 - index })));
        const [ongoing, sequel] = [old(), draft()];
        const [first] = await store.putArticles([ongoing], MORNING - 99 * HOUR);
        const [later, last] = await store.putArticles([sequel, pointing], MORNING);
        await store.assign([
          { articleId: first?.id ?? 0, storyId: -1 },
          { articleId: later?.id ?? 0, storyId: -1 },
          { articleId: last?.id ?? 0, storyId: -2 },
        ]);
        // Published long ago as well, and not known for long.
        const newcomer = old();
        const [found] = await store.putArticles([newcomer], MORNING - 10 * HOUR);
        await store.assign([{ articleId: found?.id ?? 0, storyId: -1 }]);
        expect(await store.expireArticles(MORNING - 50 * HOUR, 10)).toBe(1);
        expect(await store.expireArticles(MORNING - 50 * HOUR, 10)).toBe(0);
        const keys = [plain, referred, imported, ongoing, sequel, newcomer].map(({ key }) => key);
        const left = (await store.articlesByKey(keys)).map(({ key }) => key);
        expect(left.sort()).toEqual(keys.slice(1).sort());
        expect(await store.census()).toMatchObject({ articles: 6, stories: 5, sources: 0 });
      });
    });

    describe('chats', () => {
      test('keep what they chose until they are forgotten', async () => {
        expect(await store.chat(-1001)).toBeUndefined();
        const chat = {
          id: -1001,
          kind: 'group' as const,
          preferences: { language: 'en' as const, topics: ['sports'] },
        };
        await store.saveChat(chat);
        await store.saveChat({ ...chat, preferences: { ...chat.preferences, language: 'ar' } });
        expect(await store.chat(-1001)).toEqual({
          ...chat,
          preferences: { language: 'ar', topics: ['sports'] },
        });
        await store.forgetChat(-1001);
        expect(await store.chat(-1001)).toBeUndefined();
      });
    });
  });
}
