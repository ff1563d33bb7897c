/** Words for numbers in both languages, normalised: word and value in turn. */
/** Below twenty, with ordinals and what says how many times. */
export const UNITS = values(
  'three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 ' +
    'eighteen 18 nineteen 19 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 dozen 12 ' +
    'third 3 one 1 two 2 tripled 3 triple 3 trebled 3 threefold 3 quadrupled 4 fourfold 4 ' +
    'واحد 1 واحده 1 احد 1 احدي 1 حادي 1 حاديه 1 اثنان 2 اثنين 2 اثنتان 2 اثنتين 2 اثنا 2 اثني 2 اثنتا 2 اثنتي 2 ' +
    'ثلاث 3 ثلاثه 3 اربع 4 اربعه 4 خمس 5 خمسه 5 ست 6 سته 6 سبع 7 سبعه 7 ثمان 8 ثماني 8 ثمانيه 8 تسع 9 تسعه 9 عشر 10 عشره 10 ' +
    'ثالث 3 ثالثه 3 رابع 4 رابعه 4 خامس 5 خامسه 5 سادس 6 سادسه 6 سابع 7 سابعه 7 ثامن 8 ثامنه 8 تاسع 9 تاسعه 9 عاشر 10 عاشره 10',
);
/** From twenty on, with the decades of a century as their first year. */
export const TENS = values(
  'twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 twentieth 20 ' +
    'اربعينيات 1940 خمسينيات 1950 ستينيات 1960 سبعينيات 1970 ثمانينيات 1980 تسعينيات 1990 ' +
    'اربعينات 1940 خمسينات 1950 ستينات 1960 سبعينات 1970 ثمانينات 1980 تسعينات 1990 ' +
    'عشرون 20 عشرين 20 ثلاثون 30 ثلاثين 30 اربعون 40 اربعين 40 خمسون 50 خمسين 50 ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80 ثمانين 80 تسعون 90 تسعين 90',
);
/** Hundreds, and twice a thousand or more in one word. */
export const HUNDREDS = values(
  'مئه 100 مائه 100 مئتان 200 مئتا 200 مائتا 200 مئتين 200 مائتان 200 مائتين 200 مئتي 200 مائتي 200 ثلاثمئه 300 ثلاثمائه 300 اربعمئه 400 اربعمائه 400 ' +
    'خمسمئه 500 خمسمائه 500 ستمئه 600 ستمائه 600 سبعمئه 700 سبعمائه 700 ثمانمئه 800 ثمانمائه 800 ثمانيمائه 800 تسعمئه 900 تسعمائه 900 ' +
    'الفان 2000 الفين 2000 الفي 2000 مليونان 2000000 مليونين 2000000 مليوني 2000000 ملياران 2000000000 مليارين 2000000000 ملياري 2000000000',
);
/** What multiplies a number before it. */
export const TIMES = values(
  'hundred 100 thousand 1000 million 1000000 billion 1000000000 trillion 1000000000000 m 1000000 bn 1000000000 tn 1000000000000 k 1000 ' +
    'الف 1000 الفا 1000 الاف 1000 مليون 1000000 مليونا 1000000 ملايين 1000000 مليار 1000000000 مليارا 1000000000 مليارات 1000000000 ' +
    'بليون 1000000000 بليونا 1000000000 بلايين 1000000000 تريليون 1000000000000 تريليونا 1000000000000 تريليونات 1000000000000',
);

/** Shares of what multiplies behind them; a plural of quarters is told by its English word. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['نصف', 0.5],
  ['ربع', 0.25],
  ['half', 0.5],
  ['quarter', 0.25],
  ['three quarters', 0.75],
  ['ثلاثه quarters', 0.75],
]);
export const FRACTION_WORD = /^[وفبلك]{0,2}(نصف|ربع|ثلاثه|half|quarter|three)$/;

export const PERCENT = /^ب?ال(?:مئه|مائه)$/;
export const FRACTION = /^third$/;
/** Second, where tens follow: «الثانية والخمسين». */
export const SECOND = /^[وفبل]?(?:ل?ال)?ثاني(?:ه)?$/;
/** «ألّف كتابًا» is no thousand. */
export const LONE = /^[وفبل]?(?:ال)?(?:ألفا|(?:ألف|مليون|مليار)(?:\u064bا|ا\u064b)?)$/;
export const LONE_ENGLISH = /^(?:thousand|million|billion|trillion)$/;
export const TWO = /^[وفبل]?(مليونا|مليارا|ألفا)$/;
export const RANK = /^(?:first|second|third|fourth|last|final|this|next)$/;
/** Alfa cars and the alpha variant are no two thousand, nor is «ألفا الجديد». */
export const ALPHA = /^[وفبل]?(?:ال)?(?:متحور|سلاله|سياره|سيارات|طراز|شركه|فيروس|جسيمات|اشعه|موجات)$/;

function values(table: string): ReadonlyMap<string, number> {
  const parts = table.split(' ');
  return new Map(
    Array.from({ length: parts.length / 2 }, (_, at) => [parts[at * 2] ?? '', Number(parts[at * 2 + 1])]),
  );
}
