import { cutAt } from '../text/lengths.ts';

/** Longest stretch of somebody's own words that is said back, in UTF-16 units. */
const LONGEST_ECHO = 60;

/** Somebody's own words as they are said back: whole or cut, never within a character. */
export function echoed(words: string): string {
  return cutAt(words, LONGEST_ECHO);
}
