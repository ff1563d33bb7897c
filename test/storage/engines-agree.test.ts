/** Both engines on the same news: the same questions have the same answers, in the same order. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayStarts } from '../../src/domain/day-tally.ts';
import type { Store } from '../../src/domain/ports.ts';
import { readQuery } from '../../src/domain/search.ts';
import { openStorage } from '../../src/storage/open.ts';
import { makeCorpus, NOW } from '../bench/corpus.ts';
import { emptyDatabase, skipReason } from '../support/postgres.ts';

/** More than one answer's worth, so that limits and reckoned frequencies play their part. */
const ARTICLES = 300;

describe.skipIf(skipReason)('SQLite and Postgres', () => {
  const stores: Store[] = [];
  const corpus = makeCorpus(ARTICLES);
  const articles = [...corpus.articles()];

  beforeAll(async () => {
    for (const url of ['sqlite::memory:', await emptyDatabase()]) {
      const { store } = await openStorage(url, () => NOW);
      stores.push(store);
      const told = new Map<number, number>();
      for (let at = 0; at < ARTICLES; at += 150) {
        const part = articles.slice(at, at + 150);
        const put = await store.putArticles(
          part.map(({ draft }) => draft),
          NOW,
        );
        const ids = await store.assign(
          part.map(({ event }, n) => ({
            articleId: put[n]?.id ?? 0,
            storyId: told.get(event) ?? -1 - event,
          })),
        );
        part.forEach(({ event }, n) => {
          told.set(half(event, n), ids[n] ?? 0);
        });
      }
      // What is changed and removed afterwards must be so on both.
      await store.putArticles(
        articles.slice(100, 140).map(({ draft }) => ({ ...draft, body: `${draft.body} وزيادة.` })),
        NOW,
      );
      await store.removeArticles(articles.slice(200, 240).map(({ draft }) => draft.key));
    }
  }, 120_000);
  afterAll(async () => {
    for (const store of stores) await store.close();
  });

  /** Every event is told in two stories, so that each has something like it. */
  function half(event: number, article: number): number {
    return event * 2 + (article % 2);
  }

  /** What each of the two answers. */
  async function both<Answer>(ask: (store: Store) => Promise<Answer>): Promise<[Answer, Answer]> {
    const [sqlite, postgres] = stores;
    if (!sqlite || !postgres) throw new Error('two stores are needed');
    return [await ask(sqlite), await ask(postgres)];
  }

  const word = fc.oneof(
    fc.nat(60).map((rank) => corpus.vocabulary.words[rank] ?? ''),
    fc.nat(20_000).map((rank) => corpus.vocabulary.words[rank] ?? ''),
    fc
      .tuple(fc.nat(ARTICLES - 1), fc.nat(60))
      .map(([article, at]) => articles[article]?.draft.body.split(/\s+/)[at] ?? ''),
  );
  const phrase = fc.tuple(fc.nat(ARTICLES - 1), fc.nat(150), fc.integer({ min: 1, max: 3 })).map(
    ([article, at, long]) =>
      articles[article]?.draft.body
        .split(/\s+/)
        .slice(at, at + long)
        .join(' ') ?? '',
  );
  const question = fc.oneof(
    { weight: 3, arbitrary: fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')) },
    { weight: 1, arbitrary: phrase.map((text) => `"${text}"`) },
    { weight: 1, arbitrary: fc.nat(ARTICLES - 1).map((at) => articles[at]?.draft.title ?? '') },
  );

  test('answer searches alike', async () => {
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(question, async (text) => {
        const query = readQuery(text);
        if (!query) return;
        const [sqlite, postgres] = await both((store) => store.search(query));
        hits += sqlite.length;
        expect(postgres).toEqual(sqlite);
      }),
      // The words of a phrase that nobody wrote in this order.
      { numRuns: 60, examples: [['"تكاركة"']] },
    );
    expect(hits).toBeGreaterThan(100);
  });

  test('find the same stories alike', async () => {
    let found = 0;
    for (let storyId = 1; storyId <= 250; storyId += 5) {
      const [sqlite, postgres] = await both((store) => store.alike(storyId, 10));
      found += sqlite.length;
      expect(postgres).toEqual(sqlite);
    }
    expect(found).toBeGreaterThan(5);
  });

  test('list and count alike', async () => {
    const [sqlite, postgres] = await both(async (store) => ({
      page: await store.latestStories({ limit: 20, language: 'ar' }),
      sources: await store.sourceTallies(),
      census: await store.census(),
      vitals: await store.vitals(NOW),
      days: await store.dayTallies(dayStarts(NOW, 'Africa/Cairo', 30)),
      reports: await store.reportsBetween(0, NOW, 50),
    }));
    expect(postgres).toEqual(sqlite);
  });
});
