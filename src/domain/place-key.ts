import { normalize } from '../text/normalize.ts';
import { newsSpelling } from '../text/spellings.ts';

/** Letters that only vary the spelling of foreign names: غلاسكو, جلاسكو. */
const G = /[جگچ]/g;
const APOSTROPHES = /['’ʼ`´]/g;
const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'the', 'ال']);

/**
 * A name of a place as it is compared: normalised, in one spelling of the news, without articles, spaces and marks. New
 * York and new-york are one, so are القاهرة and قاهره, أبو ظبي and أبوظبي.
 */
export function placeKey(name: string): string {
  const words = normalize(name)
    .replace(APOSTROPHES, '')
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '');
  return words
    .filter((word, index) => !(ARTICLES.has(word) && index < words.length - 1))
    .map((word) =>
      newsSpelling(word)
        .replace(/^ال(?=..)/, '')
        .replace(/^saint$/, 'st'),
    )
    .join('')
    .replace(G, 'غ');
}

/** Fewest letters added, left out, changed or swapped between two keys; at most `limit`, above it `limit + 1`. */
export function keyDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // Optimal string alignment: Damerau, CACM 7 (1964), over three rows of Wagner and Fischer's table, JACM 21 (1974).
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}
