import type { Language } from '../domain/chat.ts';
import { isolate } from '../text/bidi.ts';
import type { Catalogue } from './ar.ts';
import { ar } from './ar.ts';

import { en } from './en.ts';

const CATALOGUES: Record<Language, Catalogue> = { ar, en };

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

const voices = new Map<string, Voice>();

/** The voice of a language, zone and choice of digits; built once each, since Intl objects are costly. */
export function voiceOf(language: Language, options: VoiceOptions): Voice {
  const key = `${language}|${options.timeZone}|${options.digits}`;
  let voice = voices.get(key);
  if (!voice) {
    voice = buildVoice(language, options);
    // Readers may try many zones; the map stays small all the same.
    if (voices.size > 500) voices.clear();
    voices.set(key, voice);
  }
  return voice;
}

function buildVoice(language: Language, { timeZone, digits }: VoiceOptions): Voice {
  // `latn` unless asked otherwise: plain `ar` differs by region, so it is always said.
  // English as most of the world writes its dates: 26 January 2024.
  const region = language === 'ar' ? 'ar' : 'en-GB';
  const locale = `${region}-u-nu-${digits === 'arabic' && language === 'ar' ? 'arab' : 'latn'}`;
  const numbers = new Intl.NumberFormat(locale, { useGrouping: 'min2' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const days = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const shortDates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone });
  const dayDates = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const longDates = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  const comingDays = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  });
  const hijriDates = new Intl.DateTimeFormat(`${locale}-ca-islamic-umalqura`, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  const times = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const hours = new Intl.DateTimeFormat('en-u-nu-latn', { hour: '2-digit', hourCycle: 'h23', timeZone });
  const calendar = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const localDay = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const dayNumber = (at: number) => Math.round(Date.parse(localDay.format(at)) / DAY);

  function age(at: number, precision: 'instant' | 'day', now: number): string {
    const passed = Math.max(0, now - at);
    if (precision === 'instant') {
      if (passed < MINUTE) return CATALOGUES[language].justNow;
      if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
      if (passed < DAY) return relative.format(-Math.floor(passed / HOUR), 'hour');
    }
    const apart =
      precision === 'day' ? dayNumber(now) - Math.round(at / DAY) : dayNumber(now) - dayNumber(at);
    if (apart >= 0 && apart < 7) return days.format(-apart, 'day');
    return (precision === 'day' ? dayDates : dates).format(at);
  }

  return {
    language,
    base: language === 'ar' ? 'rtl' : 'ltr',
    says: CATALOGUES[language],
    number: (value) => numbers.format(value),
    age,
    date: (at) => dates.format(at),
    day: (at) => dayDates.format(at),
    dayAndMonth: (at) => shortDates.format(at),
    longDate: (at) => longDates.format(at),
    hijriDate: (at) => hijriDates.format(at),
    dateTime: (at) => `${dates.format(at)}${language === 'ar' ? '،' : ','} ${isolate(times.format(at))}`,
    time: (at) => times.format(at),
    hour: (at) => Number(hours.format(at)),
    moment(at, precision, moment) {
      const apart =
        precision === 'day' ? dayNumber(moment) - Math.round(at / DAY) : dayNumber(moment) - dayNumber(at);
      if (precision === 'instant' && apart === 0) return times.format(at);
      if (precision === 'instant' && apart === 1) return CATALOGUES[language].yesterdayAt(times.format(at));
      if (apart >= 0 && apart < 7) return days.format(-apart, 'day');
      return (precision === 'day' ? dayDates : dates).format(at);
    },
    coming: (at) => `${comingDays.format(at)}${language === 'ar' ? '،' : ','} ${isolate(times.format(at))}`,
    clock: (time) => time.replace(/\d/g, (digit) => numbers.format(Number(digit))),
    calendarDay: (date) => calendar.format(Date.parse(date)),
    weekday: (day) => weekdays.format(MONDAY + (day - 1) * DAY),
    list: (items) => lists.format(items),
    languageName: (code) => (code === 'und' ? code : (languages.of(code) ?? code)),
  };
}
