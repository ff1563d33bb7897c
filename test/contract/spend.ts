/** What every engine must do for the day's tokens, with more than one process at the store. */
import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/domain/ports.ts';

const DAY = '2024-01-26';

/** `open` opens one and the same empty store so many times, each time as another process would. */
export function spendContract(engine: string, open: (times: number) => Promise<Store[]>): void {
  describe(`the day's tokens in ${engine}`, () => {
    const opened = async (times: number) => {
      const stores = await open(times);
      return {
        stores,
        [Symbol.asyncDispose]: () => Promise.all(stores.map((store) => store.close())).then(() => {}),
      };
    };
    const only = async () => {
      const one = await opened(1);
      return { store: one.stores[0] as Store, [Symbol.asyncDispose]: one[Symbol.asyncDispose] };
    };

    test('are set aside, settled, and counted by day', async () => {
      await using one = await only();
      const { store } = one;
      expect(await store.spendOf(DAY)).toEqual({ spent: 0, reserved: 0 });
      expect(await store.reserveTokens({ day: DAY, tokens: 600, cap: 1000 })).toBe(true);
      expect(await store.spendOf(DAY)).toEqual({ spent: 0, reserved: 600 });
      await store.settleTokens({ day: DAY, reserved: 600, spent: 150 });
      expect(await store.spendOf(DAY)).toEqual({ spent: 150, reserved: 0 });
      expect(await store.spendOf('2024-01-27')).toEqual({ spent: 0, reserved: 0 });
    });

    test('are refused above the cap, to the token', async () => {
      await using one = await only();
      const { store } = one;
      expect(await store.reserveTokens({ day: DAY, tokens: 999, cap: 1000 })).toBe(true);
      expect(await store.reserveTokens({ day: DAY, tokens: 2, cap: 1000 })).toBe(false);
      expect(await store.reserveTokens({ day: DAY, tokens: 1, cap: 1000 })).toBe(true);
      expect(await store.reserveTokens({ day: '2024-01-27', tokens: 2, cap: 1000 })).toBe(true);
      expect(await store.reserveTokens({ day: '2024-01-27', tokens: 1, cap: 0 })).toBe(false);
    });

    test('stay below the cap when processes race for the last of them', async () => {
      await using racing = await opened(3);
      const cap = 1000;
      const won = await Promise.all(
        racing.stores.flatMap((store) =>
          Array.from({ length: 20 }, () => store.reserveTokens({ day: DAY, tokens: 70, cap })),
        ),
      );
      expect(won.filter(Boolean)).toHaveLength(Math.floor(cap / 70));
      const [store] = racing.stores;
      expect(await store?.spendOf(DAY)).toEqual({ spent: 0, reserved: 980 });
    });
  });
}
