/** How fast messages may go out: one budget for the token. Times in ms, rates in messages a second. */

/** Sends that could not begin in time may be caught up for so long: a busy machine's timers are late now and then. */
const CATCH_UP = 200;
/** Telegram means everybody when so many chats in a row are refused, or three while nobody is served. */
const REFUSED_IN_A_ROW = 10;
const REFUSED_ALONE = 3;
const WINDOW = 10_000;
/** After a pause for everybody the rate is half, and whole again after so long. */
const RECOVERY = 60_000;
/** The server counts as down after so many failures in a row; then one try finds out whether it is back. */
const DOWN_AFTER = 3;

export interface Pace {
  /** The most that may ever be sent. */
  limit: number;
  /** The rate of the moment `since`; it grows back to the limit. */
  rate: number;
  since: number;
  /** When the next message may go. */
  nextAt: number;
  /** Nobody is written to before this. */
  pausedUntil: number;
  /** Refused chats since the last success, and until when each asked to wait. */
  refused: readonly { chatId: number; at: number; until: number }[];
  servedAt: number;
  /** Failures to reach the server, in a row. */
  failures: number;
}

export function newPace(limit: number, pausedUntil = 0): Pace {
  return {
    limit,
    rate: limit,
    since: 0,
    nextAt: 0,
    pausedUntil,
    refused: [],
    servedAt: Number.NEGATIVE_INFINITY,
    failures: 0,
  };
}

/** The rate by now. */
function rateAt({ limit, rate, since }: Pace, now: number): number {
  return Math.min(limit, rate + (limit / 2) * (Math.max(0, now - since) / RECOVERY));
}

/** When the next message may go, in ms from now; 0: at once. */
export function waitOf(pace: Pace, now: number): number {
  return Math.max(0, pace.pausedUntil - now, pace.nextAt - now);
}

/** The pace after a message has begun. */
export function spent(pace: Pace, now: number): Pace {
  return { ...pace, nextAt: Math.max(pace.nextAt, now - CATCH_UP) + 1000 / rateAt(pace, now) };
}

/** Something arrived: nothing is wrong with everybody. */
export function served(pace: Pace, now: number): Pace {
  return { ...pace, servedAt: now, failures: 0, refused: pace.refused.length === 0 ? pace.refused : [] };
}

/** A chat asked for patience until then; when Telegram means everybody, everybody waits and goes on at half the rate. */
export function refused(pace: Pace, now: number, chatId: number | undefined, until: number): Pace {
  const recent = pace.refused.filter((each) => each.chatId !== chatId && each.at > now - WINDOW);
  const list = chatId === undefined ? recent : [...recent, { chatId, at: now, until }];
  const alone = list.length >= REFUSED_ALONE && pace.servedAt <= now - WINDOW;
  if (chatId !== undefined && !alone && list.length < REFUSED_IN_A_ROW) return { ...pace, refused: list };
  const longest = Math.max(until, ...list.map((each) => each.until));
  return {
    ...pace,
    refused: [],
    pausedUntil: Math.max(pace.pausedUntil, longest),
    rate: Math.max(1, rateAt(pace, now) / 2),
    since: longest,
  };
}

/** The server could not be reached: after a few times everybody waits `pause(failures)` ms before the next try. */
export function unreached(pace: Pace, now: number, pause: (failures: number) => number): Pace {
  const failures = pace.failures + 1;
  if (failures < DOWN_AFTER) return { ...pace, failures };
  const until = now + pause(failures - DOWN_AFTER + 1);
  return { ...pace, failures, pausedUntil: Math.max(pace.pausedUntil, until) };
}

/** Whether the server counts as down: then one message at a time tries whether it is back. */
export function isDown({ failures }: Pace): boolean {
  return failures >= DOWN_AFTER;
}

/** Messages to one chat in a minute: Telegram allows groups 20, and about one a second to anybody. */
const MINUTE = 60_000;
const GROUP_A_MINUTE = 20;
const CHAT_EVERY = 1000;

/** When a chat may get its next message, from the times of its last ones (oldest first, at most 20). */
export function chatFreeAt(sentAt: readonly number[], isGroup: boolean): number {
  const last = sentAt.at(-1);
  if (last === undefined) return 0;
  const first = sentAt[sentAt.length - GROUP_A_MINUTE];
  const byMinute = isGroup && first !== undefined ? first + MINUTE : 0;
  return Math.max(last + CHAT_EVERY, byMinute);
}

/** The times worth keeping after one more message. */
export function withSent(sentAt: readonly number[], at: number): readonly number[] {
  return [...sentAt.filter((each) => each > at - MINUTE), at].slice(-GROUP_A_MINUTE);
}

/** Messages a second that Telegram sends for a bot without Stars. */
const FREE_MOST = 30;
/** Messages under way at once on the free tier: as many may come twice after a kill. */
const FEW = 3;

/** So long, in ms, what is to be noted of many sends is gathered for one record. */
const GATHERED = 8;

/**
 * How many messages a second, how many under way at once, and over how many connections. Paid, three tenths of a second's
 * messages may be under way, most of them waiting for their note: answers are awaited by as many as come in a tenth.
 */
export function sendingPlan({ perSecond, paid }: { perSecond: number; paid: boolean }) {
  const rate = paid ? perSecond : Math.min(perSecond, FREE_MOST);
  if (rate <= FREE_MOST) return { rate, paid: false, atOnce: FEW, connections: FEW, gather: 0 };
  const [atOnce, connections] = [Math.ceil(rate * 0.3), Math.ceil(rate / 10)];
  return { rate, paid: true, atOnce, connections, gather: GATHERED };
}
