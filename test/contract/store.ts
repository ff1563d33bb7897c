/** What every engine must do; each engine's own test file runs this suite. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
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

      test('wait for a story, oldest first, until they have one', async () => {
        const late = draft({ publishedAt: new Date(MORNING - HOUR).toISOString() });
        const early = draft({ publishedAt: new Date(MORNING - 5 * HOUR).toISOString() });
        const results = await store.putArticles([late, early], MORNING);
        expect((await store.unassigned(10)).map((article) => article.title)).toEqual([
          early.title,
          late.title,
        ]);
        await store.assign(results.map(({ id }) => ({ articleId: id, storyId: -1 })));
        expect(await store.unassigned(10)).toEqual([]);
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

      test('are filtered and counted by the topics of their articles', async () => {
        const [sport] = await tell(
          draft({ topics: ['sports'] }),
          draft({ topics: ['economy', 'world'] }),
          draft({ topics: [] }),
        );
        const page = await store.latestStories({ limit: 10, topics: ['sports', 'health'] });
        expect(page.stories.map((story) => story.id)).toEqual([sport]);
        expect(await store.topicTallies(0)).toEqual(
          new Map([
            ['sports', 1],
            ['economy', 1],
            ['world', 1],
          ]),
        );
        expect(await store.topicTallies(MORNING + 1)).toEqual(new Map());
      });

      test('that lose their last article of a topic lose the topic', async () => {
        const given = draft({ topics: ['sports'] });
        await tell(given);
        await store.putArticles([{ ...given, topics: ['health'] }], MORNING);
        expect((await store.latestStories({ limit: 5, topics: ['sports'] })).stories).toEqual([]);
        expect((await store.latestStories({ limit: 5, topics: ['health'] })).stories).toHaveLength(1);
      });
    });

    describe("the editor's choice", () => {
      test('links stories both ways by link, publisher id or key, also when the other comes later', async () => {
        const main = draft({ id: 'm', related: ['https://harbour.example/old?utm_source=x', 'b-7'] });
        const [mainStory] = await tell(main);
        expect(await store.editorsChoice(mainStory ?? 0)).toEqual([]);
        const byLink = draft({ url: 'https://www.harbour.example/old/' });
        const byId = draft({ id: 'b-7', publishedAt: new Date(MORNING - 99 * HOUR).toISOString() });
        const [linked, named] = await tell(byLink, byId);
        expect(await store.editorsChoice(mainStory ?? 0)).toEqual([linked, named]);
        expect(await store.editorsChoice(linked ?? 0)).toEqual([mainStory]);
      });

      test('never names the story itself', async () => {
        const [one, two] = [draft({ related: ['twin'] }), draft({ id: 'twin' })];
        const [storyId] = await tell(one);
        const [put] = await store.putArticles([two], MORNING);
        await store.assign([{ articleId: put?.id ?? 0, storyId: storyId ?? 0 }]);
        expect(await store.editorsChoice(storyId ?? 0)).toEqual([]);
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
