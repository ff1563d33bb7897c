import type { Clock } from '../domain/ports.ts';
import type { Spend, SpendStore } from '../domain/spend-store.ts';
import type { Prompt } from '../domain/summary-prompt.ts';
import { utf8Bytes } from '../text/lengths.ts';

/** What a server adds around messages, in tokens; generously. */
const AROUND = 100;

/** The day's tokens, set aside before each call at their worst and settled after it. */
export interface Purse {
  /** Tokens set aside for a call, or nothing when the day has not as many left. */
  reserve(prompt: Prompt, mostAnswer: number): Promise<Reserved | undefined>;
  today(): Promise<Spend & { day: string }>;
}

export interface Reserved {
  /** The most that the call can cost. */
  most: number;
  settle(spent: number): Promise<void>;
}

export function createPurse(store: SpendStore, cap: number, now: Clock): Purse {
  const day = () => new Date(now()).toISOString().slice(0, 10);
  return {
    async reserve({ system, user }, mostAnswer) {
      // Tokenizers that fall back on bytes make no more tokens of a text than it has bytes.
      const tokens = utf8Bytes(system) + utf8Bytes(user) + AROUND + mostAnswer;
      const on = day();
      if (!(await store.reserveTokens({ day: on, tokens, cap }))) return undefined;
      let open = true;
      return {
        most: tokens,
        async settle(spent) {
          if (!open) return;
          open = false;
          await store.settleTokens({ day: on, reserved: tokens, spent });
        },
      };
    },
    async today() {
      const on = day();
      return { day: on, ...(await store.spendOf(on)) };
    },
  };
}
