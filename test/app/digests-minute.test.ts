/** A minute of the press: what is published, to whom, how, and what is made ready before. */
import { expect, test } from 'vitest';
import { nextSlot } from '../../src/domain/schedule.ts';
import type { Story } from '../../src/domain/story.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import { openDigestDesk, SCHEDULE } from '../support/digest-desk.ts';

const MINUTE = 60_000;
const DAY = 24 * HOUR;
const ago = (ms: number, fields: object = {}) =>
  draft({ publishedAt: new Date(MORNING - ms).toISOString(), ...fields });

test('a call during another joins it; the next works anew', async () => {
  const desk = await openDigestDesk();
  await desk.tell(draft());
  await desk.subscribe(1);
  let queued = 0;
  const press = desk.press({ onQueued: () => queued++ });
  expect(await Promise.all([press.tick(), press.tick()])).toEqual([1, 1]);
  expect(queued).toBe(1);
  desk.clock.now += DAY;
  expect(await press.tick()).toBe(1);
  expect(queued).toBe(2);
});

test('hundreds of chats of one profile share one edition, stored in portions between which others go first', async () => {
  const desk = await openDigestDesk();
  await desk.tell(draft());
  const ids: number[] = [];
  for (let chat = 1; chat <= 120; chat++) ids.push((await desk.subscribe(chat)).id);
  const turns = { pauses: 0, queued: 0 };
  const press = desk.press({
    pause: async () => void turns.pauses++,
    onQueued: () => turns.queued++,
  });
  await press.tick();
  expect(turns).toEqual({ pauses: 3, queued: 3 });
  const editions = await Promise.all(ids.map(async (id) => (await desk.editionOf(id)).editionId));
  expect(new Set(editions)).toEqual(new Set([1]));
  expect(desk.log).toEqual([
    { event: 'edition published', fields: { edition: 1, chats: 120, stories: 1, parts: 1 } },
  ]);
});

test('a fault in one edition is logged and holds up no other; its slot comes again when the claim has run out', async () => {
  const desk = await openDigestDesk();
  await desk.tell(draft());
  await desk.subscribe(1);
  await desk.subscribe(2, { size: 10 });
  let fails = true;
  const press = desk.press({
    store: {
      ...desk.store,
      publish(order) {
        if (fails && order.recipients[0]?.chatId === 1) return Promise.reject(new Error('disk full'));
        return desk.store.publish(order);
      },
    },
  });
  await press.tick();
  expect((await desk.queued()).map(({ chatId }) => chatId)).toEqual([2]);
  expect(desk.log[0]).toEqual({ event: 'edition failed', fields: { chats: 1, reason: 'Error: disk full' } });
  fails = false;
  desk.clock.now += 2 * MINUTE - 1;
  expect(await press.tick()).toBe(0);
  desk.clock.now += 1;
  expect(await press.tick()).toBe(1);
  expect((await desk.queued()).map(({ chatId }) => chatId)).toEqual([2, 1]);
});

test('an edition that is late says so, one on time does not', async () => {
  const desk = await openDigestDesk();
  await desk.tell(draft());
  await desk.subscribe(1);
  await desk.press().tick();
  await desk.subscribe(2);
  desk.clock.now += HOUR;
  await desk.press().tick();
  const [onTime, late] = await desk.queued();
  expect(onTime?.text).not.toContain('تأخّر هذا الموجز');
  expect(late?.text).toMatch(/تأخّر هذا الموجز عن موعده \(.*12:00/);
});

test('it rings where the chat has not asked for silence, and has leads and both languages where it wants them', async () => {
  const desk = await openDigestDesk();
  await desk.tell(
    draft(),
    draft({ title: 'A bridge opens in the harbour', body: 'It opened.', language: 'en' }),
  );
  await desk.subscribe(1);
  await desk.subscribe(2, {}, { silent: true, leads: false, bothLanguages: true });
  await desk.press().tick();
  const [plain, chosen] = await desk.queued();
  expect([plain?.silent, chosen?.silent]).toEqual([false, true]);
  expect(plain?.text).toContain('افتتح المجلس البلدي محطة جديدة للقطار.');
  expect(chosen?.text).not.toContain('افتتح المجلس البلدي');
  expect(plain?.text).not.toContain('A bridge opens');
  expect(chosen?.text).toContain('A bridge opens');
});

test('all that its window holds is weighed, however much, and what was published this moment', async () => {
  const desk = await openDigestDesk();
  const one = await desk.subscribe(1);
  await desk.press().tick();
  desk.clock.now += DAY;
  const stories = Array.from({ length: 250 }, (_, at) => ago(-MINUTE * (at + 1)));
  await desk.tell(...stories, ago(-DAY));
  await desk.press().tick();
  const { told, left } = await desk.editionOf(one.id);
  expect([told.length, left]).toEqual([5, 246]);
});

test('a story is told again when it develops, and not for being repeated, however many editions ago it was told', async () => {
  const desk = await openDigestDesk();
  const title = 'حريق في غابات الجبل يقترب من القرى';
  const [story = 0] = await desk.tell(draft({ title }));
  const one = await desk.subscribe(1);
  await desk.press().tick();
  const stories = async () => (await desk.store.edition((await desk.editionOf(one.id)).editionId))?.stories;
  expect(await stories()).toMatchObject([{ storyId: story, developed: false }]);
  desk.clock.now += DAY;
  await desk.press().tick();
  expect(await stories()).toEqual([]);

  const join = async (later: string) => {
    desk.clock.now += DAY;
    const publishedAt = new Date(desk.clock.now - HOUR).toISOString();
    const [added] = await desk.store.putArticles([draft({ title: later, publishedAt })], desk.clock.now);
    await desk.store.assign([{ articleId: added?.id ?? 0, storyId: story }]);
    await desk.press().tick();
    return stories();
  };
  expect(await join(`${title} القريبة`)).toEqual([]);
  expect(await join('السيطرة على النيران وعودة السكان إلى منازلهم')).toMatchObject([
    { storyId: story, developed: true },
  ]);
});

test('what had come in, but had no story yet when an edition was made, is in the next', async () => {
  const desk = await openDigestDesk();
  const one = await desk.subscribe(1);
  desk.clock.now -= 5 * MINUTE;
  const [found] = await desk.store.putArticles([ago(3 * HOUR)], desk.clock.now);
  desk.clock.now = MORNING;
  await desk.press().tick();
  const [story] = await desk.store.assign([{ articleId: found?.id ?? 0, storyId: -1 }]);
  desk.clock.now += DAY;
  await desk.press().tick();
  expect((await desk.editionOf(one.id)).told).toEqual([story]);
});

test('after a long silence it looks back for a week', async () => {
  const desk = await openDigestDesk();
  const one = await desk.subscribe(1);
  await desk.press().tick();
  const now = () => draft({ publishedAt: new Date(desk.clock.now).toISOString() });
  desk.clock.now += 1.5 * DAY;
  await desk.tell(now());
  desk.clock.now += DAY;
  const [recent] = await desk.tell(now());
  desk.clock.now += 6.5 * DAY;
  await desk.press().tick();
  expect((await desk.editionOf(one.id)).told).toEqual([recent]);
});

test('summaries are made a quarter of an hour ahead, once for all chats alike, where they are wanted', async () => {
  const desk = await openDigestDesk();
  const [story] = await desk.tell(draft());
  const in15 = { next: { ...nextSlot(SCHEDULE, MORNING - MINUTE), at: MORNING + 15 * MINUTE } };
  const in16 = { next: { ...in15.next, at: MORNING + 16 * MINUTE } };
  const prepared: { stories: number[]; language: string }[] = [];
  const prepare = async (stories: readonly Story[], language: string) =>
    void prepared.push({ stories: stories.map(({ id }) => id), language });
  const press = desk.press({ summarizer: { prepare } });
  await desk.subscribe(1, in16);
  await desk.subscribe(2, in15, { summaries: false });
  await press.prepareAhead();
  expect(prepared).toEqual([]);
  await desk.subscribe(3, in15);
  await desk.subscribe(4, in15);
  await desk.subscribe(5, in15, { language: 'en', bothLanguages: true });
  await press.prepareAhead();
  expect(prepared).toEqual([
    { stories: [story], language: 'ar' },
    { stories: [story], language: 'en' },
  ]);
  await press.prepareAhead(AbortSignal.abort());
  expect(prepared).toHaveLength(2);
});
