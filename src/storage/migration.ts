import type { Dialect } from './driver.ts';

/** A step from one shape of the store to the next. Steps are only ever added, never changed. */
export interface Migration {
  id: number;
  name: string;
  statements(dialect: Dialect): string[];
}
