import type { HouseEffect } from '../domain/delivery.ts';
import { backOff } from '../domain/delivery.ts';
import type { Budget, SendOutcome } from '../domain/messenger.ts';
import type { Pace } from '../domain/pace.ts';
import { isDown, newPace, refused, served, spent, unreached, waitOf } from '../domain/pace.ts';
import type { Clock, Log, Store } from '../domain/ports.ts';
import type { ChatPace } from './chat-pace.ts';

/** The rate that a paid one falls back to, in messages a second. */
const FREE_RATE = 25;
/** Longest wait between two looks whether the server is back, in ms. */
const LOOKED_FOR_EVERY = 60_000;
const PAUSE_MARK = 'telegram-pause';

export interface PaceDoors {
  store: Pick<Store, 'mark' | 'setMark'>;
  now: Clock;
  chance(): number;
  log: Log;
  rate: number;
  /** Whether Stars may be spent on a rate above the free one. */
  paid: boolean;
  onFatal(reason: string): void;
}

/** How fast the house may send, and what its answers teach about that. Times in ms. */
export interface HousePace {
  /** Takes up a pause that was on record. */
  resume(): Promise<void>;
  /** How long nobody may be written to. */
  paused(): number;
  /** How long until the next message may begin. */
  wait(): number;
  begin(): void;
  /** The server does not answer: one try at a time finds out when it does again. */
  down(): boolean;
  paid(): boolean;
  /** Telegram refuses us altogether. */
  stopped(): boolean;
  limit(): number;
  learn(effect: HouseEffect, outcome: SendOutcome, chatId: number): Promise<void>;
  budget: Budget;
}

export function createHousePace(doors: PaceDoors, chats: ChatPace): HousePace {
  const { store, now, log } = doors;
  let pace: Pace = newPace(doors.rate);
  let { paid } = doors;
  let stopped = false;

  async function flooded(chatId: number | undefined, until: number): Promise<void> {
    if (chatId !== undefined) chats.block(chatId, until);
    const before = pace.pausedUntil;
    pace = refused(pace, now(), chatId, until);
    if (pace.pausedUntil <= before) return;
    log.warn('Telegram asks everybody for patience', { wait: pace.pausedUntil - now() });
    try {
      await store.setMark(PAUSE_MARK, pace.pausedUntil);
    } catch (error) {
      log.error('a pause is not on record', { reason: String(error) });
    }
  }

  function unreachable(): void {
    pace = unreached(pace, now(), (failures) => backOff(failures, doors.chance(), LOOKED_FOR_EVERY));
    if (isDown(pace))
      log.warn('Telegram cannot be reached', { failures: pace.failures, wait: waitOf(pace, now()) });
  }

  function unpaid(): void {
    if (!paid) return;
    paid = false;
    pace = { ...newPace(Math.min(FREE_RATE, doors.rate)), pausedUntil: pace.pausedUntil };
    log.warn('paid sending is refused: the free rate from now on');
  }

  return {
    async resume() {
      pace = { ...pace, pausedUntil: Math.max(pace.pausedUntil, await store.mark(PAUSE_MARK)) };
    },
    paused: () => Math.max(0, pace.pausedUntil - now()),
    wait: () => waitOf(pace, now()),
    begin() {
      pace = spent(pace, now());
    },
    down: () => isDown(pace),
    paid: () => paid,
    stopped: () => stopped,
    limit: () => pace.limit,
    async learn(effect, outcome, chatId) {
      const answered = outcome.kind === 'sent' || (outcome.kind === 'refused' && outcome.code < 500);
      if (answered && effect.kind !== 'flooded') pace = served(pace, now());
      if (effect.kind === 'flooded') await flooded(chatId, effect.until);
      else if (effect.kind === 'down') unreachable();
      else if (effect.kind === 'unpaid') unpaid();
      else if (effect.kind === 'stop') {
        stopped = true;
        doors.onFatal(effect.reason);
      }
    },
    budget: {
      spent(chatId) {
        pace = spent(pace, now());
        if (chatId !== undefined) chats.sent(chatId, now());
      },
      refused: ({ chatId, seconds }) => void flooded(chatId, now() + seconds * 1000),
    },
  };
}
