import { LANGUAGES } from '../domain/languages.ts';
import type { CourtesyKind } from '../i18n/courtesies.ts';
import { catalogueOf } from '../i18n/voice.ts';
import { normalize } from '../text/normalize.ts';

/** Longest text that may be a courtesy, in UTF-16 units. */
const LONGEST = 60;

const KINDS = new Map<string, CourtesyKind>(
  LANGUAGES.flatMap((language) =>
    Object.entries(catalogueOf(language).courtesies).flatMap(([kind, { words }]) =>
      words.map((each) => [bare(each), kind as CourtesyKind] as const),
    ),
  ),
);

/** Longest courtesy, in words. */
const MOST_WORDS = Math.max(...[...KINDS.keys()].map((each) => each.split(' ').length));

/** The courtesy that a text is and nothing else, in any language of the bot, the last of several; faces and hearts alone are one, too. */
export function courtesyIn(text: string): CourtesyKind | undefined {
  if (text.length > LONGEST) return undefined;
  if (/\p{Extended_Pictographic}/u.test(text) && !/[\p{L}\p{N}]/u.test(text)) return 'agreement';
  const words = bare(text).split(' ');
  let kind: CourtesyKind | undefined;
  for (let at = 0; at < words.length; ) {
    let length = Math.min(MOST_WORDS, words.length - at);
    while (length > 0 && !KINDS.has(words.slice(at, at + length).join(' '))) length--;
    if (length === 0) return undefined;
    kind = KINDS.get(words.slice(at, at + length).join(' '));
    at += length;
  }
  return kind;
}

/** A letter drawn out stands for itself: «شكراااا» is «شكرا». */
function bare(text: string): string {
  const words = normalize(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join(' ').replace(/(.)\1{2,}/gu, '$1');
}
