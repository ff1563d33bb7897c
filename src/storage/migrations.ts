import type { Dialect, Driver, Session } from './driver.ts';
import type { Migration } from './migration.ts';
import { articles } from './migrations/001-articles.ts';
import { sources } from './migrations/002-sources.ts';
import { digests } from './migrations/003-digests.ts';
import { storyFollows } from './migrations/004-story-follows.ts';
import { spend } from './migrations/005-spend.ts';
import { updates } from './migrations/006-updates.ts';
import { narrowIndex } from './migrations/007-narrow-index.ts';
import { updateMarks } from './migrations/008-update-marks.ts';

const MIGRATIONS: readonly Migration[] = [
  articles,
  sources,
  digests,
  storyFollows,
  spend,
  updates,
  narrowIndex,
  updateMarks,
];

/** The shape that this program knows. */
export const NEWEST = MIGRATIONS.at(-1)?.id ?? 0;

/** A step with this number stands in a store while a move into it is under way. */
export const HALF_MOVED = 999_999;

/** The store is of a newer program than this one. */
export class StoreTooNew extends Error {
  override name = 'StoreTooNew';
}

/** A move into the store was begun and is not through. */
export class StoreHalfMoved extends Error {
  override name = 'StoreHalfMoved';
}

/**
 * Brings the store to this program's shape, each step whole or not at all; of several programs that start at once
 * one does it. Throws `StoreTooNew` when a newer program has already changed it further, `StoreHalfMoved` when it
 * is only a part of a store yet.
 */
export async function migrate(driver: Driver, now: number): Promise<void> {
  await driver.transaction((session) =>
    session.query(
      'create table if not exists migrations (id bigint primary key, name text not null, applied_at bigint not null)',
    ),
  );
  const current = await shapeOf(driver);
  if (current === HALF_MOVED)
    throw new StoreHalfMoved('a move into this store is not through: run it again, it goes on where it was');
  if (current > NEWEST) {
    throw new StoreTooNew(
      `the store has shape ${current}, this program knows shapes up to ${NEWEST}: start the newer program, or restore a backup`,
    );
  }
  for (const migration of MIGRATIONS) {
    if (migration.id <= current) continue;
    await driver.transaction((session) => apply(session, driver.dialect, migration, now));
  }
}

async function apply(session: Session, dialect: Dialect, migration: Migration, now: number): Promise<void> {
  for (const statement of dialect.alone) await session.query(statement);
  // Another program may have done it since.
  if ((await shapeOf(session)) >= migration.id) return;
  for (const statement of migration.statements(dialect)) await session.query(dialect.shape(statement));
  await migration.fill?.(session, dialect);
  await session.query('insert into migrations (id, name, applied_at) values ($1, $2, $3)', [
    migration.id,
    migration.name,
    now,
  ]);
}

/** The number of the last step that was taken; 0 before the first. */
async function shapeOf(session: Session): Promise<number> {
  const [row] = await session.query<{ id: number | null }>('select max(id) as id from migrations');
  return row?.id ?? 0;
}
