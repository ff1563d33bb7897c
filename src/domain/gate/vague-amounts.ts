import type { FactSentence, Facts } from './facts.ts';
import type { Fault } from './fault.ts';

/** Amounts that are told by their size alone, and the least of it; normalised. */
const VAGUE: ReadonlyMap<string, number> = new Map(
  (
    [
      [10, 'dozens tens scores عشرات'],
      [100, 'hundreds مئات مءات مائات'],
      [1000, 'thousands الاف'],
      [1e6, 'millions ملايين'],
      [1e9, 'billions مليارات'],
    ] as const
  ).flatMap(([least, forms]) => forms.split(' ').map((form) => [form, least] as const)),
);
/** Nobody calls less than two of them hundreds. */
const LEAST = 1.9;
const MOST = 1000;

/** The first «مئات», “hundreds” of a summary of whose size the sources have neither the word nor a number. */
export function vagueFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  for (const { words, numbers } of summary) {
    for (const [at, { form, raw }] of words.entries()) {
      const least = vagueOf(form);
      if (least === undefined || numbers.some((one) => at >= one.at && at < one.at + one.length)) continue;
      if (!isToldOf(least, facts)) return { check: 'numbers', what: raw };
    }
  }
  return undefined;
}

function isToldOf(least: number, { forms, numbers }: Facts): boolean {
  for (const form of forms) if (vagueOf(form) === least) return true;
  for (const value of numbers.keys()) if (value > LEAST * least && value < MOST * least) return true;
  return false;
}

function vagueOf(form: string): number | undefined {
  return VAGUE.get(form) ?? VAGUE.get(form.replace(/^[وفبل]?(?:ال|ل)?/, ''));
}
