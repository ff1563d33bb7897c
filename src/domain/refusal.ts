import type { SendOutcome } from './messenger.ts';

/**
 * What an answer of Telegram means for us. `blocked`, `deactivated`, `kicked` and `deleted`: the chat is gone;
 * `rights`: it may not be written to for now; `unknown-chat` may pass; `poison`: nothing we know.
 */
export type Refusal =
  | 'flood'
  | 'blocked'
  | 'deactivated'
  | 'kicked'
  | 'deleted'
  | 'moved'
  | 'unknown-chat'
  | 'rights'
  | 'topic-closed'
  | 'topic-gone'
  | 'entities'
  | 'too-long'
  | 'unchanged'
  | 'unauthorized'
  | 'unpaid'
  | 'server'
  | 'poison';

/** Wordings of the Bot API server (its Client.cpp) and of Telegram's own errors that it hands through; the first that fits counts. */
const WORDINGS: readonly [RegExp, Refusal][] = [
  [/bot was blocked by the user/i, 'blocked'],
  [/user is deactivated|INPUT_USER_DEACTIVATED/i, 'deactivated'],
  [/group chat was deleted|chat was deleted/i, 'deleted'],
  [/bot was kicked|bot is not a member|CHANNEL_PRIVATE|USER_NOT_PARTICIPANT/i, 'kicked'],
  [/bot can'?t initiate conversation|bots can'?t send messages to bots|USER_IS_BOT/i, 'blocked'],
  [/upgraded to a supergroup/i, 'moved'],
  [/chat not found|PEER_ID_INVALID|user not found|CHAT_ID_INVALID/i, 'unknown-chat'],
  [/topic.?closed/i, 'topic-closed'],
  [/message thread not found|topic.?deleted|topic.?id.?invalid/i, 'topic-gone'],
  [/PAID_BROADCAST|BALANCE_TOO_LOW|not enough stars|paid broadcast/i, 'unpaid'],
  [
    /not enough rights|need administrator rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_ADMIN_REQUIRED|CHAT_SEND_\w+_FORBIDDEN|have no rights to send/i,
    'rights',
  ],
  [/can'?t parse (?:message )?entities|ENTITY_BOUNDS_INVALID|ENTITIES_TOO_LONG/i, 'entities'],
  [/message is too long|MESSAGE_TOO_LONG/i, 'too-long'],
  [/message is not modified/i, 'unchanged'],
];

/** Reads a refusal off its code and wording. */
export function refusalOf(outcome: Extract<SendOutcome, { kind: 'refused' }>): Refusal {
  const { code, description } = outcome;
  if (code === 429) return 'flood';
  if (code === 401 || code === 404) return 'unauthorized';
  if (code >= 500) return 'server';
  if (outcome.migrateTo !== undefined) return 'moved';
  const known = WORDINGS.find(([wording]) => wording.test(description))?.[1];
  if (known) return known;
  // Every other 403 shuts the chat; whether for good shows when somebody there speaks to the bot again.
  return code === 403 ? 'kicked' : 'poison';
}
