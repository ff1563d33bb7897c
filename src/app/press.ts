import type { Language } from '../domain/languages.ts';
import type { Clock, Log, Store } from '../domain/ports.ts';
import type { Summarizer } from '../domain/summarizer.ts';
import type { Topic } from '../domain/topic.ts';
import type { Alerts } from './alerts.ts';
import { createAlerts } from './alerts.ts';
import type { Chats } from './chats.ts';
import type { Digests } from './digests.ts';
import { createDigests } from './digests.ts';
import type { Editions } from './editions.ts';
import { createEditions } from './editions.ts';
import { replanSlots } from './replanning.ts';

/** What goes out unasked: editions at their hours, alerts when something is followed. */
export interface Press {
  editions: Editions;
  digests: Digests;
  alerts: Alerts;
  /** What is to be done once a minute; settles when this minute's editions and alerts are queued. */
  minute(): Promise<void>;
  /** Lets what is being made come to its end. */
  stop(): Promise<void>;
}

export interface PressSurroundings {
  store: Store;
  chats: Chats;
  summarizer: Summarizer;
  topics: readonly Topic[];
  defaultLanguage: Language;
  botName(): string;
  now: Clock;
  pause(): Promise<void>;
  log: Log;
  /** Who claims: this process. */
  holder: string;
  /** Told when deliveries wait to be sent. */
  onQueued(): void;
}

export function createPress(surroundings: PressSurroundings): Press {
  const { store, summarizer, topics, botName, now, pause, log } = surroundings;
  const editions = createEditions({ store, summarizer, topics, botName, pause });
  const digests = createDigests({ ...surroundings, editions });
  const alerts = createAlerts(surroundings);
  const stopping = new AbortController();
  let working: Promise<void> = Promise.resolve();
  let preparing: Promise<void> | undefined;
  let replanned = false;

  async function work(): Promise<void> {
    if (stopping.signal.aborted) return;
    try {
      if (!replanned) await replanSlots(store, now, pause, log);
      replanned = true;
      await digests.tick();
      await alerts.look();
      await alerts.endOver();
      await alerts.release();
    } catch (error) {
      log.error('minute failed', { reason: String(error) });
    }
    // A slow model holds up no edition: what it makes is for the next ones.
    preparing ??= digests
      .prepareAhead(stopping.signal)
      .catch((error) => log.warn('summaries not prepared', { reason: String(error) }))
      .finally(() => {
        preparing = undefined;
      });
  }

  return {
    editions,
    digests,
    alerts,
    minute() {
      working = working.then(work);
      return working;
    },
    async stop() {
      stopping.abort();
      await working;
      await preparing;
    },
  };
}
