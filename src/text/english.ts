import { stemmer } from '@orama/stemmers/english';

const POSSESSIVE = /['’]s?$/;
const ONLY_LETTERS = /^[a-z]+$/;

/**
 * Words that Porter's algorithm would join with others (new, univers, organ, gener) or cut wrongly; the first three rows are
 * the exceptional forms of its successor (Porter2, snowballstem.org), the rest are irregular plurals and words of the news.
 */
const WHOLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sky: 'skies',
    die: 'dying died dies',
    lie: 'lying lied lies',
    tie: 'tying tied ties',
    news: 'news',
    bias: 'bias biased',
    man: 'men',
    woman: 'women',
    child: 'children',
    person: 'people',
    university: 'university universities',
    organization: 'organization organizations organizational',
    international: 'international internationally',
    general: 'general generals generally',
    usa: 'usa',
    uk: 'uk',
  }).flatMap(([stem, forms]) => forms.split(' ').map((form) => [form, stem] as const)),
);

const OUR =
  /^((?:dis|un|mis|be)?(?:arb|ard|arm|behavi|cand|clam|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|rig|rum|sav|savi|splend|succ|tum|val|vap|vig))our/;
const ISE = /([b-df-hj-np-tv-z])is(e|es|ed|ing|er|ers|ations?|ational)$/;
/** Words in -ise that have relatives beside the verb (precisely, wisdom), so that a z would part them. */
const NOT_ISE =
  /(?:^(?:a|up|sun|moon)?r|conc|prec|w|prom|prem|exerc|expert|enterpr|parad|surpr)is(?:e|es|ed|ing)$/;
const YSE = /lys(e|ed|ing|er|ers)$/;
const RE = /(cent|theat|met|lit|fib|sab|somb|spect|meag|lust|calib)re(s|d)?$/;
const ENCE = /^((?:de|of)f|pret)ence/;
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^programmes?$/, 'program'],
  [/^(dialog|catalog|analog)ues?$/, '$1'],
  [/^grey/, 'gray'],
  [/^aeroplane/, 'airplane'],
  [/^aluminium/, 'aluminum'],
  [/^sceptic/, 'skeptic'],
  [/^(an|p)ae(sth|di)/, '$1e$2'],
  [/^foet/, 'fet'],
  [/judgement/, 'judgment'],
];

const ION = /[st]ion$/;
/** Porter's m > 1: two runs of vowels, each followed by consonants. */
const LONG_STEM = /^(?:[^aeiou][^aeiouy]*)?(?:[aeiouy][aeiou]*[^aeiou][^aeiouy]*){2}/;
const LOST = /^[el]?[st](?=ion)/;

/**
 * The stem of a normalised English word (Porter 1980), British and American spellings made one (colour, organise, centre), a
 * possessive 's removed. Words that hold anything but a to z come back without the possessive only.
 */
export function stemEnglish(word: string): string {
  const bare = word.replace(POSSESSIVE, '');
  if (!ONLY_LETTERS.test(bare)) return bare;
  const american = americanSpelling(bare);
  return WHOLE.get(american) ?? porterStem(american);
}

/**
 * The package misjudges -sion and -tion in step 4 of the algorithm: it measures and returns what stands before the s or t (elec for
 * election, condition for condition), and may then take an e or l more. No other step takes such letters off, so the word tells.
 */
function porterStem(word: string): string {
  const stem = stemmer(word);
  if (ION.test(stem)) return LONG_STEM.test(stem.slice(0, -3)) ? stem.slice(0, -3) : stem;
  const lost = LOST.exec(word.slice(stem.length))?.[0].length ?? 0;
  return lost > 0 && word.startsWith(stem) ? word.slice(0, stem.length + lost) : stem;
}

function americanSpelling(word: string): string {
  if (word.length < 4) return word;
  let spelled = word.replace(OUR, '$1or');
  if (word.length > 5 && !NOT_ISE.test(spelled)) spelled = spelled.replace(ISE, '$1iz$2');
  spelled = spelled
    .replace(YSE, 'lyz$1')
    .replace(RE, (_, root: string, ending = '') => (ending === 'd' ? `${root}ered` : `${root}er${ending}`))
    .replace(ENCE, '$1ense');
  for (const [british, american] of OTHERS) spelled = spelled.replace(british, american);
  return spelled;
}
