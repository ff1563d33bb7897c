/** Languages told apart by their script and letters; `und` when it cannot be told. */
export type Language = 'ar' | 'en' | 'fa' | 'ur' | 'und';

const ARABIC_SCRIPT = /\p{Script=Arabic}/gu;
const LATIN_SCRIPT = /\p{Script=Latin}/gu;
const LETTERS = /\p{L}/gu;
/** Letters and words that Urdu and Persian have and Arabic has not. */
const URDU = /[ٹڈڑںےھہ]/gu;
const PERSIAN = /[پچژگیک]/gu;
const ENGLISH_WORDS = new Set('the of and to in a is for on that with as at by from be are was it an has have will not its his her their but after who which this new over more than'.split(' '));

/** Longest beginning of a text that is looked at, in UTF-16 units. */
const LOOKED_AT = 2000;

/**
 * The language of a text by the share of scripts, then by letters: six Persian letters in a hundred cannot be
 * Arabic, ٹ or ے is Urdu. Latin text is English when enough of its words are; accents speak against it.
 */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, LOOKED_AT);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = count(LETTERS);
  if (letters === 0) return 'und';
  const arabic = count(ARABIC_SCRIPT);
  const latin = count(LATIN_SCRIPT);
  if (arabic >= latin && arabic >= letters * 0.3) {
    if (count(URDU) / arabic > 0.02) return 'ur';
    return count(PERSIAN) / arabic > 0.06 ? 'fa' : 'ar';
  }
  return latin >= letters * 0.6 ? latinLanguage(sample) : 'und';
}

function latinLanguage(sample: string): Language {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const accents = sample.match(/[à-öø-ÿāăąćčďđęěğıłńňőřśşšťůűźżž]/giu)?.length ?? 0;
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  if (accents / sample.length > 0.015 && english / words.length < 0.2) return 'und';
  if (words.length < 6) return accents > 0 ? 'und' : 'en';
  return english / words.length >= 0.06 || (words.length < 15 && accents === 0) ? 'en' : 'und';
}
