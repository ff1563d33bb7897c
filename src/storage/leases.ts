import type { DayTallyStore } from '../domain/day-tally.ts';
import type { VitalsStore } from '../domain/vitals.ts';
import type { WorkStore } from '../domain/work-store.ts';
import type { Driver } from './driver.ts';

/** Who does the work that only one may do, and numbers kept under a name. */
export function leaseMethods(driver: Driver): Omit<WorkStore, keyof VitalsStore | keyof DayTallyStore> {
  return {
    takeLease: ({ name, holder, now, until }) =>
      driver.transaction(async (session) => {
        const [before] = await session.query<{ holder: string; until: number }>(
          'select holder, until from leases where name = $1',
          [name],
        );
        const taken = await session.query(
          `insert into leases (name, holder, until) values ($1, $2, $3)
           on conflict (name) do update set holder = excluded.holder, until = excluded.until
             where leases.holder = $2 or leases.until <= $4
           returning name`,
          [name, holder, until, now],
        );
        if (taken.length === 0) return false;
        if (before?.holder !== holder) return 'fresh';
        return before.until > now ? 'held' : 'again';
      }),

    async releaseLease(name, holder) {
      await driver.query('delete from leases where name = $1 and holder = $2', [name, holder]);
    },

    async releaseLeases(isGone) {
      const rows = await driver.query<{ name: string; holder: string }>('select name, holder from leases');
      for (const { name, holder } of rows) {
        if (isGone(holder))
          await driver.query('delete from leases where name = $1 and holder = $2', [name, holder]);
      }
    },

    async mark(name) {
      const [row] = await driver.query<{ value: number }>('select value from marks where name = $1', [name]);
      return row?.value ?? 0;
    },

    async setMark(name, value) {
      await driver.query(
        'insert into marks (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
        [name, value],
      );
    },
  };
}
