import type { NameWord } from './name-tables/name-words.ts';
import { withoutClitics } from './name-tables/name-words.ts';
import { FRACTION_WORD, FRACTIONS, HUNDREDS, TENS, TIMES, UNITS } from './number-tables.ts';
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

const WRITTEN = /^(\d[\d.,]*?)[.,]?(\p{L}*)$/u;
const PERCENT = /^ب?ال(?:مئه|مائه)$/;
const FRACTION = /^third$/;
/** Second, where tens follow: «الثانية والخمسين». */
const SECOND = /^[وفبل]?(?:ل?ال)?ثاني(?:ه)?$/;
/** «ألّف كتابًا» is no thousand. */
const LONE = /^[وفبل]?(?:ال)?(?:ألفا|(?:ألف|مليون|مليار)(?:\u064bا|ا\u064b)?)$/;
const LONE_ENGLISH = /^(?:thousand|million|billion|trillion)$/;
const TWO = /^[وفبل]?(مليونا|مليارا|ألفا)$/;
const THOUSAND = 1000;
const TEEN = new Set(['عشر', 'عشره']);

/** The numbers of a text, read off its words: `41,500`, `7,25`, `4.6 billion`, `ثلاثة آلاف`, `التاسعة عشرة`, `twenty-two`. */
export function numbersIn(words: readonly NameWord[]): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (let at = 0; at < words.length; ) {
    const first = inDigits(words, at) ?? part(words, at);
    const here = first && { digits: '', at, ...whole(words, at, first) };
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

/** A number with what adds to it in smaller units: «ملياران و300 مليون», “two million three hundred thousand”. */
function whole<First extends Part>(words: readonly NameWord[], at: number, first: First): First {
  let { value, length } = first;
  const isBareFigure = 'digits' in first && length === 1;
  let last = isBareFigure ? 0 : value;
  while (last >= THOUSAND) {
    const more = added(words, at + length, last);
    if (!more) break;
    value += more.value;
    length += more.length;
    last = more.value;
  }
  return { ...first, value, length };
}

interface Part {
  value: number;
  length: number;
}

/** A hundred or more behind «و», or right behind an English one, that is less than what it is added to. */
function added(words: readonly NameWord[], at: number, to: number): Part | undefined {
  const word = words[at];
  if (!word?.runsOn) return undefined;
  if (word.form === 'ونصف') return halfMore(words, at, to);
  if (word.form === 'و') {
    const digits = inDigits(words, at + 1);
    const isPart = digits && digits.length > 1 && digits.value < to;
    return isPart ? { value: digits.value, length: 1 + digits.length } : undefined;
  }
  if (word.script === 'arabic' && !word.form.startsWith('و')) return undefined;
  const more = part(words, at);
  return more && more.value >= 100 && more.value < to ? more : undefined;
}

/** «مليون ونصف المليون», «مليونين ونصف»: half of the largest unit in it; «ونصف السكان» is half of something else. */
function halfMore(words: readonly NameWord[], at: number, to: number): Part | undefined {
  const unit = Math.max(...[...TIMES.values()].filter((times) => times <= to));
  const next = words[at + 1];
  if (next?.runsOn && timesOf(next) === unit) return { value: unit / 2, length: 2 };
  return unit > THOUSAND && !next?.form.startsWith('ال') ? { value: unit / 2, length: 1 } : undefined;
}

/** A small number with what multiplies it: «ستة عشر ألفًا», “three hundred thousand”, «نصف مليون», a million by itself. */
function part(words: readonly NameWord[], at: number): Part | undefined {
  const first = fraction(words, at) ?? smallNumber(words, at) ?? lone(words, at);
  if (!first) return undefined;
  let { value, length } = first;
  for (let next = words[at + length]; next?.runsOn; next = words[at + length]) {
    const times = next.form.startsWith('و') ? undefined : timesOf(next);
    // A lone واحد or أحد multiplies nothing.
    if (times === undefined || (value === 1 && next.script === 'arabic')) break;
    value = product(String(value), times);
    length++;
  }
  return { value, length };
}

/** A half, or a quarter, of what multiplies: «نصف مليون», «ربع مليار», “half a million”, “a quarter of a million”. */
function fraction(words: readonly NameWord[], at: number): Part | undefined {
  const [, form = ''] = FRACTION_WORD.exec(words[at]?.form ?? '') ?? [];
  const quarters = /^(?:quarters|ارباع)$/.test(words[at + 1]?.form ?? '');
  const share = FRACTIONS.get(quarters ? `${form} quarters` : form);
  if (share === undefined) return undefined;
  let times = at + (quarters ? 2 : 1);
  if (words[times]?.form === 'of') times++;
  if (words[times]?.form === 'a') times++;
  if (!words[times]?.runsOn || timesOf(words[times]) === undefined) return undefined;
  return { value: share, length: times - at };
}

/** A thousand, a million: by itself in Arabic, behind “a” in English. */
function lone(words: readonly NameWord[], at: number): Part | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.form === 'a')
    return next?.runsOn && LONE_ENGLISH.test(next.form) ? { value: 1, length: 1 } : undefined;
  if (word?.script !== 'arabic') return undefined;
  // «مليونا أوقية», «ألفا شخص»: two, without the ending of «مليونًا»; at an end «ألفا» is written for «ألفًا».
  const two = TWO.exec(word.raw)?.[1];
  const value = timesOf(word);
  if (two !== undefined && value !== undefined && (two !== 'ألفا' || next?.runsOn === true))
    return { value: value * 2, length: 1 };
  return value !== undefined && LONE.test(word.raw) ? { value, length: 1 } : undefined;
}

function timesOf(word: NameWord | undefined): number | undefined {
  for (const form of word ? bareForms(word) : []) {
    const times = TIMES.get(form);
    if (times !== undefined) return times;
  }
  return undefined;
}

/** Below a thousand, or what says as much in one word: «مئتان وخمسون», “two hundred and fifty”, “fifteen hundred”, «ألفان». */
function smallNumber(words: readonly NameWord[], at: number): Part | undefined {
  const word = words[at];
  if (!word || word.script === 'number') return undefined;
  const small = belowHundred(words, at) ?? (word.form === 'a' ? { value: 1, length: 1 } : undefined);
  if (small) {
    const { value, length } = small;
    const next = words[at + length];
    if (next?.form === 'hundred' && next.runsOn && word.script === 'latin') {
      const behind = at + length + (words[at + length + 1]?.form === 'and' ? 2 : 1);
      const rest = words[behind]?.runsOn ? belowHundred(words, behind) : undefined;
      return rest
        ? { value: value * 100 + rest.value, length: behind - at + rest.length }
        : { value: value * 100, length: length + 1 };
    }
    if (word.form === 'a') return undefined;
    return withHalf(words, at, small);
  }
  // في المئة, بالمئة: of a hundred.
  const hundreds = PERCENT.test(word.form) ? undefined : valueIn(word, HUNDREDS);
  if (hundreds === undefined) return undefined;
  const more = words[at + 1]?.form.startsWith('و') ? belowHundred(words, at + 1) : undefined;
  return more ? { value: hundreds + more.value, length: 1 + more.length } : { value: hundreds, length: 1 };
}

/** «ثلاثة ونصف», “two and a half”; behind an hour («الثامنة ونصف») a half is thirty minutes. */
function withHalf(words: readonly NameWord[], at: number, small: Part): Part {
  const [next, then, last] = words.slice(at + small.length, at + small.length + 3);
  const half = { value: small.value + 0.5, length: small.length };
  if (next?.form === 'ونصف' && next.runsOn && !/^[وفبل]?ا?ل/.test(words[at]?.form ?? ''))
    return { ...half, length: half.length + 1 };
  if (next?.form === 'and' && then?.form === 'a' && last?.form === 'half')
    return { ...half, length: half.length + 3 };
  return small;
}

function belowHundred(words: readonly NameWord[], at: number): Part | undefined {
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
  if (tens === undefined) return undefined;
  const rest = word.script === 'latin' && next?.runsOn ? valueIn(next, UNITS) : undefined;
  return rest !== undefined && rest < 10 ? { value: tens + rest, length: 2 } : { value: tens, length: 1 };
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
