import type { Dialect, Session } from './driver.ts';

/** A step from one shape of the store to the next. Steps are only ever added, never changed. */
export interface Migration {
  id: number;
  name: string;
  statements(dialect: Dialect): string[];
  /** What the statements leave to be made anew and SQL alone cannot make, in the same transaction. */
  fill?(session: Session, dialect: Dialect): Promise<void>;
}
