import type { Place } from '../domain/chat.ts';
import { isAt } from '../domain/chat.ts';
import type { ChatEffect } from '../domain/delivery.ts';
import type { Button } from '../domain/message.ts';
import type { Clock, Store } from '../domain/ports.ts';
import type { Catalogue } from '../i18n/ar.ts';
import type { Chats } from './chats.ts';

/** A word that comes later than this, in ms, is of no use. */
const LIFE = 3 * 24 * 3_600_000;

export interface NoticeDoors {
  store: Pick<Store, 'chat' | 'subscriptionsOf' | 'enqueue' | 'standing'>;
  chats: Chats;
  /** User ids of those who run the bot: told when a digest has ended and whoever set it up cannot be. */
  operators: readonly number[];
  now: Clock;
}

/** Tells those who set a digest up, once and in private, that it cannot go on where it goes; how many were told. */
export type Notices = (place: Place, effect: ChatEffect) => Promise<number>;

export function createNotices({ store, chats, operators, now }: NoticeDoors): Notices {
  /** Who is to hear of it. */
  async function hearers(ownerId: number | undefined, effect: ChatEffect): Promise<readonly number[]> {
    if (ownerId !== undefined && (await store.standing(ownerId)).status !== 'gone') return [ownerId];
    return effect.kind === 'gone' ? operators : [];
  }

  return async (place, effect) => {
    const tell = sentenceFor(effect);
    // In a private chat there is nobody else to tell.
    if (!tell || place.chatId > 0) return 0;
    const concerned = (await store.subscriptionsOf(place.chatId)).filter(
      (each) => effect.kind !== 'topic-paused' || isAt(place)(each),
    );
    // Gone again is news again; of rights and topics that come and go within the ledger's weeks one word is enough.
    const since = effect.kind === 'gone' ? (await store.standing(place.chatId)).since : undefined;
    const isChannel = (await store.chat(place.chatId))?.kind === 'channel';
    let told = 0;
    for (const { id, ownerId, schedule } of concerned) {
      const times = schedule.times.join(' · ');
      for (const hearer of await hearers(ownerId, effect)) {
        const { language, says } = chats.voice(await chats.chat(hearer, 'private'));
        const digest = isChannel ? says.digestOfChannel(times) : says.digestOfGroup(times);
        const named = hearer === ownerId ? digest : says.digestOfPlace(digest, String(place.chatId));
        const buttons: Button[][] =
          effect.kind === 'topic-paused' && effect.reason === 'topic-gone'
            ? [[{ label: says.buttonToGeneral, command: `general ${id}` }]]
            : [];
        const key = `notice:${keyOf(effect)}:${place.chatId}:${id}${since === undefined ? '' : `:${since}`}`;
        told += await store.enqueue(
          [
            {
              content: { language, text: tell(says, named), buttons },
              deliveries: [
                {
                  key: hearer === ownerId ? key : `${key}:${hearer}`,
                  kind: 'notice',
                  chatId: hearer,
                  silent: false,
                  expiresAt: now() + LIFE,
                },
              ],
            },
          ],
          now(),
        );
      }
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
