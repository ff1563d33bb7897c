import { listen, server } from './server.js';

/** Milliseconds. */
const RETRY_AFTER = 1500;

/**
 * Keeps the store level with the server: by the whole state when the line opens, and by events from then on.
 * @param {{ store: import('./store.js').Store, answer: (event: import('./types.js').ServerEvent) => void,
 *   lost: (isLost: boolean) => void }} page  `answer` hears what the bot answers to a press
 */
export function openLine({ store, answer, lost }) {
  /** Events that come while the state is on its way; they are told after it. @type {import('./types.js').ServerEvent[] | null} */
  let held = null;
  let loads = 0;

  async function reload() {
    loads += 1;
    const mine = loads;
    held ??= [];
    /** @type {import('./types.js').State} */
    let state;
    try {
      state = await server.state();
    } catch {
      if (mine === loads) setTimeout(() => void reload(), RETRY_AFTER);
      return;
    }
    if (mine !== loads) return;
    const late = held ?? [];
    held = null;
    try {
      store.load(state);
    } finally {
      // A fault of drawing is no fault of the line: it holds back nothing that came since.
      for (const event of late) store.apply(event);
    }
  }

  listen({
    opened() {
      lost(false);
      void reload();
    },
    lost: () => lost(true),
    event(event) {
      if (event.type === 'reset') void reload();
      else if (event.type === 'answer') answer(event);
      else if (held) held.push(event);
      else store.apply(event);
    },
  });
  void reload();
  return { reload };
}
