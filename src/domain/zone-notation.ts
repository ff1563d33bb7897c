import { normalize } from '../text/normalize.ts';
import { ZONE_ABBREVIATIONS } from '../text/zones.ts';
import { placeKey } from './place-key.ts';
import { zoneId } from './time-zone.ts';

/** A zone given as such; `fixed` when it is an offset, which follows no change of clocks. */
export interface WrittenZone {
  zone: string;
  fixed?: true;
}

const OFFSET =
  /^(?:(?:utc|gmt|ut|[غج]رين[يـ]?تش) ?)?(?<sign>[-+−–‐]) ?(?<hours>\d{1,2})(?::?(?<minutes>[0-5]\d))?$/;
/** Etc/GMT+12 to Etc/GMT-14: the zones of ships and of Kiribati. */
const WEST = -12 * 60;
const EAST = 14 * 60;

/** Reads an IANA name in any case (`europe/berlin`) or an offset (`UTC+3`, `+03:30`). */
export function readZoneNotation(words: string): WrittenZone | undefined {
  const text = normalize(words);
  const offset = OFFSET.exec(text)?.groups;
  if (offset !== undefined) {
    const minutes = Number(offset.hours) * 60 + Number(offset.minutes ?? 0);
    return zoneOfOffset(offset.sign === '+' ? minutes : -minutes);
  }
  const zone = text.includes('/') ? zoneId(text.replaceAll(' ', '_')) : undefined;
  return zone === undefined ? undefined : { zone };
}

/** Reads an abbreviation (`GMT`, `EST`), a name that IANA uses alone (`Egypt`), or the city of an IANA name (`Adak`). */
export function readZoneName(words: string): WrittenZone | undefined {
  const text = normalize(words);
  const named = ZONE_ABBREVIATIONS.get(text);
  if (typeof named === 'number') return zoneOfOffset(named);
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone): [string, string] => [placeKey(lastPart(zone)), zone]),
  );
  const zone = named ?? cities.get(placeKey(words)) ?? zoneId(text.replaceAll(' ', '_'));
  return zone === undefined ? undefined : { zone };
}

let cities: ReadonlyMap<string, string> | undefined;

/** Whole hours as `Etc/GMT-3` (POSIX counts west), others as `+05:30`; `undefined` beyond the zones of the earth. */
function zoneOfOffset(minutes: number): WrittenZone | undefined {
  if (minutes < WEST || minutes > EAST) return undefined;
  if (minutes === 0) return { zone: 'UTC' };
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const sign = minutes < 0 ? '-' : '+';
  if (rest === 0) return { zone: `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`, fixed: true };
  return { zone: `${sign}${two(hours)}:${two(rest)}`, fixed: true };
}

/** `UTC+3` or `UTC-3:30` for a zone that is an offset. */
export function offsetName(zone: string): string | undefined {
  const etc = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  if (etc) return `UTC${etc[1] === '+' ? '-' : '+'}${etc[2]}`;
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (!offset) return undefined;
  return `UTC${offset[1]}${Number(offset[2])}${offset[3] === '00' ? '' : `:${offset[3]}`}`;
}

/** `Port Moresby` of `Pacific/Port_Moresby`. */
export function lastPart(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
