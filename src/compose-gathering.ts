/** The part of compose.ts that gathers: sources are asked for news, and articles find their stories. */
import { createIntake } from './app/feed-intake.ts';
import { createGrouping } from './app/grouping.ts';
import type { Ingest } from './app/ingest.ts';
import { createIngest } from './app/ingest.ts';
import type { Idle } from './app/polling.ts';
import { createPolling } from './app/polling.ts';
import type { Config } from './config.ts';
import type { Clock, FeedReader, Log, Store } from './domain/ports.ts';
import { createFeedReader } from './feeds/feed-reader.ts';
import { lazyFetcher } from './feeds/lazy-fetcher.ts';
import { createParser } from './feeds/parse.ts';
import { HOLDER } from './holder.ts';
import { storyTurn } from './story-turn.ts';

/** By this name the product is known to the servers it asks. */
const USER_AGENT = 'Mujaz/0.1';

export interface GatheringSurroundings {
  store: Store;
  now: Clock;
  /** Lets others have a turn between two pieces of long work. */
  pause(): Promise<void>;
  idle: Idle;
  log: Log;
}

export interface Gathering {
  ingest: Ingest;
  feeds: FeedReader;
  /** Asks what is due now and, from the first call on, each source as it falls due. */
  ask(): void;
  close(): Promise<void>;
}

/** Takes in what it is given, and asks nobody for news before it is told to. */
export function composeGathering(
  config: Config,
  { store, now, pause, idle, log }: GatheringSurroundings,
): Gathering {
  const parser = createParser();
  const grouping = createGrouping(store, { pause, texts: parser });
  const ingest = createIngest(store, grouping, now, pause, storyTurn(store, now));
  const fetcher = lazyFetcher({ allowPrivate: config.ALLOW_PRIVATE_NETWORK, now, userAgent: USER_AGENT });
  const feeds = createFeedReader({ fetcher, parser, userAgent: USER_AGENT, now });
  const language = config.DEFAULT_LANGUAGE;
  const polling = createPolling({
    store,
    feeds,
    settle: ingest.settle,
    intake: createIntake({ store, ingest, feeds, texts: parser, now, pause, language }),
    now,
    chance: Math.random,
    pause,
    timeout: (ms) => AbortSignal.timeout(ms),
    log,
    holder: HOLDER,
    everyMinutes: config.POLL_MINUTES,
  });
  const closing = new AbortController();
  let asking: Promise<void> | undefined;
  return {
    ingest,
    feeds,
    ask() {
      // Woken in its first round it would look for stories before the news of that round is there.
      if (asking !== undefined) polling.wake();
      else asking = polling.run(idle, closing.signal);
    },
    async close() {
      closing.abort();
      await asking;
      await Promise.all([fetcher.close(), parser.close()]);
    },
  };
}
