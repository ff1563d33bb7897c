/** Words that turn a statement round, normalised. */
const STRONG = new Set(
  (
    'لا لم لن ليس ليست ليسوا لست غير دون بدون بلا الا عدم كلا ينفي تنفي نفي نفت نفوا نافيا نافيه ' +
    "not no never without nor neither none nobody nothing cannot n't don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't " +
    "wouldn't shouldn't hasn't haven't hadn't denied denies deny denying"
  ).split(' '),
);
/** Words that say of themselves that something was not done: what a negation may stand for in other words. */
const WEAK = new Set(
  (
    'رفض رفضت رفضوا يرفض ترفض امتنع امتنعت فشل فشلت يفشل تفشل استبعد استبعدت يستبعد تعذر تعذرت يتعذر سوي خال خاليه يخلو تخلو ' +
    'مغلق مغلقه مغلقا مغلقين اغلق اغلقت ممنوع ممنوعه ' +
    'closed shut refused refuses refuse rejected rejects reject failed fails fail lacks lack lacked unlikely unable none'
  ).split(' '),
);
/** «لا يزال», «لم يعد», «ما زال»: it goes on, or is over; no denial of the verb behind it. */
const NO_DENIAL = /^(?:(?:ي|ت)?زال(?:ت|وا|ون)?|[يت]زل|بد|سيما|شك|اقل|باس|[يت]تجاوز|[يت]زيد|[يت]قل)$/;
const MEASURE = /^(?:exceed(?:ed|ing|s)?|more|fewer|less|later|earlier)$/;
const JOINED = /^[وف](?=.{2,})/;

/** What a word does to the statement it stands in. */
export type Polarity = 'strong' | 'weak' | undefined;

/** How a normalised word turns its statement, given the word behind it. */
export function polarityOf(word: string, after: string): Polarity {
  const straight = word.replace(/[’ʼ]/g, "'");
  for (const form of [straight, straight.replace(JOINED, '')]) {
    if (STRONG.has(form)) {
      // A measure is none either: «لا يتجاوز», not more than.
      if (/^(?:not|no|never)$/.test(form) && MEASURE.test(after)) return undefined;
      if ((form === 'لا' || form === 'لم' || form === 'لن') && NO_DENIAL.test(after)) return undefined;
      // «إلا» without a denial before it is nothing; with one it is counted there.
      if (form === 'الا') return 'weak';
      // «غير» before an adjective belongs to it and denies no more than it does.
      return 'strong';
    }
    if (WEAK.has(form)) return 'weak';
  }
  return undefined;
}

const OF_NOUNS = new Set('غير دون بدون بلا عدم without سوي خال خاليه'.split(' '));

/** Whether a negation denies a noun, as without does, and no verb. */
export function deniesNouns(word: string): boolean {
  return OF_NOUNS.has(word) || OF_NOUNS.has(word.replace(JOINED, ''));
}
