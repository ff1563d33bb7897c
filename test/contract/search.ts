/** What every engine must find: by words, by likeness, and by an editor's choice. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';
import type { SearchQuery } from '../../src/domain/search.ts';
import { readQuery } from '../../src/domain/search.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

export function searchContract(engine: string, open: () => Promise<Store>): void {
  describe(`finding on ${engine}`, () => {
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

    describe('search', () => {
      const asked = (text: string) => readQuery(text) as SearchQuery;

      test('finds by any spelling, anywhere in the text, newest first among equals', async () => {
        const body = 'افتُتحت المحطة صباح اليوم.';
        const hours = (count: number) => new Date(MORNING - count * HOUR).toISOString();
        const older = draft({ title: 'البنتاجون يعلن', body, publishedAt: hours(9) });
        const newer = draft({ title: 'البنتاغون يعلن', body, publishedAt: hours(1) });
        await tell(older, newer, draft({ title: 'موسم الزيتون', body: 'لا شيء هنا.' }));
        const hits = await store.search(asked('البنتاغون'));
        const found = await store.stories(hits.map((hit) => hit.storyId));
        expect(found.map((story) => story.articles[0]?.title)).toEqual(['البنتاغون يعلن', 'البنتاجون يعلن']);
        expect(await store.search(asked('اليوم'))).toHaveLength(2);
      });

      test('finds the one old article that holds all words among hundreds of newer ones that hold each', async () => {
        const many = (word: string) =>
          Array.from({ length: 420 }, (_, at) => draft({ title: `${word} ${at}`, body: 'خبر قصير.' }));
        const old = draft({ title: 'قافلة الملح تعبر الصحراء', body: 'خبر قصير.' });
        await tell(old, ...many('قافلة'), ...many('الصحراء'));
        const [hit] = await store.search(asked('الصحراء قافلة'));
        expect((await store.article(hit?.articleId ?? 0))?.title).toBe(old.title);
        expect(hit?.termShare).toBe(1);
        expect(hit?.holdsAll).toBe(true);
      });

      test('of a changed article finds the new words and not the old; of a removed one nothing', async () => {
        const given = draft({ title: 'سباق القوارب في الخليج', body: 'نصّ قديم' });
        await tell(given);
        await store.putArticles([{ ...given, title: 'سباق الهجن في البادية' }], MORNING);
        const find = async (text: string) => (await store.search(asked(text))).length;
        expect([await find('"القوارب"'), await find('"الهجن"')]).toEqual([0, 1]);
        await store.removeArticles([given.key]);
        expect(await find('الهجن')).toBe(0);
      });
    });

    test('answers as before while the index is merged, and there is an end to that', async () => {
      for (let round = 0; round < 6; round++) await tell(draft({ title: `ميناء طنجة في اليوم ${round}` }));
      const query = readQuery('ميناء طنجة');
      if (!query) throw new Error('nothing asked');
      const before = await store.search(query);
      expect(before).toHaveLength(6);
      let merges = 0;
      while (await store.mergeIndex()) expect(++merges).toBeLessThan(20);
      expect(await store.search(query)).toEqual(before);
      expect(await store.mergeIndex()).toBe(false);
    });

    test('likeness reaches back years, names what is shared, and never the story itself', async () => {
      const title = 'ميناء الإسكندرية يستقبل سفينة الأبحاث «المرجان»';
      const body = 'استقبل ميناء الإسكندرية سفينة الأبحاث المرجان التي تدرس الشعاب في البحر الأحمر.';
      const filler = Array.from({ length: 30 }, () => draft());
      const again = draft({
        title: 'سفينة الأبحاث المرجان تغادر ميناء الإسكندرية',
        body,
        publishedAt: '2021-05-01',
      });
      const [now, then] = await tell(draft({ title, body }), again, ...filler);
      const alike = await store.alike(now ?? 0, 5);
      expect(alike.map((each) => each.storyId)).toEqual([then]);
      expect(alike[0]?.names).toContain('city:alexandria');
      expect(await store.alike(99_999, 5)).toEqual([]);
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
  });
}
