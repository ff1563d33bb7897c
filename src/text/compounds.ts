import { newsSpelling } from './spellings.ts';

/** `كانون` or `تشرين` with the ordinal that follows it. */
const TWO_WORD_MONTHS: ReadonlyMap<string, string> = new Map([
  ['كانون الثاني', 'يناير'],
  ['كانون ثاني', 'يناير'],
  ['كانون ثان', 'يناير'],
  ['كانون الاول', 'ديسمبر'],
  ['كانون اول', 'ديسمبر'],
  ['تشرين الاول', 'اكتوبر'],
  ['تشرين اول', 'اكتوبر'],
  ['تشرين الثاني', 'نوفمبر'],
  ['تشرين ثاني', 'نوفمبر'],
  ['تشرين ثان', 'نوفمبر'],
]);

/** Names that newspapers write in one word or in two. */
const TWO_WORD_NAMES: ReadonlySet<string> = new Set([
  'هونغ كونغ',
  'بيونغ يانغ',
  'فيس بوك',
  'تيك توك',
  'سناب شات',
  'واتس اب',
  'يو تيوب',
  'بيت كوين',
  'ابو ظبي',
  'ابا ظبي',
  'ابي ظبي',
  'سري لانكا',
  'سيري لانكا',
  'شي جينبينغ',
]);
const FIRST_WORDS: readonly string[] = [
  ...new Set([...TWO_WORD_MONTHS.keys(), ...TWO_WORD_NAMES].map((pair) => pair.slice(0, pair.indexOf(' ')))),
];
/** A first word with what may be joined to it: وأبو, بتيك, للفيس. Other words need no second look. */
const JOINED = `[وف]?(?:[بلك]?(?:ال)?|لل)(?=(?:${FIRST_WORDS.join('|')})`;
const MAY_JOIN = new RegExp(`^${JOINED}$)`);
const PREFIXED = new RegExp(`^${JOINED} )`);
const AUGUST = 'اغسطس';
/** آب or أب: the month or a father. */
const AB = /^[وف]?[بل]?اب$/;
const DAY = /^(?:[1-9]|[12]\d|3[01])$/;
const YEAR = /^(?:19|20)\d\d$/;

/** Whether a word in its news spelling may become one with the word behind it, or means another beside a date. */
export function mayJoin(word: string): boolean {
  return MAY_JOIN.test(word) || (word.endsWith('اب') && AB.test(word));
}

/** Words with names and months of two words made one, which `asOne` makes of its spelling. */
export function joinedWords<Word extends { spelling: string }>(
  words: readonly Word[],
  asOne: (spelling: string) => Word,
): Word[] {
  const joined: Word[] = [];
  const spellingAt = (at: number) => words[at]?.spelling ?? '';
  for (let at = 0; at < words.length; at++) {
    const [word, spelling, next] = [words[at], spellingAt(at), spellingAt(at + 1)];
    const one = joinedPair(spelling, next);
    if (one !== undefined) {
      joined.push(asOne(one));
      at++;
    } else if (isAugust(spelling, words[at - 1]?.spelling, next)) joined.push(asOne(AUGUST));
    else if (word) joined.push(word);
  }
  return joined;
}

function joinedPair(word: string, next: string): string | undefined {
  if (next === '' || !mayJoin(word)) return undefined;
  const pair = `${word} ${next}`.replace(PREFIXED, '');
  return TWO_WORD_NAMES.has(pair) ? newsSpelling(pair.replace(' ', '')) : TWO_WORD_MONTHS.get(pair);
}

function isAugust(word: string, before: string | undefined, after: string): boolean {
  if (!AB.test(word)) return false;
  return (
    YEAR.test(after) || (before !== undefined && (DAY.test(before) || before === AUGUST)) || after === AUGUST
  );
}
