import { isStockWord } from '../../text/arabic-roots.ts';
import { isEnglishStock } from '../../text/english-stock.ts';
import { MONTHS } from '../../text/months.ts';
import { isGivenName } from '../../text/name-tables/given-names.ts';
import { nameWords, withoutClitics } from '../../text/name-tables/name-words.ts';
import { nameText } from '../../text/names.ts';
import { polarityOf } from '../../text/negation.ts';
import { isStopword } from '../../text/stopwords.ts';
import { isPast, mattersOf } from './concepts.ts';
import { isDay } from './dates-check.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import type { Fault } from './fault.ts';
import { isDerived, isJoinedAcross, isSpelledAcross } from './other-spellings.ts';
import { isStrangeServant } from './servant-names.ts';
import { skeletonsOf } from './skeletons.ts';

/** Consonants by which a word of the tables may be another's name: ميلان is Milan Horváth. */
const SAID_SO = 3;
/** Verbs of saying and titles, behind which a name stands, and verbs in the present, behind which none does; normalised. */
const SAYING =
  /^[وف]?(?:قال|قالت|اضاف|اضافت|اوضح|اوضحت|اكد|اكدت|ذكر|ذكرت|صرح|صرحت|راي|رات|تري|يري|تقول|يقول|اعلن|اعلنت)$/;
const TITLE =
  /^[وفبل]?(?:ل?ال)(?:سيد|سيده|دكتور|دكتوره|مهندس|مهندسه|شيخ|امير|اميره|مدرب|مدربه|وزير|وزيره|رئيس|رئيسه|مدير|مديره|خبير|خبيره|باحث|باحثه|محلل|محلله|مخرج|مخرجه|كاتب|كاتبه|فنان|فنانه|نائب|نائبه|لاعب|لاعبه|حارس|مهاجم|مدافع|قائد|ممرضه|ممرض|طبيب|طبيبه|مشرف|مشرفه|بديل|عداء|عداءه|معلم|معلمه|استاذ|استاذه|مؤرخ|مؤرخه)$|^[وف]?(?:مدربه|مدربها|مديره|مديرها|مديرته|رئيسه|رئيسها|زوجته|زوجها|ابنه|ابنته|مرشدتها|مرشده)$/;
const FAMILYS = /^ال.{2,}ي$/;
const DEFINITE = /^[وفبلك]{0,2}(?:ال|لل).{2,}/;
const PRONOUN = /.{3}(?:ه|ها|هم|هن|هما)$/u;
const VERB = /^(?:[يت]\p{L}{3,}|ان|بان)$/u;
/** Behind these a clause begins, most often with its verb: «فيما طمأن جهاد». */
const OPENER = /^(?:فيما|بينما|حيث|كما|وقد|قد|ثم|كانت|كان|لكن|حين|عندما|بعدما)$/;
/** What stands before verbs in the present. */
const BEFORE_VERB = /^[وف]?(?:لا|لم|لن|ما|قد|سوف|ان)$/;
/** Who is quoted stands behind these. */
const ACCORDING = /^[وف]?(?:ب?حسب|وفق|وفقا|لدي)$/;
/** تدشين, انتهاء, إطلاق, استقبال, حزمة, and plurals. */
const VERBAL_NOUN = /^ت.{2}ي.$|^ا.{2,3}ا.$|^است|(?:ه|ات|ين|ون)$/;
/** Where a place is named. */
const AT = /^[وف]?(?:في|من|الي|عبر)$/;
/** Shapes of verbs, plurals and words with pronouns, which names seldom have. */
const COMMON_SHAPE = /^[وفبلك]{0,2}(?:ال|[يتن].{3,}|م.{3,}|است|ا.ت|ان.{3,})|(?:ه|ات|ون|ين|ها|هم|نا|وا|ت|ا)$/;
const CALLS_A_NAME =
  /^(?:[وفبل]?(?:ال)?)(?:دكتور|دكتوره|مهندس|شيخ|امير|مدرب|مدربه|وزير|رئيس|رئيسه|مدير|مديره|مدينه|بلده|قريه|محافظه|ولايه|جزيره|خليج|نهر|جبل|شارع|حي|شركه|نادي|منظمه|متحف|قرب|قباله|يدعي|تدعي|اسمه|اسمها|باسم)$/;

const KNOWN_KINDS = /^(?:country|city|organisation|currency):/;
/** Particles of names that say nothing by themselves. */
const NAME_PARTICLES = new Set(
  'al el bin ibn bint ben abu abd abdel abdul von van de la le da dos di du bou ould ait ابو ابن بن بنت عبد ام ذو ايت ولد ال'.split(
    ' ',
  ),
);
/** Words of Latin letters behind which a name stands, or that stand for one. */
const TITLES = new Set('mr mrs ms dr sir prof president minister king queen prince i'.split(' '));

/**
 * The first name of a summary that its sources do not hold. In English capitals tell a name; Arabic has none, so there every word
 * counts that is neither in the sources (by form, stem or root) nor of the stock of the language. Across languages names are
 * matched by the tables of names and by their consonants.
 */
export function nameFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  for (const sentence of summary) {
    const held = heldByName(sentence, facts);
    if ('fault' in held) return held.fault;
    for (let at = 0; at < sentence.words.length; at++) {
      const word = sentence.words[at];
      if (!word || held.places.has(at) || isNumber(sentence, at)) continue;
      if (isStrangeServant(sentence, at, facts))
        return { check: 'names', what: `${word.raw} ${sentence.words[at + 1]?.raw}` };
      const strange =
        word.script === 'arabic'
          ? isStrangeArabic(sentence, at, facts)
          : word.script === 'latin' && isStrangeLatin(sentence, at, facts);
      if (strange) return { check: 'names', what: word.raw };
    }
  }
  return undefined;
}

/** Whether a word is part of a number in words, which has a check of its own. */
function isNumber({ numbers }: FactSentence, at: number): boolean {
  return numbers.some((number) => at >= number.at && at < number.at + number.length);
}

/** Words that belong to a name of the tables which the sources hold too; a fault where one does not. */
function heldByName(sentence: FactSentence, facts: Facts): { places: Set<number> } | { fault: Fault } {
  const places = new Set<number>();
  for (const { id, at, length } of sentence.names) {
    const words = sentence.words.slice(at, at + length);
    if (facts.nameIds.has(id)) for (let step = 0; step < length; step++) places.add(at + step);
    else if (KNOWN_KINDS.test(id) && !isSaidSo(id, words, facts))
      return { fault: { check: 'names', what: words.map(({ raw }) => raw).join(' ') || id } };
  }
  return { places };
}

/**
 * Whether the sources write the name so, or as the tables write it in the other script, though they may mean another by it; or
 * whether it is a family's name there: الكندي is Canadian, too.
 */
function isSaidSo(id: string, words: readonly FactWord[], facts: Facts): boolean {
  if (words.length === 0) return false;
  if (words.every((word) => hasForm(word, facts))) return true;
  const other = nameText(id, words[0]?.script === 'arabic' ? 'en' : 'ar');
  if (other && nameWords(other).every((word) => facts.forms.has(word.form))) return true;
  return words.every((word) => isSpelledAcross(word, undefined, facts, SAID_SO));
}

function hasForm({ form, script }: FactWord, { forms }: Facts): boolean {
  if (forms.has(form)) return true;
  if (script !== 'arabic') return false;
  return withoutClitics(form).some((reading) => {
    // «عبدالرحمن» is «عبد الرحمن».
    if (/^عبد(?=ال.{2})/.test(reading) && forms.has('عبد') && forms.has(reading.slice(3))) return true;
    const bare = reading.startsWith('ال') ? reading.slice(2) : reading;
    // فرنًا is فرن.
    return (
      forms.has(reading) ||
      forms.has(bare) ||
      (bare.length > 3 && bare.endsWith('ا') && forms.has(bare.slice(0, -1)))
    );
  });
}

/**
 * Whether an Arabic word is a name that the sources lack. A given name is one by itself. A word of the stock is taken for one
 * only where nothing else can stand: behind a given name of the sources, behind a title. Any other word of no source is one where a name is to
 * be expected: beside rare words of the sources, behind kinds of places, in the form of a family's name.
 */
function isStrangeArabic({ words }: FactSentence, at: number, facts: Facts): boolean {
  const word = words[at];
  if (!word?.telling || word.form.replace(/^[وفبلك]/, '').length < 3) return false;
  if (NAME_PARTICLES.has(word.form) || MONTHS.has(word.form) || polarityOf(word.form, '')) return false;
  if (isHeld(word, facts) || isJoinedAcross(words, at, facts)) return false;
  if (words[at - 1]?.form === 'عبد' && facts.forms.has(`عبد${word.form}`)) return false;
  const given = withoutClitics(word.form).find((reading) => isGivenName(reading));
  if (isSpelledAcross(word, given, facts)) return false;
  // «نجله غسان»: what ends in a pronoun is no name.
  if (given === undefined && PRONOUN.test(word.raw)) return false;
  const [before, after] = [word.runsOn ? words[at - 1] : undefined, words[at + 1]];
  // «لا يزيد», «أن يزيد الزوار»: behind these stands a verb.
  if (before && VERB.test(word.form) && BEFORE_VERB.test(before.form)) return false;
  const familys = FAMILYS.test(word.form);
  const behindName = before !== undefined && isNameHere(before, facts);
  const opens = before === undefined || OPENER.test(before.form);
  const follows =
    after?.runsOn === true &&
    !word.form.startsWith('ال') &&
    (given !== undefined || !(opens || VERB.test(word.form)));
  const beforeName = follows && isNameHere(after, facts);
  const beforeRare = follows && isRareHere(after, facts);
  if (given !== undefined && (isGivenName(given, true) || behindName || beforeName || beforeRare))
    return true;
  // «الرئيس فؤاد»: behind a definite noun a bare one is a name.
  if (given !== undefined && before && !/^ال/.test(word.form)) {
    if (DEFINITE.test(before.form) || ACCORDING.test(before.form)) return true;
    // «قالت سعاد الكندي»: so is what stands before a family's name.
    if (after?.runsOn && FAMILYS.test(after.form) && !opens) return true;
  }
  // A name of vowels alone is told by the one beside it.
  if (skeletonsOf(word).length === 0 && !facts.scripts.has('arabic')) return false;
  if (behindName && !VERB.test(word.form)) return true;
  if (SAYING.test(word.form)) return false;
  if (before && TITLE.test(before.form) && !/^(?:ال|[يت])/.test(word.form)) return true;
  // «ذكر المحامي مصطفى كادي»: a calling stands before a name.
  if (familys && before && SAYING.test(before.form) && !(after?.runsOn && isNameHere(after, facts)))
    return true;
  if (hasRoot(word, facts) || isStock(word)) return false;
  // «قال نتنياهو»: who speaks is a name, or of the stock; «أعلن تدشين» tells what is announced.
  if (before && SAYING.test(before.form) && !/^ال/.test(word.form) && !VERBAL_NOUN.test(word.form))
    return true;
  if (familys || beforeName || beforeRare || CALLS_A_NAME.test(before?.form ?? '')) return true;
  return facts.scripts.has('arabic') && AT.test(before?.form ?? '') && !COMMON_SHAPE.test(word.form);
}

/** Whether the sources hold the word itself, by form or stem. */
function isHeld(word: FactWord, facts: Facts): boolean {
  return hasForm(word, facts) || facts.stems.has(word.stem);
}

/** Whether a word is a given name of the sources, one that is no other word, or a particle of names. */
function isNameHere(word: FactWord, facts: Facts): boolean {
  if (word.script !== 'arabic' || word.form.length < 3 || isStopword(word.form)) return false;
  const given = withoutClitics(word.form).find((reading) => isGivenName(reading));
  if (given !== undefined && isGivenName(given, true)) return true;
  if (NAME_PARTICLES.has(word.form)) return true;
  return given !== undefined && (isHeld(word, facts) || isSpelledAcross(word, given, facts));
}

/** Whether a word is the sources' own and not of the stock: most likely a name. */
function isRareHere(word: FactWord, facts: Facts): boolean {
  if (word.script !== 'arabic' || !word.telling || isStock(word)) return false;
  return facts.scripts.has('arabic') ? hasForm(word, facts) : isSpelledAcross(word, undefined, facts);
}

/** Whether a word is of those in which any news is written. */
function isStock({ form, roots, stem }: FactWord): boolean {
  return isStockWord(form, roots) || mattersOf(stem).length > 0;
}

/** A root in common: two letters are too few to prove kinship unless the words are short themselves. */
function hasRoot({ roots, stem }: FactWord, facts: Facts): boolean {
  return roots.some((root) => facts.roots.has(root) && (root.length > 2 || stem.length <= 4));
}

function isStrangeLatin({ words }: FactSentence, at: number, facts: Facts): boolean {
  const word = words[at];
  if (!word || word.form.length < 2 || !/^\p{Lu}/u.test(word.raw)) return false;
  if (NAME_PARTICLES.has(word.form) || TITLES.has(word.form) || isStopword(word.form)) return false;
  // Days and months have a check of their own.
  if (isHeld(word, facts) || isDay(word.form) || isDerived(word, facts)) return false;
  const given = isGivenName(word.form) ? word.form : undefined;
  if (isSpelledAcross(word, given, facts)) return false;
  if (given !== undefined && isGivenName(given, true)) return true;
  const next = words[at + 1];
  // A name of vowels alone (العلوي is Alaoui) is told by the one beside it.
  if (skeletonsOf(word).length === 0 && given === undefined) {
    const before = NAME_PARTICLES.has(words[at - 1]?.form ?? '') ? words[at - 2] : words[at - 1];
    const beside = [before, next].filter((each) => each?.script === 'latin' && /^\p{Lu}/u.test(each.raw));
    if (beside.some((each) => each && isSpelledAcross(each, undefined, facts))) return false;
  }
  const opens = words[at - 1]?.stretch !== word.stretch;
  const beforeName = next?.stretch === word.stretch && /^\p{Lu}/u.test(next.raw) && !isStopword(next.form);
  // «Tugs refloated»: a plural that opens a sentence, unless somebody of that name speaks.
  const plural =
    /[^sui]s$|(?:men|women|folk)$/.test(word.form) &&
    next !== undefined &&
    /^\p{Ll}/u.test(next.raw) &&
    !/^(?:said|says|told|added)$/.test(next.form);
  // In a translation a word that opens a sentence is hardly a name, unless somebody of it does something.
  const lone = next !== undefined && /^\p{Ll}/u.test(next.raw) && !isPast(next.form);
  if (opens && given === undefined && (plural || (lone && isTranslated(facts)))) return false;
  if (isEnglishStock(word.form)) return opens ? given !== undefined && beforeName : !isTranslated(facts);
  return true;
}

/** Whether the sources are in another script than Latin alone, so that institutions come translated (Senate, Cup). */
function isTranslated({ scripts }: Facts): boolean {
  return scripts.has('arabic');
}
