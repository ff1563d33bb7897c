import type { LeftOut } from '../domain/edition.ts';
import type { RichText } from '../domain/rich-text.ts';
import type { DeliveryTally, PassedSlot } from '../domain/subscription-store.ts';
import type { Topic } from '../domain/topic.ts';
import type { Voice } from '../i18n/voice.ts';
import { followName } from './alert-view.ts';
import type { Account, StoryAccount } from './ledger.ts';
import { restText } from './rest-view.ts';
import { hoursText, slotText } from './subscription-view.ts';
import { zoneName } from './zone-view.ts';

/** How a subscription stands, in a paragraph; its hours are told by its own clock, which need not be the chat's. */
export function accountText(
  { subscription, rest, last, deliveries }: Account,
  voice: Voice,
  now: number,
): RichText {
  const { says } = voice;
  const { times, timeZone } = subscription.schedule;
  const lines = [
    says.whySchedule(hoursText(times, voice), zoneName(timeZone, voice)),
    rest === undefined ? '' : restText(rest, voice),
    subscription.next && rest === undefined
      ? says.whyNext(slotText(subscription.next, timeZone, voice, now))
      : '',
    last ? says.whyLast(slotText(last, timeZone, voice, now), verdictText(last, voice)) : '',
    ...deliveries.map((tally) => tallyText(tally, voice)),
  ];
  return lines.filter(Boolean).join('\n');
}

/** What became of one story here; always at least one sentence. */
export function storyAccountText(
  { told, hit, left }: StoryAccount,
  topics: readonly Topic[],
  voice: Voice,
): string {
  const { says } = voice;
  const followed = hit?.follow ? followName(hit.follow, topics, voice) : '…';
  // A hit that went into an edition has come only if that edition had room for it.
  const heard = hit?.hit.state !== 'merged' || told !== undefined;
  const sentences = [
    told ? (told.developed ? says.whyStoryDeveloped : says.whyStoryIn)(voice.coming(told.at)) : '',
    hit && heard ? (hit.hit.state === 'held' ? says.whyStoryHeld : says.whyStoryHit)(followed) : '',
    !told && left ? `${says.whyStoryNot} ${capital(leftText(left, voice))}.` : '',
    !told && !(hit && heard) && !left ? says.whyStoryNot : '',
  ];
  return sentences.filter(Boolean).join('\n');
}

export function leftText(why: LeftOut, { says }: Voice): string {
  const texts = {
    topic: says.leftTopic,
    language: says.leftLanguage,
    told: says.leftTold,
    room: says.leftRoom,
  } as const satisfies Record<LeftOut, string>;
  return texts[why];
}

/** Why something stopped, from the ledger's word for it. */
function reasonText(reason: string | undefined, { says }: Voice): string {
  switch (reason) {
    case 'blocked':
      return says.reasonBlocked;
    case 'kicked':
    case 'left':
      return says.reasonKicked;
    case 'rights':
    case 'no-rights':
      return says.reasonRights;
    case 'topic-closed':
      return says.reasonTopicClosed;
    case 'deleted':
    case 'deactivated':
    case 'not-found':
      return says.reasonGone;
    default:
      return says.reasonOther;
  }
}

function verdictText({ verdict }: PassedSlot, { says }: Voice): string {
  const texts = {
    'on-time': says.verdictOnTime,
    late: says.verdictLate,
    empty: says.verdictEmpty,
    skipped: says.verdictSkipped,
  } as const;
  return texts[verdict];
}

function tallyText({ state, reason, count }: DeliveryTally, voice: Voice): string {
  const { says } = voice;
  const messages = says.messageCount(count, voice.number(count));
  switch (state) {
    case 'sent':
      return says.stateSent(messages);
    case 'pending':
    case 'sending':
      return says.statePending(messages);
    case 'uncertain':
      return says.stateUncertain(messages);
    case 'failed':
      return says.stateFailed(messages, reasonText(reason, voice));
    case 'expired':
      return says.stateExpired(messages);
    case 'cancelled':
      return reason === 'no-picture' ? says.stateNoPicture : says.stateCancelled(messages);
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
