import { newSource, pollingState } from '../domain/polling.ts';
import type { ClaimedSource, FinishedCheck, NewSource, SourceStore } from '../domain/ports.ts';
import type { SourceOrigin } from '../domain/source.ts';
import { sourceAddress, sourceIdOf } from '../domain/source.ts';
import { releaseClaims } from './claims.ts';
import type { Driver, Session, Value } from './driver.ts';
import { list, markers } from './driver.ts';
import { evened } from './row-portions.ts';
import type { SourceRow } from './source-rows.ts';
import { claimedOf, entryColumns, recordOf } from './source-rows.ts';

/** Checks noted in one statement. */
const FINISHED_AT_ONCE = 64;

/** Sources: where news comes from, what their checks have shown, and when each is due. */
export function sourceMethods(driver: Driver): SourceStore {
  return {
    syncSources: (entries, now) =>
      driver.transaction(async (session) => {
        for (const entry of entries) {
          await adopt(session, entry.id, sourceAddress(entry.url));
          const columns = entryColumns(entry);
          const names = Object.keys(columns);
          // What an administrator removed stays away; a new address starts without the old validators.
          await session.query(
            `insert into sources (id, origin, added_at, removed, state, next_at, ${names.join(', ')})
             values ($1, 'file', $2, 0, $3, $2, ${list(names.length, 4)})
             on conflict (id) do update set origin = 'file',
               moved_to = case when sources.url = excluded.url then sources.moved_to end,
               etag = case when sources.url = excluded.url then sources.etag end,
               last_modified = case when sources.url = excluded.url then sources.last_modified end,
               next_at = case when sources.url = excluded.url then sources.next_at else excluded.next_at end,
               state = case when sources.url = excluded.url then sources.state else excluded.state end,
               failure = case when sources.url = excluded.url then sources.failure end,
               ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
            [entry.id, now, JSON.stringify(newSource), ...Object.values(columns)],
          );
        }
        await session.query(
          `delete from sources where origin = 'file'${entries.length > 0 ? ` and id not in (${list(entries.length)})` : ''}`,
          entries.map((entry) => entry.id),
        );
      }),

    addSources: (sources, origin, now) =>
      driver.transaction(async (session) => {
        const results: { id: string; outcome: 'added' | 'known' }[] = [];
        for (const source of sources) results.push(await addSource(session, source, origin, now));
        return results;
      }),

    async removeSource(id) {
      const gone = await driver.query(`delete from sources where id = $1 and origin <> 'file' returning id`, [
        id,
      ]);
      if (gone.length > 0) return true;
      const hidden = await driver.query(
        'update sources set removed = 1, lease_until = null where id = $1 and removed = 0 returning id',
        [id],
      );
      return hidden.length > 0;
    },

    async sources() {
      const rows = await driver.query<SourceRow>(
        `select sources.*, coalesce(kept.articles, 0) as articles, kept.latest from sources
           left join (select source_id, count(*) as articles, max(sort_at) as latest
                        from articles where source_id is not null group by source_id) kept
             on kept.source_id = sources.id
          where removed = 0 order by added_at, id`,
      );
      return rows.map(recordOf);
    },

    async claimSources({ now, until, holder, limit }): Promise<ClaimedSource[]> {
      const rows = await driver.query<SourceRow>(
        `with due as (
           select id from sources where removed = 0 and enabled = 1 and next_at <= $1
              and (lease_until is null or lease_until <= $1) order by next_at, id limit $4 ${driver.dialect.claim('sources')})
         update sources set lease_until = $2, lease_holder = $3 where id in (select id from due)
         returning *`,
        [now, until, holder, limit],
      );
      return rows
        .sort((a, b) => (a.next_at ?? 0) - (b.next_at ?? 0) || (a.id < b.id ? -1 : 1))
        .map(claimedOf);
    },

    releaseSources: (isGone) => releaseClaims(driver, 'sources', isGone),

    async finishChecks(checks) {
      // Alone and not in a transaction, as claims are: serializable ones of several processes would collide time and again.
      for (let from = 0; from < checks.length; from += FINISHED_AT_ONCE) {
        const rows = evened(checks.slice(from, from + FINISHED_AT_ONCE));
        await driver.query(finishStatement(rows.length), rows.flatMap(finishedRow));
      }
    },

    async nextSourceDue() {
      const [row] = await driver.query<{ due: number | null }>(
        `select min(case when lease_until > next_at then lease_until else next_at end) as due
           from sources where removed = 0 and enabled = 1 and next_at is not null`,
      );
      return row?.due ?? undefined;
    },

    async recentTitles(sourceId, since) {
      return driver.query<{ key: string; title: string }>(
        'select key, title from articles where source_id = $1 and first_seen >= $2 order by id',
        [sourceId, since],
      );
    },
  };
}

/** A source that somebody had added before the file named its address keeps its state and articles under the new id. */
async function adopt(session: Session, id: string, address: string): Promise<void> {
  const [former] = await session.query<{ id: string }>(
    `select id from sources where address = $2 and id <> $1 and origin <> 'file'
        and not exists (select 1 from sources own where own.id = $1)`,
    [id, address],
  );
  if (!former) return;
  await session.query('update sources set id = $2 where id = $1', [former.id, id]);
  await session.query('update articles set source_id = $2 where source_id = $1', [former.id, id]);
}

async function addSource(
  session: Session,
  source: NewSource,
  origin: SourceOrigin,
  now: number,
): Promise<{ id: string; outcome: 'added' | 'known' }> {
  const address = sourceAddress(source.url);
  const [known] = await session.query<{ id: string; removed: number }>(
    'select id, removed from sources where address = $1 order by removed limit 1',
    [address],
  );
  if (known) {
    if (known.removed === 0) return { id: known.id, outcome: 'known' };
    await session.query(
      'update sources set removed = 0, enabled = 1, state = $2, next_at = $3 where id = $1',
      [known.id, JSON.stringify(newSource), now],
    );
    return { id: known.id, outcome: 'added' };
  }
  const id = sourceIdOf(source.url);
  const values: Record<string, Value> = {
    id,
    origin,
    added_at: now,
    removed: 0,
    state: JSON.stringify(newSource),
    next_at: now,
    ...entryColumns({ topics: [], ...source, fullText: false, enabled: true }),
  };
  const names = Object.keys(values);
  await session.query(
    `insert into sources (${names.join(', ')}) values ${markers(1, names.length)}`,
    Object.values(values),
  );
  return { id, outcome: 'added' };
}

/** What a check leaves in its row, in the order of `FINISHED`; null keeps what was there where nothing else is said. */
function finishedRow({ id, lease, state, nextAt, movedTo, result }: FinishedCheck): Value[] {
  const validators = 'validators' in result ? result.validators : {};
  return [
    id,
    lease,
    JSON.stringify(pollingState.parse(state)),
    nextAt ?? null,
    'failure' in result ? JSON.stringify(result.failure) : null,
    'at' in result ? result.at : null,
    'at' in result ? Math.round(result.tookMs) : null,
    ('items' in result ? result.items : undefined) ?? null,
    validators.etag ?? null,
    validators.lastModified ?? null,
    validators.validatorsFrom ?? null,
    movedTo ?? null,
  ];
}

/** Types of a finished row's columns: of a list of values the engines cannot tell what they are. */
const FINISHED = 'text bigint text bigint text bigint bigint bigint text text text text'.split(' ');

/** Validators go with a new address, come with an answer, and outlast a failure. */
const validator = (column: string, given: number) =>
  `${column} = case when done.column12 is not null then null
                   when done.column6 is not null then done.column${given} else sources.${column} end`;

/** One statement for many checks; each counts only while its claim does. */
function finishStatement(rows: number): string {
  const width = FINISHED.length;
  const values = Array.from({ length: rows }, (_, row) => {
    const casts = FINISHED.map((type, column) => `cast($${row * width + column + 1} as ${type})`);
    return `(${casts.join(', ')})`;
  });
  return `update sources set state = done.column3, next_at = done.column4, lease_until = null, lease_holder = null,
      failure = done.column5, last_ok_at = coalesce(done.column6, sources.last_ok_at),
      took_ms = coalesce(done.column7, sources.took_ms), items = coalesce(done.column8, sources.items),
      ${validator('etag', 9)}, ${validator('last_modified', 10)}, ${validator('validators_from', 11)},
      moved_to = coalesce(done.column12, sources.moved_to)
    from (values ${values.join(', ')}) as done
    where sources.id = done.column1 and sources.lease_until = done.column2`;
}
