import type { Driver } from './driver.ts';
import type { Migration } from './migration.ts';
import { articles } from './migrations/001-articles.ts';
import { sources } from './migrations/002-sources.ts';
import { digests } from './migrations/003-digests.ts';

const MIGRATIONS: readonly Migration[] = [articles, sources, digests];

/** The store is of a newer program than this one. */
export class StoreTooNew extends Error {
  override name = 'StoreTooNew';
}

/**
 * Brings the store to this program's shape, each step whole or not at all.
 * Throws `StoreTooNew` when a newer program has already changed it further.
 */
export async function migrate(driver: Driver, now: number): Promise<void> {
  await driver.query(
    'create table if not exists migrations (id bigint primary key, name text not null, applied_at bigint not null)',
  );
  const newest = MIGRATIONS.at(-1)?.id ?? 0;
  const [row] = await driver.query<{ id: number | null }>('select max(id) as id from migrations');
  const current = row?.id ?? 0;
  if (current > newest) {
    throw new StoreTooNew(
      `the store has shape ${current}, this program knows shapes up to ${newest}: start the newer program, or restore a backup`,
    );
  }
  for (const migration of MIGRATIONS) {
    if (migration.id <= current) continue;
    await driver.transaction(async (session) => {
      for (const statement of migration.statements(driver.dialect)) await session.query(statement);
      await session.query('insert into migrations (id, name, applied_at) values ($1, $2, $3)', [
        migration.id,
        migration.name,
        now,
      ]);
    });
  }
}
