import type { Transformer } from 'grammy';
import type { Budget } from '../domain/messenger.ts';

/** Waits longer than this are refused: the person who asked has gone by then. In seconds. */
const LONGEST_WAIT = 30;
const MOST_TRIES = 4;

/** Waits some seconds, or less when the signal says stop. */
export type Sleep = (seconds: number, signal?: AbortSignal) => Promise<void>;

/**
 * Waits as Telegram asks (429, `retry_after`) and repeats the call: a refused call was surely not
 * carried out.
 * The token's one budget learns of what goes out here, and of every such wait.
 */
export function patience(sleep: Sleep, budget: Budget): Transformer {
  return async (call, method, payload, signal) => {
    const chat = 'chat_id' in payload ? Number(payload.chat_id) : undefined;
    const about = chat === undefined || Number.isNaN(chat) ? {} : { chatId: chat };
    for (let attempt = 1; ; attempt++) {
      if (method.startsWith('send')) budget.spent(about.chatId);
      const answer = await call(method, payload, signal);
      const wait = answer.ok || answer.error_code !== 429 ? undefined : answer.parameters?.retry_after;
      if (wait !== undefined) budget.refused({ ...about, seconds: wait });
      if (wait === undefined || wait > LONGEST_WAIT || attempt >= MOST_TRIES) return answer;
      await sleep(wait, signal as AbortSignal | undefined);
    }
  };
}
