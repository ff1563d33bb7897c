/** What every engine must do for subscriptions, editions and what is kept of a chat. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Preferences } from '../../src/domain/chat.ts';
import type { Profile } from '../../src/domain/edition.ts';
import type { Content } from '../../src/domain/message.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { NewSubscription } from '../../src/domain/subscription.ts';
import type { DueSubscription, Recipient } from '../../src/domain/subscription-store.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';

const DAY = 24 * HOUR;
const CHAT = 1001;

const profile: Profile = {
  language: 'ar',
  bothLanguages: false,
  topics: [],
  size: 5,
  timeZone: 'Asia/Riyadh',
  digits: 'latin',
  leads: true,
  summaries: true,
  hijri: false,
  rich: false,
  cover: false,
  channel: false,
};
const part = (text: string): Content => ({ language: 'ar', text });

function wanted(fields: Partial<NewSubscription> = {}): NewSubscription {
  return {
    chatId: CHAT,
    schedule: { times: ['12:00'], weekdays: [], timeZone: 'Asia/Riyadh' },
    topics: [],
    size: 5,
    status: 'active',
    createdAt: MORNING - HOUR,
    coveredUntil: MORNING - DAY,
    next: { date: '2024-01-26', time: '12:00', at: MORNING },
    ...fields,
  };
}

function recipient(due: DueSubscription, fields: Partial<Recipient> = {}): Recipient {
  return {
    subscriptionId: due.id,
    chatId: due.chatId,
    ...(due.threadId === undefined ? {} : { threadId: due.threadId }),
    lease: due.lease,
    slot: due.next,
    verdict: 'on-time',
    next: { date: '2024-01-27', time: '12:00', at: MORNING + DAY },
    silent: false,
    ...fields,
  };
}

export function digestContract(engine: string, open: () => Promise<Store>): void {
  describe(`digests on ${engine}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await store.saveChat({ id: CHAT, kind: 'private', preferences: { language: 'ar' } });
    });
    afterEach(() => store.close());

    const claim = (now = MORNING, holder = 'one', limit = 10) =>
      store.claimSubscriptions({ now, until: now + 60_000, holder, limit });
    const publish = (due: DueSubscription, stories: number[] = [], previous?: number) =>
      store.publish({
        edition: {
          profile,
          from: MORNING - DAY,
          to: MORNING,
          stories: stories.map((storyId) => ({ storyId, articleIds: [storyId * 10], developed: false })),
          left: [{ storyId: 99, why: 'room' }],
          ...(previous === undefined ? {} : { previous }),
        },
        parts: [part('الأول'), part('الثاني')],
        expiresAt: MORNING + 6 * HOUR,
        recipients: [recipient(due)],
        now: MORNING,
      });

    test('a chat and its subscriptions change together, or not at all', async () => {
      const chat = { id: CHAT, kind: 'private' as const, preferences: { language: 'en' as const } };
      expect(await store.arrange({ chat, added: wanted() }, [])).toBe(true);
      const [first] = await store.subscriptionsOf(CHAT);
      if (!first) throw new Error('nothing was stored');
      const other = { ...chat, preferences: {} };
      expect(await store.arrange({ chat: other, added: wanted({ topics: ['sports'] }) }, [])).toBe(false);
      expect(await store.chat(CHAT)).toEqual(chat);
      const bigger = { ...first, size: 20 };
      expect(
        await store.arrange({ chat: other, changed: [bigger], added: wanted({ topics: ['sports'] }) }, [
          first,
        ]),
      ).toBe(true);
      const both = await store.subscriptionsOf(CHAT);
      expect(both.map(({ size, topics }) => [size, topics])).toEqual([
        [20, []],
        [5, ['sports']],
      ]);
      expect(await store.arrange({ chat, removed: [first.id] }, both)).toBe(true);
      expect((await store.subscriptionsOf(CHAT)).map(({ topics }) => topics)).toEqual([['sports']]);
    });

    test('a subscription comes back as it went in, and changes', async () => {
      const added = await store.addSubscription(wanted({ threadId: 7, topics: ['economy'], ownerId: 5 }));
      expect(await store.subscription(added.id)).toEqual(added);
      expect(added).toEqual({ ...wanted({ threadId: 7, topics: ['economy'], ownerId: 5 }), id: added.id });
      const changed = { ...added, size: 10, status: 'paused' as const, pausedFor: 'rights' };
      await store.changeSubscription(changed);
      expect(await store.subscriptionsOf(CHAT)).toEqual([changed]);
      await store.removeSubscription(added.id);
      expect(await store.subscriptionsOf(CHAT)).toEqual([]);
    });

    test('what waits of an ended subscription is not sent, whether it may have arrived or not', async () => {
      const { id } = await store.addSubscription(wanted());
      const [due] = await claim();
      if (!due) throw new Error('nothing is due');
      await publish(due);
      await store.takeLease({ name: 'sender', holder: 'one', now: MORNING, until: MORNING + HOUR });
      const begin = async () => {
        const [row] = await store.dueDeliveries({ now: MORNING, limit: 5, except: [] });
        await store.recordSends({ holder: 'one', now: MORNING, starts: [row?.id ?? 0], ends: [] });
        return row?.id ?? 0;
      };
      await begin();
      await store.recoverSends({ now: MORNING, except: [] });
      await store.removeSubscription(id);
      expect((await store.ledger(MORNING)).states).toMatchObject({ cancelled: 2, pending: 0, uncertain: 0 });

      // Under way just then: refused for a moment, it is not tried again.
      const other = await store.addSubscription(wanted({ topics: ['economy'] }));
      const [again] = await claim();
      if (!again) throw new Error('nothing is due');
      await publish(again);
      const underWay = await begin();
      await store.removeSubscription(other.id);
      const end = { state: 'pending' as const, notBefore: MORNING };
      await store.recordSends({
        holder: 'one',
        now: MORNING,
        starts: [],
        ends: [{ id: underWay, attempt: 1, chatId: CHAT, end, chatFreeAt: 0 }],
      });
      expect((await store.ledger(MORNING)).states).toMatchObject({ cancelled: 3, expired: 1, pending: 0 });
    });

    test('a choice that is not known any more does not keep the others from being read', async () => {
      const preferences = {
        language: 'tlh',
        digits: 'arabic',
        whenEmpty: 'silent',
      } as unknown as Preferences;
      await store.saveChat({ id: CHAT, kind: 'private', preferences });
      const rest = { digits: 'arabic', whenEmpty: 'silent' };
      expect(await store.chat(CHAT)).toEqual({ id: CHAT, kind: 'private', preferences: rest });
    });

    test('a slot is planned anew only while it is the one that was read', async () => {
      const { id, next } = await store.addSubscription(wanted());
      const later = { date: '2024-01-26', time: '12:00', at: MORNING + HOUR };
      if (!next) throw new Error('nothing is planned');
      expect(await store.moveSlot(id, next, later)).toBe(true);
      expect(await store.moveSlot(id, next, next)).toBe(false);
      expect((await store.subscription(id))?.next).toEqual(later);
    });

    test('a due subscription is claimed once, again when the claim has run out or its holder is gone', async () => {
      await store.addSubscription(wanted());
      await store.addSubscription(
        wanted({ next: { date: '2024-01-26', time: '12:01', at: MORNING + 60_000 } }),
      );
      expect(await store.nextSlotDue()).toBe(MORNING);
      const [due, ...others] = await claim();
      expect(others).toEqual([]);
      expect(due?.chat).toEqual({ id: CHAT, kind: 'private', preferences: { language: 'ar' } });
      expect(await claim(MORNING, 'two')).toEqual([]);
      expect(await claim(MORNING + 60_000, 'two')).toHaveLength(2);
      await store.releaseSubscriptions((holder) => holder === 'two');
      expect(await claim(MORNING + 60_000, 'three')).toHaveLength(2);
    });

    test('paused subscriptions are not due', async () => {
      const added = await store.addSubscription(wanted());
      await store.changeSubscription({ ...added, status: 'paused' });
      expect(await claim()).toEqual([]);
      expect(await store.nextSlotDue()).toBeUndefined();
    });

    test('publishing closes the slot, moves the schedule and fills the outbox, once', async () => {
      await store.addSubscription(wanted());
      const [due] = await claim();
      if (!due) throw new Error('nothing was due');
      const { editionId, published } = await publish(due, [1, 2]);
      expect(published).toBe(1);
      expect((await publish(due)).published).toBe(0);
      const after = await store.subscription(due.id);
      expect(after).toMatchObject({
        done: { date: '2024-01-26', time: '12:00' },
        next: { date: '2024-01-27', time: '12:00', at: MORNING + DAY },
        lastEdition: editionId,
        coveredUntil: MORNING,
      });
      expect(await store.passedSlots(due.id, 5)).toEqual([
        { date: '2024-01-26', time: '12:00', verdict: 'on-time', editionId, at: MORNING },
      ]);
      const edition = await store.edition(editionId ?? 0);
      expect(edition?.profile).toEqual(profile);
      expect(edition?.stories.map((story) => story.storyId)).toEqual([1, 2]);
      expect(edition?.left).toEqual([{ storyId: 99, why: 'room' }]);
    });

    test('a slot never comes twice, even when the schedule was set back', async () => {
      await store.addSubscription(wanted());
      const [due] = await claim();
      if (!due) throw new Error('nothing was due');
      await publish(due);
      const after = await store.subscription(due.id);
      if (!after) throw new Error('the subscription is gone');
      await store.changeSubscription({ ...after, next: due.next });
      const [again] = await claim();
      if (!again) throw new Error('nothing was due');
      expect((await publish(again)).published).toBe(0);
    });

    test('an edition of which nothing arrived told nothing: its window belongs to the next one', async () => {
      await store.addSubscription(wanted());
      const [due] = await claim();
      if (!due) throw new Error('nothing was due');
      const { editionId } = await publish(due, [1]);
      const tomorrow = MORNING + DAY;
      // Nobody could be reached until it was of no use any more.
      await store.dueDeliveries({ now: MORNING + 12 * HOUR, limit: 10, except: [] });
      const [again] = await claim(tomorrow);
      expect(again).toMatchObject({ coveredUntil: MORNING - DAY });
      expect(again).not.toHaveProperty('lastEdition');
      expect(await store.subscription(due.id)).toMatchObject({ lastEdition: editionId });
    });

    test('one that is still on its way, or arrived in part, has told what it holds', async () => {
      await store.addSubscription(wanted());
      const [due] = await claim();
      if (!due) throw new Error('nothing was due');
      const { editionId } = await publish(due, [1]);
      await store.takeLease({ name: 'sender', holder: 'one', now: MORNING, until: MORNING + HOUR });
      const [part] = await store.dueDeliveries({ now: MORNING, limit: 10, except: [] });
      if (!part) throw new Error('nothing is to be sent');
      await store.recordSends({ holder: 'one', now: MORNING, starts: [part.id], ends: [] });
      await store.recordSends({
        holder: 'one',
        now: MORNING,
        starts: [],
        ends: [
          { id: part.id, attempt: 1, chatId: CHAT, end: { state: 'sent', telegramId: 5 }, chatFreeAt: 0 },
        ],
      });
      await store.dueDeliveries({ now: MORNING + 12 * HOUR, limit: 10, except: [] });
      expect((await claim(MORNING + DAY))[0]).toMatchObject({
        lastEdition: editionId,
        coveredUntil: MORNING,
      });
    });

    test('a skipped slot leaves its window to the next one', async () => {
      await store.addSubscription(wanted());
      const [due] = await claim();
      if (!due) throw new Error('nothing was due');
      const passed = await store.publish({
        expiresAt: MORNING,
        recipients: [recipient(due, { verdict: 'skipped' })],
        now: MORNING,
      });
      expect(passed).toEqual({ published: 1 });
      expect(await store.subscription(due.id)).toMatchObject({ coveredUntil: MORNING - DAY });
    });

    test('an edition knows what those before it told, newest first', async () => {
      await store.addSubscription(wanted());
      const [due] = await claim();
      if (!due) throw new Error('nothing was due');
      const first = await publish(due, [1, 2]);
      await store.addSubscription(wanted());
      const [other] = await claim();
      if (!other) throw new Error('nothing was due');
      const second = await publish(other, [2, 3], first.editionId);
      const told = await store.toldBy(second.editionId ?? 0, 10);
      expect(told.map((story) => story.storyId)).toEqual([2, 3, 1, 2]);
      expect((await store.toldBy(second.editionId ?? 0, 1)).map((story) => story.storyId)).toEqual([2, 3]);
    });

    test('of a place with several digests it is known which of them told what, and of others nothing', async () => {
      await store.addSubscription(wanted());
      const [due] = await claim();
      if (!due) throw new Error('nothing was due');
      await publish(due, [1, 2]);
      expect(await store.toldBeside(0, [CHAT])).toEqual([]);
      await store.addSubscription(wanted({ topics: ['economy'] }));
      const told = { chatId: CHAT, subscriptionId: due.id, at: MORNING };
      expect(await store.toldBeside(MORNING, [CHAT, CHAT + 1])).toEqual([
        { ...told, storyId: 1 },
        { ...told, storyId: 2 },
      ]);
      expect(await store.toldBeside(MORNING + 1, [CHAT])).toEqual([]);
      expect(await store.toldBeside(0, [])).toEqual([]);
    });

    test('what came in late is found by when it came and where it is placed', async () => {
      const published = (at: number) => draft({ publishedAt: new Date(at).toISOString() });
      const put = [
        ...(await store.putArticles([published(MORNING - HOUR), published(MORNING - DAY)], MORNING)),
        ...(await store.putArticles([published(MORNING - HOUR)], MORNING - HOUR / 2)),
        ...(await store.putArticles([published(MORNING)], MORNING)),
      ];
      const [late] = await store.assign(put.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })));
      const placed = { from: MORNING - 2 * HOUR, to: MORNING - HOUR };
      const seen = { from: MORNING - HOUR / 2, to: MORNING };
      expect(await store.lateStories({ placed, seen, limit: 9 })).toEqual([late]);
    });

    test('what is enqueued under one key is one delivery', async () => {
      const mailing = {
        content: part('تنبيه'),
        deliveries: [
          { key: 'a', kind: 'alert' as const, chatId: CHAT, silent: false, expiresAt: MORNING + HOUR },
          { key: 'b', kind: 'alert' as const, chatId: CHAT, silent: false, expiresAt: MORNING + HOUR },
        ],
      };
      expect(await store.enqueue([mailing], MORNING)).toBe(2);
      expect(await store.enqueue([mailing], MORNING)).toBe(0);
    });

    test('slots and hits go when their time is over, as editions do', async () => {
      await store.addSubscription(wanted());
      const [due] = await claim();
      if (!due) throw new Error('nothing was due');
      await publish(due, [1]);
      const hit = { chatId: CHAT, followId: 1, storyId: 4, at: MORNING, state: 'sent' as const };
      await store.recordHits({ hits: [{ hit }], mark: 1, now: MORNING });
      expect(await store.expireEditions(MORNING, 50)).toBe(0);
      expect(await store.expireEditions(MORNING + 1, 50)).toBe(2);
      expect(await store.passedSlots(due.id, 9)).toEqual([]);
      expect(await store.hitsSince(0)).toEqual([]);
    });

    test('alerts of named chats are found without those of others', async () => {
      const hit = { chatId: CHAT, followId: 1, storyId: 4, at: MORNING, state: 'sent' as const };
      await store.recordHits({ hits: [{ hit }, { hit: { ...hit, chatId: 1002 } }], mark: 1, now: MORNING });
      expect(await store.hitsSince(MORNING, [1002, 1003])).toEqual([{ ...hit, chatId: 1002 }]);
      expect(await store.hitsSince(MORNING, [])).toEqual([]);
      expect(await store.hitsSince(MORNING + 1, [CHAT])).toEqual([]);
    });

    test('a chat that is forgotten takes the texts with it that went to it alone', async () => {
      const to = (chatId: number, key: string) => ({
        key,
        kind: 'alert' as const,
        chatId,
        silent: false,
        expiresAt: MORNING + HOUR,
      });
      await store.enqueue([{ content: part('له وحده'), deliveries: [to(CHAT, 'a')] }], MORNING);
      await store.enqueue([{ content: part('لاثنين'), deliveries: [to(CHAT, 'b'), to(1002, 'c')] }], MORNING);
      await store.forgetChat(CHAT);
      expect(await store.content(1)).toBeUndefined();
      expect(await store.content(2)).toEqual(part('لاثنين'));
    });

    test('a chat is forgotten when it has been gone for long enough, not one that came back', async () => {
      const [back, late] = [CHAT + 1, CHAT + 2];
      for (const chatId of [CHAT, back, late]) {
        await store.addSubscription(wanted({ chatId }));
        await store.saveChat({ id: chatId, kind: 'private', preferences: { language: 'en' } });
        const since = chatId === late ? MORNING + 1 : MORNING - 1;
        await store.setStanding(chatId, 'private', { status: 'gone', reason: 'blocked' }, since);
      }
      // Gone is gone: to be told so once more makes it no younger.
      await store.setStanding(CHAT, 'private', { status: 'gone', reason: 'deactivated' }, MORNING + 9);
      await store.setStanding(back, 'private', { status: 'active' }, MORNING);
      expect(await store.forgetGone(MORNING, 50)).toBe(1);
      expect(await store.forgetGone(MORNING, 50)).toBe(0);
      expect(await store.chat(CHAT)).toBeUndefined();
      expect(await store.subscriptionsOf(CHAT)).toEqual([]);
      for (const chatId of [back, late]) {
        expect(await store.chat(chatId)).toMatchObject({ preferences: { language: 'en' } });
        expect(await store.subscriptionsOf(chatId)).toHaveLength(1);
      }
      expect(await store.forgetGone(MORNING + 2, 50)).toBe(1);
    });

    test('a chat that is forgotten leaves nothing', async () => {
      await store.addSubscription(wanted());
      await store.addFollow({
        chatId: CHAT,
        kind: 'topic',
        value: 'sport',
        matchKey: 'sport',
        createdAt: MORNING,
      });
      const elsewhere = await store.addSubscription(wanted({ chatId: -1001, ownerId: CHAT }));
      await store.forgetChat(CHAT);
      expect(await store.subscriptionsOf(CHAT)).toEqual([]);
      const { ownerId, ...anonymous } = elsewhere;
      expect(ownerId).toBe(CHAT);
      expect(await store.subscriptionsOf(-1001)).toEqual([anonymous]);
      expect(await store.followsOf({ chatId: CHAT })).toEqual([]);
    });
  });
}
