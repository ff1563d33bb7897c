import { scanHours } from '../text/hours.ts';
import type { HoursRead } from './reading-hours.ts';
import { hoursOf } from './reading-hours.ts';

/** What stands behind `/subscribe`; a part that was not given is absent. */
export interface SubscribeWords {
  /** `@name`, also where a `t.me` address was given, or a channel's id `-100…`. */
  channel?: string;
  hours?: HoursRead;
  /** A place or zone as it was typed, not yet looked up. */
  zoneWords?: string;
}

const CHANNEL =
  /(?:https?:\/\/)?(?:t|telegram)\.me\/(?<path>[a-z]\w*)\/?|@[\p{L}\p{N}_]+|(?<!\S)-100\d{5,}(?!\S)/iu;
/** `Africa/Cairo`, `America/Port-au-Prince`, `Etc/GMT-3`. */
const ZONE_PATH = /[a-z]+(?:[_-][a-z]+)*(?:\/[a-z0-9_+-]+)+/i;
/** `UTC+3`, `+03:30`, `غرينتش +3`; the sign stands free or behind the name, so that `8-10` is none. */
const OFFSET =
  /(?:(?:utc|gmt|[غج]رين[يـ]?تش)\s*|(?<![\p{L}\p{N}:]))[+\-\u2212\u2013]\s?\p{Nd}{1,2}(?::?\p{Nd}{2})?(?![\p{Nd}:])/iu;

/**
 * Parts `[@channel] [hours] [zone]` in whatever order they come: the channel and zones in Latin notation first, then hours
 * wherever they stand; the words left over name a place.
 */
export function readSubscribe(args: string): SubscribeWords {
  const channel = CHANNEL.exec(args);
  let rest = channel ? blanked(args, channel) : args;
  const zones: { from: number; words: string }[] = [];
  for (const pattern of [ZONE_PATH, OFFSET]) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    zones.push({ from: found.index, words: found[0].trim() });
    rest = blanked(rest, found);
  }
  const entries = scanHours(rest);
  const hours = entries.filter(({ kind }) => kind !== 'other');
  let joins = false;
  for (const { kind, from, to } of entries) {
    const last = zones.at(-1);
    // Words side by side are one name, with what stands between them: "Trinidad and Tobago".
    if (kind !== 'other') joins = false;
    else if (joins && last !== undefined) last.words = rest.slice(last.from, to);
    else zones.push({ from, words: rest.slice(from, to) });
    joins = kind === 'other';
  }
  const zoneWords = zones
    .sort((a, b) => a.from - b.from)
    .map(({ words }) => words.replace(/\s+/g, ' '))
    .join(' ');
  const name = channel?.groups?.path === undefined ? channel?.[0] : `@${channel.groups.path}`;
  return {
    ...(name !== undefined && { channel: name }),
    ...(hours.length > 0 && { hours: hoursOf(rest, hours) }),
    ...(zoneWords !== '' && { zoneWords }),
  };
}

/** The text with the match replaced by as many spaces, so that places in it stay what they are. */
function blanked(text: string, match: RegExpExecArray): string {
  const end = match.index + match[0].length;
  return text.slice(0, match.index) + ' '.repeat(match[0].length) + text.slice(end);
}
