import { ORDINAL_DAYS } from './months.ts';
import { normalize } from './normalize.ts';

/** Said around the number of a story. */
const AROUND = /^(?:(?:ال)?خبر|(?:ال)?قصه|رقم|the|story|headline|number)$/;

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
  const all = normalize(text)
    .replace(/[.!؟?#]+/g, ' ')
    .trim()
    .split(/\s+/);
  const words = all.filter((word) => !AROUND.test(word));
  const said = words.join(' ').replace(/(?<=.) one$/, '');
  const digits = /^(\d{1,6})(?:st|nd|rd|th)?$/.exec(said)?.[1];
  if (digits !== undefined) return Number(digits);
  // «القصة الثانية», «الحادية عشرة»: by itself «الثانية» is an hour.
  const isNamed = words.length < all.length || said.includes(' ');
  const ordinal = isNamed ? said.replace(/ه(?= |$)/g, '') : said;
  return ordinal.startsWith('ال')
    ? (ORDINAL_DAYS.get(ordinal) ?? ORDINALS.get(ordinal.slice(2)))
    : ORDINALS.get(ordinal);
}
