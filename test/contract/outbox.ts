/** What every engine must do for sending: whose turn it is, what is on record, whether a chat may be written to. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatEffect, RowEnd } from '../../src/domain/delivery.ts';
import type { Content } from '../../src/domain/message.ts';
import type { NewDelivery } from '../../src/domain/outbox.ts';
import type { Store } from '../../src/domain/ports.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

const CHAT = 1001;
const OTHER = 1002;
const GROUP = -500;
const SUPERGROUP = -100500;
const say = (text: string): Content => ({ language: 'ar', text });

export function outboxContract(engine: string, open: () => Promise<Store>): void {
  describe(`the outbox on ${engine}`, () => {
    let store: Store;
    let keys = 0;
    beforeEach(async () => {
      store = await open();
      await store.takeLease({ name: 'sender', holder: 'one', now: MORNING, until: MORNING + HOUR });
    });
    afterEach(() => store.close());

    const post = (chatIds: readonly number[], fields: Partial<NewDelivery> = {}, content = say('خبر')) =>
      store.enqueue(
        [
          {
            content,
            deliveries: chatIds.map((chatId) => ({
              key: `k${++keys}`,
              kind: 'notice' as const,
              chatId,
              silent: false,
              expiresAt: MORNING + 6 * HOUR,
              ...fields,
            })),
          },
        ],
        MORNING,
      );
    const due = (now = MORNING, except: number[] = []) => store.dueDeliveries({ now, limit: 10, except });
    const start = (ids: number[], holder = 'one', now = MORNING) =>
      store.recordSends({ holder, now, starts: ids, ends: [] });
    const end = (id: number, chatId: number, result: RowEnd, chat?: ChatEffect, chatFreeAt = 0) =>
      store.recordSends({
        holder: 'one',
        now: MORNING,
        starts: [],
        ends: [{ id, attempt: 1, chatId, end: result, ...(chat ? { chat } : {}), chatFreeAt }],
      });
    /** The first due delivery, begun. */
    async function begun() {
      const [row] = await due();
      if (!row) throw new Error('nothing is due');
      expect(await start([row.id])).toEqual(new Set([row.id]));
      return row;
    }
    test('days are counted where they begin and end: articles, stories by their first, messages that arrived, chats once', async () => {
      const day = 24 * HOUR;
      const starts = [MORNING - 2 * day, MORNING - day, MORNING, MORNING + day];
      const put = async (count: number, at: number) =>
        (
          await store.putArticles(
            Array.from({ length: count }, () => draft()),
            at,
          )
        ).map(({ id }) => id);
      const [early = 0, other = 0] = await put(2, MORNING - day);
      const [late = 0] = await put(1, MORNING + day - 1);
      await put(1, MORNING - 2 * day - 1);
      await put(1, MORNING + day);
      const [storyId = 0] = await store.assign([
        { articleId: early, storyId: -1 },
        { articleId: other, storyId: -2 },
      ]);
      await store.assign([{ articleId: late, storyId }]);
      for (const chatId of [CHAT, CHAT, OTHER, CHAT]) {
        await post([chatId]);
        const { id } = await begun();
        await end(
          id,
          chatId,
          chatId === OTHER ? { state: 'failed', reason: 'blocked' } : { state: 'sent', telegramId: id },
        );
      }
      expect(await store.dayTallies(starts)).toEqual([
        { articles: 0, stories: 0, messages: 0, readers: 0 },
        { articles: 2, stories: 2, messages: 0, readers: 0 },
        { articles: 1, stories: 0, messages: 3, readers: 1 },
      ]);
    });

    const states = async (now = MORNING) => (await store.ledger(now)).states;

    test('gives each chat’s first open delivery, oldest first, and the next once that is closed', async () => {
      await post([CHAT, OTHER]);
      await post([CHAT]);
      const rows = await due();
      expect(rows.map((row) => row.chatId)).toEqual([CHAT, OTHER]);
      const [first] = rows;
      expect(await due(MORNING, [first?.id ?? 0])).toHaveLength(1);
      await start([first?.id ?? 0]);
      expect((await due()).map((row) => row.chatId)).toEqual([OTHER]);
      await end(first?.id ?? 0, CHAT, { state: 'sent', telegramId: 7 });
      expect((await due()).map((row) => row.chatId).sort()).toEqual([CHAT, OTHER]);
      expect(await states()).toMatchObject({ sent: 1, pending: 2 });
    });

    test('nothing begins twice, nor without the lease', async () => {
      await post([CHAT]);
      const [row] = await due();
      const id = row?.id ?? 0;
      expect(await start([id], 'two')).toEqual(new Set());
      expect(await start([id], 'one', MORNING + HOUR)).toEqual(new Set());
      expect(await start([id])).toEqual(new Set([id]));
      expect(await start([id])).toEqual(new Set());
    });

    test('what waits for its time is not due before; the chat’s others wait behind it', async () => {
      await post([CHAT], { notBefore: MORNING + 1000 });
      await post([CHAT]);
      expect(await due()).toEqual([]);
      expect(await store.nextDeliveryDue(MORNING)).toBe(MORNING + 1000);
      expect(await due(MORNING + 1000)).toHaveLength(1);
    });

    test('the chat’s others wait until the chat is free', async () => {
      await post([CHAT]);
      await post([CHAT]);
      const row = await begun();
      await end(row.id, CHAT, { state: 'sent', telegramId: 1 }, undefined, MORNING + 1000);
      expect(await due(MORNING + 999)).toEqual([]);
      expect(await due(MORNING + 1000)).toHaveLength(1);
    });

    test('what is of no use any more expires', async () => {
      await post([CHAT], { expiresAt: MORNING });
      expect(await due()).toEqual([]);
      expect(await states()).toMatchObject({ expired: 1 });
      expect(await store.nextDeliveryDue(MORNING)).toBeUndefined();
    });

    test('a delivery keeps what its next try needs to know', async () => {
      await post([CHAT]);
      const row = await begun();
      await end(row.id, CHAT, {
        state: 'uncertain',
        notBefore: MORNING + 5,
        strikes: 1,
        doubts: 1,
        form: 'plain',
        piece: 2,
      });
      const [again] = await due(MORNING + 5);
      expect(again).toMatchObject({ attempts: 1, strikes: 1, doubts: 1, form: 'plain', piece: 2 });
      expect(await states()).toMatchObject({ uncertain: 1 });
    });

    test('a stop leaves what was under way in doubt, and each chat decides', async () => {
      await store.saveChat({ id: OTHER, kind: 'private', preferences: { whenUncertain: 'drop' } });
      await post([CHAT, OTHER, 1003]);
      const rows = await due();
      await start(rows.map((row) => row.id));
      const kept = rows[2]?.id ?? 0;
      expect(await store.recoverSends({ now: MORNING, except: [kept] })).toEqual({ resent: 1, dropped: 1 });
      expect(await states()).toMatchObject({ uncertain: 1, failed: 1, sending: 1 });
      expect((await due()).map((row) => row.chatId)).toEqual([CHAT]);
    });

    test('an answer that comes late still counts, a refusal that comes late does not', async () => {
      await post([CHAT, OTHER]);
      const [first, second] = await due();
      await start([first?.id ?? 0, second?.id ?? 0]);
      await store.recoverSends({ now: MORNING, except: [] });
      await end(first?.id ?? 0, CHAT, { state: 'sent', telegramId: 3 });
      await end(second?.id ?? 0, OTHER, { state: 'failed', reason: 'poison' });
      expect(await states()).toMatchObject({ sent: 1, uncertain: 1, failed: 0 });
    });

    test('a chat that is gone gets nothing any more, until it is back', async () => {
      await post([CHAT, OTHER]);
      await post([CHAT]);
      const row = await begun();
      await end(row.id, CHAT, { state: 'failed', reason: 'blocked' }, { kind: 'gone', reason: 'blocked' });
      expect(await store.standing(CHAT)).toEqual({ status: 'gone', reason: 'blocked', since: MORNING });
      expect(await states()).toMatchObject({ failed: 1, cancelled: 1, pending: 1 });
      await post([CHAT]);
      expect((await due()).map((each) => each.chatId)).toEqual([OTHER]);
      await store.setStanding(CHAT, 'private', { status: 'active' }, MORNING);
      expect(await store.standing(CHAT)).toEqual({ status: 'active' });
      expect(await due()).toHaveLength(2);
    });

    test('a paused chat is tried again after a day, and well when that arrives', async () => {
      await post([GROUP], { expiresAt: MORNING + 48 * HOUR });
      const row = await begun();
      const waits: RowEnd = { state: 'pending', notBefore: MORNING };
      await end(row.id, GROUP, waits, { kind: 'paused', reason: 'rights' });
      expect(await store.standing(GROUP)).toMatchObject({ status: 'paused', reason: 'rights' });
      expect(await due(MORNING + 23 * HOUR)).toEqual([]);
      expect(await due(MORNING + 24 * HOUR)).toMatchObject([{ ailing: true }]);
      await store.setStanding(GROUP, 'group', { status: 'active' }, MORNING);
      expect(await due()).toMatchObject([{ ailing: false }]);
    });

    test('a chat that is not found is gone when it stays so for a day', async () => {
      for (const hours of [0, 1, 12, 24]) {
        const now = MORNING + hours * HOUR;
        await store.takeLease({ name: 'sender', holder: 'one', now, until: now + HOUR });
        await store.enqueue(
          [
            {
              content: say('خبر'),
              deliveries: [
                { key: `h${hours}`, kind: 'notice', chatId: CHAT, silent: false, expiresAt: now + HOUR },
              ],
            },
          ],
          now,
        );
        const [row] = await due(now);
        await start([row?.id ?? 0], 'one', now);
        expect((await store.standing(CHAT)).status).toBe('active');
        const ends = [
          {
            id: row?.id ?? 0,
            attempt: 1,
            chatId: CHAT,
            end: { state: 'failed' as const, reason: 'unknown-chat' },
            chat: { kind: 'strike' as const },
            chatFreeAt: 0,
          },
        ];
        await store.recordSends({ holder: 'one', now, starts: [], ends });
      }
      expect(await store.standing(CHAT)).toMatchObject({ status: 'gone', reason: 'not-found' });
    });

    describe('a group that becomes a supergroup', () => {
      beforeEach(async () => {
        await store.saveChat({ id: GROUP, kind: 'group', preferences: { language: 'en', silent: true } });
        await store.addFollow({
          chatId: GROUP,
          kind: 'topic',
          value: 'a',
          matchKey: 'a',
          createdAt: MORNING,
        });
        await post([GROUP]);
        await post([GROUP]);
      });

      test('goes on under its new id, from a refusal or from a notice, as often as that comes', async () => {
        const row = await begun();
        const again: RowEnd = { state: 'pending', notBefore: MORNING };
        await end(row.id, GROUP, again, { kind: 'moved', to: SUPERGROUP }, MORNING + 1000);
        await store.migrateChat(GROUP, SUPERGROUP, MORNING);
        expect((await due()).map((each) => each.chatId)).toEqual([SUPERGROUP]);
        expect((await store.chat(SUPERGROUP))?.preferences).toEqual({ language: 'en', silent: true });
        expect(await store.chat(GROUP)).toBeUndefined();
        expect(await store.followsOf({ chatId: SUPERGROUP })).toHaveLength(1);
      });

      test('joins what is known of the new one already', async () => {
        await store.saveChat({ id: SUPERGROUP, kind: 'group', preferences: { language: 'ar' } });
        await store.addFollow({
          chatId: SUPERGROUP,
          kind: 'topic',
          value: 'a',
          matchKey: 'a',
          createdAt: MORNING,
        });
        const hit = { followId: 1, storyId: 4, at: MORNING, state: 'sent' as const };
        const hits = [
          { ...hit, chatId: GROUP },
          { ...hit, chatId: GROUP, storyId: 5 },
          { ...hit, chatId: GROUP, threadId: 7 },
          { ...hit, chatId: SUPERGROUP },
          { ...hit, chatId: OTHER },
        ];
        await store.recordHits({ hits: hits.map((each) => ({ hit: each })), mark: 1, now: MORNING });
        await store.migrateChat(GROUP, SUPERGROUP, MORNING);
        const kept = (await store.hitsSince(0)).map((each) => [each.chatId, each.threadId, each.storyId]);
        expect(kept.map(String).sort()).toEqual(
          [
            [SUPERGROUP, undefined, 4],
            [SUPERGROUP, undefined, 5],
            [SUPERGROUP, 7, 4],
            [OTHER, undefined, 4],
          ]
            .map(String)
            .sort(),
        );
        expect((await store.chat(SUPERGROUP))?.preferences).toEqual({ language: 'ar', silent: true });
        expect(await store.followsOf({ chatId: SUPERGROUP })).toHaveLength(1);
        expect(await store.followsOf({ chatId: GROUP })).toEqual([]);
      });
    });

    test('a closed topic rests with what waits for it; the chat’s other topics go on', async () => {
      const subscription = {
        chatId: GROUP,
        schedule: { times: ['12:00'], weekdays: [], timeZone: 'UTC' },
        topics: [],
        size: 5,
        status: 'active' as const,
        createdAt: MORNING,
        coveredUntil: MORNING,
      };
      const closed = await store.addSubscription({ ...subscription, threadId: 7 });
      const other = await store.addSubscription({ ...subscription, threadId: 8 });
      await post([GROUP], { threadId: 7 });
      await post([GROUP], { threadId: 8 });
      expect(await store.pauseTopic({ chatId: GROUP, threadId: 7 }, 'topic-closed', MORNING)).toBe(1);
      expect((await due()).map((row) => row.threadId)).toEqual([8]);
      expect((await store.subscription(closed.id))?.status).toBe('paused');
      expect((await store.subscription(other.id))?.status).toBe('active');
      // Nor does its being opened again begin what its owner has paused, or what another topic's fate has.
      const paused = await store.addSubscription({
        ...subscription,
        threadId: 7,
        topics: ['a'],
        status: 'paused',
      });
      expect(await store.pauseTopic({ chatId: GROUP, threadId: 8 }, 'topic-gone', MORNING)).toBe(1);
      expect(await store.resumeTopic({ chatId: GROUP, threadId: 7 })).toBe(1);
      const status = async ({ id }: { id: number }) => (await store.subscription(id))?.status;
      expect([await status(closed), await status(other), await status(paused)]).toEqual([
        'active',
        'paused',
        'paused',
      ]);
    });

    test('knows what a delivered message showed, and the last list of a place', async () => {
      const shows = { as: 'list' as const, ids: [5, 6], first: 1 };
      await post([CHAT], {}, { ...say('قائمة'), shows });
      const row = await begun();
      await end(row.id, CHAT, { state: 'sent', telegramId: 44 });
      expect(await store.storiesOf(CHAT, 44)).toEqual(shows);
      expect(await store.storiesOf(OTHER, 44)).toBeUndefined();
      expect(await store.lastDelivered({ chatId: CHAT }, 'list')).toEqual({ shows, at: MORNING });
      expect(await store.lastDelivered({ chatId: CHAT }, 'card')).toBeUndefined();
    });

    test('a lease is one holder’s until it is given up or runs out', async () => {
      const take = (holder: string, now: number) =>
        store.takeLease({ name: 'poller', holder, now, until: now + 15 });
      expect(await take('one', 0)).toBe('fresh');
      expect(await take('one', 5)).toBe('held');
      expect(await take('two', 19)).toBe(false);
      expect(await take('one', 20)).toBe('again');
      expect(await take('two', 35)).toBe('fresh');
      await store.releaseLease('poller', 'one');
      expect(await take('one', 36)).toBe(false);
      await store.releaseLease('poller', 'two');
      expect(await take('one', 36)).toBe('fresh');
      await store.releaseLeases((holder) => holder === 'one');
      expect(await take('two', 37)).toBe('fresh');
    });

    test('what is given up while it is under way may arrive, but is not tried again', async () => {
      await post([CHAT], { key: 'all:1' });
      await post([OTHER], { key: 'all:2' });
      const rows = await due();
      await start(rows.map(({ id }) => id));
      await store.cancelDeliveries('all:', 'stopped', MORNING);
      const [mine, other] = rows.map(({ id }) => id);
      await end(mine ?? 0, CHAT, { state: 'sent', telegramId: 5 });
      await end(other ?? 0, OTHER, { state: 'pending', notBefore: MORNING + HOUR, reason: 'flood' });
      expect(await states()).toMatchObject({ sent: 1, expired: 1, pending: 0 });
      expect(await due(MORNING + 2 * HOUR)).toEqual([]);
    });

    test('a mark is kept', async () => {
      expect(await store.mark('pause')).toBe(0);
      await store.setMark('pause', 12);
      await store.setMark('pause', 13);
      expect(await store.mark('pause')).toBe(13);
    });
  });
}
