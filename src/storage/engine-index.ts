import type { Dialect } from './driver.ts';
import { postgresIndex } from './postgres-index.ts';
import type { TokenIndex } from './token-index.ts';
import { sqliteIndex } from './token-index.ts';

/** The index as this engine keeps it. */
export function indexOf({ name }: Dialect): TokenIndex {
  return name === 'postgres' ? postgresIndex : sqliteIndex;
}
