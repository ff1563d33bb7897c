import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAlerts } from '../../src/app/alerts.ts';
import { createChats } from '../../src/app/chats.ts';
import { createFollowing } from '../../src/app/following.ts';
import type { Preferences } from '../../src/domain/chat.ts';
import type { Content } from '../../src/domain/message.ts';
import type { Store } from '../../src/domain/ports.ts';
import { plainText } from '../../src/domain/rich-text.ts';
import { openStorage } from '../../src/storage/open.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

const CHAT = { chatId: 1001 };
const DAY = 24 * HOUR;
const seen = (text: string) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '');

describe('a followed story', () => {
  let store: Store;
  let now = MORNING;
  /** What was written for the outbox, in order. */
  let sent: Content[] = [];
  beforeEach(async () => {
    now = MORNING;
    sent = [];
    const opened = await openStorage('sqlite::memory:', () => now);
    store = {
      ...opened.store,
      async recordHits(record) {
        const added = await opened.store.recordHits(record);
        for (const { alert } of [...(record.developments ?? []), ...record.hits])
          if (alert) sent.push(alert.content);
        return added;
      },
    };
  });
  afterEach(() => store.close());

  async function setUp(preferences: Preferences = {}) {
    await store.saveChat({
      id: CHAT.chatId,
      kind: 'private',
      preferences: { language: 'ar', ...preferences },
    });
    const following = createFollowing(store, [], () => now);
    const alerts = createAlerts({
      store,
      chats: createChats(store, { language: 'ar', timeZone: 'UTC' }),
      topics: [],
      botName: () => 'bot',
      now: () => now,
      pause: async () => {},
      log: { info: () => {}, warn: () => {}, error: () => {} },
      onQueued: () => {},
    });
    const [storyId = 0] = await tell(-1, { title: 'زلزال قوي يضرب ساحل المدينة القديمة' });
    const [story] = await store.stories([storyId]);
    if (!story) throw new Error('no story was told');
    await alerts.look();
    const followed = await following.followStory(CHAT, story, 'زلزال قوي يضرب ساحل المدينة القديمة');
    now += 60_000;
    return { alerts, following, storyId, followed };
  }

  async function tell(storyId: number, fields: Record<string, unknown>): Promise<number[]> {
    const results = await store.putArticles(
      [draft({ publishedAt: new Date(now).toISOString(), ...fields })],
      now,
    );
    return store.assign(results.map(({ id }) => ({ articleId: id, storyId })));
  }
  const texts = () => sent.map(({ text }) => seen(plainText(text)));
  const NEWS = 'فرق الإنقاذ تخرج عشرين ناجيًا من تحت الأنقاض';

  test('is heard of when it develops, once per development, with what is new', async () => {
    const { alerts, storyId } = await setUp();
    await tell(storyId, { title: NEWS, source: 'أطلس' });
    expect(await alerts.look()).toBe(1);
    expect(texts()).toEqual([
      `جديد في خبر تتابعه\n${NEWS}\nالخبر: زلزال قوي يضرب ساحل المدينة القديمة\nأطلس · الآن`,
    ]);
    now += HOUR;
    expect(await alerts.look()).toBe(0);
    await tell(storyId, { title: 'فرق الإنقاذ تخرج عشرين ناجيًا من تحت الأنقاض اليوم', source: 'سروة' });
    expect(await alerts.look()).toBe(0);
    await tell(storyId, { title: 'الحكومة تعلن الحداد وتفتح مدارسها للمشرّدين' });
    expect(await alerts.look()).toBe(1);
    expect(sent).toHaveLength(2);
  });

  test('is not heard of when another outlet tells the same, nor from an archive, nor in a language that is not read', async () => {
    const { alerts, storyId } = await setUp();
    await tell(storyId, { title: 'زلزال قويّ يضرب ساحل المدينة القديمة', source: 'أطلس' });
    await tell(storyId, { title: 'تاريخ الزلازل في البلاد منذ مئة عام كاملة', publishedAt: '2023-05-01' });
    await tell(storyId, { title: 'Rescuers pull twenty survivors from the rubble', language: 'en' });
    expect(await alerts.look()).toBe(0);
    expect(sent).toEqual([]);
  });

  test('that developed in quiet hours is told of afterwards with what is new in it', async () => {
    const { alerts, storyId } = await setUp({ quiet: { from: '00:00', to: '12:00' } });
    await tell(storyId, { title: NEWS, source: 'أطلس' });
    expect(await alerts.look()).toBe(1);
    expect(sent).toEqual([]);
    now = MORNING + 12 * HOUR;
    await alerts.release();
    const content = await store.content(1);
    expect(seen(plainText(content?.text ?? ''))).toContain(`\nالجديد: ${NEWS}`);
  });

  test('rings once for an article that also matches followed words', async () => {
    const { alerts, following, storyId } = await setUp();
    await following.follow(CHAT, 'الإنقاذ');
    now += 60_000;
    await tell(storyId, { title: NEWS });
    expect(await alerts.look()).toBe(1);
    const hits = await store.hitsSince(0);
    expect(hits.map((hit) => hit.storyId)).toEqual([storyId]);
    expect(texts()[0]).toContain('جديد في خبر تتابعه');
  });

  test('stays followed when it is merged into another, and is told of under that', async () => {
    const { alerts, storyId, following } = await setUp();
    const [other = 0] = await tell(-1, { title: 'هزّة أرضية في المدينة القديمة وأضرار في السوق' });
    const [head] = (await store.stories([other]))[0]?.articles ?? [];
    await store.assign([{ articleId: head?.id ?? 0, storyId: other, absorbs: storyId }]);
    const [merged] = await store.stories([storyId]);
    expect(merged?.id).toBe(other);
    if (!merged) return;
    expect(await following.followStory(CHAT, merged, 'هزّة')).toMatchObject({ kind: 'known' });
    await tell(other, { title: NEWS });
    expect(await alerts.look()).toBe(1);
    expect(await store.hitsSince(0)).toMatchObject([{ storyId: other, state: 'sent' }]);
  });

  test('is held in quiet hours and waits for the list after them', async () => {
    const { alerts, storyId } = await setUp({
      quiet: { from: '22:00', to: '13:00' },
      timeZone: 'Asia/Riyadh',
    });
    await tell(storyId, { title: NEWS });
    expect(await alerts.look()).toBe(1);
    expect(sent).toEqual([]);
    expect(await store.heldFor(CHAT)).toMatchObject([{ storyId }]);
    expect(await alerts.look()).toBe(0);
  });

  test('ends by itself three days after the last article', async () => {
    const { alerts, following, storyId } = await setUp();
    now += 2 * DAY;
    await tell(storyId, { title: 'تقرير ثانٍ عن الزلزال نفسه في المدينة' });
    await alerts.endOver();
    now += 2 * DAY;
    await alerts.endOver();
    expect(await following.all(CHAT)).toHaveLength(1);
    now += DAY + HOUR;
    await alerts.endOver();
    expect(await following.all(CHAT)).toEqual([]);
  });

  test('carries a button that ends it', async () => {
    const { alerts, storyId, followed, following } = await setUp();
    await tell(storyId, { title: NEWS });
    await alerts.look();
    const id = followed.kind === 'too-many' ? 0 : followed.follow.id;
    const commands = sent[0]?.buttons
      ?.flat()
      .flatMap((button) => ('command' in button ? [button.command] : []));
    expect(commands).toContain(`unfollow #${id} only`);
    expect(await following.unfollow(CHAT, `#${id}`)).toMatchObject({ kind: 'story' });
  });
});
