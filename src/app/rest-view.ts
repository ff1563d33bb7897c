import type { Standing } from '../domain/chat.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Voice } from '../i18n/voice.ts';

/** Why nothing of a digest goes out for now, a word of the ledger; `undefined` while it does. */
export function restOf({ status, pausedFor }: Subscription, standing: Standing): string | undefined {
  if (standing.status !== 'active') return standing.reason ?? standing.status;
  return status === 'paused' ? (pausedFor ?? status) : undefined;
}

/** That a digest rests, why, and what brings it back. */
export function restText(reason: string, { says }: Voice): string {
  switch (reason) {
    case 'blocked':
      return says.restBlocked;
    case 'kicked':
    case 'left':
      return says.restKicked;
    case 'rights':
      return says.restRights;
    case 'topic-closed':
      return says.restTopicClosed;
    case 'topic-gone':
      return says.restTopicGone;
    case 'deleted':
    case 'deactivated':
    case 'not-found':
      return says.restGone;
    default:
      return says.restOther;
  }
}
