import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { Log } from '../domain/ports.ts';
import type { Value } from './driver.ts';
import { ConnectionLost, endsConnection, isRefusal, passes, Unreachable } from './postgres-faults.ts';
import { outgoing, types } from './postgres-values.ts';
import type { Watched } from './postgres-watch.ts';
import { watched } from './postgres-watch.ts';

/** How long things may take, in milliseconds. */
export interface Patience {
  /** Until a connection stands. */
  connect: number;
  /** Until an engine that cannot be reached (restarting, starting, full) is given up. */
  reach: number;
  /** Until it is asked whether a statement without an answer is still being worked on. */
  answer: number;
}

export const PATIENCE: Patience = { connect: 5000, reach: 15_000, answer: 8000 };

/** Connections of one process. */
const CONNECTIONS = 8;
/** Between two attempts to connect, in milliseconds. */
const PAUSE = 250;
/** Statements that are prepared by name on each connection; what comes later is read anew each time. */
const PREPARED = 400;
/**
 * For each session: a client that is gone is noticed within half a minute, and what it had locked is given back within
 * fifteen seconds, so that whoever takes over does not wait for it. The settings are the session's own: nothing has to be set on the server.
 */
const SESSION = `set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;
  set idle_in_transaction_session_timeout = '15s'; set jit = off`;

/** One of the pool's connections, while it is ours. */
export interface Connection {
  ask(sql: string, parameters?: readonly Value[]): Promise<QueryResult>;
  /** Gives it back; a fault that ended it, or made it useless, takes it out of the pool. */
  release(fault?: unknown): void;
}

export interface ConnectionPool {
  /** A connection that stands; an engine out of reach is waited for. Throws `Unreachable`, or what the engine refuses. */
  take(): Promise<Connection>;
  close(): Promise<void>;
}

/** Connections to one database, replaced as they are lost. */
export async function openPool(
  url: string,
  { log, patience }: { log?: Log | undefined; patience: Patience },
): Promise<ConnectionPool> {
  const pg = (await import('pg')).default;
  const settings = {
    connectionString: url,
    fallback_application_name: 'mujaz',
    connectionTimeoutMillis: patience.connect,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: types as never,
  };
  const pool: Pool = new pg.Pool({
    ...settings,
    max: CONNECTIONS,
    onConnect: (client) => client.query(SESSION) as never,
  });
  pool.on('connect', (client) => {
    // A connection in use tells its statement as well; without a listener the process would end.
    client.on('error', () => {});
  });
  pool.on('error', (fault) => log?.warn('store connection lost', { reason: fault.message }));
  const names = new Map<string, string>();
  let closed = false;
  let unreachable = false;

  function nameOf(sql: string): string | undefined {
    const known = names.get(sql);
    if (known || names.size >= PREPARED) return known;
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  }

  /** Whether the engine works on what this process of its serves. Waiting for a client to read is not work. */
  async function isWorking(processId: number): Promise<boolean> {
    const client = new pg.Client({ ...settings, query_timeout: patience.connect });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query(
        `select 1 from pg_stat_activity where pid = $1 and state = 'active' and wait_event is distinct from 'ClientWrite'`,
        [processId],
      );
      return rows.length > 0;
    } finally {
      void client.end().catch(() => {});
    }
  }

  function connectionOf(client: PoolClient): Connection {
    /** The engine takes one statement at a time: the others wait here, where no watch runs on them. */
    let before: Promise<unknown> = Promise.resolve();

    async function exchange(sql: string, values: unknown[]): Promise<QueryResult> {
      const name = values.length > 0 ? nameOf(sql) : undefined;
      try {
        const asked = client.query({ ...(name ? { name } : {}), text: sql, values });
        return await watched(client as Watched, patience.answer, isWorking, asked);
      } catch (fault) {
        if (fault instanceof RangeError || (isRefusal(fault) && !endsConnection(fault))) throw fault;
        log?.warn('store connection lost', {
          reason: fault instanceof Error ? fault.message : String(fault),
        });
        throw new ConnectionLost(fault);
      }
    }

    return {
      async ask(sql, parameters = []) {
        const values = outgoing(sql, parameters);
        const answer = before.then(() => exchange(sql, values));
        before = answer.catch(() => {});
        return answer;
      },
      release: (fault) => client.release(fault instanceof Error ? fault : fault !== undefined),
    };
  }

  return {
    async take() {
      const until = performance.now() + patience.reach;
      for (;;) {
        if (closed) throw new Error('the database is closed');
        try {
          const client = await pool.connect();
          if (unreachable) log?.info('store reachable again');
          unreachable = false;
          return connectionOf(client);
        } catch (fault) {
          if (closed || !passes(fault)) throw fault;
          if (performance.now() >= until) throw new Unreachable(placeOf(url), fault);
          if (!unreachable)
            log?.warn('store unreachable', { reason: fault instanceof Error ? fault.message : '' });
          unreachable = true;
          await wait(PAUSE);
        }
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      await pool.end();
    },
  };
}

/** Host, port and database of an address; never its password. */
export function placeOf(url: string): string {
  const read = URL.parse(url);
  return read
    ? `${read.host || read.searchParams.get('host') || 'localhost'}${read.pathname}`
    : 'its address';
}
