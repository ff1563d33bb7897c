import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { plainText } from '../../src/domain/rich-text.ts';
import { nextSlot } from '../../src/domain/schedule.ts';
import { draft, HOUR } from '../support/articles.ts';
import { openDigestDesk, SCHEDULE } from '../support/digest-desk.ts';

const DAY = 24 * HOUR;
const MINUTE = 60_000;
const TOPICS = [{ id: 'economy', name: { ar: 'اقتصاد', en: 'Economy' }, words: { ar: [], en: [] } }];

describe('digests', () => {
  let desk: Awaited<ReturnType<typeof openDigestDesk>>;
  beforeEach(async () => {
    desk = await openDigestDesk({ topics: TOPICS });
  });
  afterEach(() => expect(desk.faults()).toEqual([]));

  test('hundreds of chats of one profile cost one edition', async () => {
    const { press, tell, subscribe, made } = desk;
    await tell(draft(), draft());
    for (let chat = 1; chat <= 300; chat++) await subscribe(chat);
    await subscribe(301, { size: 10 });
    expect(await press().tick()).toBe(301);
    expect(made()).toBe(2);
    expect(await press().tick()).toBe(0);
  });

  test('a chat that wants a card gets it first, with the text in one commit; without news there is none', async () => {
    const { store, clock, press, tell, subscribe, made } = desk;
    const title = 'المطر <يملأ> السدود & أكثر';
    await tell(draft({ title }), draft());
    await subscribe(1, {}, { cover: true });
    await subscribe(2, {}, { cover: true });
    await subscribe(3);
    await press().tick();
    expect(made()).toBe(2);
    expect((await store.ledger(clock.now)).states.pending).toBe(5);
    const [card, ...others] = await store.dueDeliveries({ now: clock.now, limit: 9, except: [] });
    // It is heard with the text that follows; a text alone at once.
    expect([card, ...others].map((row) => [row?.chatId, row?.silent])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    const content = await store.content(card?.messageId ?? 0);
    expect(content).toMatchObject({
      drawing: { kind: 'cover', headline: title, date: 'الجمعة، 26 يناير 2024', edition: 'موجز الظهيرة' },
      shows: { as: 'list', first: 1 },
    });
    expect(plainText(content?.text ?? '')).toContain(title);
    clock.now += DAY;
    await press().tick();
    expect((await store.ledger(clock.now)).states).toMatchObject({ pending: 8 });
  });

  test('the next day tells nothing of the day before, and chats that began on other days share again', async () => {
    const { clock, press, tell, subscribe, toldTo } = desk;
    const [first] = await tell(draft());
    const one = await subscribe(1);
    await press().tick();
    expect(await toldTo(one.id)).toEqual([first]);
    clock.now += DAY;
    const [second] = await tell(draft({ publishedAt: new Date(clock.now - HOUR).toISOString() }));
    await press().tick();
    expect(await toldTo(one.id)).toEqual([second]);
  });

  test('what was published before an edition and came in after it is in the next, once', async () => {
    const { clock, press, tell, subscribe, toldTo } = desk;
    const one = await subscribe(1);
    const [first] = await tell(draft());
    await press().tick();
    const published = new Date(clock.now - 10 * MINUTE).toISOString();
    clock.now += 20 * MINUTE;
    const [late] = await tell(
      draft({ publishedAt: published }),
      draft({ publishedAt: new Date(clock.now - 3 * DAY).toISOString() }),
    );
    clock.now += DAY - 20 * MINUTE;
    await press().tick();
    expect(await toldTo(one.id)).toEqual([late]);
    expect(first).not.toBe(late);
    clock.now += DAY;
    await press().tick();
    expect(await toldTo(one.id)).toEqual([]);
  });

  test('stories told apart that have become one bring nothing new', async () => {
    const { store, clock, press, tell, subscribe, toldTo } = desk;
    const [kept, absorbed] = await tell(
      draft({ title: 'زلزال يضرب ساحل المدينة فجرًا' }),
      draft({ title: 'هزة أرضية قوية توقظ سكان المرفأ' }),
    );
    const one = await subscribe(1);
    await press().tick();
    expect((await toldTo(one.id)).toSorted()).toEqual([kept, absorbed]);
    clock.now += DAY;
    const [more] = await store.putArticles(
      [draft({ title: 'زلزال يضرب ساحل المدينة', publishedAt: new Date(clock.now - HOUR).toISOString() })],
      clock.now,
    );
    await store.assign([{ articleId: more?.id ?? 0, storyId: kept ?? 0, absorbs: absorbed ?? 0 }]);
    await press().tick();
    expect(await toldTo(one.id)).toEqual([]);
  });

  test('a late edition says so, a missed one leaves its stories to the next', async () => {
    const { store, clock, press, tell, subscribe, toldTo } = desk;
    await tell(draft());
    const one = await subscribe(1);
    clock.now += HOUR;
    await press().tick();
    expect(await store.passedSlots(one.id, 5)).toMatchObject([{ date: '2024-01-26', verdict: 'late' }]);

    clock.now += DAY - HOUR + 4 * HOUR;
    const [missed] = await tell(draft({ publishedAt: new Date(clock.now - 5 * HOUR).toISOString() }));
    await press().tick();
    expect((await store.passedSlots(one.id, 1))[0]).toMatchObject({ date: '2024-01-27', verdict: 'skipped' });
    clock.now += 20 * HOUR;
    await press().tick();
    expect((await store.passedSlots(one.id, 1))[0]).toMatchObject({ date: '2024-01-28', verdict: 'on-time' });
    expect(await toldTo(one.id)).toEqual([missed]);
  });

  test('three days of silence bring one edition, not three', async () => {
    const { store, clock, press, tell, subscribe } = desk;
    const one = await subscribe(1);
    clock.now += 3 * DAY + HOUR;
    await tell(draft({ publishedAt: new Date(clock.now - HOUR).toISOString() }));
    await press().tick();
    await press().tick();
    expect(await store.passedSlots(one.id, 9)).toMatchObject([{ date: '2024-01-29', verdict: 'late' }]);
  });

  test('without news it says so, or is silent where the chat wants that', async () => {
    const { store, press, subscribe } = desk;
    const says = await subscribe(1);
    const silent = await subscribe(2, {}, { whenEmpty: 'silent' });
    await press().tick();
    expect((await store.passedSlots(says.id, 1))[0]).toMatchObject({ verdict: 'on-time', editionId: 1 });
    const [slot] = await store.passedSlots(silent.id, 1);
    expect(slot).toMatchObject({ verdict: 'empty' });
    expect(slot).not.toHaveProperty('editionId');
  });

  test('an alert counts as told, what was held comes in', async () => {
    const { store, clock, press, tell, subscribe, toldTo } = desk;
    const [alerted, held, plain] = await tell(draft(), draft(), draft());
    const one = await subscribe(1);
    const hit = { chatId: 1, followId: 1, at: clock.now };
    await store.recordHits({
      hits: [
        { hit: { ...hit, storyId: alerted ?? 0, state: 'sent' } },
        { hit: { ...hit, storyId: held ?? 0, state: 'held' } },
      ],
      mark: 9,
      now: clock.now,
    });
    await press().tick();
    expect(await toldTo(one.id)).toEqual([held, plain]);
    expect(await store.heldFor({ chatId: 1 })).toEqual([]);
  });

  test('what was held and found no room waits for the next edition, and then no longer', async () => {
    const { store, clock, press, tell, subscribe, toldTo } = desk;
    const stories = await tell(...Array.from({ length: 12 }, () => draft()));
    const one = await subscribe(1);
    const hits = stories.map((storyId) => ({
      hit: { chatId: 1, followId: 1, at: clock.now, storyId, state: 'held' as const },
    }));
    await store.recordHits({ hits, mark: 99, now: clock.now });
    await press().tick();
    const first = await toldTo(one.id);
    expect(first).toHaveLength(5);
    expect(await store.heldFor({ chatId: 1 })).toHaveLength(7);
    clock.now += DAY;
    await press().tick();
    expect(await toldTo(one.id)).toHaveLength(5);
    expect(first).not.toEqual(expect.arrayContaining(await toldTo(one.id)));
    expect(await store.heldFor({ chatId: 1 })).toEqual([]);
  });

  test('an edition is of use to each chat by its own hours', async () => {
    const { store, clock, press, tell, subscribe, made } = desk;
    await tell(draft());
    const hourly = { times: ['12:00', '13:00'], weekdays: [], timeZone: 'Asia/Riyadh' };
    await subscribe(1, { schedule: hourly });
    await subscribe(2);
    await press().tick();
    expect(made()).toBe(1);
    const open = async () =>
      (await store.dueDeliveries({ now: clock.now, limit: 9, except: [] })).map(({ chatId }) => chatId);
    expect(await open()).toEqual([1, 2]);
    clock.now += HOUR;
    expect(await open()).toEqual([2]);
  });

  test('chats with alerts of their own share the reading of what is new', async () => {
    const { store, clock, press, tell, subscribe, made } = desk;
    const [story] = await tell(draft(), draft());
    for (const chat of [1, 2, 3]) {
      await subscribe(chat);
      const hit = {
        chatId: chat,
        followId: 1,
        storyId: story ?? 0,
        at: clock.now - chat,
        state: 'sent' as const,
      };
      await store.recordHits({ hits: [{ hit }], mark: 9, now: clock.now });
    }
    const read = vi.spyOn(store, 'latestStories');
    expect(await press().tick()).toBe(3);
    expect(made()).toBe(3);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('a place with two digests is told a story by one of them, until it develops', async () => {
    const { clock, press, tell, subscribe, toldTo } = desk;
    const LATER = { ...SCHEDULE, times: ['13:00'] };
    const [story] = await tell(draft({ topics: ['economy'] }));
    const all = await subscribe(1);
    const economy = await subscribe(1, {
      topics: ['economy'],
      schedule: LATER,
      next: nextSlot(LATER, clock.now - MINUTE),
    });
    const elsewhere = await subscribe(2, {
      topics: ['economy'],
      schedule: LATER,
      next: nextSlot(LATER, clock.now),
    });
    await press().tick();
    expect(await toldTo(all.id)).toEqual([story]);
    clock.now += HOUR;
    await press().tick();
    expect(await toldTo(economy.id)).toEqual([]);
    expect(await toldTo(elsewhere.id)).toEqual([story]);
  });

  test('a minute in which nothing is due asks for no alerts', async () => {
    const { store, press } = desk;
    const asked = vi.spyOn(store, 'hitsSince');
    expect(await press().tick()).toBe(0);
    expect(asked).not.toHaveBeenCalled();
  });

  test('a restart in the middle changes nothing: the claim runs out and the slot is served once', async () => {
    const { store, clock, press, tell, subscribe } = desk;
    await tell(draft());
    const one = await subscribe(1);
    await store.claimSubscriptions({ now: clock.now, until: clock.now + MINUTE, holder: 'dead', limit: 5 });
    expect(await press().tick()).toBe(0);
    clock.now += MINUTE;
    expect(await press().tick()).toBe(1);
    expect(await store.passedSlots(one.id, 9)).toHaveLength(1);
  });
});
