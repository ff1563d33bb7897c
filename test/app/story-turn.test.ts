/** Several processes on one store find one event one story. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGrouping } from '../../src/app/grouping.ts';
import type { Ingest } from '../../src/app/ingest.ts';
import { createIngest } from '../../src/app/ingest.ts';
import { createLease } from '../../src/app/lease.ts';
import type { StoryTurn } from '../../src/app/story-turn.ts';
import { createStoryTurn } from '../../src/app/story-turn.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStorage } from '../../src/storage/open.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

let now: number;
let store: Store;
beforeEach(async () => {
  now = MORNING;
  ({ store } = await openStorage('sqlite::memory:', () => now));
});
afterEach(() => store.close());

function turnOf(holder: string): StoryTurn {
  const lease = createLease({ store, now: () => now, name: 'stories', holder });
  return createStoryTurn(lease, async () => {
    now += 250;
    await nextTurn();
  });
}

function processOf(holder: string): Ingest {
  return createIngest(
    store,
    createGrouping(store),
    () => now,
    () => nextTurn(),
    turnOf(holder),
  );
}

/** One event as a source tells it. */
function told(event: number, source: string) {
  const places = ['الإسكندرية', 'الدوحة', 'بيروت', 'وهران', 'مسقط', 'عدن', 'سوسة', 'البصرة'];
  const ships = ['المرجان', 'الشراع', 'النورس', 'المنارة', 'اللؤلؤة', 'الموجة', 'الصدفة', 'المرساة'];
  const [place, ship] = [places[event % 8], ships[(event * 3) % 8]];
  return draft({
    source,
    title: `ميناء ${place} يستقبل سفينة الأبحاث ${ship} بعد رحلة طويلة`,
    body: `استقبل ميناء ${place} اليوم سفينة الأبحاث ${ship} التي تدرس الشعاب المرجانية، وحضر الاستقبال سكان ${place}.`,
    publishedAt: new Date(MORNING - HOUR + event * 60_000).toISOString(),
  });
}

test('three that take in the same events in turn end with one story for each', async () => {
  const processes = ['one/1', 'two/2', 'three/3'].map(processOf);
  for (let event = 0; event < 8; event++) {
    for (const source of [0, 1, 2]) {
      await processes[(event + source) % 3]?.take([told(event, `مصدر ${source}`)]);
    }
  }
  const { stories } = await store.latestStories({ limit: 50 });
  expect(stories.map(({ articles }) => articles.length)).toEqual(Array(8).fill(3));
});

test('three at once likewise', async () => {
  const processes = ['one/1', 'two/2', 'three/3'].map(processOf);
  await Promise.all(
    processes.map(async (ingest, at) => {
      for (let event = 0; event < 8; event++) await ingest.take([told((event + at * 3) % 8, `مصدر ${at}`)]);
    }),
  );
  const { stories } = await store.latestStories({ limit: 50 });
  expect(stories.map(({ articles }) => articles.length)).toEqual(Array(8).fill(3));
});

test('one that was ended in its turn holds the others up no longer than its lease lasts', async () => {
  await turnOf('killed/1').take();
  const started = now;
  await processOf('other/2').take([told(0, 'مصدر')]);
  expect(now - started).toBeLessThanOrEqual(15_250);
  expect((await store.latestStories({ limit: 5 })).stories).toHaveLength(1);
});

test('alone it is never made to read again what it knows', async () => {
  const turn = turnOf('one/1');
  expect(await turn.take()).toBe('fresh');
  for (let time = 0; time < 3; time++) {
    await turn.end();
    now += HOUR;
    expect(await turn.take()).toBe('again');
  }
  await turn.end();
  expect(await turnOf('two/2').take()).toBe('fresh');
});
