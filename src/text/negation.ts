/** Words that turn what follows them round, normalised. */
const STRONG = new Set(
  (
    'لا لم لن ليس ليست ليسوا لست غير دون بدون بلا عدم كلا ينفي تنفي نفي نفت نفوا نافيا نافيه انكر انكرت ينكر تنكر ' +
    "not no never without nor neither none nobody nothing cannot n't don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't " +
    "wouldn't shouldn't hasn't haven't hadn't denied denies deny denying"
  ).split(' '),
);
/** Verbs of their own that say of something that it was not done; they must be borne out as a denial must. */
const FIRM = new Set(
  (
    'رفض رفضت رفضوا يرفض ترفض رفضه رفضها امتنع امتنعت يمتنع تمتنع امتناع فشل فشلت يفشل تفشل استبعد استبعدت يستبعد تستبعد تعذر تعذرت يتعذر تتعذر ' +
    'refused refuses refuse refusing rejected rejects reject rejecting failed fails fail failing abstain abstains abstained abstaining abstention abstentions'
  ).split(' '),
);
/** Words by which a denial may be put otherwise; by themselves they deny nothing. */
const SOFT = new Set(
  (
    'الا سوي خال خاليه يخلو تخلو مغلق مغلقه مغلقا مغلقين اغلق اغلقت اغلاق ممنوع ممنوعه منع منعت يمنع تمنع حظر حظرت ضد حال حالت توقف توقفت اوقف اوقفت يتوقف ' +
    'انقطاع انقطع انقطعت قطع فقد فقدت فقدان نقص غاب غابت غياب تغيب تغيبت الغي الغت الغاء اعفاء اعفت اعفي حجب حجبت تخلي تخلت انسحب انسحبت شكك شككت تشكيك ' +
    'حذر حذرت يحذر تحذر محذرا شك يشك تشك ندر نادرا قلما بريء برا برات تبرئه انتقد اعترض اعترضت مجهول ' +
    'cut cuts lose loses lost loss miss missed missing closed shut lacks lack lacked lacking unlikely unable barely hardly scarcely few despite stop stops stopped stopping ' +
    'ban bans banned bar barred prevent prevents prevented block blocked cancel cancelled canceled drop dropped abandon abandoned ' +
    'wait waits waited waiting absent absence exclude excluded rule ruled dismiss dismissed dispute disputed disputes doubt doubts doubted avoid avoided ' +
    'cleared acquitted innocent unless exempt exempted oppose opposed opposes resist resisted scrapped waived ignored ignore'
  ).split(' '),
);
/** Unpaid, unmanned, inedible: words that deny in themselves; the exceptions only begin so. */
const DENYING_SHAPE =
  /^(?:un|non)(?!der|til|ion|it|iv|iq|if|ic|cle|to|es|e$|veil|leash|earth|fold|anim|ctad|stop|etheless)[a-z]{4,}|^(?:in|im|il)(?:adequate|sufficient|edible|visible|complete|possible|legal|active|correct|eligible)|^(?!neverthe|nonethe|regard|wire).{3,}less$/;
/** «لا يزال», «لم يعد», «ما زال»: it goes on, or is over; no denial of the verb behind it. */
const NO_DENIAL = /^(?:(?:ي|ت)?زال(?:ت|وا|ون)?|[يت]زل|بد|سيما|شك|اقل|باس|[يت]تجاوز|[يت]زيد|[يت]قل|[يت]تعدي)$/;
const MEASURE = /^(?:exceed(?:ed|ing|s)?|later|earlier|only|just|least)$/;
const COMPARED = /^(?:more|fewer|less)$/;
const JOINED = /^[وف](?=.{2,})/;
const PARTICLE = /^[بلك](?=.{3,})/;

/** What a word does to the statement it stands in. */
export type Polarity = 'strong' | 'firm' | 'soft' | undefined;

/** How a normalised word turns its statement, given the two words behind it. */
export function polarityOf(word: string, after: string, then = ''): Polarity {
  const straight = word.replace(/[’ʼ]/g, "'");
  const bare = straight.replace(JOINED, '');
  for (const form of bare === straight ? [straight] : [straight, bare]) {
    if (STRONG.has(form)) {
      // A measure is no denial: «لا يتجاوز», not more than.
      if (/^(?:not|no|never)$/.test(form) && isMeasure(after, then)) return undefined;
      if ((form === 'لا' || form === 'لم' || form === 'لن') && NO_DENIAL.test(after)) return undefined;
      // «لم يعد»: no longer.
      if (form === 'لم' && /^[يتن]عد$|^[يت]عودوا$/.test(after)) return 'soft';
      return 'strong';
    }
    // Prices decline; who declines to speak refuses.
    if (/^declin(?:e|es|ed|ing)$/.test(form)) return after === 'to' ? 'firm' : undefined;
    // Who fails to come does not; a failed company is only said to be one.
    if (/^fail(?:s|ed|ing)?$/.test(form) && after !== 'to') return 'soft';
    if (FIRM.has(form)) return 'firm';
    if (SOFT.has(form)) return 'soft';
  }
  const parted = bare.replace(PARTICLE, '');
  if (parted !== bare && (parted === 'عدم' || parted === 'دون' || parted === 'غير')) return 'strong';
  return DENYING_SHAPE.test(straight) ? 'soft' : undefined;
}

/** «No more than ten» measures, «no more layoffs» denies. */
function isMeasure(after: string, then: string): boolean {
  return MEASURE.test(after) || (COMPARED.test(after) && (then === 'than' || !/^[a-z]/.test(then)));
}
