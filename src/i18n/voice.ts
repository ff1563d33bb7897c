import type { Language } from '../domain/languages.ts';
import { LANGUAGES } from '../domain/languages.ts';
import { isolate } from '../text/bidi.ts';
import type { Catalogue } from './ar.ts';
import { formatsOf } from './formats.ts';

/** `ar` from `ar.ts`, and so on. */
const CATALOGUES = Object.fromEntries(
  await Promise.all(
    LANGUAGES.map(async (code) => [code, (await import(new URL(`${code}.ts`, import.meta.url).href))[code]]),
  ),
) as Record<Language, Catalogue>;

/** All that the bot says in a language. */
export function catalogueOf(language: Language): Catalogue {
  return CATALOGUES[language];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Monday, in ms: 5 January 1970. */
const MONDAY = 4 * DAY;

export interface VoiceOptions {
  /** IANA zone in which dates are told. */
  timeZone: string;
  digits: 'latin' | 'arabic';
}

/** How one chat is spoken to: its catalogue, and its numbers, dates and lists. */
export interface Voice {
  language: Language;
  base: 'rtl' | 'ltr';
  says: Catalogue;
  number(value: number): string;
  /** `قبل ٣ ساعات` within a day, `أمس` and days within a week, the date before that. Both times in ms. */
  age(at: number, precision: 'instant' | 'day', now: number): string;
  /** The day in words, `26 يناير 2024`. */
  date(at: number): string;
  /** A day that is kept without an hour (midnight UTC), in words. */
  day(at: number): string;
  /** The day without its year, `26 يناير`. */
  dayAndMonth(at: number): string;
  /** The day with its weekday, `الخميس 26 نوفمبر 2026`. */
  longDate(at: number): string;
  /** The Hijri day by the calendar of Umm al-Qura, `16 جمادى الآخرة 1448 هـ`. */
  hijriDate(at: number): string;
  /** The day in words and the time of day, `26 يناير 2024، 08:30`. */
  dateTime(at: number): string;
  /** The time of day, `08:30`. */
  time(at: number): string;
  /** The hour of the day, 0 to 23, by the chat's clock. */
  hour(at: number): number;
  /** When something was told, for a text that is read later: the time today, yesterday's as such, else the date. */
  moment(at: number, precision: 'instant' | 'day', now: number): string;
  /** A coming moment: weekday, date and time. */
  coming(at: number): string;
  /** A time of day, `08:30`, in the chat's digits. */
  clock(time: string): string;
  /** A day of the calendar (`2026-11-26`) in words without its year: `الخميس 26 نوفمبر`. */
  calendarDay(date: string): string;
  /** The name of a day of the week, Monday 1 to Sunday 7. */
  weekday(day: number): string;
  list(items: readonly string[]): string;
  /** The name of a language, `الإنجليزية`. */
  languageName(code: string): string;
}

/** The voice of a language, zone and choice of digits. */
export function voiceOf(language: Language, { timeZone, digits }: VoiceOptions): Voice {
  // `latn` unless asked otherwise: plain `ar` differs by region, so it is always said.
  // English as most of the world writes its dates: 26 January 2024.
  const region = language === 'en' ? 'en-GB' : language;
  const locale = `${region}-u-nu-${digits === 'arabic' && language === 'ar' ? 'arab' : 'latn'}`;
  const formats = formatsOf(locale);
  // What clocks of the zone show, as if it were UTC: so the formats are the same for every zone.
  const shown = (at: number) =>
    at + Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
  const dayNumber = (at: number) => Math.floor(shown(at) / DAY);
  const date = (at: number) => formats.dates.format(shown(at));
  const time = (at: number) => formats.times.format(shown(at));
  /** In words within a week, else as a date. */
  const dayOrDate = (at: number, precision: 'instant' | 'day', apart: number) => {
    if (apart >= 0 && apart < 7) return formats.days.format(-apart, 'day');
    return precision === 'day' ? formats.dates.format(at) : date(at);
  };
  const daysApart = (at: number, precision: 'instant' | 'day', now: number) =>
    dayNumber(now) - (precision === 'day' ? Math.round(at / DAY) : dayNumber(at));
  const comma = language === 'ar' ? '،' : ',';

  return {
    language,
    base: language === 'ar' ? 'rtl' : 'ltr',
    says: CATALOGUES[language],
    number: (value) => formats.numbers.format(value),
    age(at, precision, now) {
      const passed = Math.max(0, now - at);
      if (precision === 'instant') {
        if (passed < MINUTE) return CATALOGUES[language].justNow;
        if (passed < HOUR) return formats.ages.format(-Math.floor(passed / MINUTE), 'minute');
        if (passed < DAY) return formats.ages.format(-Math.floor(passed / HOUR), 'hour');
      }
      return dayOrDate(at, precision, daysApart(at, precision, now));
    },
    date,
    day: (at) => formats.dates.format(at),
    dayAndMonth: (at) => formats.shortDates.format(shown(at)),
    longDate: (at) => formats.longDates.format(shown(at)),
    hijriDate: (at) => formats.hijriDates.format(shown(at)),
    dateTime: (at) => `${date(at)}${comma} ${isolate(time(at))}`,
    time,
    hour: (at) => Math.floor(shown(at) / HOUR) - 24 * dayNumber(at),
    moment(at, precision, moment) {
      const apart = daysApart(at, precision, moment);
      if (precision === 'instant' && apart === 0) return time(at);
      if (precision === 'instant' && apart === 1) return CATALOGUES[language].yesterdayAt(time(at));
      return dayOrDate(at, precision, apart);
    },
    coming: (at) => `${formats.weekdayDates.format(shown(at))}${comma} ${isolate(time(at))}`,
    clock: (time) => time.replace(/\d/g, (digit) => formats.numbers.format(Number(digit))),
    calendarDay: (date) => formats.weekdayDates.format(Date.parse(date)),
    weekday: (day) => formats.weekdays.format(MONDAY + (day - 1) * DAY),
    list: (items) => formats.lists.format(items),
    languageName: (code) => (code === 'und' ? code : (formats.languages.of(code) ?? code)),
  };
}
