import type { Fault } from './fault.ts';

/** Of the letters of a summary; the rest may be names in their own script. */
const LEAST_OWN = 0.7;
const SHORTEST = 25;
/** UTF-16 units: three full sentences; a model is asked for fewer. */
export const LONGEST_SUMMARY = 600;
const MOST_SENTENCES = 4;

/** Whether a summary is in the language asked for, and of a summary's length. */
export function formFault(text: string, sentences: number, language: 'ar' | 'en'): Fault | undefined {
  if (text.length < SHORTEST) return { check: 'length', what: `${text.length}` };
  if (text.length > LONGEST_SUMMARY) return { check: 'length', what: `${text.length}` };
  if (sentences > MOST_SENTENCES) return { check: 'length', what: `${sentences} sentences` };
  const arabic = count(text, /\p{Script=Arabic}/gu);
  const latin = count(text, /\p{Script=Latin}/gu);
  const letters = count(text, /\p{L}/gu);
  const own = language === 'ar' ? arabic : latin;
  return own >= LEAST_OWN * letters ? undefined : { check: 'language', what: language };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
