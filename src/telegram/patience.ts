import type { Transformer } from 'grammy';

/** Waits longer than this are refused: the person who asked has gone by then. In seconds. */
const LONGEST_WAIT = 30;
const MOST_TRIES = 4;

/** Waits some seconds, or less when the signal says stop. */
export type Sleep = (seconds: number, signal?: AbortSignal) => Promise<void>;

/**
 * Waits as Telegram asks (429, `retry_after`) and repeats the call: a refused call was surely not
 * carried out. Nothing else is repeated, since a lost answer may hide a message that was sent.
 */
export function patience(sleep: Sleep): Transformer {
  return async (call, method, payload, signal) => {
    for (let attempt = 1; ; attempt++) {
      const answer = await call(method, payload, signal);
      const wait = answer.ok || answer.error_code !== 429 ? undefined : answer.parameters?.retry_after;
      if (wait === undefined || wait > LONGEST_WAIT || attempt >= MOST_TRIES) return answer;
      await sleep(wait, signal as AbortSignal | undefined);
    }
  };
}
