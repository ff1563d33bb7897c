import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGrouping } from '../../src/app/grouping.ts';
import { createIngest } from '../../src/app/ingest.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

const DAY = 24 * HOUR;

let store: Store;
beforeEach(async () => {
  store = (await openStorage('sqlite::memory:', () => MORNING)).store;
});
afterEach(() => store.close());

const at = (ms: number) => ({ publishedAt: new Date(ms).toISOString() });
const FIRE = {
  title: 'حريق كبير يلتهم مستودع الحبوب في ميناء اللاذقية',
  body: 'اندلع حريق كبير في مستودع الحبوب بميناء اللاذقية فجرًا، وشاركت تسع فرق من الإطفاء في إخماده.',
};

async function storyOf({ key }: ArticleDraft): Promise<number | undefined> {
  return (await store.articlesByKey([key]))[0]?.storyId;
}

describe('taking articles in', () => {
  test('what is kept has no story until things are settled', async () => {
    const ingest = createIngest(store, createGrouping(store), () => MORNING);
    const given = draft(FIRE);
    expect(await ingest.keep([given])).toEqual(['imported']);
    expect(await storyOf(given)).toBeUndefined();
    await ingest.settle();
    expect(await storyOf(given)).toBeGreaterThan(0);
  });

  test('what a stopped program had kept is settled by the next', async () => {
    const given = draft(FIRE);
    await createIngest(store, createGrouping(store), () => MORNING).keep([given]);
    await createIngest(store, createGrouping(store), () => MORNING).settle();
    expect(await storyOf(given)).toBeGreaterThan(0);
  });

  test('an article finds the story that was told after older news had come in', async () => {
    const ingest = createIngest(store, createGrouping(store), () => MORNING);
    const told = draft({ ...FIRE, ...at(MORNING - 3 * HOUR) });
    await ingest.take([told]);
    const old = draft({ ...at(MORNING - 6 * DAY), title: 'افتتاح معرض الكتاب في العاصمة' });
    const again = draft({ ...FIRE, body: `${FIRE.body} ولم يصب أحد.`, ...at(MORNING - 2 * HOUR) });
    await ingest.keep([again, old]);
    await ingest.settle();
    expect(await storyOf(again)).toBe(await storyOf(told));
    expect(await storyOf(old)).not.toBe(await storyOf(told));
  });

  test('news some hours older than that of the last round is placed without reading two days again', async () => {
    const read: number[] = [];
    const watched: Store = {
      ...store,
      reportsBetween: async (from, to, limit) => {
        const reports = await store.reportsBetween(from, to, limit);
        read.push(reports.length);
        return reports;
      },
    };
    const ingest = createIngest(watched, createGrouping(watched), () => MORNING);
    const told = draft({ ...FIRE, ...at(MORNING - 5 * HOUR) });
    await ingest.take([told]);
    await ingest.take([draft({ title: 'افتتاح معرض الكتاب في العاصمة', ...at(MORNING) })]);
    const late = draft({ ...FIRE, body: `${FIRE.body} ولم يصب أحد.`, ...at(MORNING - 5 * HOUR) });
    await ingest.take([late]);
    expect(await storyOf(late)).toBe(await storyOf(told));
    expect(read.filter((reports) => reports > 0)).toEqual([]);
  });

  test('many who settle at once are served together, and small keepings share commits', async () => {
    let commits = 0;
    const counted: Store = {
      ...store,
      putArticles: (drafts, now) => {
        commits++;
        return store.putArticles(drafts, now);
      },
    };
    const ingest = createIngest(counted, createGrouping(counted), () => MORNING);
    const drafts = Array.from({ length: 60 }, () => draft());
    await Promise.all(drafts.map((each) => ingest.keep([each])));
    await Promise.all(drafts.map(() => ingest.settle()));
    expect(commits).toBeLessThanOrEqual(2);
    expect(await store.unassigned(1)).toEqual([]);
  });

  test('a store that fails to assign is settled the next time, with the same stories', async () => {
    let fails = true;
    const failing: Store = {
      ...store,
      assign: (placements) => (fails ? Promise.reject(new Error('disk full')) : store.assign(placements)),
    };
    const ingest = createIngest(failing, createGrouping(failing), () => MORNING);
    const [one, two] = [draft(FIRE), draft({ ...FIRE, body: `${FIRE.body} ولم يصب أحد.` })];
    await ingest.keep([one, two]);
    await expect(ingest.settle()).rejects.toThrow('disk full');
    fails = false;
    await ingest.settle();
    expect(await storyOf(one)).toBe(await storyOf(two));
    expect(await storyOf(one)).toBeGreaterThan(0);
  });
});
