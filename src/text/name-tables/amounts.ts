import { TIMES } from '../number-tables.ts';
import type { NameWord } from './name-words.ts';

/** A thousand and more; one letter (12m, 5k) may be a unit. */
const MULTIPLIERS = new Map([...TIMES].filter(([form, times]) => times >= 1e3 && form.length > 1));

/** Arabic duals that are a number by themselves: مليونين is 2,000,000. */
export const DUALS: ReadonlyMap<string, string> = new Map([
  ['مليوني', '2000000'],
  ['مليونين', '2000000'],
  ['ملياري', '2000000000'],
  ['مليارين', '2000000000'],
]);

const WRITTEN = /^(\d[\d.,]*)(\p{L}*)$/u;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
// Digits that a double holds exactly.
const SAFE_DIGITS = 15;

/** `1,200` → 1200, `3,5` → 3.5, `012.50` → 12.5; nothing for version numbers and other runs that are no one number. */
function plainDigits(written: string): string | undefined {
  let text = written;
  if (GROUPED.test(text)) text = text.replaceAll(',', '');
  else if (/^\d+,\d{1,2}$/.test(text)) text = text.replace(',', '.');
  if (!/^\d+(?:\.\d+)?$/.test(text)) return undefined;
  const [whole = '', part = ''] = text.split('.');
  const fraction = part.replace(/0+$/, '');
  const integer = whole.replace(/^0+(?=\d)/, '');
  return fraction === '' ? integer : `${integer}.${fraction}`;
}

/**
 * The number at a word, with a following or glued multiplier taken in, as plain digits (`12.5 million` → 12500000), and how
 * many words it takes. Nothing for a single digit, which is shared by chance. `12m` is twelve million only behind a
 * currency sign: elsewhere it is metres.
 */
export function amountAt(
  words: readonly NameWord[],
  at: number,
  money: boolean,
): { digits: string; length: number } | undefined {
  const word = words[at];
  const [, written = '', glued = ''] = WRITTEN.exec(word?.form ?? '') ?? [];
  const digits = plainDigits(written);
  if (digits === undefined) return undefined;
  const next = words[at + 1];
  let times = glued === '' ? undefined : MULTIPLIERS.get(glued);
  if (glued === 'm' && money) times = 1e6;
  if (glued === 'k') times = 1e3;
  let length = 1;
  if (times === undefined && glued === '' && next?.runsOn) {
    times = MULTIPLIERS.get(next.form);
    if (times !== undefined) length = 2;
  }
  if (times !== undefined && digits.length <= SAFE_DIGITS) {
    return { digits: BigInt(Math.round(Number(digits) * times)).toString(), length };
  }
  return digits.length > 1 ? { digits, length: 1 } : undefined;
}
