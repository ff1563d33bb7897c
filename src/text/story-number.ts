import { ORDINAL_DAYS } from './months.ts';
import { normalize } from './normalize.ts';

/** Said around the number of a story. */
const AROUND = /^(?:(?:ال)?خبر|رقم|the|story|headline|number)$/;

/** Other ordinals than those of days, in their order. */
const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    'اول|الاولي|first|one',
    'ثاني|تاني|التاني|second|two',
    'ثالث|تالت|التالت|third|three',
    'رابع|fourth|four',
    'خامس|fifth|five',
    'سادس|sixth|six',
    'سابع|seventh|seven',
    'ثامن|تامن|التامن|eighth|eight',
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
  return digits === undefined ? (ORDINAL_DAYS.get(said) ?? ORDINALS.get(said)) : Number(digits);
}
