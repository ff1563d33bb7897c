import type { Transformer } from 'grammy';
import { GrammyError } from 'grammy';
import type { Log } from '../domain/ports.ts';

/**
 * Tells the log once that the first call has not reached Telegram, since it is tried again without a word for as long as
 * it takes, and once that it has.
 */
export function unreachable(log: Log): Transformer {
  let told = false;
  return async (call, method, payload, signal) => {
    if (method !== 'getMe') return call(method, payload, signal);
    try {
      const answer = await call(method, payload, signal);
      if (told && answer.ok) log.info('telegram reached');
      return answer;
    } catch (error) {
      // The error's own text may carry the address, and with it the token.
      if (!told && !(error instanceof GrammyError))
        log.warn('telegram cannot be reached: trying again; see TELEGRAM_API_ROOT and the network');
      told = true;
      throw error;
    }
  };
}
