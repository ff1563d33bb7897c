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

const ARABIC_LETTER = /\p{Script=Arabic}/gu;
const LATIN_LETTER = /\p{Script=Latin}/gu;
const ANY_LETTER = /\p{L}/gu;
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
const ARABIC_WORDS =
  /(?<!\p{L})(?:[وفبلك]?ال\p{L}{2,}|لل\p{L}{2,}|في|من|على|علي|إلى|الى|إلي|الي|عن|أن|إن|ان|هذا|هذه|كان|قال|مع|بعد|قبل|خلال|بين)(?!\p{L})/gu;
/** به with a word behind it, as it seldom stands in Arabic, plurals in های, which Shanghai is none of, and words that Arabic lacks. */
const PERSIAN_WORDS =
  /(?<!\p{L})(?:به(?=\s+\p{L})|\p{L}{2,}(?<!ش[اي]?ن[غجكق])هاي|هاي|است|نيست|هستند|در|كه|از|اين|آن|را|با|تا|يك|سه|هزار|براي|درباره|مي|نيز|هنوز|نخست|شد|شده|شدن|شدند|شود|كرد|كرده|كردند|كند|كنند|بود|بوده|بودند|خواهد|بايد|داد|دارد|دارند|دهد|رفت|آمد|رسيد|يافت)(?!\p{L})/gu;
/** Those of headlines, which may have none of the former; a few of them are Urdu, too. */
const PERSIAN_NEWS =
  /(?<!\p{L})(?:امروز|ديروز|امشب|روز|شب|هفته|ماه|كشور|تهران|آمريكا|اوكراين|خارجه|دولت|حكومت|ملي|شوراي|رؤساي|رهبر|مردم|جوانان|نامزد|برجام|ديدار|سخنراني|موشك|موشكي|هسته|كشته|زخمي|زندان|زنداني|آتش|آغاز|قيمت|نرخ|دلار|تومان|سهام|بانك|كالاها|كالاي|بالاي|بالاتر|بهداشت|بيمارستان|باران|بارش|برف|هواي|ورزش|فوتبال|بازي|سرمربي|هشدار|تلويزيون)(?!\p{L})/gu;
const URDU_WORDS = /(?<!\p{L})(?:کے|کی|کا|میں|سے|نے|ہے|ہیں|اور|کو|پر|گیا|یہ|وہ|تھا|نہیں|کر)(?!\p{L})/gu;

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
  const arabic = count(sample, ARABIC_LETTER);
  const latin = count(sample, LATIN_LETTER);
  if (arabic + latin === 0 || arabic + latin < count(sample, ANY_LETTER) / 2) return 'und';
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
  const typed = onArabicKeys(sample);
  const arabic =
    count(sample, ARABIC_KEYS) + 2 * count(sample, ARABIC_ALONE) + 3 * count(typed, ARABIC_WORDS);
  const urdu = count(sample, URDU_LETTERS);
  if (count(sample, OTHER_LETTERS) > Math.max(least, urdu, arabic / 4)) return 'und';
  const urduWords = count(sample, URDU_WORDS);
  if (urdu > least && 3 * (urdu + urduWords) > arabic) return 'ur';
  const [persianWords, newsWords] = [count(typed, PERSIAN_WORDS), count(typed, PERSIAN_NEWS)];
  // شرکة گوگل: these letters may be of a foreign name, and the ة is not Persian.
  const foreign = persianWords + newsWords === 0 && sample.includes('ة');
  const own = foreign ? 0 : 2 * count(sample, PERSIAN_LETTERS) + 3 * (persianWords + newsWords);
  if (own + urduWords === 0 || own + count(sample, PERSIAN_KEYS) <= arabic) return 'ar';
  return urduWords > persianWords ? 'ur' : 'fa';
}

function onArabicKeys(text: string): string {
  return text.replaceAll('ی', 'ي').replaceAll('ک', 'ك');
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

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
