import type { ChatKind, Place, Standing } from '../domain/chat.ts';
import type { Clock, Store } from '../domain/ports.ts';

/** Whether chats and their topics may be written to, as Telegram tells it between two messages. */
export interface Standings {
  of(chatId: number): Promise<Standing>;
  /** The chat may be written to (again): somebody there spoke to the bot, or it was given its rights. */
  revive(chatId: number, kind: ChatKind): Promise<void>;
  /** Rights are missing for now: what waits goes on waiting. The reason is a word of the ledger, such as `rights`. */
  pause(chatId: number, kind: ChatKind, reason: string): Promise<void>;
  /** Blocked, kicked, deleted: what waits is cancelled. Settings stay, for the day it comes back. */
  lose(chatId: number, kind: ChatKind, reason: string): Promise<void>;
  /** A group has become a supergroup; told from either side, and as often as it likes. */
  moved(from: number, to: number): Promise<void>;
  topicClosed(place: Place): Promise<void>;
  topicReopened(place: Place): Promise<void>;
}

export interface StandingDoors {
  store: Pick<Store, 'standing' | 'setStanding' | 'migrateChat' | 'pauseTopic' | 'resumeTopic'>;
  now: Clock;
  /** Something may wait that can be sent now. */
  onOpened(): void;
}

export function createStandings({ store, now, onOpened }: StandingDoors): Standings {
  const shut = (chatId: number, kind: ChatKind, status: 'paused' | 'gone', reason: string) =>
    store.setStanding(chatId, kind, { status, reason }, now());
  return {
    of: (chatId) => store.standing(chatId),
    async revive(chatId, kind) {
      // Asked with every update: nearly always there is nothing to write.
      if ((await store.standing(chatId)).status === 'active') return;
      await store.setStanding(chatId, kind, { status: 'active' }, now());
      onOpened();
    },
    pause: (chatId, kind, reason) => shut(chatId, kind, 'paused', reason),
    lose: (chatId, kind, reason) => shut(chatId, kind, 'gone', reason),
    async moved(from, to) {
      await store.migrateChat(from, to, now());
      onOpened();
    },
    async topicClosed(place) {
      await store.pauseTopic(place, 'topic-closed', now());
    },
    async topicReopened(place) {
      await store.resumeTopic(place);
    },
  };
}
