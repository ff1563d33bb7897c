import type { ChatKind, Place } from '../domain/chat.ts';
import type { Store } from '../domain/ports.ts';
import { joinRich } from '../domain/rich-text.ts';
import { isolate } from '../text/bidi.ts';
import type { Chats } from './chats.ts';
import { languageButtons } from './menu.ts';
import type { Notices } from './notices.ts';
import type { Reply } from './reply.ts';
import type { StandingDoors } from './standing.ts';
import { createStandings } from './standing.ts';

/** How the bot stood in a chat and how it stands now. */
export interface MembershipChange {
  chatId: number;
  kind: ChatKind;
  wasThere: boolean;
  isThere: boolean;
  /** Whether it may send messages there now. */
  mayWrite: boolean;
}

/** What becomes of a chat's digests when the bot comes, goes, or gets other rights, and when a chat moves or closes. */
export interface Presence {
  /** Gives the greeting of a group that the bot meets for the first time. */
  changed(change: MembershipChange): Promise<Reply | undefined>;
  /** Somebody there spoke to the bot: it has not lost the chat, or has it back. */
  heard(chatId: number, kind: ChatKind): Promise<void>;
  /** A group has become a supergroup; told from either side. */
  moved(from: number, to: number): Promise<void>;
  topicClosed(place: Place): Promise<void>;
  topicReopened(place: Place): Promise<void>;
}

export function createPresence(
  chats: Chats,
  doors: StandingDoors & { store: Pick<Store, 'chat'>; notices: Notices },
): Presence {
  const { store, notices } = doors;
  const standings = createStandings(doors);
  const tell: typeof notices = async (place, effect) => {
    const told = await notices(place, effect);
    if (told > 0) doors.onOpened();
    return told;
  };
  return {
    async changed({ chatId, kind, wasThere, isThere, mayWrite }) {
      // Nothing is kept of a chat that asked for nothing, so nothing is noted when it goes.
      const known = (await store.chat(chatId)) !== undefined;
      if (known && !isThere) {
        const reason = kind === 'private' ? 'blocked' : 'kicked';
        await standings.lose(chatId, kind, reason);
        await tell({ chatId }, { kind: 'gone', reason });
      } else if (known && !mayWrite) {
        await standings.pause(chatId, kind, 'rights');
        await tell({ chatId }, { kind: 'paused', reason: 'rights' });
      } else if (known) await standings.revive(chatId, kind);
      if (known || wasThere || !mayWrite || kind !== 'group') return undefined;
      return greeting(chats, chatId);
    },
    async heard(chatId, kind) {
      // Rights that are missing are not proven by words of others; that nobody blocks the bot is.
      const { status } = await standings.of(chatId);
      if (status === 'gone' || (status === 'paused' && kind === 'private'))
        await standings.revive(chatId, kind);
    },
    moved: (from, to) => standings.moved(from, to),
    async topicClosed(place) {
      await standings.topicClosed(place);
      await tell(place, { kind: 'topic-paused', reason: 'topic-closed' });
    },
    topicReopened: (place) => standings.topicReopened(place),
  };
}

function greeting(chats: Chats, chatId: number): Reply {
  const { language, says } = chats.voice({ id: chatId, kind: 'group', preferences: {} });
  const [latest, subscribe, settings] = ['latest', 'subscribe', 'settings'].map((name) =>
    isolate(`/${name}`),
  );
  return {
    language,
    text: joinRich(
      [says.groupGreeting, says.groupGreetingHow(latest ?? '', subscribe ?? '', settings ?? '')],
      '\n\n',
    ),
    buttons: [
      [
        { label: says.buttonLatest, command: 'latest' },
        { label: says.buttonSubscribe, command: 'subscribe' },
      ],
      languageButtons(language),
    ],
  };
}
