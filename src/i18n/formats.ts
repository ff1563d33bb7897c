/** What Intl needs to speak one language with one kind of digits. Days and times are told as they stand in UTC. */
export interface Formats {
  numbers: Intl.NumberFormat;
  /** `قبل 3 ساعات` */
  ages: Intl.RelativeTimeFormat;
  /** `أمس` where the language has a word for it */
  days: Intl.RelativeTimeFormat;
  dates: Intl.DateTimeFormat;
  shortDates: Intl.DateTimeFormat;
  longDates: Intl.DateTimeFormat;
  weekdayDates: Intl.DateTimeFormat;
  hijriDates: Intl.DateTimeFormat;
  times: Intl.DateTimeFormat;
  weekdays: Intl.DateTimeFormat;
  lists: Intl.ListFormat;
  languages: Intl.DisplayNames;
}

const made = new Map<string, Formats>();

/** The formats of a locale, made once: a format for dates holds some 30 KiB outside the heap. */
export function formatsOf(locale: string): Formats {
  const formats = made.get(locale) ?? makeFormats(locale);
  made.set(locale, formats);
  return formats;
}

function makeFormats(locale: string): Formats {
  const dated = (options: Intl.DateTimeFormatOptions, of = locale) =>
    new Intl.DateTimeFormat(of, { ...options, timeZone: 'UTC' });
  const [day, month, year, weekday] = ['numeric', 'long', 'numeric', 'long'] as const;
  return {
    numbers: new Intl.NumberFormat(locale, { useGrouping: 'min2' }),
    ages: new Intl.RelativeTimeFormat(locale, { numeric: 'always' }),
    days: new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
    dates: dated({ day, month, year }),
    shortDates: dated({ day, month }),
    longDates: dated({ weekday, day, month, year }),
    weekdayDates: dated({ weekday, day, month }),
    hijriDates: dated({ day, month, year }, `${locale}-ca-islamic-umalqura`),
    times: dated({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    weekdays: dated({ weekday }),
    lists: new Intl.ListFormat(locale, { type: 'conjunction' }),
    languages: new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }),
  };
}
