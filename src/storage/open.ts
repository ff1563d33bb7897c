import type { Cache, Log, Store } from '../domain/ports.ts';
import { openCache } from './cache.ts';
import type { Driver } from './driver.ts';
import { migrate } from './migrations.ts';
import { openSqlite } from './sqlite.ts';
import { createStore } from './store.ts';

export interface Storage {
  store: Store;
  cache: Cache;
}

/** Opens the store that a `DATABASE_URL` names and brings it up to date. Throws with a plain reason. */
export async function openStorage(url: string, now: () => number, log?: Log): Promise<Storage> {
  const driver = await connect(url, log);
  try {
    await migrate(driver, now());
  } catch (error) {
    await driver.close();
    throw error;
  }
  return { store: createStore(driver), cache: openCache(driver, now) };
}

/** The file that an address `sqlite:FILE` names, `:memory:` included; nothing for another engine's. */
export function sqliteFile(url: string): string | undefined {
  return /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1];
}

/** The engine behind an address: `sqlite:FILE`, `sqlite::memory:` or `postgres://…`. */
export async function connect(url: string, log?: Log): Promise<Driver> {
  const file = sqliteFile(url);
  if (file !== undefined) return openSqlite(file);
  const scheme = url.slice(0, url.indexOf(':'));
  if (scheme === 'postgres' || scheme === 'postgresql') {
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(url, { log });
  }
  throw new Error(`no engine for a database address that starts with "${scheme}:"`);
}
