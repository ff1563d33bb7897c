import { ORDINAL_DAYS } from './months.ts';
import { normalize } from './normalize.ts';

/** Said around the number of a story. */
const AROUND = /^(?:(?:ال)?خبر|رقم|the|story|headline|number)$/;

/** Ordinals in their order, normalised; Arabic ones without their article and in the masculine. */
const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    'اول|اولي|first|one',
    'ثاني|تاني|second|two',
    'ثالث|تالت|third|three',
    'رابع|fourth|four',
    'خامس|fifth|five',
    'سادس|sixth|six',
    'سابع|seventh|seven',
    'ثامن|تامن|eighth|eight',
    'تاسع|ninth|nine',
    'عاشر|tenth|ten',
  ].flatMap((names, at) => names.split('|').map((name): [string, number] => [name, at + 1])),
);

/** The number of a story in a list: `2`, `رقم ٢`, `الخبر الثاني`, `the 2nd story`, `#2`. */
export function readStoryNumber(text: string): number | undefined {
  const said = normalize(text)
    .replace(/[.!؟?#]+/g, ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => !AROUND.test(word))
    .join(' ')
    .replace(/(?<=.) one$/, '');
  const digits = /^(\d{1,6})(?:st|nd|rd|th)?$/.exec(said)?.[1];
  if (digits !== undefined) return Number(digits);
  // «الثانية», «الحادية عشرة»
  const masculine = said.replace(/ه(?= |$)/g, '');
  return masculine.startsWith('ال') && masculine.includes(' ')
    ? ORDINAL_DAYS.get(masculine)
    : ORDINALS.get(masculine.replace(/^ال/, ''));
}
