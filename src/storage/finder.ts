import { alikeMethods } from './alike.ts';
import { createArchiveSample } from './archive-sample.ts';
import type { Finder, Session } from './driver.ts';
import { searchMethods } from './search.ts';
import type { TokenIndex } from './token-index.ts';

/** Search and likeness over one way to read; what they learn of the archive they share. */
export function createFinder(session: Session, index: TokenIndex): Finder {
  const sampled = createArchiveSample(session);
  return { ...searchMethods(session, index, sampled), ...alikeMethods(session, index, sampled) };
}
