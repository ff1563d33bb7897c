import type { SpendStore } from '../domain/spend-store.ts';
import type { Driver } from './driver.ts';

/** The day's tokens: one row a day, counted within a transaction, so that processes that race see each other. */
export function spendMethods(driver: Driver): SpendStore {
  return {
    reserveTokens: ({ day, tokens, cap }) =>
      driver.transaction(async (session) => {
        await session.query(
          'insert into spend (day, spent, reserved) values ($1, 0, 0) on conflict (day) do nothing',
          [day],
        );
        const kept = await session.query(
          'update spend set reserved = reserved + $2 where day = $1 and spent + reserved + $2 <= $3 returning day',
          [day, tokens, cap],
        );
        return kept.length > 0;
      }),

    settleTokens: ({ day, reserved, spent }) =>
      driver.transaction(async (session) => {
        await session.query('update spend set reserved = reserved - $2, spent = spent + $3 where day = $1', [
          day,
          reserved,
          spent,
        ]);
      }),

    async spendOf(day) {
      const [row] = await driver.query<{ spent: number; reserved: number }>(
        'select spent, reserved from spend where day = $1',
        [day],
      );
      return row ?? { spent: 0, reserved: 0 };
    },
  };
}
