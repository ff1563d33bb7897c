import { EventEmitter } from 'node:events';
import type { KeyvStorageAdapter, KeyvStorageEntry, KeyvStorageGetResult } from 'keyv';
import { Keyv } from 'keyv';
import type { Cache } from '../domain/ports.ts';
import type { Driver } from './driver.ts';
import { list, markers } from './driver.ts';

/** How many writes pass between two sweeps of what has expired. */
const SWEEP_EVERY = 500;

/**
 * The cache on the store's own engine, through Keyv. For what may be forgotten only: Keyv has no
 * atomic operation, so no lock, counter or dedupe belongs here.
 */
export function openCache(driver: Driver, now: () => number): Cache {
  const keyv = new Keyv({ store: new CacheRows(driver, now), checkExpired: false });
  // Without a listener a failed call rejects, which is wanted: broken must not look like absent.
  return {
    get: (key) => keyv.get(key),
    async set(key, value, ttl) {
      await keyv.set(key, value, ttl);
    },
    async delete(key) {
      await keyv.delete(key);
    },
  };
}

/** Keyv's storage contract (version 6: absolute expiry in milliseconds) on one table. */
class CacheRows extends EventEmitter implements Omit<KeyvStorageAdapter, keyof EventEmitter> {
  readonly capabilities = {
    compatible: true,
    store: 'keyvStorage' as const,
    expires: true,
    methods: {} as never,
  };
  readonly #driver: Driver;
  readonly #now: () => number;
  #writes = 0;

  constructor(driver: Driver, now: () => number) {
    super();
    this.#driver = driver;
    this.#now = now;
  }

  async get<Stored>(key: string): Promise<KeyvStorageGetResult<Stored>> {
    const [found] = await this.getMany<Stored>([key]);
    return found as KeyvStorageGetResult<Stored>;
  }

  async getMany<Stored>(keys: string[]): Promise<KeyvStorageGetResult<Stored | undefined>[]> {
    if (keys.length === 0) return [];
    const rows = await this.#driver.query<{ key: string; value: string }>(
      `select key, value from cache where (expires is null or expires > $1) and key in (${list(keys.length, 2)})`,
      [this.#now(), ...keys],
    );
    const values = new Map(rows.map((row) => [row.key, row.value]));
    return keys.map((key) => values.get(key));
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    await this.setMany([{ key, value, ...(expires === undefined ? {} : { expires }) }]);
    return true;
  }

  async setMany<Stored>(entries: KeyvStorageEntry<Stored>[]): Promise<boolean[]> {
    if (entries.length === 0) return [];
    await this.#driver.query(
      `insert into cache (key, value, expires) values ${markers(entries.length, 3)}
       on conflict (key) do update set value = excluded.value, expires = excluded.expires`,
      entries.flatMap(({ key, value, expires }) => [key, String(value), this.#ownExpiry(expires)]),
    );
    this.#writes += entries.length;
    if (this.#writes >= SWEEP_EVERY) {
      this.#writes = 0;
      await this.#driver.query('delete from cache where expires <= $1', [this.#now()]);
    }
    return entries.map(() => true);
  }

  async delete(key: string): Promise<boolean> {
    const [deleted] = await this.deleteMany([key]);
    return deleted ?? false;
  }

  async deleteMany(keys: string[]): Promise<boolean[]> {
    if (keys.length === 0) return [];
    const rows = await this.#driver.query<{ key: string }>(
      `delete from cache where key in (${list(keys.length)}) returning key`,
      keys,
    );
    const gone = new Set(rows.map((row) => row.key));
    return keys.map((key) => gone.has(key));
  }

  async clear(): Promise<void> {
    await this.#driver.query('delete from cache');
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return (await this.getMany(keys)).map((value) => value !== undefined);
  }

  async disconnect(): Promise<void> {
    // The engine belongs to the store, which closes it.
  }

  /** Keyv reckons with the system's clock, the house with the one it was given. */
  #ownExpiry(expires: number | undefined): number | null {
    return expires === undefined ? null : this.#now() + (expires - Date.now());
  }
}
