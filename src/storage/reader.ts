import type { Finder } from './driver.ts';
import type { Question } from './sqlite-reader.ts';
import { openThread } from './thread.ts';

/** Memory of the thread for JavaScript, in MiB: the tables of the text code and a sample. SQLite's own comes on top. */
const HEAP_MIB = 192;

/** Search and likeness in a thread of their own. */
export interface Reader extends Finder {
  close(): Promise<void>;
}

/** Searches a database file without holding up the main loop: ranking would cost the loop as much as reading does. */
export function openReader(file: string): Reader {
  const thread = openThread<Exclude<Question, 'close'>>(
    new URL('./sqlite-reader.ts', import.meta.url),
    file,
    {
      oldMib: HEAP_MIB,
    },
  );
  return {
    search: (...search) => thread.ask({ search }),
    alike: (...alike) => thread.ask({ alike }),
    close: () => thread.close(),
  };
}
