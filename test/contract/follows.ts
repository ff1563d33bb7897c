/** What every engine must do for follows: what a place follows, and which stories it was alerted to. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewFollow } from '../../src/domain/follow.ts';
import type { Content } from '../../src/domain/message.ts';
import type { Store } from '../../src/domain/ports.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

const DAY = 24 * HOUR;
const CHAT = 1001;
const say = (text: string): Content => ({ language: 'ar', text });

export function followContract(engine: string, open: () => Promise<Store>): void {
  describe(`follows on ${engine}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await store.saveChat({ id: CHAT, kind: 'private', preferences: { language: 'ar' } });
    });
    afterEach(() => store.close());

    const follow: NewFollow = {
      chatId: CHAT,
      kind: 'words',
      value: 'البنك المركزي',
      matchKey: 'بنك مركزي',
      createdAt: MORNING,
    };

    test('are kept once per place', async () => {
      const added = await store.addFollow(follow);
      expect(added).toEqual({ ...follow, id: added?.id });
      expect(await store.addFollow({ ...follow, value: 'بنك مركزي' })).toBeUndefined();
      expect(await store.addFollow({ ...follow, threadId: 3 })).toBeDefined();
      expect(await store.followsOf({ chatId: CHAT })).toEqual([added]);
      expect(await store.follows()).toHaveLength(2);
      await store.removeFollow(added?.id ?? 0);
      expect(await store.followsOf({ chatId: CHAT })).toEqual([]);
    });

    test('hit a story once per place; what is held waits', async () => {
      const hit = { chatId: CHAT, followId: 1, storyId: 4, at: MORNING, state: 'held' as const };
      const record = { hits: [{ hit }, { hit: { ...hit, storyId: 5 } }], mark: 12, now: MORNING };
      expect(await store.recordHits(record)).toBe(2);
      expect(await store.recordHits({ ...record, mark: 13 })).toBe(0);
      expect((await store.followMark()).mark).toBe(13);
      expect(await store.placesHeld()).toEqual([{ chatId: CHAT }]);
      await store.settleHits({ chatId: CHAT }, [4], 'merged');
      expect((await store.heldFor({ chatId: CHAT })).map((held) => held.storyId)).toEqual([5]);
    });

    test('of a story keep what their reader knows; a development counts whatever the place has had', async () => {
      const added = await store.addFollow({ ...follow, kind: 'story', matchKey: 's4', known: [1, 2] });
      expect(added).toMatchObject({ kind: 'story', known: [1, 2] });
      const hit = {
        chatId: CHAT,
        followId: added?.id ?? 0,
        storyId: 4,
        at: MORNING,
        state: 'held' as const,
      };
      await store.recordHits({ hits: [{ hit }], mark: 1, now: MORNING });
      const alert = {
        content: say('جديد'),
        deliveries: [
          { key: 'd', kind: 'alert' as const, chatId: CHAT, silent: false, expiresAt: MORNING + HOUR },
        ],
      };
      const development = {
        hit: { ...hit, at: MORNING + 1, state: 'sent' as const },
        alert,
        known: [1, 2, 3],
      };
      const record = { developments: [development], hits: [{ hit }], mark: 2, now: MORNING };
      expect(await store.recordHits(record)).toBe(1);
      expect(await store.followsOf({ chatId: CHAT })).toMatchObject([{ known: [1, 2, 3] }]);
      expect(await store.hitsSince(0)).toEqual([development.hit]);
      expect(await store.enqueue([alert], MORNING)).toBe(0);
    });

    test('of a story end when nothing was seen of it for long, and when it is kept no longer', async () => {
      const OLD = MORNING - 5 * DAY;
      const old = await store.putArticles([draft(), draft(), draft()], OLD);
      const [quiet, lively, gone] = await store.assign(
        old.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })),
      );
      const [fresh] = await store.putArticles([draft()], MORNING);
      await store.assign([{ articleId: fresh?.id ?? 0, storyId: lively ?? 0 }]);
      const about = (storyId: number | undefined, known: number, createdAt = OLD): NewFollow => ({
        ...follow,
        kind: 'story',
        matchKey: `s${storyId}`,
        known: [known],
        createdAt,
      });
      const ids = old.map(({ id }) => id);
      await store.addFollow(about(quiet, ids[0] ?? 0));
      await store.addFollow(about(lively, ids[1] ?? 0));
      await store.addFollow(about(gone, 999_999));
      await store.addFollow({ ...about(quiet, ids[0] ?? 0, MORNING), threadId: 3 });
      await store.addFollow({ ...follow, createdAt: OLD });
      expect(await store.endStoryFollows(MORNING - 3 * DAY)).toBe(2);
      expect(
        (await store.followsOf({ chatId: CHAT })).map(({ kind, matchKey }) => `${kind} ${matchKey}`),
      ).toEqual([`story s${lively}`, 'words بنك مركزي']);
      expect(await store.followsOf({ chatId: CHAT, threadId: 3 })).toHaveLength(1);
      expect(await store.endStoryFollows(MORNING - 3 * DAY)).toBe(0);
    });

    test('see articles in the order they came in', async () => {
      const results = await store.putArticles([draft(), draft()], MORNING);
      await store.assign(results.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
      const [first, second] = results;
      const articles = await store.articlesAfter(first?.id ?? 0, 10);
      expect(articles.map((article) => article.id)).toEqual([second?.id]);
    });
  });
}
