import type { NameWord } from './name-tables/name-words.ts';
import { TIMES } from './number-tables.ts';
import type { Part } from './small-numbers.ts';
import { fraction, lone, smallNumber, timesOf } from './small-numbers.ts';

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

const THOUSAND = 1000;

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

/** A hundred or more behind «و», or right behind an English one, that is less than what it is added to. */
function added(words: readonly NameWord[], at: number, to: number): Part | undefined {
  const word = words[at];
  if (!word?.runsOn) return undefined;
  if (word.form === 'ونصف') return halfMore(words, at, to);
  if (word.form === 'و') {
    const digits = inDigits(words, at + 1);
    const isPart =
      digits &&
      digits.value < to &&
      (digits.length > 1 || (digits.value >= 100 && digits.value < THOUSAND && to < 1e6));
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
