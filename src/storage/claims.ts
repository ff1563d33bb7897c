import type { Driver } from './driver.ts';
import { list } from './driver.ts';

/** Gives back what holders that work no more had claimed of a table's rows. Each statement stands alone: see `finishChecks`. */
export async function releaseClaims(
  driver: Driver,
  table: 'sources' | 'subscriptions' | 'updates',
  isGone: (holder: string) => boolean,
): Promise<void> {
  const rows = await driver.query<{ holder: string }>(
    `select distinct lease_holder as holder from ${table} where lease_holder is not null`,
  );
  const gone = rows.map(({ holder }) => holder).filter(isGone);
  if (gone.length === 0) return;
  await driver.query(
    `update ${table} set lease_until = null, lease_holder = null where lease_holder in (${list(gone.length)})`,
    gone,
  );
}
