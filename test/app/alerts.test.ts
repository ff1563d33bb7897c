import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAlerts } from '../../src/app/alerts.ts';
import { createChats } from '../../src/app/chats.ts';
import { createFollowing } from '../../src/app/following.ts';
import type { Preferences } from '../../src/domain/chat.ts';
import type { Store } from '../../src/domain/ports.ts';
import { plainText } from '../../src/domain/rich-text.ts';
import { openStorage } from '../../src/storage/open.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

const TOPICS = [{ id: 'sports', name: { ar: 'رياضة', en: 'Sports' }, words: { ar: [], en: [] } }];
const CHAT = { chatId: 1001 };
const NIGHT = { quiet: { from: '22:00', to: '13:00' }, timeZone: 'Asia/Riyadh' };

describe('alerts', () => {
  let store: Store;
  let now = MORNING;
  beforeEach(async () => {
    now = MORNING;
    ({ store } = await openStorage('sqlite::memory:', () => now));
  });
  afterEach(() => store.close());

  async function setUp(follows: string[], preferences: Preferences = {}) {
    await store.saveChat({
      id: CHAT.chatId,
      kind: 'private',
      preferences: { language: 'ar', ...preferences },
    });
    const following = createFollowing(store, TOPICS, () => now);
    for (const said of follows) await following.follow(CHAT, said);
    now += 60_000;
    let queued = 0;
    const alerts = createAlerts({
      store,
      chats: createChats(store, { language: 'ar', timeZone: 'UTC' }),
      topics: TOPICS,
      botName: () => 'bot',
      now: () => now,
      pause: async () => {},
      log: { info: () => {}, warn: () => {}, error: () => {} },
      onQueued: () => queued++,
    });
    return { alerts, following, queued: () => queued };
  }

  async function tell(...drafts: ReturnType<typeof draft>[]): Promise<number[]> {
    const results = await store.putArticles(drafts, now);
    return store.assign(results.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
  }
  const hits = async () => (await store.hitsSince(0)).map(({ storyId, state }) => ({ storyId, state }));

  test.each([
    ['البنك المركزي', { title: 'قرار جديد للبنك المركزيّ اليوم' }],
    ['امريكا', { title: 'زيارة إلى الولايات الأمريكية تبدأ غدًا' }],
    ['رياضة', { title: 'فوز في اللحظة الأخيرة', topics: ['sports'] }],
    ['central bank', { title: 'The central banks meet', language: 'ar' }],
  ])('«%s» is heard of, whatever the spelling, once', async (said, fields) => {
    const { alerts, queued } = await setUp([said]);
    const [story] = await tell(draft(fields), draft({ title: 'افتتاح معرض للكتاب في دمشق' }));
    expect(await alerts.look()).toBe(1);
    expect(await hits()).toEqual([{ storyId: story, state: 'sent' }]);
    expect(queued()).toBe(1);
    expect(await alerts.look()).toBe(0);
  });

  test('words that were followed when they were read otherwise are heard of, and can be left', async () => {
    const { alerts, following } = await setUp([]);
    const value = 'التيك توك';
    await store.addFollow({ ...CHAT, kind: 'words', value, matchKey: 'توك تيك', createdAt: MORNING });
    const [story] = await tell(draft({ title: 'هيئة الاتصالات تحذر من تيك توك' }));
    await alerts.look();
    expect(await hits()).toEqual([{ storyId: story, state: 'sent' }]);
    expect(await following.unfollow(CHAT, 'تيكتوك')).toMatchObject({ value });
  });

  test('a second report of the same story rings no second time', async () => {
    const { alerts } = await setUp(['الزلزال']);
    const [story] = await tell(draft({ title: 'زلزال يضرب الساحل' }));
    await alerts.look();
    const [put] = await store.putArticles([draft({ title: 'الزلزال: حصيلة جديدة' })], now);
    await store.assign([{ articleId: put?.id ?? 0, storyId: story ?? 0 }]);
    expect(await alerts.look()).toBe(0);
    expect(await hits()).toHaveLength(1);
  });

  test('of a story that began without what is followed the report that has it is told', async () => {
    const { alerts } = await setUp(['عكار']);
    const [story] = await tell(draft({ title: 'حريق كبير يلتهم غابات في شمال لبنان', language: 'ar' }));
    expect(await alerts.look()).toBe(0);
    const [put] = await store.putArticles(
      [draft({ title: 'إخلاء ستين بيتًا في عكار', language: 'ar', publishedAt: new Date(now).toISOString() })],
      now,
    );
    await store.assign([{ articleId: put?.id ?? 0, storyId: story ?? 0 }]);
    expect(await alerts.look()).toBe(1);
    const content = await store.content(1);
    const [, title, of] = plainText(content?.text ?? '').split('\n');
    expect([title, of]).toEqual(['إخلاء ستين بيتًا في عكار', 'الخبر: حريق كبير يلتهم غابات في شمال لبنان']);
  });

  test('a story that comes in with several reports is told by its headline', async () => {
    const { alerts } = await setUp(['عكار']);
    const [first, second] = await store.putArticles(
      [
        draft({ title: 'حريق كبير يلتهم غابات في شمال لبنان', language: 'ar' }),
        draft({ title: 'إخلاء ستين بيتًا في عكار', language: 'ar' }),
      ],
      now,
    );
    const ids = [first?.id ?? 0, second?.id ?? 0];
    await store.assign(ids.map((articleId) => ({ articleId, storyId: -1 })));
    expect(await alerts.look()).toBe(1);
    expect(plainText((await store.content(1))?.text ?? '')).not.toContain('الخبر:');
  });

  test('what was there before the follow, and what comes from an archive, is no news', async () => {
    await tell(draft({ title: 'زلزال قديم في الذاكرة' }));
    const { alerts } = await setUp(['زلزال']);
    await tell(draft({ title: 'زلزال العام الماضي', publishedAt: '2023-01-01' }));
    expect(await alerts.look()).toBe(0);
  });

  test('in quiet hours it is held, and sent as one list when they are over and no edition comes', async () => {
    const { alerts, queued } = await setUp(['زلزال', 'حريق'], NIGHT);
    await tell(draft({ title: 'زلزال يضرب الساحل' }), draft({ title: 'حريق في الغابة' }));
    expect(await alerts.look()).toBe(2);
    await alerts.release();
    expect((await hits()).map(({ state }) => state)).toEqual(['held', 'held']);
    now += 2 * HOUR;
    await alerts.release();
    expect((await hits()).map(({ state }) => state)).toEqual(['sent', 'sent']);
    expect(queued()).toBe(2);
    await alerts.release();
    expect(queued()).toBe(2);
  });

  test('a long night comes as several lists, and nothing of it is passed over', async () => {
    const { alerts, queued } = await setUp(['زلزال'], NIGHT);
    await tell(...Array.from({ length: 45 }, (_, at) => draft({ title: `زلزال يضرب الساحل رقم ${at}` })));
    expect(await alerts.look()).toBe(45);
    now += 2 * HOUR;
    const told = new Set<number>();
    for (let minutes = 0; minutes < 12; minutes++) {
      await alerts.release();
      now += 60_000;
    }
    for (let message = 1; message < queued(); message++) {
      for (const id of (await store.content(message))?.shows?.ids ?? []) told.add(id);
    }
    expect(told.size).toBe(45);
    expect((await hits()).every(({ state }) => state === 'sent')).toBe(true);
  });

  test('of a topic that is on everybody’s lips ten ring within an hour; the last says so, the rest comes together', async () => {
    const { alerts } = await setUp(['رياضة']);
    const sports = (count: number) =>
      tell(
        ...Array.from({ length: count }, () =>
          draft({ topics: ['sports'], publishedAt: new Date(now).toISOString() }),
        ),
      );
    const texts = async (from: number) => {
      const due = await store.dueDeliveries({ now, limit: 50, except: [] });
      expect(due.map(({ kind }) => kind)).toEqual(['alert']);
      const written: string[] = [];
      for (let id = from; ; id++) {
        const content = await store.content(id);
        if (!content) return written;
        written.push(plainText(content.text));
      }
    };
    await sports(7);
    expect(await alerts.look()).toBe(7);
    now += 60_000;
    await sports(8);
    expect(await alerts.look()).toBe(8);
    await alerts.release();
    const rung = await texts(1);
    expect(rung).toHaveLength(10);
    expect(rung.map((text) => text.includes('يأتيك مجموعًا'))).toEqual([...Array(9).fill(false), true]);
    expect((await hits()).filter(({ state }) => state === 'held')).toHaveLength(5);
    now += HOUR;
    await alerts.release();
    const [list, ...more] = await texts(11);
    expect(more).toEqual([]);
    expect(list).toMatch(/^مزيد من متابعاتك[\s\S]*5\./);
    expect((await hits()).filter(({ state }) => state === 'held')).toEqual([]);
  });

  test('a list of the night is queued once, also when the house stops before noting it', async () => {
    const { alerts } = await setUp(['زلزال'], NIGHT);
    await tell(draft({ title: 'زلزال يضرب الساحل' }));
    await alerts.look();
    now += 2 * HOUR;
    const stop = vi.spyOn(store, 'settleHits').mockRejectedValueOnce(new Error('stopped'));
    await expect(alerts.release()).rejects.toThrow('stopped');
    expect(stop).toHaveBeenCalledTimes(1);
    now += 60_000;
    await alerts.release();
    expect((await store.ledger(now)).states.pending).toBe(1);
  });

  test('a story in a language the chat does not read is no news to it', async () => {
    const { alerts } = await setUp(['Akkar']);
    await tell(
      draft({ title: 'Fire in Akkar closes in', body: 'Crews fight the fire in Akkar.', language: 'en' }),
    );
    expect(await alerts.look()).toBe(0);
  });

  test('what cannot be followed says why', async () => {
    const { following } = await setUp(['زلزال']);
    expect(await following.follow(CHAT, 'الزِّلزال')).toMatchObject({ kind: 'known' });
    expect(await following.follow(CHAT, 'من في على')).toEqual({ kind: 'too-common' });
    expect(await following.follow(CHAT, '🙂')).toEqual({ kind: 'too-common' });
    expect(await following.follow(CHAT, 'كلمة '.repeat(9))).toEqual({ kind: 'too-long' });
    for (let at = 0; at < 60; at++) await following.follow(CHAT, `عبارة${at}`);
    expect(await following.follow(CHAT, 'سلام')).toEqual({ kind: 'too-many' });
    expect(await following.all(CHAT)).toHaveLength(50);
  });
});
