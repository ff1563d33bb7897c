/** First Strong Isolate and Pop Directional Isolate (Unicode 6.3, UAX #9). */
const FSI = '\u2068';
const PDI = '\u2069';
const RLM = '\u200F';
const LRM = '\u200E';

/** C0 and C1 controls but not the line feed; zero-width characters; every bidi control; lone surrogates. */
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\p{Cs}]/gu;

const LATIN = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;
const ARABIC = String.raw`\p{Script=Arabic}\p{Script=Hebrew}`;
const LINK = String.raw`https?:\/\/[^\s${FSI}${PDI}]+|www\.[^\s${FSI}${PDI}]+`;
/** A number whose sign, percentage or currency would otherwise wander to its other side. */
const SIGNED = String.raw`[+\-−±~$€£¥]\p{Nd}[\p{Nd}.,:/]*(?<![.,:/])[%°]?|\p{Nd}[\p{Nd}.,:/]*(?<![.,:/])(?: ?[%°€$£¥‰]|(?:[-–/]\p{Nd}+)+)`;

/** Foreign words side by side are one run, with the digits between and behind them: `iPhone 15 Pro`. */
function foreignRuns(letters: string): RegExp {
  const word = String.raw`[@#/]?[${letters}][\p{M}${letters}\p{Nd}'’._&+/-]*(?<![._&+/-])`;
  const next = String.raw`(?:[ \u00A0](?:[${letters}\p{Nd}][\p{M}${letters}\p{Nd}'’._&+/-]*(?<![._&+/-])))`;
  return new RegExp(`${LINK}|${word}${next}*(?:[%+°])?|${SIGNED}`, 'gu');
}
const FOREIGN = { rtl: foreignRuns(LATIN), ltr: foreignRuns(ARABIC) };
const STRONG = new RegExp(String.raw`([${ARABIC}])|(\p{L})`, 'u');

/** Sets a run apart, so that it keeps its own direction and leaves its neighbours theirs. */
export function isolate(text: string): string {
  return text === '' ? '' : `${FSI}${text}${PDI}`;
}

/**
 * Sets every foreign run of a text apart: names in another script, links, handles, signed numbers.
 * What is isolated already stays as it is, so doing it twice changes nothing.
 */
export function isolateForeign(text: string, base: 'rtl' | 'ltr'): string {
  let depth = 0;
  return text
    .split(/([\u2066-\u2069])/)
    .map((part) => {
      if (part === PDI) depth = Math.max(0, depth - 1);
      else if (part.length === 1 && part >= '\u2066' && part <= FSI) depth++;
      else if (depth === 0) return part.replace(FOREIGN[base], isolate);
      return part;
    })
    .join('');
}

/** Text from outside without bidi and other controls, zero-width characters and broken letters; line feeds stay. */
export function cleanControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** The direction of the first strong letter; isolated runs do not count, as in the rules of the line (P2). */
export function firstDirection(text: string): 'rtl' | 'ltr' | undefined {
  const match = STRONG.exec(text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, ''));
  return match ? (match[1] ? 'rtl' : 'ltr') : undefined;
}

/** A line that starts in this direction: a mark goes in front of one that would not by itself. */
export function startsInDirection(text: string, base: 'rtl' | 'ltr'): string {
  const mark = base === 'rtl' ? RLM : LRM;
  if (text === '' || text.startsWith(mark)) return text;
  const first = STRONG.exec(text);
  const leads = first?.index === 0 && firstDirection(text) === base;
  return leads ? text : mark + text;
}
