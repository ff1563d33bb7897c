import type { ArticleDraft } from '../domain/article.ts';
import type { Cache, Log, Store } from '../domain/ports.ts';
import type { MovableClock } from './clock.ts';
import { tellSamples } from './sample-days.ts';
import type { Playground, PlaygroundApp } from './server.ts';
import { startPlayground } from './server.ts';
import { CHANNEL_ID, FORUM_ID, READER_ID } from './start-state.ts';

/** In the cache: the clock was moved, so the store holds what lies in the future of the machine's clock. */
const MOVED = 'playground:moved';
/** How long that is remembered, in ms. */
const REMEMBERED = 2 * 366 * 86_400_000;

export interface StageSurroundings {
  host: string;
  /** 0 takes any free port */
  port: number;
  token: string;
  clock: MovableClock;
  store: Pick<Store, 'removeArticles' | 'forgetChat' | 'nextSlotDue'>;
  cache: Cache;
  /** A day's sample news with its times, as it is told at `at` (ms). */
  readSamples(day: 'first' | 'second', at: number): Promise<ArticleDraft[]>;
  take(drafts: readonly ArticleDraft[]): Promise<unknown>;
  /** Publishes what is due and has it sent. */
  publishDue(): Promise<void>;
  log: Log;
  pageDirectory: URL;
  /** Further routes beside the page's own. */
  routes?: (app: PlaygroundApp) => void;
}

/** The playground with its sample news and a clock that its page can move. */
export interface Stage extends Playground {
  /** What is to be done once a minute: the second day is told when the night has passed, and what is due is published. */
  minute(): Promise<void>;
}

/**
 * Starts the playground. If the clock was moved in an earlier run, its chats begin anew: their digests of a tomorrow that
 * has not come would hold back those of today.
 */
export async function openStage(surroundings: StageSurroundings): Promise<Stage> {
  const { host, port, token, clock, store, cache, log, pageDirectory } = surroundings;
  const { now } = clock;
  if (await cache.get(MOVED)) {
    for (const id of [READER_ID, CHANNEL_ID, FORUM_ID]) await store.forgetChat(id);
    await cache.delete(MOVED);
  }
  const samples = await tellSamples({
    read: surroundings.readSamples,
    remove: (keys) => store.removeArticles(keys),
    take: surroundings.take,
    now,
  });
  async function minute(): Promise<void> {
    try {
      await samples.goOn();
    } catch (error) {
      log.error('second day not told', { reason: String(error) });
    }
    await surroundings.publishDue();
  }
  const playground = await startPlayground({
    host,
    port,
    token,
    now,
    pageDirectory,
    ...(surroundings.routes ? { routes: surroundings.routes } : {}),
    clock: {
      offset: () => clock.offset,
      nextDigest: () => store.nextSlotDue(),
      async moveTo(at) {
        await cache.set(MOVED, true, REMEMBERED);
        clock.forwardTo(at);
        await minute();
      },
    },
  });
  return { ...playground, minute };
}
