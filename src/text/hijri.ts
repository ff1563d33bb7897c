// Folded spelling, as in months.ts. Both cases of ذو are common in print, and both ends of جمادى.
const HIJRI_SPELLINGS = [
  'محرم|المحرم|محرم الحرام',
  'صفر',
  'ربيع الاول|ربيع اول',
  'ربيع الاخر|ربيع الثاني|ربيع ثاني|ربيع اخر',
  'جمادي الاولي|جمادي الاول|جمادي اولي',
  'جمادي الاخره|جمادي الثانيه|جمادي الاخر|جمادي الثاني|جمادي ثانيه',
  'رجب',
  'شعبان',
  'رمضان|رمضان المبارك',
  'شوال',
  'ذو القعده|ذي القعده|ذا القعده|ذوالقعده|ذيالقعده',
  'ذو الحجه|ذي الحجه|ذا الحجه|ذوالحجه|ذيالحجه',
];

/** Hijri months, 1 to 12, by folded name. */
export const HIJRI_MONTHS: ReadonlyMap<string, number> = new Map(
  HIJRI_SPELLINGS.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)),
);

// The years for which the Umm al-Qura calendar is tabulated.
const FIRST_YEAR = 1318;
const LAST_YEAR = 1500;

/** Whether a number can be a Hijri year: 1318 to 1500. */
export function isHijriYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/**
 * The Gregorian day whose daylight belongs to a day of the Umm al-Qura calendar, the civil calendar of Saudi Arabia.
 * `undefined` when the year is outside 1318-1500 or the month has no such day (months have 29 or 30).
 */
export function gregorianOfHijri(
  year: number,
  month: number,
  day: number,
): { year: number; month: number; day: number } | undefined {
  if (!isHijriYear(year) || day < 1 || day > 30) return undefined;
  const monthCode = `M${String(month).padStart(2, '0')}`;
  const first = Temporal.PlainDate.from({ calendar: 'islamic-umalqura', year, monthCode, day: 1 });
  if (day > first.daysInMonth) return undefined;
  const date = first.add({ days: day - 1 }).withCalendar('iso8601');
  return { year: date.year, month: date.month, day: date.day };
}
