/** Letters that run from right to left. */
const RTL_SCRIPTS =
  '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}';
const RTL = `[\\p{L}&&[${RTL_SCRIPTS}]]`;
/** The tatweel is a letter of no script: it belongs to the Arabic word it stretches. */
const LTR = `[\\p{L}--[${RTL_SCRIPTS}\\u0640]]`;

const LINK = '(?:https?://|www\\.)[^\\s«»"<>،؛؟\\u2066-\\u2069]*[^\\s«»"<>،؛؟\\u2066-\\u2069.,:;!?\\)\\]]';
const MAIL = '[A-Za-z0-9._%+\\-]{1,64}@[A-Za-z0-9.\\-]{1,190}\\.[A-Za-z]{2,24}';
const ADDRESS = `(?<![A-Za-z0-9_])[@#\\/][A-Za-z][A-Za-z0-9_]*(?:@[A-Za-z0-9_]+)?`;
const RTL_HASHTAG = `(?<![\\p{L}\\p{N}_])#${RTL}[\\p{L}\\p{M}\\p{N}_]*`;

/** Hyphens that Unicode has beside the one of the keyboard; the second one keeps a line from breaking. */
const HYPHENS = '\\u2010\\u2011';
/** Currency signs, and the signs and units that a number carries. */
const MONEY = '$€£¥₪₺₽₹';
const SIGN = `[+\\-−±~≈<>${MONEY}]`;
const UNIT = `(?:°[CF]|[%‰°℃℉${MONEY}])`;
const DIGITS = '\\d+(?:[.,:\\/]\\d+)*';
/** -5, $3.5, 40%, 2-1, 3%-4%, 1990–1995, +962-6-1234: without isolation the sign changes sides or the numbers change places. */
const CHAIN = `(?:${UNIT}?[\\-−–+×${HYPHENS}]${SIGN}?${DIGITS})`;
const ENDS = `(?!${LTR}|[\\p{N}\\u2068])`;
const SIGNED = `(?<![\\p{L}\\p{N}\\u2069])${SIGN}{1,2}${DIGITS}${CHAIN}*(?:[ \\u00A0]?${UNIT})?`;
const MEASURED = `(?<!${LTR}|[\\p{N}\\u2069]|\\p{N}[.,:\\/])${DIGITS}(?:${CHAIN}+(?:[ \\u00A0]?${UNIT})?|[ \\u00A0]?${UNIT})`;
const NUMBER = `(?:${SIGNED}|${MEASURED})${ENDS}`;

/** Words of the surrounding language that claim the number before them: `Apple 15 مليون` is not the name of a product. */
const COUNTED =
  '(?!\\d|[.,:\\/]\\d|[ \\u00A0]?[%‰°℃℉]|[ \\u00A0](?:مليون|ملايين|مليار|تريليون|ألف|آلاف|في ال|بالم|دولار|يورو|درهم|ريال|جنيه|دينار|عام[اً]|سنة|سنوات|يوم|أيام|شهر|أشهر|ساع|دقيق|شخص|مر[ةات]|نقطة|هدف|أهداف))';
const BETWEEN = `(?:[ \\u00A0]?[&+\\/][ \\u00A0]?|[ \\u00A0]|[\\-–${HYPHENS}'’._]|[.,][ \\u00A0])`;
/** The number in front of letters: 5G, -5km, $50m. */
const LEADING = `(?:(?<!\\p{N}|\\p{N}[.,])|(?<![\\p{L}\\p{N}\\u2069])${SIGN}{1,2})\\d+(?:[.,]\\d+)*`;
/** Besides US$50, letters with what stands among them: H₂O, O’Neill, A320. */
const LTR_WORD = `(?:[A-Z]{1,3}[${MONEY}]${DIGITS}${LTR}*|(?:${LEADING})?${LTR}[\\p{M}\\p{No}\\d${"'’"}[${LTR}]]*)`;
const LTR_NAME = `${LTR_WORD}(?:${BETWEEN}(?:${LTR_WORD}|\\d+(?:[.,]\\d+)*${COUNTED}))*(?:\\+{1,2}|#)?`;

const RTL_WORD = `${RTL}[\\p{M}\\u0640[${RTL}]]*`;
const RTL_NUMBER = '[\\u0660-\\u0669\\u06F0-\\u06F9]+(?:[٫٬.,\\/:][\\u0660-\\u0669\\u06F0-\\u06F9]+)*٪?';
const RTL_BETWEEN = `(?:[ \\u00A0]|[\\-–${HYPHENS}\\/._]|[،؛.:][ \\u00A0])`;
const RTL_NAME = `${RTL_WORD}(?:${RTL_BETWEEN}(?:${RTL_WORD}|${RTL_NUMBER}))*`;

const IN_RTL = new RegExp(`${LINK}|${MAIL}|${ADDRESS}|${LTR_NAME}|${NUMBER}`, 'gv');
const IN_LTR = new RegExp(`${RTL_HASHTAG}|${RTL_NAME}`, 'gv');

/**
 * What has to be isolated in a line of the given direction: in one from right to left, links, addresses, @handles, /commands, names in
 * letters from left to right with the numbers inside them, numbers with a sign, unit or dash; in one from left to right, runs of
 * letters from right to left.
 */
export function foreignRuns(base: 'rtl' | 'ltr'): RegExp {
  return base === 'rtl' ? IN_RTL : IN_LTR;
}
