/** Good summaries of the sample articles, written by hand, in several spellings, and ways to spoil them. */
import { readdirSync, readFileSync } from 'node:fs';
import { sentences } from '../../src/text/sentences.ts';
import type { Chance } from '../bench/chance.ts';
import { below } from '../bench/chance.ts';

export interface SamplePair {
  /** `dft-fire ar 0`: article, language and which variant. */
  name: string;
  language: 'ar' | 'en';
  /** Title, summary and text of each article. */
  sources: string[];
  text: string;
}

const root = new URL('../../', import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

interface Sample {
  id: string;
  title: string;
  summary?: string;
  body: string;
}

export function samples(): Map<string, Sample> {
  const all: Sample[] = ['data/samples/', 'data/samples/second-day/'].flatMap((folder) =>
    readdirSync(new URL(folder, root))
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => json(`${folder}${file}`)),
  );
  return new Map(all.map((article) => [article.id, article]));
}

/** Every hand-written summary, and of each: its first sentence alone, other digits, and the loose spelling of many desks. */
export function goodPairs(): SamplePair[] {
  const articles = samples();
  const pairs: SamplePair[] = [];
  for (const [file, language] of [
    ['arabic', 'ar'],
    ['english', 'en'],
  ] as const) {
    for (const { of, text } of json(`test/fixtures/summaries/${file}.json`) as {
      of: string[];
      text: string;
    }[]) {
      const sources = of.map((id) => {
        const { title, summary, body } = articles.get(id) ?? { title: '', body: '' };
        return [title, summary, body].filter(Boolean).join('\n');
      });
      for (const [at, variant] of variants(text, language).entries())
        pairs.push({ name: `${of.join('+')} ${language} ${at}`, language, sources, text: variant });
    }
  }
  return pairs;
}

function variants(text: string, language: 'ar' | 'en'): string[] {
  const [first = ''] = sentences(text);
  const others =
    language === 'ar'
      ? [
          text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? ''),
          text.replace(/[أإآ]/g, 'ا').replace(/[\u064b-\u0652]/g, ''),
        ]
      : [text.replaceAll('’', "'")];
  return [...new Set([text, first, ...others])];
}

/** A summary with one digit changed, or nothing where it has none. */
export function otherDigit(text: string, chance: Chance): string | undefined {
  const places = [...text.matchAll(/\d|[٠-٩]/g)].map(({ index }) => index);
  const at = places[below(chance, places.length)];
  if (at === undefined) return undefined;
  const [latin, eastern] = ['0123456789', '٠١٢٣٤٥٦٧٨٩'];
  const row = latin.includes(text[at] ?? '') ? latin : eastern;
  const value = row.indexOf(text[at] ?? '');
  return text.slice(0, at) + row[(value + 1 + below(chance, 9)) % 10] + text.slice(at + 1);
}

/** Names of the samples as the summaries write them: people, then places. */
const PEOPLE =
  'أنس الودغيري|بلال الحداوي|مصطفى الدرعي|هند العلوي الشرقاوي|أحمد النوايسة|شريف الدمنهوري|تالا الروسان|ريم الجلاصي|خالد المرزوقي|دانة الهاشمي|نعيمة الحارثي|ليلى دميريل|نسرين أبو زيد|دلال حداد|منى عبد اللطيف|سلمى الكندي|لطيفة بنشقرون|جورج الحلبي|مروان سلوم|بيتروس شيلونغو|' +
  'Anas Oudghiri|Naima al-Harthi|Tala al-Rousan|Nisreen Abu Zaid|Dalal Haddad|Mona Abdel-Latif|Rim Jelassi|Latifa Bencheqroun|Sherif el-Damanhoury|Karima Tazi|Petrus Shilongo|Salma al-Kindi|Eleni Markou|Hind Alaoui Cherkaoui|Ahmad al-Nawaiseh';
const PLACES =
  'الدار البيضاء|فاس|تالوين|طنجة|الرياض|العقبة|الأحساء|لبنان|عكار|البصرة|الإسكندرية|العجمي|تبليسي|أسيوط|ببورسعيد|صلالة|تونس|إربد|طرطوس|الشارقة|مانشستر|جورجيا|سوريا|غوتنبرغ|إنجلترا|عُمان|كينيا|السودان|بنغلاديش|الأردن|إزمير|مصيرة|كورنثوس|مرسيليا|كورو|بيروت|ناميبيا|' +
  'Casablanca|Tetouan|Dhofar|Tbilisi|Jordan|Amman|Izmir|Wadi Rum|Alexandria|Salalah|Tunisia|Fez|Oman|Masirah|Corinth|Kourou|Riyadh|Akkar|Lebanon|Tartus|Syria|Beirut|Marrakesh|Ethiopia|Namibia|Taliouine|Tangier|Aqaba|Basra|Assiut|Port Said|Sharjah|Manchester|Gothenburg|Al-Ahsa|Khor|Agami';
const OTHERS = {
  ar: {
    people:
      'سعيد المنصوري|هدى الزهراني|كمال بركات|ياسر الدباغ|ريما شعبان|لؤي النابلسي|جوليان مورو|إدريس الكتاني|تيسير أبو عودة|فادي خوري|شهرزاد قاسمي|كلارا ماينهوف|ثائر العبيدي|غيداء سنان'.split(
        '|',
      ),
    places:
      'دمشق|الخرطوم|بغداد|ليون|طشقند|ميلانو|حلب|جدة|وهران|أسوان|البرازيل|الهند|اليابان|كندا|صنعاء|نواكشوط'.split(
        '|',
      ),
  },
  en: {
    people:
      'Said al-Mansouri|Huda Zahrani|Kamal Barakat|Yasser Dabbagh|Rima Shaaban|Julien Moreau|Driss Kettani|Najla Mutairi|Fadi Khoury|Clara Meinhof|Peter Lindqvist|Grace Okafor|Thaer Obaidi|Tayseer Abu Odeh'.split(
        '|',
      ),
    places:
      'Damascus|Khartoum|Baghdad|Lyon|Tashkent|Milan|Aleppo|Jeddah|Oran|Aswan|Brazil|India|Japan|Canada|Sanaa|Nouakchott'.split(
        '|',
      ),
  },
};

/** A summary with one name of a person or place replaced, or nothing where it has none. */
export function otherName(text: string, language: 'ar' | 'en', chance: Chance): string | undefined {
  const found: { name: string; kind: 'people' | 'places' }[] = [];
  for (const [kind, names] of [
    ['people', PEOPLE],
    ['places', PLACES],
  ] as const) {
    for (const name of names.split('|')) if (wordly(name).test(text)) found.push({ name, kind });
  }
  const chosen = found[below(chance, found.length)];
  if (!chosen) return undefined;
  const others = OTHERS[language][chosen.kind];
  const other = others[below(chance, others.length)] ?? '';
  const [given = '', ...family] = other.split(' ');
  const parts = chosen.name.split(' ');
  // A person may be given another's whole name, given name or family name.
  const way = chosen.kind === 'people' && parts.length > 1 ? below(chance, 3) : 0;
  const instead =
    way === 0 ? other : way === 1 ? [given, ...parts.slice(1)].join(' ') : [parts[0], ...family].join(' ');
  return text.replace(wordly(chosen.name), instead);
}

/** A name as words of its own. */
function wordly(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'u');
}

const ARABIC_DENIALS = /(?<!\p{L})(?:ولم|لم|ولن|لن|لا|ولا|ليس|دون|من دون)\s+(?![يت]زال)/u;
const ENGLISH_DENIALS = /\b(?:not|never|no|without)\s+/i;
const AUXILIARY = /\b(?:is|are|was|were|has|have|had|will|may)\b/;

/** A summary with one statement turned round: a denial taken away, or else one put in. */
export function otherPolarity(text: string, language: 'ar' | 'en', chance: Chance): string {
  const denials = language === 'ar' ? ARABIC_DENIALS : ENGLISH_DENIALS;
  if (denials.test(text) && chance() < 0.7) return text.replace(denials, language === 'ar' ? 'و' : '');
  const parts = sentences(text);
  const free = parts.flatMap((part, at) => (denials.test(part) ? [] : [at]));
  const at = free[below(chance, free.length)];
  if (at === undefined) return text.replace(denials, language === 'ar' ? 'و' : '');
  parts[at] = language === 'ar' ? deniedArabic(parts[at] ?? '', chance) : deniedEnglish(parts[at] ?? '');
  return parts.join(' ');
}

function deniedArabic(sentence: string, chance: Chance): string {
  const particle = ['لم', 'لن', 'لا'][below(chance, 3)];
  const [first = '', ...rest] = sentence.split(' ');
  return [particle, first.replace(/^و(?=\p{L}{3})/u, ''), ...rest].join(' ');
}

function deniedEnglish(sentence: string): string {
  if (AUXILIARY.test(sentence)) return sentence.replace(AUXILIARY, '$& not');
  const verb =
    /\b(?:\p{Ll}{3,}ed|won|made|cut|said|found|sold|sent|shot|held|built|came|drew|got|get|take|takes|face|opened|led|burned)\b/u;
  return sentence.replace(verb, 'never $&');
}

/** A summary with words in quotation marks that nobody said: a quotation spoilt, or a run of words made one. */
export function otherQuotation(text: string, language: 'ar' | 'en', chance: Chance): string {
  const [word, open, close] = language === 'ar' ? ['الفيلة', '«', '»'] : ['elephants', '“', '”'];
  const quoted = /[«“]([^»”]+)[»”]/.exec(text);
  if (quoted) {
    const words = (quoted[1] ?? '').split(' ');
    words[below(chance, words.length)] = word;
    return text.replace(quoted[1] ?? '', words.join(' '));
  }
  const words = text.split(' ');
  const from = below(chance, Math.max(1, words.length - 6));
  words[from] = `${open}${words[from]}`;
  words[from + 5] = `${(words[from + 5] ?? '').replace(/[.,،]$/, '')}${close}`;
  words.splice(from + 3, 0, word);
  return words.join(' ');
}
