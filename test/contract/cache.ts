import { describe, expect, test } from 'vitest';
import { openStorage } from '../../src/storage/open.ts';
import { MORNING } from '../support/articles.ts';

/** What the cache must do on every engine; `place` gives the address of an empty store. */
export function cacheContract(engine: string, place: () => Promise<string>): void {
  describe(`the cache on ${engine}`, () => {
    test('forgets when its time is over, by the clock it was given', async () => {
      let now = MORNING;
      const { store, cache } = await openStorage(await place(), () => now);
      await cache.set('list:1:0', { ids: [3, 1, 2], first: 1 }, 60_000);
      expect(await cache.get('list:1:0')).toEqual({ ids: [3, 1, 2], first: 1 });
      now += 59_000;
      expect(await cache.get('list:1:0')).toEqual({ ids: [3, 1, 2], first: 1 });
      now += 2_000;
      expect(await cache.get('list:1:0')).toBeUndefined();
      await store.close();
    });

    test('overwrites, deletes, and says nothing of what it never had', async () => {
      const { store, cache } = await openStorage(await place(), () => MORNING);
      await cache.set('key', 'one', 1000);
      await cache.set('key', 'two', 1000);
      expect(await cache.get('key')).toBe('two');
      await cache.delete('key');
      expect(await cache.get('key')).toBeUndefined();
      expect(await cache.get('other')).toBeUndefined();
      await store.close();
    });

    test('is broken aloud, not silently empty, when the engine is gone', async () => {
      const { store, cache } = await openStorage(await place(), () => MORNING);
      await store.close();
      await expect(cache.get('key')).rejects.toThrow();
    });

    test('of a forgotten chat is gone with it, of others not', async () => {
      const { store, cache } = await openStorage(await place(), () => MORNING);
      for (const key of ['list:42:0', 'focus:42:0', 'shown:42:7', 'list:142:0', 'shown:4:42'])
        await cache.set(key, 1, 1000);
      await store.forgetChat(42);
      expect(
        await Promise.all(['list:42:0', 'focus:42:0', 'shown:42:7'].map((key) => cache.get(key))),
      ).toEqual([undefined, undefined, undefined]);
      expect(await cache.get('list:142:0')).toBe(1);
      expect(await cache.get('shown:4:42')).toBe(1);
      await store.close();
    });
  });
}
