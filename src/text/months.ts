// Names are in the folded spelling of date-tokens.ts: lower case, bare alef, ي for ى, ه for ة, no marks.
// One row a month: English; Gulf and Egypt; Algeria and Tunisia; Morocco; the Levant and Iraq.
const MONTH_SPELLINGS = [
  'january|jan|يناير|جانفي|كانون الثاني|كانون ثاني|كانون ثان',
  'february|feb|فبراير|فيفري|شباط|اشباط',
  'march|mar|مارس|اذار',
  'april|apr|ابريل|افريل|نيسان',
  'may|مايو|ماي|مايس|ايار',
  'june|jun|يونيو|يونيه|جوان|حزيران',
  'july|jul|يوليو|يوليه|جويليه|يوليوز|تموز',
  'august|aug|اغسطس|اوت|غشت|اب',
  'september|sept|sep|سبتمبر|شتنبر|ايلول',
  'october|oct|اكتوبر|تشرين الاول|تشرين اول',
  'november|nov|نوفمبر|نونبر|تشرين الثاني|تشرين ثاني|تشرين ثان',
  'december|dec|ديسمبر|دجنبر|كانون الاول|كانون اول',
];

/** Gregorian months, 1 to 12, by folded name, English and every Arabic tradition; `كانون` or `تشرين` alone is neither. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_SPELLINGS.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)),
);

/** Names of weekdays, folded, with and without the article: a date's own day overrules them, so they have no number. */
export const WEEKDAYS: ReadonlyMap<string, true> = new Map(
  (
    'monday|mon|tuesday|tues|tue|wednesday|weds|wed|thursday|thurs|thur|thu|friday|fri|saturday|sat|sunday|sun|' +
    'السبت|الاحد|الاثنين|الثلاثاء|الثلثاء|الاربعاء|الخميس|الجمعه|سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه'
  )
    .split('|')
    .map((name) => [name, true] as const),
);

const ONES = ['الاول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع'];

function ordinalDays(): Map<string, number> {
  const days = new Map<string, number>([
    ['العاشر', 10],
    ['غره', 1],
    ['فاتح', 1],
  ]);
  ONES.forEach((one, index) => {
    const compound = index === 0 ? 'الحادي' : one;
    days.set(one, index + 1);
    days.set(`${compound} عشر`, index + 11);
    for (const ending of ['ون', 'ين']) days.set(`${compound} والعشر${ending}`, index + 21);
  });
  for (const ending of ['ون', 'ين']) {
    days.set(`العشر${ending}`, 20);
    days.set(`الثلاث${ending}`, 30);
    days.set(`الحادي والثلاث${ending}`, 31);
  }
  return days;
}

/** Days of the month as Arabic ordinals in words, folded: `الاول` is 1, `الحادي والثلاثين` is 31. */
export const ORDINAL_DAYS: ReadonlyMap<string, number> = ordinalDays();
