/** What every engine must do for updates on their way in, with more than one process at the store. */
import { describe, expect, test } from 'vitest';
import type { IncomingUpdate } from '../../src/domain/inbox-store.ts';
import type { Store } from '../../src/domain/ports.ts';
import { MORNING } from '../support/articles.ts';

const update = (id: number, lane = 5): IncomingUpdate => ({ id, mark: 9, lane, body: `{"update_id":${id}}` });
const HOUR = 3_600_000;

/** `open` opens one and the same empty store so many times, each time as another process would. */
export function inboxContract(engine: string, open: (times: number) => Promise<Store[]>): void {
  describe(`updates on their way in, in ${engine}`, () => {
    const opened = async () => {
      const [one, other] = await open(2);
      if (!one || !other) throw new Error('two stores were asked for');
      return {
        one,
        other,
        [Symbol.asyncDispose]: () => Promise.all([one.close(), other.close()]).then(() => {}),
      };
    };
    const claim = (store: Store, { now = MORNING, holder = 'a/1', limit = 100 } = {}) =>
      store.claimUpdates({ now, until: now + 30_000, holder, limit });
    const ids = (updates: readonly { id: number }[]) => updates.map(({ id }) => id);

    test('are new once, however many bring them at once', async () => {
      await using stores = await opened();
      const all = Array.from({ length: 20 }, (_, at) => update(100 + at, at));
      const taken = await Promise.all(
        [stores.one, stores.other, stores.one].flatMap((store) => [
          store.takeUpdates(all.slice(0, 13), MORNING),
          store.takeUpdates(all.slice(7).toReversed(), MORNING),
        ]),
      );
      expect(taken.flatMap((fresh) => [...fresh]).sort()).toEqual(ids(all));
      expect(await stores.one.takeUpdates([update(104), update(104)], MORNING)).toEqual(new Set());
      expect(await stores.one.takeUpdates([], MORNING)).toEqual(new Set());
    });

    test('are claimed by one, the first of each lane, as they were written', async () => {
      await using stores = await opened();
      const { one, other } = stores;
      await one.takeUpdates([update(3, -7), update(2), update(1), update(4, 8)], MORNING);
      expect(await claim(one, { limit: 2 })).toEqual([
        { id: 1, body: update(1).body, tries: 1 },
        { id: 3, body: update(3).body, tries: 1 },
      ]);
      expect(ids(await claim(other, { holder: 'b/2' }))).toEqual([4]);
      await one.finishUpdates({ ids: [1], holder: 'a/1' });
      expect(ids(await claim(other, { holder: 'b/2' }))).toEqual([2]);
    });

    test('never go to two of many that claim at once', async () => {
      await using stores = await opened();
      await stores.one.takeUpdates(
        Array.from({ length: 30 }, (_, at) => update(at, at)),
        MORNING,
      );
      const claims = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          claim(at % 2 ? stores.one : stores.other, { holder: `h/${at}`, limit: 4 }),
        ),
      );
      const found = claims.flatMap(ids);
      expect(new Set(found).size).toBe(found.length);
      expect(found.length + (await claim(stores.one)).length).toBe(30);
    });

    test('come back from a holder that is heard of no more, and count the tries', async () => {
      await using stores = await opened();
      const { one, other } = stores;
      await one.takeUpdates([update(1), update(2, 6), update(3, 7)], MORNING);
      await claim(one);
      await one.renewUpdates({ ids: [1], holder: 'a/1', until: MORNING + 60_000 });
      await one.renewUpdates({ ids: [2], holder: 'somebody/else', until: MORNING + 60_000 });
      const later = { now: MORNING + 30_000, holder: 'b/2' };
      expect(await claim(other, { ...later, limit: 1 })).toMatchObject([{ id: 2, tries: 2 }]);
      await other.releaseUpdates((holder) => holder === 'a/1');
      expect(await claim(other, later)).toMatchObject([
        { id: 1, tries: 2 },
        { id: 3, tries: 2 },
      ]);
    });

    test('are finished by who holds them; what they said is gone, their ids are known on', async () => {
      await using stores = await opened();
      const { one, other } = stores;
      await one.takeUpdates([update(1), update(2)], MORNING);
      await claim(one);
      await other.finishUpdates({ ids: [1], holder: 'b/2' });
      expect(await claim(other, { holder: 'b/2' })).toEqual([]);
      await one.finishUpdates({ ids: [1], holder: 'a/1' });
      expect(await one.takeUpdates([update(1)], MORNING + HOUR)).toEqual(new Set());
      expect(ids(await claim(one))).toEqual([2]);
      await one.finishUpdates({ ids: [2], holder: 'a/1' });
      expect((await one.vitals(MORNING)).due.update).toBeUndefined();
    });

    test('are new where only the number is known, of another that has been handled', async () => {
      await using stores = await opened();
      const { one, other } = stores;
      const anew = { ...update(1, 6), mark: 10, body: 'anew' };
      await one.takeUpdates([update(1)], MORNING);
      await claim(one);
      expect(await one.takeUpdates([anew], MORNING)).toEqual(new Set());
      await one.finishUpdates({ ids: [1], holder: 'a/1' });
      expect(await one.takeUpdates([update(1)], MORNING)).toEqual(new Set());
      const taken = await Promise.all(
        [one, other].map((store) => store.takeUpdates([update(2), anew], MORNING)),
      );
      expect(taken.flatMap((fresh) => [...fresh]).sort()).toEqual([1, 2]);
      expect(await claim(other, { holder: 'b/2' })).toEqual([
        { id: 1, body: 'anew', tries: 1 },
        { id: 2, body: update(2).body, tries: 1 },
      ]);
    });

    test('are forgotten when their time is over, but never unhandled', async () => {
      await using stores = await opened();
      const { one } = stores;
      await one.takeUpdates([update(1), update(2, 6), update(3, 7)], MORNING);
      await one.takeUpdates([update(4, 8)], MORNING + HOUR);
      await claim(one, { limit: 2 });
      await one.finishUpdates({ ids: [1, 2], holder: 'a/1' });
      expect(await one.expireUpdates(MORNING + HOUR, 1)).toBe(1);
      expect(await one.expireUpdates(MORNING + HOUR, 10)).toBe(1);
      expect(await one.expireUpdates(MORNING + HOUR, 10)).toBe(0);
      expect(ids(await claim(one))).toEqual([3, 4]);
      expect(await one.takeUpdates([update(1), update(3)], MORNING + HOUR)).toEqual(new Set([1]));
      await one.finishUpdates({ ids: [4], holder: 'a/1' });
      expect(await one.expireUpdates(MORNING + HOUR, 10)).toBe(0);
      expect(await one.expireUpdates(MORNING + HOUR + 1, 10)).toBe(1);
    });

    test('tell how long the oldest has waited', async () => {
      await using stores = await opened();
      const { one } = stores;
      expect((await one.vitals(MORNING)).due.update).toBeUndefined();
      await one.takeUpdates([update(1)], MORNING);
      await one.takeUpdates([update(2)], MORNING + HOUR);
      expect((await one.vitals(MORNING + HOUR)).due.update).toBe(MORNING);
    });
  });
}
