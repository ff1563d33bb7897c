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
  'سري لانكا',
  'سيري لانكا',
  'شي جينبينغ',
]);
/** First words of all these: other words need no second look. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...TWO_WORD_MONTHS.keys(), ...TWO_WORD_NAMES].map((pair) => pair.slice(0, pair.indexOf(' '))),
);
const PREFIXED = /^[وف]?[بلك]?(?=(?:كانون|تشرين) )/;
/** Letters of كانون and of تشرين, which end alike and before which letters may be joined. */
const MONTH_LETTERS = 5;
const AUGUST = 'اغسطس';
/** آب or أب: the month or a father. */
const AB = /^[وف]?[بل]?اب$/;
const DAY = /^(?:[1-9]|[12]\d|3[01])$/;
const YEAR = /^(?:19|20)\d\d$/;

/** Whether a word in its news spelling may become one with the word behind it, or means another beside a date. */
export function mayJoin(word: string): boolean {
  return (
    FIRST_WORDS.has(word) ||
    (word.endsWith('ن') && FIRST_WORDS.has(word.slice(-MONTH_LETTERS))) ||
    (word.endsWith('اب') && AB.test(word))
  );
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
  const pair = `${word} ${next}`;
  if (TWO_WORD_NAMES.has(pair)) return newsSpelling(word + next);
  return TWO_WORD_MONTHS.get(pair) ?? TWO_WORD_MONTHS.get(pair.replace(PREFIXED, ''));
}

function isAugust(word: string, before: string | undefined, after: string): boolean {
  if (!AB.test(word)) return false;
  return (
    YEAR.test(after) || (before !== undefined && (DAY.test(before) || before === AUGUST)) || after === AUGUST
  );
}
