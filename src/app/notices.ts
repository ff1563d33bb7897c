import type { Place } from '../domain/chat.ts';
import type { ChatEffect } from '../domain/delivery.ts';
import type { Button } from '../domain/message.ts';
import type { Clock, Store } from '../domain/ports.ts';
import type { Catalogue } from '../i18n/ar.ts';
import type { Chats } from './chats.ts';

/** A word that comes later than this, in ms, is of no use. */
const LIFE = 3 * 24 * 3_600_000;

export interface NoticeDoors {
  store: Pick<Store, 'chat' | 'subscriptionsOf' | 'enqueue'>;
  chats: Chats;
  now: Clock;
}

/** Tells those who set a digest up, once and in private, that it cannot go on where it goes. */
export type Notices = (place: Place, effect: ChatEffect) => Promise<number>;

export function createNotices({ store, chats, now }: NoticeDoors): Notices {
  return async (place, effect) => {
    const tell = sentenceFor(effect);
    // In a private chat there is nobody else to tell.
    if (!tell || place.chatId > 0) return 0;
    const concerned = (await store.subscriptionsOf(place.chatId)).filter(
      ({ ownerId, threadId }) =>
        ownerId !== undefined && (effect.kind !== 'topic-paused' || threadId === place.threadId),
    );
    const isChannel = (await store.chat(place.chatId))?.kind === 'channel';
    let told = 0;
    for (const { id, ownerId, schedule } of concerned) {
      if (ownerId === undefined) continue;
      const { language, says } = chats.voice(await chats.chat(ownerId, 'private'));
      const times = schedule.times.join(' · ');
      const digest = isChannel ? says.digestOfChannel(times) : says.digestOfGroup(times);
      const buttons: Button[][] =
        effect.kind === 'topic-paused' && effect.reason === 'topic-gone'
          ? [[{ label: says.buttonToGeneral, command: `general ${id}` }]]
          : [];
      told += await store.enqueue(
        [
          {
            content: { language, text: tell(says, digest), buttons },
            deliveries: [
              {
                key: `notice:${keyOf(effect)}:${place.chatId}:${id}`,
                kind: 'notice',
                chatId: ownerId,
                silent: false,
                expiresAt: now() + LIFE,
              },
            ],
          },
        ],
        now(),
      );
    }
    return told;
  };
}

function sentenceFor(effect: ChatEffect): ((says: Catalogue, digest: string) => string) | undefined {
  if (effect.kind === 'paused') return (says, digest) => says.noticeRights(digest);
  if (effect.kind === 'gone') return (says, digest) => says.noticeGone(digest);
  if (effect.kind !== 'topic-paused') return undefined;
  return effect.reason === 'topic-closed'
    ? (says, digest) => says.noticeTopicClosed(digest)
    : (says, digest) => says.noticeTopicGone(digest);
}

function keyOf(effect: ChatEffect): string {
  return 'reason' in effect ? `${effect.kind}:${effect.reason}` : effect.kind;
}
