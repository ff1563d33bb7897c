import { SAYS_NOTHING } from './doubtful.ts';
import type { NameWord } from './name-words.ts';

/** What the words of one stretch of text are: counts, and whether any Latin word has a small letter. */
export interface Stretch {
  arabic: number;
  latin: number;
  small: boolean;
}

/** One Stretch for each stretch number of the words. */
export function stretchesOf(words: readonly NameWord[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { script, raw, stretch } of words) {
    while (stretches.length <= stretch) stretches.push({ arabic: 0, latin: 0, small: false });
    const here = stretches[stretch];
    if (here === undefined || script === 'number') continue;
    here[script] += 1;
    if (script === 'latin') here.small ||= raw !== raw.toUpperCase();
  }
  return stretches;
}

const isArabic = ({ arabic, latin }: Stretch): boolean => arabic > 0 && latin <= 2 * arabic;

/** Whether a stretch is written in capitals throughout, as headlines are, so that capitals tell nothing. */
export const isShouted = ({ latin, small }: Stretch): boolean => latin > 0 && !small;

const CAPITAL_FIRST = /^\p{Lu}/u;
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;
const CAPITALS = /^\p{Lu}{3,}$/u;
const SERIAL = /^\d{1,4}[a-z]?$/;
const YEAR = /^(?:19|20)\d\d$/;
// Units and endings that numbers bear in capitals too.
const UNIT = /^\d[\d.,]*(?:[a-z]+|(?:M|BN|TN|K|TH|ST|ND|RD|KM|AM|PM|S))$/;

/** A Latin name with its number (`Zarqa-2`, `COVID-19`) whose first word is at `at`: lower case; nothing for `mid-2024`. */
export function serialName(words: readonly NameWord[], at: number, stretch: Stretch): string | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.script !== 'latin' || next?.script !== 'number' || !next.runsOn) return undefined;
  if (next.gap !== '-' && next.gap !== '\u2010') return undefined;
  if (SAYS_NOTHING.has(word.form) || !SERIAL.test(next.form) || YEAR.test(next.form)) return undefined;
  return CAPITAL_FIRST.test(word.raw) || isArabic(stretch) ? `${word.form}-${next.form}` : undefined;
}

/**
 * Whether a word in Latin letters is a name by its looks: any of two letters and more in an Arabic stretch; in another one
 * only a word with a digit, with a capital inside, or of three and more capitals among words that are not.
 */
export function looksLikeName(word: NameWord, stretch: Stretch): boolean {
  const { raw, form, script } = word;
  if (script === 'arabic' || form.length < 2 || SAYS_NOTHING.has(form)) return false;
  if (script === 'number') return /\p{Lu}/u.test(raw) && !UNIT.test(raw);
  if (isArabic(stretch) || /\d/.test(raw) || INNER_CAPITAL.test(raw)) return true;
  return CAPITALS.test(raw) && !isShouted(stretch);
}
