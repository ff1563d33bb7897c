/** What every engine must do; each engine's own test file runs this suite. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newSource } from '../../src/domain/polling.ts';
import type { FinishedCheck, Store } from '../../src/domain/ports.ts';
import type { SearchQuery } from '../../src/domain/search.ts';
import { readQuery } from '../../src/domain/search.ts';
import { sourceEntryShape } from '../../src/domain/source.ts';
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

    describe('sources', () => {
      const paper = sourceEntryShape.parse({
        id: 'paper',
        name: { ar: 'الصحيفة', en: 'The Paper' },
        url: 'https://paper.example/feed',
        language: 'ar',
        topics: ['world'],
        everyMinutes: 30,
      });
      const post = sourceEntryShape.parse({ id: 'post', name: 'البريد', url: 'https://post.example/feed' });
      const MINUTE = 60_000;
      const claim = (now: number, holder = 'here/1', limit = 10) =>
        store.claimSources({ now, until: now + 5 * MINUTE, holder, limit });
      const done = (source: { id: string; lease: number }, at: number): FinishedCheck => ({
        id: source.id,
        lease: source.lease,
        state: { ...newSource, errors: 0, seen: ['a'] },
        nextAt: at + 10 * MINUTE,
        result: { at, tookMs: 12, validators: { etag: 'W/"1"', lastModified: 'then' }, items: 4 },
      });

      test('of the file come, change and go with it, and keep what their checks have shown', async () => {
        await store.syncSources([paper, post], MORNING);
        expect(await store.sources()).toMatchObject([
          { ...paper, origin: 'file', articles: 0, state: newSource },
          { id: 'post', origin: 'file' },
        ]);
        await store.finishChecks((await claim(MORNING)).map((source) => done(source, MORNING)));
        await store.syncSources([{ ...paper, name: 'اسم جديد' }], MORNING + MINUTE);
        const [only, ...rest] = await store.sources();
        expect(rest).toEqual([]);
        expect(only).toMatchObject({ name: 'اسم جديد', items: 4, lastOkAt: MORNING, tookMs: 12 });
        expect(await claim(MORNING + 9 * MINUTE)).toEqual([]);
        const [again] = await claim(MORNING + 10 * MINUTE);
        expect(again?.validators).toEqual({ etag: 'W/"1"', lastModified: 'then' });
      });

      test('with a new address in the file start anew', async () => {
        await store.syncSources([paper], MORNING);
        await store.finishChecks((await claim(MORNING)).map((source) => done(source, MORNING)));
        await store.syncSources([{ ...paper, url: 'https://paper.example/rss' }], MORNING + MINUTE);
        const [again] = await claim(MORNING + MINUTE);
        expect(again).toMatchObject({ url: 'https://paper.example/rss', validators: {}, state: newSource });
      });

      test('are claimed once while the claim lasts, earliest due first', async () => {
        await store.syncSources([paper], MORNING);
        await store.syncSources([paper, post], MORNING + 1);
        expect((await claim(MORNING + 1, 'here/1', 1)).map(({ id }) => id)).toEqual(['paper']);
        expect((await claim(MORNING + 1, 'there/2')).map(({ id }) => id)).toEqual(['post']);
        expect(await claim(MORNING + MINUTE, 'there/2')).toEqual([]);
        expect(await store.nextSourceDue()).toBe(MORNING + 1 + 5 * MINUTE);
        const late = await claim(MORNING + 6 * MINUTE, 'there/2');
        expect(late.map(({ id }) => id).sort()).toEqual(['paper', 'post']);
      });

      test('are given back by holders that work no more', async () => {
        await store.syncSources([paper, post], MORNING);
        await claim(MORNING, 'here/1', 1);
        await claim(MORNING, 'there/2', 1);
        await store.releaseSources((holder) => holder === 'here/1');
        expect(await claim(MORNING, 'here/3')).toHaveLength(1);
      });

      test('take no result from a claim that ran out', async () => {
        await store.syncSources([paper], MORNING);
        const [first] = await claim(MORNING);
        const [second] = await claim(MORNING + 6 * MINUTE, 'there/2');
        if (!first || !second) throw new Error('not claimed');
        await store.finishChecks([done(first, MORNING + 7 * MINUTE)]);
        expect((await store.sources())[0]?.items).toBeUndefined();
        await store.finishChecks([done(second, MORNING + 7 * MINUTE)]);
        expect((await store.sources())[0]?.items).toBe(4);
      });

      test('that fail keep what they had and say why; a muted one is never due', async () => {
        await store.syncSources([paper], MORNING);
        const [source] = await claim(MORNING);
        if (!source) throw new Error('not claimed');
        const failure = { since: MORNING, reason: 'http', status: 410 };
        const state = { ...newSource, muted: 'gone' as const };
        await store.finishChecks([{ id: source.id, lease: source.lease, state, result: { failure } }]);
        expect((await store.sources())[0]).toMatchObject({ failure, state: { muted: 'gone' } });
        expect(await store.nextSourceDue()).toBeUndefined();
        expect(await claim(MORNING + 1e12)).toEqual([]);
      });

      test('are finished by the dozen, each in its own way', async () => {
        const entries = Array.from({ length: 45 }, (_, at) => ({
          ...paper,
          id: `paper-${at}`,
          url: `https://paper-${at}.example/feed`,
        }));
        await store.syncSources(entries, MORNING);
        await store.finishChecks((await claim(MORNING, 'here/1', 45)).map((each) => done(each, MORNING)));
        const later = MORNING + 20 * MINUTE;
        const failure = { since: later, reason: 'timeout' };
        const again = await claim(later, 'here/1', 45);
        await store.finishChecks(
          again.map((each, at) =>
            at % 2 === 0
              ? { id: each.id, lease: each.lease, state: newSource, nextAt: later, result: { failure } }
              : {
                  ...done(each, later),
                  result: { at: later, tookMs: 3.4, validators: { validatorsFrom: 'https://x.example/' } },
                },
          ),
        );
        const records = new Map((await store.sources()).map((record) => [record.id, record]));
        const next = new Map((await claim(later + 20 * MINUTE, 'here/1', 45)).map((each) => [each.id, each]));
        again.forEach(({ id }, at) => {
          const failed = at % 2 === 0;
          expect(records.get(id)).toMatchObject({ items: 4, lastOkAt: failed ? MORNING : later });
          expect(records.get(id)?.failure).toEqual(failed ? failure : undefined);
          expect(next.get(id)?.validators).toEqual(
            failed ? { etag: 'W/"1"', lastModified: 'then' } : { validatorsFrom: 'https://x.example/' },
          );
        });
      });

      test('that moved are asked at their new address, without the old validators', async () => {
        await store.syncSources([paper], MORNING);
        const [source] = await claim(MORNING);
        if (!source) throw new Error('not claimed');
        await store.finishChecks([{ ...done(source, MORNING), movedTo: 'https://new.example/feed' }]);
        await store.syncSources([paper], MORNING + MINUTE);
        const [again] = await claim(MORNING + 20 * MINUTE);
        expect(again).toMatchObject({ url: 'https://new.example/feed', validators: {} });
      });

      test('are added once, however their address is written; the file takes over those that it names', async () => {
        const added = { name: 'صحيفة مضافة', url: 'http://www.paper.example/feed/' };
        const [first, second] = await store.addSources([added, added], 'opml', MORNING);
        expect([first?.outcome, second?.outcome]).toEqual(['added', 'known']);
        const article = { ...draft(), sourceId: first?.id ?? '' };
        await store.putArticles([article], MORNING);
        await store.syncSources([paper], MORNING);
        expect(await store.sources()).toMatchObject([{ id: 'paper', origin: 'file', articles: 1 }]);
      });

      test('that are removed go; one of the file stays away until it is added again', async () => {
        const [added] = await store.addSources(
          [{ name: 'مضافة', url: 'https://a.example/feed' }],
          'admin',
          MORNING,
        );
        await store.syncSources([paper], MORNING);
        expect(await store.removeSource(added?.id ?? '')).toBe(true);
        expect(await store.removeSource('paper')).toBe(true);
        expect(await store.removeSource('paper')).toBe(false);
        await store.syncSources([paper], MORNING);
        expect(await store.sources()).toEqual([]);
        expect(await claim(MORNING + MINUTE)).toEqual([]);
        const again = await store.addSources([{ name: 'x', url: paper.url }], 'admin', MORNING);
        expect(again).toEqual([{ id: 'paper', outcome: 'added' }]);
        expect(await claim(MORNING + MINUTE)).toHaveLength(1);
      });

      test('switched off are never due', async () => {
        await store.syncSources([{ ...paper, enabled: false }], MORNING);
        expect(await claim(MORNING)).toEqual([]);
        expect(await store.nextSourceDue()).toBeUndefined();
      });

      test('count their articles and know their headlines', async () => {
        await store.syncSources([paper], MORNING);
        const [old, fresh] = [draft(), draft()].map((one) => ({ ...one, sourceId: 'paper' }));
        if (!old || !fresh) throw new Error('no drafts');
        await store.putArticles([old], MORNING - HOUR);
        await store.putArticles([fresh, draft()], MORNING);
        expect((await store.sources())[0]?.articles).toBe(2);
        expect(await store.recentTitles('paper', MORNING)).toEqual([{ key: fresh.key, title: fresh.title }]);
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
        expect(await store.expireArticles(MORNING - 50 * HOUR, 10)).toBe(1);
        expect(await store.expireArticles(MORNING - 50 * HOUR, 10)).toBe(0);
        const keys = [plain, referred, imported, ongoing, sequel].map(({ key }) => key);
        const left = (await store.articlesByKey(keys)).map(({ key }) => key);
        expect(left.sort()).toEqual(keys.slice(1).sort());
        expect(await store.census()).toMatchObject({ articles: 5, stories: 4, sources: 0 });
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
