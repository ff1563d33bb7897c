/** Words for hours in both languages, in the spelling of `normalize`; phrases of up to three words. */

/** Rows divided by white space are the hours 1 to 12; `_` stands for the space within a phrase. */
const ARABIC_HOURS = `واحده|وحده ثانيه|اثنين|ثنتين|تنتين ثالثه|ثلاثه|تلاته رابعه|اربعه خامسه|خمسه سادسه|سته سابعه|سبعه ثامنه|ثمانيه|تمانيه|ثمان
  تاسعه|تسعه عاشره|عشره حاديه_عشره|حاديه_عشر|احدي_عشره|احد_عشر|احدعش|حداشر ثانيه_عشره|ثانيه_عشر|اثنتي_عشره|اثنتا_عشره|اثني_عشر|اثنا_عشر|اثنعش|اتناشر`;
const ENGLISH_HOURS = 'one two three four five six seven eight nine ten eleven twelve';

/** `الثامنة`, `ثمانية`, `eight`: 1 to 12, of either half of the day. */
export const HOUR_WORDS: ReadonlyMap<string, number> = hourWords();

/** Names of one minute of the day, in minutes since midnight. */
export const NAMED_TIMES: ReadonlyMap<string, number> = new Map([
  ...each(['noon', 'midday', 'الظهر', 'ظهرا', 'الظهيره', 'منتصف النهار'], 12 * 60),
  ...each(['midnight', 'منتصف الليل', 'نصف الليل'], 0),
]);

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'midday' | 'night' | 'noon' | 'midnight';

/** What stands after an hour and says which half of the day is meant. */
export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map([
  ...each(['am', 'a m', 'ص', 'صباحا', 'صباح', 'الصباح', 'في الصباح', 'الصبح', 'صبحا'], 'morning' as const),
  ...each(['قبل الظهر', 'فجرا', 'الفجر', 'ضحي', 'in the morning'], 'morning' as const),
  ...each(
    ['pm', 'p m', 'م', 'بعد الظهر', 'بعد ظهر', 'عصرا', 'العصر', 'in the afternoon'],
    'afternoon' as const,
  ),
  ...each(['مساء', 'مساءا', 'المساء', 'في المساء', 'المغرب', 'in the evening'], 'evening' as const),
  ...each(['ظهرا'], 'midday' as const),
  ...each(['ليلا', 'بالليل', 'في الليل', 'الليل', 'at night'], 'night' as const),
  ...each(['noon', 'midday', 'الظهر', 'بالظهر', 'الظهيره'], 'noon' as const),
  ...each(['midnight', 'منتصف الليل', 'نصف الليل', 'بعد منتصف الليل'], 'midnight' as const),
]);

/** What is added to an Arabic hour after `و`, or taken from it after `إلا`: minutes. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ...each(['نصف', 'النصف', 'نص', 'نصفا'], 30),
  ...each(['ثلث', 'الثلث', 'ثلثا', 'عشرون دقيقه', 'عشرين دقيقه'], 20),
  ...each(['ربع', 'الربع', 'ربعا'], 15),
  ...each(['عشر دقائق', 'عشره دقائق'], 10),
  ...each(['خمس دقائق', 'خمسه دقائق'], 5),
]);

/** After `إلا` alone: elsewhere these are hours. */
export const LACKING: ReadonlyMap<string, number> = new Map([
  ...FRACTIONS,
  ...each(['عشر', 'عشره', 'عشرا'], 10),
  ...each(['خمس', 'خمسه', 'خمسا'], 5),
]);

/** After `و` and another fraction: «ونص وخمسة». */
export const MORE: ReadonlyMap<string, number> = new Map([...FRACTIONS, ...each(['خمس', 'خمسه'], 5)]);

/** What stands before an hour in English, in minutes to be added. */
export const PAST_OR_TO: ReadonlyMap<string, number> = new Map(
  [
    ['five', 5],
    ['ten', 10],
    ['quarter', 15],
    ['a quarter', 15],
    ['twenty', 20],
    ['half', 30],
  ].flatMap(([name, minutes]): [string, number][] => [
    [`${name} past`, Number(minutes)],
    [`${name} to`, -Number(minutes)],
  ]),
);

/** Minutes in English words after an hour: `eight thirty`. */
export const ENGLISH_MINUTES: ReadonlyMap<string, number> = new Map([
  ['fifteen', 15],
  ['thirty', 30],
  ['forty five', 45],
]);

/** Said around hours without a meaning of their own. */
export const FILLERS: ReadonlyMap<string, true> = new Map([
  ...each(['at', 'daily', 'every day', 'الساعه', 'ساعه', 'الساعات', 'عند', 'تمام', 'تماما'], true as const),
  ...each(['يوميا', 'كل يوم'], true as const),
]);

/** After an hour in English. */
export const CLOCK_WORDS: ReadonlyMap<string, true> = new Map([['oclock', true]]);

export const JOINING: ReadonlySet<string> = new Set(['and', 'و', 'ثم']);

/** Whether a word, without the `و` written onto it, belongs to the language of hours. */
export function isHourWord(word: string): boolean {
  first ??= new Set(
    [HOUR_WORDS, NAMED_TIMES, FRACTIONS, FILLERS]
      .flatMap((table) => [...table.keys()])
      .map((phrase) => phrase.split(' ')[0] ?? ''),
  );
  return first.has(word);
}

let first: ReadonlySet<string> | undefined;

function hourWords(): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const row of [ARABIC_HOURS, ENGLISH_HOURS]) {
    for (const [index, names] of row.split(/\s+/).entries()) {
      for (const name of names.replaceAll('_', ' ').split('|')) {
        words.set(name, index + 1);
        if (row === ARABIC_HOURS) words.set(`ال${name}`, index + 1);
      }
    }
  }
  return words;
}

function each<T>(names: readonly string[], value: T): (readonly [string, T])[] {
  return names.map((name) => [name, value] as const);
}
