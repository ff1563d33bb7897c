export type Language = 'ar' | 'en' | 'fa' | 'ur' | 'und';

/** Units of a text that are looked at: an article's language shows in its first lines. */
const SAMPLE = 4000;
/** An Arabic text full of Latin names still has this share of Arabic letters; an English one that quotes a word has not. */
const LEAST_ARABIC = 0.3;
const LEAST_ARABIC_BEGUN = 0.12;
const LEAST_OWN_LETTERS = 0.02;
/** English prose has 0.3 and more of its commonest words, headlines 0.1; below, other languages in Latin letters begin. */
const LEAST_ENGLISH = 0.08;
const MOST_ACCENTED = 0.02;
/** Up to this many words, a text without any known word may be a headline. */
const HEADLINE_WORDS = 14;
const WORDS_TO_JUDGE = 6;

const ARABIC_LETTERS = /\p{Script=Arabic}+/gu;
const LATIN_LETTERS = /\p{Script=Latin}+/gu;
const ANY_LETTERS = /\p{L}+/gu;
const ACCENTED = /[\u00C0-\u024F\u1E00-\u1EFF]/g;
const MARKS = /[\p{Mn}\u0640]/gu;

const URDU_LETTERS = /[ٹڈڑںےھہ]/g;
/** Letters of Kurdish, Pashto, Uighur and Sindhi, which are none of ours. */
const OTHER_LETTERS = /[ڵڕێۆەښځڅږڼټډړۍېۇۈۋڭڄڃڇڦڻڊڏ]/g;
const PERSIAN_LETTERS = /[پچژگ]/g;
const PERSIAN_KEYS = /[یک]/g;
const ARABIC_KEYS = /[يىكةأإؤئ]/g;
/** Letters that hardly occur in Persian or Urdu. */
const ARABIC_ALONE = /[ةأإ]/g;
/** These and the Persian ones are in the letters of an Arabic keyboard, as `onArabicKeys` gives them. */
const ARABIC_WORDS = wordSet('في من على علي إلى الى إلي الي عن أن إن ان هذا هذه كان قال مع بعد قبل خلال بين');
/** Words that Arabic lacks; beside them به with a word behind it, as it seldom stands in Arabic, and plurals in های, which Shanghai is none of. */
const PERSIAN_WORDS = wordSet(
  'هاي است نيست هستند در كه از اين آن را با تا يك سه هزار براي درباره مي نيز هنوز نخست شد شده شدن شدند شود كرد كرده كردند ' +
    'كند كنند بود بوده بودند خواهد بايد داد دارد دارند دهد رفت آمد رسيد يافت',
);
const TO = 'به';
const TO_SOMETHING = /(?<!\p{L})به(?=\s+\p{L})/gu;
const PLURAL = 'هاي';
const SHANGHAI = /ش[اي]?ن[غجكق]هاي$/;
/** Those of headlines, which may have none of the former; a few of them are Urdu, too. */
const PERSIAN_NEWS = wordSet(
  'امروز ديروز امشب روز شب هفته ماه كشور تهران آمريكا اوكراين خارجه دولت حكومت ملي شوراي رؤساي رهبر مردم جوانان نامزد برجام ' +
    'ديدار سخنراني موشك موشكي هسته كشته زخمي زندان زنداني آتش آغاز قيمت نرخ دلار تومان سهام بانك كالاها كالاي بالاي بالاتر ' +
    'بهداشت بيمارستان باران بارش برف هواي ورزش فوتبال بازي سرمربي هشدار تلويزيون',
);
const URDU_WORDS = wordSet('کے کی کا میں سے نے ہے ہیں اور کو پر گیا یہ وہ تھا نہیں کر');
const WORD = /\p{L}+/gu;

const ENGLISH_WORDS = wordSet(
  'the of to and in a is for on that with as by at from was are be has have had it its he she they his her their this an after over who ' +
    'will says said not but new more than before up out about into against us amid under us how what why when were been would could can you your we our no first',
);
const FOREIGN_WORDS = wordSet(
  'de la le les des du et est une un dans pour sur avec au aux par que qui der die das und ist nicht mit von zu den dem im ein eine auf für ' +
    'nach aus el los las y en del con por una para se su il di che della nel per non sono ve bir bu ile için da olarak het een van niet dat op ' +
    'och att det som på är yang dan untuk dengan dari ini itu do dos das não uma na ao em og av til ikke na nie że się jest',
);
const LATIN_WORD = /\p{Script=Latin}+(?:['’]\p{Script=Latin}+)*/gu;

/** The strong letters that run from right to left: Arabic, Hebrew, Syriac, Thaana, N'Ko and their kin. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
const FIRST_LETTER = /\p{L}/u;

/**
 * The language of a text by the scripts and letters it is written in and its commonest words; `und` where it is none of ours or
 * has no letters. Arabic typed with Persian ی and ک stays Arabic: these letters tell of Persian only beside its words or other letters.
 */
export function detectLanguage(text: string): Language {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const arabic = lettersIn(sample, ARABIC_LETTERS);
  const latin = lettersIn(sample, LATIN_LETTERS);
  if (arabic + latin === 0 || arabic + latin < lettersIn(sample, ANY_LETTERS) / 2) return 'und';
  const least = scriptDirection(sample) === 'rtl' ? LEAST_ARABIC_BEGUN : LEAST_ARABIC;
  return arabic / (arabic + latin) >= least
    ? arabicScript(sample.replace(MARKS, ''), arabic)
    : latinScript(sample, latin);
}

/** By the first letter, since digits and marks have no direction of their own. */
export function scriptDirection(text: string): 'rtl' | 'ltr' | 'neutral' {
  const letter = FIRST_LETTER.exec(text)?.[0];
  if (letter === undefined) return 'neutral';
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

function arabicScript(sample: string, letters: number): Language {
  const least = letters * LEAST_OWN_LETTERS;
  const words = wordsOf(sample);
  const arabic = count(sample, ARABIC_KEYS) + 2 * count(sample, ARABIC_ALONE) + 3 * words.arabic;
  const urdu = count(sample, URDU_LETTERS);
  if (count(sample, OTHER_LETTERS) > Math.max(least, urdu, arabic / 4)) return 'und';
  if (urdu > least && 3 * (urdu + words.urdu) > arabic) return 'ur';
  // شرکة گوگل: these letters may be of a foreign name, and the ة is not Persian.
  const foreign = words.persian + words.news === 0 && sample.includes('ة');
  const own = foreign ? 0 : 2 * count(sample, PERSIAN_LETTERS) + 3 * (words.persian + words.news);
  if (own + words.urdu === 0 || own + count(sample, PERSIAN_KEYS) <= arabic) return 'ar';
  return words.urdu > words.persian ? 'ur' : 'fa';
}

/** How many words of each language a text has; Urdu's are looked for as they are typed, the others on Arabic keys. */
function wordsOf(sample: string): { arabic: number; persian: number; news: number; urdu: number } {
  let [arabic, persian, news, urdu, to] = [0, 0, 0, 0, 0];
  for (const word of sample.match(WORD) ?? []) {
    if (URDU_WORDS.has(word)) urdu++;
    const typed = onArabicKeys(word);
    if (ARABIC_WORDS.has(typed) || hasArticle(typed)) arabic++;
    if (PERSIAN_WORDS.has(typed) || isPlural(typed)) persian++;
    else if (PERSIAN_NEWS.has(typed)) news++;
    if (typed === TO) to++;
  }
  if (to > 0) persian += count(sample, TO_SOMETHING);
  return { arabic, persian, news, urdu };
}

function hasArticle(word: string): boolean {
  const at = word.startsWith('ال') || word.startsWith('لل') ? 0 : 1;
  if (at === 1 && !('وفبلك'.includes(word[0] ?? ' ') && word.startsWith('ال', 1))) return false;
  return word.length >= at + 4;
}

function isPlural(word: string): boolean {
  return word.endsWith(PLURAL) && word.length >= PLURAL.length + 2 && !SHANGHAI.test(word);
}

function onArabicKeys(word: string): string {
  return word.includes('ی') || word.includes('ک') ? word.replaceAll('ی', 'ي').replaceAll('ک', 'ك') : word;
}

function latinScript(sample: string, letters: number): Language {
  const words = sample.toLowerCase().match(LATIN_WORD) ?? [];
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  const foreign = words.filter((word) => FOREIGN_WORDS.has(word)).length;
  const accented = count(sample, ACCENTED) > letters * MOST_ACCENTED;
  if (foreign > english) return 'und';
  if (words.length < WORDS_TO_JUDGE) return accented && english === 0 ? 'und' : 'en';
  if (english / words.length >= LEAST_ENGLISH && english > foreign)
    return accented && english < 2 * foreign + 2 ? 'und' : 'en';
  return !accented && foreign === 0 && words.length <= HEADLINE_WORDS ? 'en' : 'und';
}

/** Letters that stand in runs, in UTF-16 units. */
function lettersIn(text: string, runs: RegExp): number {
  let found = 0;
  for (const [run] of text.matchAll(runs)) found += run.length;
  return found;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
