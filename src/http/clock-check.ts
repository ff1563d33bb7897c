import type { Clock } from '../domain/ports.ts';
import type { Check } from './health.ts';

/** Further from the world's time than this, digests come at a wrong hour; in milliseconds. */
const MOST_SKEW = 60_000;
/** A clock is compared no more often than this, in milliseconds. */
const EVERY = 600_000;

/**
 * Compares the clock with the date of a server's answer, whatever it answers; a server that cannot be reached says
 * nothing about the clock.
 */
export function clockCheck(server: string, now: Clock, ask: typeof fetch): Check {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let said: string | undefined;
  return {
    name: 'clock',
    async look(signal) {
      if (now() - lookedAt < EVERY && said === undefined) return undefined;
      let date: string | null;
      try {
        const answer = await ask(server, { method: 'HEAD', redirect: 'manual', signal });
        date = answer.headers.get('date');
      } catch {
        return said;
      }
      const theirs = Date.parse(date ?? '');
      if (Number.isNaN(theirs)) return said;
      lookedAt = now();
      const skew = lookedAt - theirs;
      said =
        Math.abs(skew) <= MOST_SKEW
          ? undefined
          : `the clock is ${Math.round(Math.abs(skew) / 1000)} s ${skew > 0 ? 'ahead of' : 'behind'} the server's`;
      return said;
    },
  };
}
