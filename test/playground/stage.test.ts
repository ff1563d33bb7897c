/** The playground's sample news and its clock, on a real store: what a moved clock brings, and what a restart leaves. */
import { expect, onTestFinished, test } from 'vitest';
import { createGrouping } from '../../src/app/grouping.ts';
import { createIngest } from '../../src/app/ingest.ts';
import { nextSlot } from '../../src/domain/schedule.ts';
import { readSamples } from '../../src/feeds/samples.ts';
import { createMovableClock } from '../../src/playground/clock.ts';
import { openStage } from '../../src/playground/stage.ts';
import { CHANNEL_ID } from '../../src/playground/start-state.ts';
import { openStorage } from '../../src/storage/open.ts';
import { TOKEN } from '../support/playground.ts';

const EVENING = Date.UTC(2026, 10, 25, 23, 55);
const MORNING = Date.UTC(2026, 10, 26, 8);
const HOUR = 3_600_000;
const DATA = new URL('../../data/samples/', import.meta.url);

/** A store that outlives the playgrounds opened on it, and what they published. */
async function openHouse() {
  let real = EVENING;
  const { store, cache } = await openStorage('sqlite::memory:', () => real);
  onTestFinished(() => store.close());
  const published: number[] = [];

  async function start() {
    const clock = createMovableClock(() => real);
    const stage = await openStage({
      host: '127.0.0.1',
      port: 0,
      token: TOKEN,
      clock,
      store,
      cache,
      readSamples: (day, at) => readSamples(day === 'first' ? DATA : new URL('second-day/', DATA), at),
      take: createIngest(store, createGrouping(store), clock.now).take,
      publishDue: async () => void published.push(clock.now()),
      log: { info: () => {}, warn: () => {}, error: (event, fields) => expect([event, fields]).toEqual([]) },
      pageDirectory: DATA,
    });
    onTestFinished(() => stage.close());
    const move = (body: object) =>
      fetch(`${stage.url}/playground/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    return { stage, clock, move };
  }

  const stories = async () => (await store.latestStories({ limit: 200 })).stories;
  return {
    store,
    published,
    start,
    stories,
    wait: (ms: number) => {
      real += ms;
    },
    subscribe: async () => {
      const schedule = { times: ['08:00'], weekdays: [1, 2, 3, 4, 5, 6, 7], timeZone: 'UTC' };
      await store.saveChat({ id: CHANNEL_ID, kind: 'channel', preferences: {} });
      await store.addSubscription({
        chatId: CHANNEL_ID,
        schedule,
        topics: [],
        size: 10,
        status: 'active',
        createdAt: real,
        coveredUntil: real,
        next: nextSlot(schedule, real),
      });
    },
  };
}

test('a move to the next morning tells the second day, once, before what is due is published', async () => {
  const house = await openHouse();
  const { move } = await house.start();
  const before = await house.stories();
  expect((await move({ at: MORNING })).status).toBe(200);
  expect(house.published).toEqual([MORNING]);
  const after = await house.stories();
  const old = new Map(before.map((story) => [story.id, story.articles.length]));
  const developed = after.filter(({ id, articles }) => articles.length > (old.get(id) ?? articles.length));
  const fresh = after.filter(({ id }) => !old.has(id));
  expect(developed.length).toBeGreaterThanOrEqual(6);
  expect(fresh.filter(({ articles }) => articles.length > 1).length).toBeGreaterThanOrEqual(4);
  const told = fresh.flatMap(({ articles }) => articles.map(({ publishedAt = 0 }) => publishedAt));
  expect(told.filter((at) => at <= EVENING || at > MORNING)).toEqual([]);

  await move({ at: MORNING + 24 * HOUR });
  expect((await house.stories()).length).toBe(after.length);
});

test('a move of a few hours, to the next digest of the same day, brings no second day', async () => {
  const house = await openHouse();
  const { move } = await house.start();
  const before = (await house.stories()).length;
  await move({ at: EVENING + 6 * HOUR });
  expect((await house.stories()).length).toBe(before);
});

test('a playground left running over the night tells the second day by itself', async () => {
  const house = await openHouse();
  const { stage } = await house.start();
  const before = (await house.stories()).length;
  await stage.minute();
  expect((await house.stories()).length).toBe(before);
  house.wait(8 * HOUR);
  await stage.minute();
  expect((await house.stories()).length).toBeGreaterThan(before);
});

test('the next digest is the store’s next slot', async () => {
  const house = await openHouse();
  const { move } = await house.start();
  expect(await (await move({ to: 'next-digest' })).json()).toMatchObject({ moved: false });
  await house.subscribe();
  expect(await (await move({ to: 'next-digest' })).json()).toMatchObject({
    moved: true,
    clock: { now: MORNING },
  });
});

test('after a move a restart begins anew, with the machine’s own time; without one it keeps what was chosen', async () => {
  const house = await openHouse();
  const first = await house.start();
  await house.subscribe();
  const firstDay = (await house.stories()).length;
  await first.stage.close();

  const second = await house.start();
  expect(await house.store.subscriptionsOf(CHANNEL_ID)).toHaveLength(1);
  await second.move({ at: MORNING });
  await second.stage.close();

  const third = await house.start();
  expect(third.clock.now()).toBe(EVENING);
  expect(await house.store.subscriptionsOf(CHANNEL_ID)).toEqual([]);
  expect((await house.stories()).length).toBe(firstDay);
});
