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
