import type { Moment, TimeOfDay, Zone } from './civil-time.ts';
import { instantAt, isCivilDay, startOfDay } from './civil-time.ts';
import type { DateToken } from './date-tokens.ts';
import { dateTokens, isMark, phraseAt, withoutComments } from './date-tokens.ts';
import { gregorianOfHijri } from './hijri.ts';
import { WEEKDAYS } from './months.ts';
import type { WrittenDay } from './written-day.ts';
import { readEra, readNamedDay, readNumericDay } from './written-day.ts';
import { readOffset, readTime, readZone } from './written-time.ts';

/** Everything a text says about its date. A zone belongs to the time before it, or, before any time, to them all. */
interface Findings {
  days: WrittenDay[];
  times: { time: TimeOfDay; zones: Zone[] }[];
  zones: Zone[];
}

const DAY = 86_400_000;

const PASSED_MARKS = new Set([...',;|-•·.:/()[]«»"\'*~_']);
const PASSED_WORDS = new Set(
  (
    'تاريخ التاريخ بتاريخ وتاريخ النشر نشر نشرت نشرها تم اخر تحديث التحديث حدث حدثت محدث كتب كتبت في يوم اليوم الموافق موافق ' +
    'الموافقه عند تمام علي من عام العام سنه لعام لسنه شهر حسب بحسب وفق بالتوقيت المحلي المحليه مدينه ' +
    'published publish posted updated update last modified created written date pubdate on at of the and time t'
  ).split(' '),
);
const HOUR_WORDS = new Set(['الساعه', 'ساعه', 'والساعه']);

/** Reads token after token; `undefined` as soon as one has no part in a date, for then the text says something else. */
function findAll(tokens: readonly DateToken[], arabic: boolean): Findings | undefined {
  const found: Findings = { days: [], times: [], zones: [] };
  let announced = false;
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    const last = found.times.at(-1);
    const clock = token.kind === 'number' ? readTime(tokens, at, announced) : undefined;
    if (clock !== undefined) {
      found.times.push({ time: clock.time, zones: [] });
      at = clock.next;
      announced = false;
      continue;
    }
    const day = token.kind === 'number' ? readNumericDay(tokens, at, arabic) : undefined;
    const written = day ?? (token.kind === 'mark' ? undefined : readNamedDay(tokens, at));
    if (written !== undefined) {
      found.days.push(written.value);
      at = written.next;
      continue;
    }
    if (token.kind === 'number') {
      // asctime and its kin: the year comes last, after the time.
      const yearless = found.days.at(-1);
      if (token.text.length !== 4 || yearless === undefined || yearless.year !== undefined) return undefined;
      yearless.year = token.value;
      at = readEra(tokens, at + 1)?.next ?? at + 1;
      continue;
    }
    const weekday = phraseAt(tokens, at, WEEKDAYS);
    if (weekday !== undefined) {
      at = weekday.next;
      continue;
    }
    const zone =
      token.kind === 'word' ? readZone(tokens, at, last !== undefined) : last && readOffset(tokens, at);
    if (zone !== undefined && !(token.text === '-' && readNamedDay(tokens, at + 1) !== undefined)) {
      (last?.zones ?? found.zones).push(zone.zone);
      at = zone.next;
      continue;
    }
    const passed = token.kind === 'mark' ? PASSED_MARKS.has(token.text) : PASSED_WORDS.has(token.text);
    const hourWord = token.kind === 'word' && HOUR_WORDS.has(token.text);
    // A misspelt or foreign weekday: the first word, in Latin letters, with a comma right after it.
    const strangeWeekday =
      at === 0 && token.kind === 'word' && token.text < '\u0250' && isMark(tokens, 1, ',');
    if (!passed && !hourWord && !strangeWeekday) return undefined;
    if (token.kind === 'word') announced = hourWord;
    at += 1;
  }
  return found;
}

/** The one Gregorian day the text means: its Gregorian date before its Hijri one; `undefined` when two differ. */
function dayMeant(days: readonly WrittenDay[]): { year: number; month: number; day: number } | undefined {
  const gregorian = days.filter((day) => day.calendar === 'gregorian');
  const candidates = gregorian.length > 0 ? gregorian : days;
  const [first] = candidates;
  if (first?.year === undefined) return undefined;
  for (const other of candidates) {
    if (other.year !== first.year || other.month !== first.month || other.day !== first.day) return undefined;
  }
  const { year, month, day } = first;
  if (first.calendar === 'gregorian') return isCivilDay(year, month, day) ? { year, month, day } : undefined;
  const converted = first.numeric ? undefined : gregorianOfHijri(year, month, day);
  return converted && isCivilDay(converted.year, converted.month, converted.day) ? converted : undefined;
}

/** The value all share, whole days aside when `modulo` is a day; `undefined` when they differ or one is not known. */
function agreed(
  values: readonly (number | undefined)[],
  modulo = Number.POSITIVE_INFINITY,
): number | undefined {
  const first = values[0];
  if (first === undefined) return undefined;
  return values.every((value) => value !== undefined && (value - first) % modulo === 0) ? first : undefined;
}

function momentOf(found: Findings, fallback: Zone): Moment | undefined {
  const date = dayMeant(found.days);
  if (date === undefined) return undefined;
  const { year, month, day } = date;
  const general = found.zones.length > 0 ? found.zones : [fallback];
  if (found.times.length === 0) {
    const at = agreed(general.map((zone) => startOfDay(year, month, day, zone)));
    return at === undefined ? undefined : { at, precision: 'day' };
  }
  // The same moment told by two clocks may fall on two days, of which only the first is written.
  const instants = found.times.map(({ time, zones }) =>
    agreed((zones.length > 0 ? zones : general).map((zone) => instantAt(year, month, day, time, zone))),
  );
  const at = agreed(instants, DAY);
  return at === undefined ? undefined : { at, precision: 'instant' };
}

/**
 * Reads a date written for people, in Arabic or English, word by word: every word must have a part in a date.
 * What stands in parentheses counts when it fits (a zone, the other name of a month) and is a comment otherwise.
 */
export function readWrittenDate(text: string, zone: Zone): Moment | undefined {
  const { tokens, arabic } = dateTokens(text);
  const found = findAll(tokens, arabic);
  const moment = found && momentOf(found, zone);
  if (moment !== undefined || !tokens.some((token) => token.text === '(')) return moment;
  const bare = findAll(withoutComments(tokens), arabic);
  // A comment after a time may be a zone under an unknown name, so it is dropped only when the zone is known without it.
  const zoned = bare && (bare.zones.length > 0 || bare.times.every((time) => time.zones.length > 0));
  return zoned ? momentOf(bare, zone) : undefined;
}
