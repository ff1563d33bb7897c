import type { Place, Standing } from '../domain/chat.ts';
import { placeOf } from '../domain/chat.ts';
import type { ChatEffect, DueDelivery, RowEnd } from '../domain/delivery.ts';
import { react } from '../domain/delivery.ts';
import { isRich } from '../domain/message.ts';
import type { Messenger, Sending, SendOutcome } from '../domain/messenger.ts';
import type { Clock, Log, Store } from '../domain/ports.ts';
import type { ChatPace } from './chat-pace.ts';
import { createDeliveryTexts } from './delivery-texts.ts';
import type { HousePace } from './house-pace.ts';
import type { Notices } from './notices.ts';
import type { SendRecord } from './send-record.ts';

export interface SendDoors {
  store: Pick<Store, 'content' | 'chat' | 'standing'>;
  messenger: Messenger;
  record: SendRecord;
  pace: HousePace;
  chats: ChatPace;
  notices: Notices;
  now: Clock;
  /** A number in [0, 1) each time. */
  chance(): number;
  log: Log;
  /** Aborts when answers are waited for no longer. */
  givenUp: AbortSignal;
}

/** Sends one delivery, from its note in the outbox to the note of what became of it. */
export type SendOne = (row: DueDelivery) => Promise<{
  /** Absent: it could not begin. */
  end?: RowEnd['state'];
  /** When something may be due because of it, in ms. */
  lookAt: number;
}>;

export function createSendOne(doors: SendDoors): SendOne {
  const { store, messenger, record, pace, chats, now, log } = doors;
  const textsOf = createDeliveryTexts(store);

  async function attempt(sending: Sending): Promise<SendOutcome> {
    try {
      return await messenger.send(sending, doors.givenUp);
    } catch (error) {
      // It could not even be put into a request: a fault of the text, which others do not share.
      return { kind: 'refused', code: 400, description: error instanceof Error ? error.message : 'unknown' };
    }
  }

  async function chosenBy(chatId: number): Promise<'resend' | 'drop'> {
    try {
      return (await store.chat(chatId))?.preferences.whenUncertain ?? 'resend';
    } catch {
      // Nothing is lost for want of an answer to this.
      return 'resend';
    }
  }

  return async (row) => {
    const { id, chatId, silent } = row;
    const pieces = await textsOf(row);
    const content = pieces[row.piece];
    if (!(await record.start(id))) return { lookAt: now() };
    const tried = { ...row, attempts: row.attempts + 1 };
    const place = placeOf(row);
    chats.sent(chatId, now());
    const outcome: SendOutcome = content
      ? await attempt({ ...place, content, silent, plain: row.form === 'plain', paid: pace.paid() })
      : { kind: 'refused', code: 400, description: 'its text is gone' };
    const reaction = react(outcome, tried, {
      now: now(),
      chance: doors.chance(),
      whenUncertain: outcome.kind === 'lost' ? await chosenBy(chatId) : 'resend',
      last: row.piece >= pieces.length - 1,
      rich: content !== undefined && isRich(content),
      drawn: content?.drawing !== undefined,
    });
    const { row: end, chat, house } = reaction;
    await pace.learn(house, outcome, chatId);
    if (end.state === 'cancelled')
      log.info('digest goes without its picture', { delivery: id, reason: wordOf(outcome) });
    if (end.state === 'failed') log.warn('message not delivered', { delivery: id, reason: end.reason });
    const chatFreeAt = chats.freeAt(chatId);
    await record.end({
      id,
      ...place,
      attempt: tried.attempts,
      end,
      ...(chat ? { chat } : {}),
      chatFreeAt,
    });
    if (chat && (await told(place, chat))) return { end: end.state, lookAt: now() };
    return { end: end.state, lookAt: Math.max(chatFreeAt, 'notBefore' in end ? end.notBefore : 0) };
  };

  /** Whether somebody is to be told what befell the chat. */
  async function told(place: Place, effect: ChatEffect): Promise<boolean> {
    try {
      // The last of several strikes ends the chat: the store counts them.
      const { status, reason = '' }: Standing =
        effect.kind === 'strike' ? await store.standing(place.chatId) : { status: 'active' };
      return (await doors.notices(place, status === 'gone' ? { kind: 'gone', reason } : effect)) > 0;
    } catch (error) {
      log.error('nobody is told that a chat cannot be written to', { reason: String(error) });
      return false;
    }
  }
}

function wordOf(outcome: SendOutcome): string {
  if (outcome.kind === 'refused') return `${outcome.code} ${outcome.description}`;
  return outcome.kind === 'sent' ? 'sent' : outcome.reason;
}
