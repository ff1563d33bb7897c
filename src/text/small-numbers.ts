/** Numbers below a thousand, and what multiplies them, as words say them. */
import type { NameWord } from './name-tables/name-words.ts';
import { withoutClitics } from './name-tables/name-words.ts';
import {
  ALPHA,
  FRACTION,
  FRACTION_WORD,
  FRACTIONS,
  HUNDREDS,
  LONE,
  LONE_ENGLISH,
  PERCENT,
  RANK,
  SECOND,
  TENS,
  TIMES,
  TWO,
  UNITS,
} from './number-tables.ts';
import { FEW_WORDS, remembering } from './word-memory.ts';

/** «يوم الاثنين» is a day. */
const MONDAY = /^[وفبل]?(?:ال|ل)اثنين$/;
/** What stands behind «ألفا» where nothing is counted by it: it is written for «ألفًا» then. */
const NO_NOUN = /^(?:و.*|في|من|منذ|خلال|بينهم|بينها|علي|الي|عن|حتي|بعد|قبل|كل|مع)$/;
const TEEN = new Set(['عشر', 'عشره']);

/** A number by its words: how many they are. */
export interface Part {
  value: number;
  length: number;
}

/** A half, or a quarter, of what multiplies: «نصف مليون», «ربع مليار», “half a million”, “a quarter of a million”. */
export function fraction(words: readonly NameWord[], at: number): Part | undefined {
  const [, form = ''] = FRACTION_WORD.exec(words[at]?.form ?? '') ?? [];
  const quarters = /^(?:quarters|ارباع)$/.test(words[at + 1]?.form ?? '');
  const share = FRACTIONS.get(quarters ? `${form} quarters` : form);
  // The first half is none of what follows.
  if (share === undefined || RANK.test(words[at - 1]?.form ?? '')) return undefined;
  let times = at + (quarters ? 2 : 1);
  if (words[times]?.form === 'of') times++;
  if (words[times]?.form === 'a') times++;
  const runsOn = words.slice(at + 1, times + 1).every((word) => word.runsOn);
  if (!runsOn || timesOf(words[times]) === undefined) return undefined;
  return { value: share, length: times - at };
}

/** A thousand, a million: by itself in Arabic, behind “a” in English. */
export function lone(words: readonly NameWord[], at: number): Part | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.form === 'a') {
    const isCounted = next?.runsOn === true && LONE_ENGLISH.test(next.form) && !isCompound(words, at);
    return isCounted ? { value: 1, length: 1 } : undefined;
  }
  if (word?.script !== 'arabic') return undefined;
  // «مليونا أوقية», «ألفا شخص»: two, without the ending of «مليونًا»; at an end «ألفا» is written for «ألفًا».
  const two = TWO.exec(word.raw)?.[1];
  if (word.form.endsWith('الفا') && (ALPHA.test(words[at - 1]?.form ?? '') || next?.form.startsWith('ال')))
    return undefined;
  const value = timesOf(word);
  if (
    two !== undefined &&
    value !== undefined &&
    (two !== 'ألفا' || (next?.runsOn === true && !NO_NOUN.test(next.form)))
  )
    return { value: value * 2, length: 1 };
  return value !== undefined && LONE.test(word.raw) ? { value, length: 1 } : undefined;
}

/** What a word multiplies the number before it by. */
export function timesOf(word: NameWord | undefined): number | undefined {
  for (const form of word ? bareForms(word) : []) {
    const times = TIMES.get(form);
    if (times !== undefined) return times;
  }
  return undefined;
}

/** Below a thousand, or what says as much in one word: «مئتان وخمسون», “two hundred and fifty”, “fifteen hundred”, «ألفان». */
export function smallNumber(words: readonly NameWord[], at: number): Part | undefined {
  const word = words[at];
  if (!word || word.script === 'number') return undefined;
  const small =
    belowHundred(words, at) ??
    (word.form === 'a' && !isCompound(words, at) ? { value: 1, length: 1 } : undefined);
  if (small) {
    const { value, length } = small;
    const next = words[at + length];
    if (next?.form === 'hundred' && next.runsOn && word.script === 'latin') {
      const isJoined = words[at + length + 1]?.form === 'and';
      const behind = at + length + (isJoined ? 2 : 1);
      const rest = words[behind]?.runsOn ? belowHundred(words, behind) : undefined;
      // Between three hundred and five hundred: two numbers.
      const isOther =
        (isJoined && words[at - 1]?.form === 'between') ||
        words[behind + (rest?.length ?? 0)]?.form === 'hundred';
      return rest && !isOther
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
  const isHour = words[at - 1]?.form === 'الساعه' || /^[وفبل]?ا?ل/.test(words[at]?.form ?? '');
  if (next?.form === 'ونصف' && next.runsOn && !isHour) return { ...half, length: half.length + 1 };
  if (next?.form === 'and' && then?.form === 'a' && last?.form === 'half')
    return { ...half, length: half.length + 3 };
  return small;
}

/** “A million-dollar prize”, “a hundred-year-old mosque”: told of one thing, and no count of many. */
function isCompound(words: readonly NameWord[], at: number): boolean {
  return words[at + 2]?.gap === '-';
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
  if (MONDAY.test(word.form)) return undefined;
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
