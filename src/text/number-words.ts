import type { NameWord } from './name-tables/name-words.ts';
import { withoutClitics } from './name-tables/name-words.ts';
import { FEW_WORDS, remembering } from './word-memory.ts';

/** A number as a text writes it, in digits or in words. What is no number of the news (007) has the value NaN. */
export interface WrittenNumber {
  value: number;
  /** The digits as they stand, thousands marks removed, for their count of significant ones; empty for words. */
  digits: string;
  /** Index of its first word, and how many words it takes. */
  at: number;
  length: number;
}

const UNITS = values(
  'three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 ' +
    'eighteen 18 nineteen 19 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 dozen 12 ' +
    'third 3 one 1 two 2 tripled 3 triple 3 trebled 3 threefold 3 quadrupled 4 fourfold 4 ' +
    'واحد 1 واحده 1 احد 1 احدي 1 حادي 1 حاديه 1 اثنان 2 اثنين 2 اثنتان 2 اثنتين 2 اثنا 2 اثني 2 اثنتا 2 اثنتي 2 ' +
    'ثلاث 3 ثلاثه 3 اربع 4 اربعه 4 خمس 5 خمسه 5 ست 6 سته 6 سبع 7 سبعه 7 ثمان 8 ثماني 8 ثمانيه 8 تسع 9 تسعه 9 عشر 10 عشره 10 ' +
    'ثالث 3 ثالثه 3 رابع 4 رابعه 4 خامس 5 خامسه 5 سادس 6 سادسه 6 سابع 7 سابعه 7 ثامن 8 ثامنه 8 تاسع 9 تاسعه 9 عاشر 10 عاشره 10',
);
const TENS = values(
  'twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 twentieth 20 ' +
    'اربعينيات 1940 خمسينيات 1950 ستينيات 1960 سبعينيات 1970 ثمانينيات 1980 تسعينيات 1990 ' +
    'اربعينات 1940 خمسينات 1950 ستينات 1960 سبعينات 1970 ثمانينات 1980 تسعينات 1990 ' +
    'عشرون 20 عشرين 20 ثلاثون 30 ثلاثين 30 اربعون 40 اربعين 40 خمسون 50 خمسين 50 ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80 ثمانين 80 تسعون 90 تسعين 90',
);
const HUNDREDS = values(
  'مئه 100 مائه 100 مئتان 200 مئتا 200 مائتا 200 مئتين 200 مائتان 200 مائتين 200 مئتي 200 مائتي 200 ثلاثمئه 300 ثلاثمائه 300 اربعمئه 400 اربعمائه 400 ' +
    'خمسمئه 500 خمسمائه 500 ستمئه 600 ستمائه 600 سبعمئه 700 سبعمائه 700 ثمانمئه 800 ثمانمائه 800 ثمانيمائه 800 تسعمئه 900 تسعمائه 900 ' +
    'الفان 2000 الفين 2000 مليونان 2000000 مليونين 2000000 مليوني 2000000 ملياران 2000000000 مليارين 2000000000 ملياري 2000000000',
);
const TIMES = values(
  'hundred 100 thousand 1000 million 1000000 billion 1000000000 trillion 1000000000000 m 1000000 bn 1000000000 tn 1000000000000 k 1000 ' +
    'الف 1000 الفا 1000 الاف 1000 مليون 1000000 مليونا 1000000 ملايين 1000000 مليار 1000000000 مليارا 1000000000 مليارات 1000000000 ' +
    'بليون 1000000000 تريليون 1000000000000 تريليونات 1000000000000',
);
const WRITTEN = /^(\d[\d.,]*?)[.,]?(\p{L}*)$/u;
const PERCENT = /^ب?ال(?:مئه|مائه)$/;
const FRACTION = /^third$/;
/** Second, where tens follow: «الثانية والخمسين». */
const SECOND = /^[وفبل]?(?:ل?ال)?ثاني(?:ه)?$/;
/** «ألّف كتابًا» is no thousand. */
const LONE = /^[وفبل]?(?:ال)?(?:ألف|مليون|مليار)$/;
const THOUSAND = 1000;
const TEEN = new Set(['عشر', 'عشره']);

/** The numbers of a text, read off its words: `41,500`, `7,25`, `4.6 billion`, `ثلاثة آلاف`, `التاسعة عشرة`, `twenty-two`. */
export function numbersIn(words: readonly NameWord[]): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (let at = 0; at < words.length; ) {
    const here = inDigits(words, at) ?? inWords(words, at);
    if (here) found.push(here);
    at += here?.length ?? 1;
  }
  return found;
}

function inDigits(words: readonly NameWord[], at: number): WrittenNumber | undefined {
  const word = words[at];
  if (word?.script !== 'number') return undefined;
  const [, written = '', glued = ''] = WRITTEN.exec(word.form) ?? [];
  const digits = plainDigits(written);
  if (digits === undefined) return { value: Number.NaN, digits: written, at, length: 1 };
  const times = TIMES.get(glued);
  if (times !== undefined) return { value: product(digits, times), digits, at, length: 1 };
  const next = words[at + 1];
  const after = glued === '' && next?.runsOn && next.form.length > 2 ? timesOf(next) : undefined;
  return after === undefined
    ? { value: Number(digits), digits, at, length: 1 }
    : { value: product(digits, after), digits, at, length: 2 };
}

/** `1,200` → 1200; `7,25` → 7.25; `41.500` is read as it stands. */
function plainDigits(written: string): string | undefined {
  let text = written;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) text = text.replaceAll(',', '');
  else if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) text = text.replaceAll('.', '');
  else if (/^\d+,\d{1,2}$/.test(text)) text = text.replace(',', '.');
  return /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? text : undefined;
}

/** Rounded to what a double holds, so that 4.6 × 10⁹ is the same however it is written. */
function product(digits: string, times: number): number {
  return Number((Number(digits) * times).toPrecision(12));
}

function timesOf(word: NameWord): number | undefined {
  for (const form of bareForms(word)) {
    const times = TIMES.get(form);
    if (times !== undefined) return times;
  }
  return undefined;
}

function inWords(words: readonly NameWord[], at: number): WrittenNumber | undefined {
  const first = smallNumber(words, at) ?? lone(words[at]);
  if (!first) return undefined;
  let { value, length } = first;
  const next = words[at + length];
  const times = next?.runsOn ? timesOf(next) : undefined;
  // ستة عشر ألفًا; but a lone واحد or أحد multiplies nothing.
  if (times !== undefined && value > 1) {
    value = product(String(value), times);
    length++;
  }
  const more = words[at + length];
  // «مليون ومئتا ألف»: what follows in smaller units adds to it.
  if (value >= THOUSAND && more?.runsOn && more.form.startsWith('و')) {
    const rest = inWords(words, at + length);
    if (rest && rest.value < value && rest.value > 2 && rest.value % 100 === 0)
      return { value: value + rest.value, digits: '', at, length: length + rest.length };
  }
  return { value, digits: '', at, length };
}

/** «مليون شخص»: a million by itself. */
function lone(word: NameWord | undefined): { value: number; length: number } | undefined {
  const value = word?.script === 'arabic' ? timesOf(word) : undefined;
  // «مليونا أوقية»: two, without the ending of «مليونًا».
  if (value !== undefined && /^[وفبل]?(?:مليونا|مليارا)$/.test(word?.raw ?? ''))
    return { value: value * 2, length: 1 };
  return value !== undefined && LONE.test(word?.raw ?? '') ? { value, length: 1 } : undefined;
}

function smallNumber(words: readonly NameWord[], at: number): { value: number; length: number } | undefined {
  const word = words[at];
  if (!word || word.script === 'number') return undefined;
  const next = words[at + 1];
  // A third of them is no number of things.
  if (FRACTION.test(word.form) && (/^(?:a|one|two)$/.test(words[at - 1]?.form ?? '') || next?.form === 'of'))
    return undefined;
  const second = word.script === 'arabic' && SECOND.test(word.form) && next ? tensBehind(next) : undefined;
  if (second !== undefined) return { value: second + 2, length: 2 };
  const unit = valueIn(word, UNITS);
  if (unit !== undefined) {
    if (unit < 10 && next && word.script === 'arabic' && TEEN.has(next.form))
      return { value: unit + 10, length: 2 };
    const tens = unit < 10 && next?.form.startsWith('و') ? valueIn(next, TENS) : undefined;
    return tens === undefined ? { value: unit, length: 1 } : { value: unit + tens, length: 2 };
  }
  const tens = valueIn(word, TENS);
  if (tens !== undefined) {
    const rest = word.script === 'latin' && next?.runsOn ? valueIn(next, UNITS) : undefined;
    return rest !== undefined && rest < 10 ? { value: tens + rest, length: 2 } : { value: tens, length: 1 };
  }
  // في المئة, بالمئة: of a hundred.
  const hundreds = PERCENT.test(word.form) ? undefined : valueIn(word, HUNDREDS);
  if (hundreds === undefined) return undefined;
  const more = next?.form.startsWith('و') ? smallNumber(words, at + 1) : undefined;
  return more && more.value < 100
    ? { value: hundreds + more.value, length: 1 + more.length }
    : { value: hundreds, length: 1 };
}

function tensBehind(next: NameWord): number | undefined {
  return next.form.startsWith('و') ? valueIn(next, TENS) : undefined;
}

function valueIn(word: NameWord, table: ReadonlyMap<string, number>): number | undefined {
  for (const form of bareForms(word)) {
    const value = table.get(form);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A word as it stands and without the particles and the article joined to it. */
function bareForms({ form, script }: NameWord): readonly string[] {
  return script === 'arabic' ? arabicForms(form) : [form];
}

const arabicForms = remembering(
  (form) =>
    withoutClitics(form).flatMap((each) => {
      if (each.startsWith('ال')) return [each, each.slice(2)];
      // «حل رابعًا»: in the accusative.
      return each.length > 3 && each.endsWith('ا') ? [each, each.slice(0, -1)] : [each];
    }),
  FEW_WORDS,
);

function values(table: string): ReadonlyMap<string, number> {
  const parts = table.split(' ');
  return new Map(
    Array.from({ length: parts.length / 2 }, (_, at) => [parts[at * 2] ?? '', Number(parts[at * 2 + 1])]),
  );
}
