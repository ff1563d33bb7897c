import type { Cache, Store } from '../domain/ports.ts';
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
export async function openStorage(url: string, now: () => number): Promise<Storage> {
  const driver = connect(url);
  try {
    await migrate(driver, now());
  } catch (error) {
    await driver.close();
    throw error;
  }
  return { store: createStore(driver), cache: openCache(driver, now) };
}

function connect(url: string): Driver {
  const [scheme, rest] = [url.slice(0, url.indexOf(':')), url.slice(url.indexOf(':') + 1)];
  if (scheme === 'sqlite' && rest !== '') return openSqlite(rest.replace(/^\/\/(?=\/)/, ''));
  throw new Error(`no engine for a database address that starts with "${scheme}:"`);
}
