import type { ClaimedUpdate, InboxStore, IncomingUpdate } from '../domain/inbox-store.ts';
import { releaseClaims } from './claims.ts';
import type { Driver } from './driver.ts';
import { list, markers } from './driver.ts';
import { evened } from './row-portions.ts';

/** Updates on their way in. Each statement stands alone, so that processes that take and claim at once never collide. */
export function inboxMethods(driver: Driver): InboxStore {
  /** Whether the update has only its id in common with one that has been handled: it is then kept in its place. */
  async function replaces({ id, mark, lane, body }: IncomingUpdate, now: number): Promise<boolean> {
    const replaced = await driver.query(
      `update updates set mark = $2, lane = $3, body = $4, taken_at = $5, tries = 0
        where id = $1 and lane is null and mark <> $2 returning id`,
      [id, mark, lane, body, now],
    );
    return replaced.length > 0;
  }

  return {
    async takeUpdates(updates, now) {
      const rows = evened(updates);
      if (rows.length === 0) return new Set();
      const taken = await driver.query<{ id: number }>(
        `insert into updates (id, mark, lane, body, taken_at, tries) values ${markers(rows.length, 6)}
         on conflict (id) do nothing returning id`,
        rows.flatMap(({ id, mark, lane, body }) => [id, mark, lane, body, now, 0]),
      );
      const fresh = new Set(taken.map(({ id }) => id));
      for (const update of updates) {
        if (!fresh.has(update.id) && (await replaces(update, now))) fresh.add(update.id);
      }
      return fresh;
    },

    async claimUpdates({ now, until, holder, limit }) {
      const rows = await driver.query<{ id: number; body: string; tries: number }>(
        `with due as (
           select id from updates where lane is not null and (lease_until is null or lease_until <= $1)
              and not exists (select 1 from updates earlier
                               where earlier.lane is not null and earlier.lane = updates.lane and earlier.id < updates.id)
            order by id limit $4 ${driver.dialect.claim('updates')})
         update updates set lease_until = $2, lease_holder = $3, tries = tries + 1 where id in (select id from due)
         returning id, body, tries`,
        [now, until, holder, limit],
      );
      return rows
        .map(({ id, body, tries }): ClaimedUpdate => ({ id, body, tries }))
        .sort((a, b) => a.id - b.id);
    },

    async renewUpdates({ ids, holder, until }) {
      const own = evened(ids);
      if (own.length === 0) return;
      await driver.query(
        `update updates set lease_until = $1 where lease_holder = $2 and id in (${list(own.length, 3)})`,
        [until, holder, ...own],
      );
    },

    async finishUpdates({ ids, holder }) {
      const own = evened(ids);
      if (own.length === 0) return;
      await driver.query(
        `update updates set lane = null, body = null, lease_until = null, lease_holder = null
          where lease_holder = $1 and id in (${list(own.length, 2)})`,
        [holder, ...own],
      );
    },

    releaseUpdates: (isGone) => releaseClaims(driver, 'updates', isGone),

    async expireUpdates(before, limit) {
      // Ids rise with time: the oldest are the lowest, but for a jump after a week of silence.
      const gone = await driver.query(
        `delete from updates where lane is null and taken_at < $1
            and id in (select id from updates order by id limit $2) returning id`,
        [before, limit],
      );
      return gone.length;
    },
  };
}
