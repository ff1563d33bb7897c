import type { Chat } from '../domain/chat.ts';
import type { Cache, Clock, Log, Store } from '../domain/ports.ts';
import type { Reply } from './reply.ts';

const HOUR = 3_600_000;
/** How long a preview may be confirmed, a broadcast is of use, and its progress is told, in ms. */
const DRAFT_LIFE = HOUR;
const LIFE = 24 * HOUR;
/** Where the broadcasts whose progress is told are kept in the cache. */
const UNDER_WAY = 'broadcast:under-way';

/** How far a broadcast has come, in chats. */
export interface BroadcastProgress {
  id: string;
  total: number;
  sent: number;
  /** Neither sent nor waiting: failed, too late, cancelled. */
  missed: number;
  stopped: boolean;
}

interface UnderWay {
  id: string;
  /** The message that tells its progress. */
  chatId: number;
  messageId: number;
  told?: string;
}

export interface BroadcastDoors {
  store: Pick<Store, 'audience' | 'enqueue' | 'progress' | 'cancelDeliveries'>;
  cache: Cache;
  now: Clock;
  log: Log;
  /** Told when deliveries wait to be sent. */
  onQueued(): void;
}

/** Messages of the operators to everybody: shown first, sent when confirmed, stopped when asked. */
export interface Broadcasts {
  /** Keeps a text for confirmation; how many chats it would go to, the one it is written in among them. */
  draft(text: string, shownIn: Chat): Promise<{ id: string; chats: number }>;
  /** Queues a draft; its progress is told in this message from now on. `undefined`: the draft is gone. */
  begin(
    id: string,
    language: Reply['language'],
    shownIn: Chat,
    messageId: number,
  ): Promise<BroadcastProgress | undefined>;
  stop(id: string): Promise<BroadcastProgress>;
  drop(id: string): Promise<void>;
  /** Has the progress messages changed where there is news: `edit` is given where and what; false: the message is gone. */
  tell(
    edit: (chatId: number, messageId: number, progress: BroadcastProgress) => Promise<boolean>,
  ): Promise<void>;
}

export function createBroadcasts({ store, cache, now, log, onQueued }: BroadcastDoors): Broadcasts {
  const draftKey = (id: string) => `broadcast:draft:${id}`;
  const stopKey = (id: string) => `broadcast:stopped:${id}`;
  const prefix = (id: string) => `broadcast:${id}:`;

  async function progress(id: string): Promise<BroadcastProgress> {
    const states = await store.progress(prefix(id));
    const total = Object.values(states).reduce((sum, count) => sum + count, 0);
    const { sent, failed, expired, cancelled } = states;
    // Messages to chats that go meanwhile are cancelled too: that is no stop.
    const stopped = sent < total && (await cache.get(stopKey(id))) !== undefined;
    return { id, total, sent, missed: failed + expired + cancelled, stopped };
  }

  /** Whoever announces sees it arrive, also where nothing was ever chosen and no row speaks of the chat. */
  async function listeners({ id, kind, preferences }: Chat): Promise<{ id: number; silent: boolean }[]> {
    const known = await store.audience();
    if (kind === 'channel' || known.some((chat) => chat.id === id)) return known;
    return [...known, { id, silent: preferences.silent === true }];
  }

  const underWay = async () => (await cache.get<UnderWay[]>(UNDER_WAY)) ?? [];

  return {
    async draft(text, shownIn) {
      const id = now().toString(36);
      await cache.set(draftKey(id), text, DRAFT_LIFE);
      return { id, chats: (await listeners(shownIn)).length };
    },

    async begin(id, language, shownIn, messageId) {
      const text = await cache.get<string>(draftKey(id));
      if (text === undefined) {
        // Confirmed twice in a moment, it is on its way.
        const far = await progress(id);
        return far.total > 0 ? far : undefined;
      }
      const at = now();
      const deliveries = (await listeners(shownIn)).map((chat) => ({
        key: `${prefix(id)}${chat.id}`,
        kind: 'broadcast' as const,
        chatId: chat.id,
        silent: chat.silent,
        expiresAt: at + LIFE,
      }));
      const queued = await store.enqueue([{ content: { language, text }, deliveries }], at);
      await cache.set(UNDER_WAY, [...(await underWay()), { id, chatId: shownIn.id, messageId }], LIFE);
      await cache.delete(draftKey(id));
      log.info('broadcast queued', { messages: queued });
      onQueued();
      return progress(id);
    },

    async stop(id) {
      await cache.set(stopKey(id), true, LIFE);
      await store.cancelDeliveries(prefix(id), 'stopped', now());
      return progress(id);
    },

    async drop(id) {
      await cache.delete(draftKey(id));
    },

    async tell(edit) {
      const faults: unknown[] = [];
      for (const { id, chatId, messageId, told: before } of await underWay()) {
        try {
          const far = await progress(id);
          const told = `${far.sent} ${far.missed}`;
          const gone = told !== before && !(await edit(chatId, messageId, far));
          const over = gone || far.sent + far.missed >= far.total;
          // Read again: another may have begun meanwhile.
          const present = await underWay();
          const left = present.flatMap((each) => (each.id !== id ? [each] : over ? [] : [{ ...each, told }]));
          await cache.set(UNDER_WAY, left, LIFE);
        } catch (fault) {
          faults.push(fault);
        }
      }
      if (faults.length > 0) throw faults[0];
    },
  };
}
