import type { Driver, Session, Value } from './driver.ts';
import { HALF_MOVED, NEWEST } from './migrations.ts';

/** How far a table is over: the key of the last row, and how many rows that makes. */
export interface Place {
  after?: Value[];
  rows: number;
}

/** What a move remembers in its target, from batch to batch; while it is there, no program takes the target for a store. */
export const moveState = {
  async isUnderWay(target: Session): Promise<boolean> {
    await target.query(
      'create table if not exists migrations (id bigint primary key, name text not null, applied_at bigint not null)',
    );
    return (await target.query('select id from migrations where id = $1', [HALF_MOVED])).length > 0;
  },

  /** Begins, together with what belongs to it. */
  async begin(target: Driver, now: number, also: (session: Session) => Promise<void>): Promise<void> {
    await target.transaction(async (session) => {
      await also(session);
      await session.query(
        'create table moving (name text primary key, after text not null, rows_over bigint not null)',
      );
      await session.query('insert into migrations (id, name, applied_at) values ($1, $2, $3)', [
        HALF_MOVED,
        'a move into this store is under way',
        now,
      ]);
    });
  },

  async read(target: Session, name: string): Promise<Place> {
    const [row] = await target.query<{ after: string; rows_over: number }>(
      'select after, rows_over from moving where name = $1',
      [name],
    );
    return row ? { after: JSON.parse(row.after), rows: row.rows_over } : { rows: 0 };
  },

  async write(session: Session, name: string, { after, rows }: Required<Place>): Promise<void> {
    await session.query(
      `insert into moving (name, after, rows_over) values ($1, $2, $3)
         on conflict (name) do update set after = excluded.after, rows_over = excluded.rows_over`,
      [name, JSON.stringify(after), rows],
    );
  },

  async finish(target: Driver): Promise<void> {
    await target.transaction(async (session) => {
      await session.query('drop table moving');
      await session.query('delete from migrations where id = $1', [HALF_MOVED]);
    });
  },
};

/** Whether a store into which a move is under way has this program's shape. */
export async function isCurrent(target: Session): Promise<boolean> {
  const [row] = await target.query<{ id: number | null }>(
    'select max(id) as id from migrations where id <> $1',
    [HALF_MOVED],
  );
  return row?.id === NEWEST;
}
