import { normalize } from '../normalize.ts';

/** What a doubtful word is judged by. */
export interface Surroundings {
  /** The word as written. */
  raw: string;
  /** Whether a preposition is written on to it. */
  attached: boolean;
  /** Whether it opens its stretch of text. */
  opens: boolean;
  /** Whether its stretch has no small letter. */
  shouted: boolean;
  /** Normalised words beside it in the same stretch, '' at its ends. */
  before: string;
  after: string;
  /** Whether a name stands beyond doubt anywhere in the text. */
  elsewhere: (id: string) => boolean;
}

/** The id to take in this place, or nothing. */
type Judgement = (id: string, place: Surroundings) => string | undefined;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map((word) => normalize(word)));

// A word beside may have و ف ب ل written on to it.
const holds = (words: ReadonlySet<string>, word: string): boolean =>
  words.has(word) || ('وفبل'.includes(word[0] ?? ' ') && words.has(word.slice(1)));

const PLACE_WORDS = set(
  'في من إلى الى خارجية دفاع دستور شمال شمالي جنوب جنوبي شرق شرقي غرب غربي وسط دولة جمهورية حكومة رئيس جيش عاصمة منتخب سفير سفارة داخل خارج تجاه نحو مع عن ضد بين أن إن',
);
const NIGER_NEIGHBOURS = set('النيجر نيجيريا السنغال غانا توغو بوركينا الجزائر موريتانيا تشاد غينيا');

// A country whose name is a common word too: it opens the sentence, or follows a word that only places follow.
const asPlace: Judgement = (id, { attached, opens, before, after }) =>
  attached ||
  opens ||
  holds(PLACE_WORDS, before) ||
  holds(NIGER_NEIGHBOURS, before) ||
  holds(NIGER_NEIGHBOURS, after)
    ? id
    : undefined;

const unlessBefore = (words: string): Judgement => {
  const refused = set(words);
  return (id, { after }) => (refused.has(after) ? undefined : id);
};
const unlessAfter = (words: string): Judgement => {
  const refused = set(words);
  return (id, { before }) => (holds(refused, before) ? undefined : id);
};
const onlyWith =
  (...ids: string[]): Judgement =>
  (id, { elsewhere }) =>
    ids.some(elsewhere) ? id : undefined;

const DAY_OR_YEAR = /^(?:0?[1-9]|[12]\d|3[01]|19\d\d|20\d\d|2100)(?:st|nd|rd|th)?$/;
const MONTH_LEADS = set(
  'شهر لشهر بشهر وشهر مطلع أوائل أواخر منتصف نهاية بداية منذ since last next early late mid',
);
const MONTH_TAILS = set('الماضي المقبل الجاري القادم الحالي المنصرم الفائت');
const asMonth: Judgement = (id, { before, after }) =>
  DAY_OR_YEAR.test(before) || DAY_OR_YEAR.test(after) || MONTH_LEADS.has(before) || MONTH_TAILS.has(after)
    ? id
    : undefined;

// Unvocalised, Oman and Amman are one word: vowels decide, then what else the text names; otherwise neither.
const omanOrAmman: Judgement = (_, { raw, elsewhere }) => {
  if (raw.includes('ع\u064f')) return 'country:OM';
  if (raw.includes('\u0651')) return 'city:amman';
  const jordan = elsewhere('country:JO');
  if (jordan === (elsewhere('country:OM') || elsewhere('city:muscat'))) return undefined;
  return jordan ? 'city:amman' : 'country:OM';
};

const georgia: Judgement = (id, { before, elsewhere }) => {
  if (holds(STATE, before)) return undefined;
  const american = elsewhere('country:US') || elsewhere('city:atlanta');
  return american && !elsewhere('city:tbilisi') ? undefined : id;
};

const STATE = set('ولاية');

const qatar: Judgement = (id, { attached, before, after }) => {
  const measured = /^\d/.test(after) || MEASURES.has(after);
  return DIAMETER_LEADS.has(before) || DIAMETER_TAILS.has(after) || (attached && measured) ? undefined : id;
};
const DIAMETER_LEADS = set('نصف ونصف بنصف');
const DIAMETER_TAILS = set('الدائرة الكرة الأنبوب الفتحة الكويكب الثقب الحفرة الأرض الشمس القمر');
const MEASURES = set('يبلغ بلغ قدره نحو يصل يزيد حوالي');

// جدة and جده (his grandfather) differ in the last letter alone, which matching does not see.
const jeddah: Judgement = (id, { raw }) => (raw.endsWith('ة') ? id : undefined);
const hamas: Judgement = (id, { attached, after }) => (attached || ENTHUSIASM.has(after) ? undefined : id);
const ENTHUSIASM = set('الجماهير الجمهور كبير شديد الشباب اللاعبين الطلاب المشجعين');
// The right hand (اليمنى) and a course (مجرى), unless the paper dots no final ya at all.
const unlessBareYa: Judgement = (id, { raw }) => (raw.endsWith('ى') ? undefined : id);
const never: Judgement = () => undefined;
const notShouted: Judgement = (id, { shouted, opens }) => (shouted && !opens ? undefined : id);

const OF_ROME =
  'الإمبراطورية إمبراطورية المسرح مسرح الآثار آثار المعبد معبد العصر العهد القائد الحمامات المدرج';

const judgements: [string, Judgement][] = [
  ['مالي', asPlace],
  ['بنين', asPlace],
  ['قطر', qatar],
  ['عمان', omanOrAmman],
  ['المغرب', unlessAfter('صلاة أذان بعد قبل وقت غروب آذان العصر')],
  ['النيجر', unlessAfter('نهر دلتا حوض')],
  ['الأردن', unlessAfter('نهر')],
  ['الصين', unlessAfter('بحر')],
  ['تشاد', unlessAfter('بحيرة')],
  ['جورجيا', georgia],
  ['مسقط', unlessBefore('رأسه رأسها رأسي رأسهم الرأس')],
  ['لفيف', unlessBefore('من')],
  ['صوفيا', unlessAfter('آيا أيا')],
  ['الرباط', unlessBefore('الصليبي الصليبية')],
  ['العلا', unlessAfter('أبو أبي أبا')],
  ['سرت', unlessBefore('في على')],
  ['فاس', (id, place) => (/[أإآء]/.test(place.raw) ? undefined : id)],
  ['مأرب', (id, place) => (place.raw.includes('آ') ? undefined : id)],
  ['جدة', jeddah],
  ['حماس', hamas],
  ['سيول', onlyWith('country:KR', 'country:KP', 'city:pyongyang')],
  ['كابل', onlyWith('country:AF', 'organisation:taliban')],
  ['الرمادي', onlyWith('country:IQ')],
  ['الخليل', onlyWith('country:PS', 'country:IL', 'city:west-bank')],
  ['العقبة', onlyWith('country:JO')],
  ['الزرقاء', onlyWith('country:JO')],
  ['أمازون', unlessAfter('غابات نهر حوض')],
  ['جيك', never],
  ...['يمني', 'اليمني', 'مجري', 'المجري'].map((word): [string, Judgement] => [word, unlessBareYa]),
  ...['روماني', 'الروماني', 'رومانية', 'الرومانية'].map((word): [string, Judgement] => [
    word,
    unlessAfter(OF_ROME),
  ]),
  ['georgia', georgia],
  ['jordan', unlessBefore('henderson peterson pickford spieth bardella peele ayew clarkson love poole')],
  ['us', notShouted],
  ['who', notShouted],
  ...'مارس أب ماي جوان أوت نيسان march may jan feb mar apr jun jul aug sep sept oct nov dec'
    .split(' ')
    .map((word): [string, Judgement] => [word, asMonth]),
];

/** By normalised word, how a single-word name is judged that is another word too. */
export const DOUBTFUL: ReadonlyMap<string, Judgement> = new Map(
  judgements.map(([word, judge]) => [normalize(word), judge] as const),
);

/** Phrases that hold a name's words and do not name it. */
export const NOT_NAMES = [
  'Latin America|Latin American|South America|South American|North America|North American|Central America',
  'Central American|African American|African Americans|Native American|Native Americans|American Samoa',
  'Indian Ocean|Indian Wells|American Indian|New England|New Mexico|New Jersey|New South Wales|Niger Delta|Niger River',
  'Gulf of Mexico|Gulf of Oman|South China Sea|East China Sea|Sea of Japan|Jordan River|Lake Chad',
  'Guinea pig|Guinea pigs|Brazil nuts|Turkish delight|Swiss cheese|French fries|Danish pastry|Korean Peninsula',
  'Michael Jordan|Air Jordan|DeAndre Jordan|Georgia Tech|Paris Hilton|Paris Jackson|Sydney Sweeney|Chelsea Clinton',
  'Chelsea Manning|Jack London|Israel Adesanya|George Washington|Denzel Washington|Kerry Washington|Porto Alegre',
  'Washington Post|New York Times|New York Post|Wall Street Journal|Jerusalem Post|Times of Israel|China Daily',
  'Amazon rainforest|Amazon River|Amazon basin|Amazon jungle|Amazon forest|Apple pie|Apple juice|Apple cider|Fed up',
  'Lima beans|Cologne Cathedral|Alexandria Ocasio|Boston Globe|Chicago Tribune|Los Angeles Times|AFC Bournemouth',
  'AFC Wimbledon|AFC Championship|Moscow Times|American Airlines|British Airways|Turkish Airlines',
  'أمريكا اللاتينية|أميركا اللاتينية|أمريكا الجنوبية|أميركا الجنوبية|أمريكا الشمالية|أميركا الشمالية|أمريكا الوسطى',
  'أميركا الوسطى|المحيط الهندي|المغرب العربي|شبه الجزيرة الكورية|بحر الصين الجنوبي|بحر الصين|خليج المكسيك',
  'نيو مكسيكو|نيو إنجلترا|واشنطن بوست|نيويورك تايمز|جورج واشنطن|دنزل واشنطن|لوس أنجلوس تايمز',
  'الفول السوداني|فول سوداني|البن اليمني|الهيل الهندي|التين الهندي|جوز الهند|تمر هندي|التمر الهندي|الحمام التركي|القهوة التركية|',
  'القدس العربي|الشرق الأوسط|كأس العالم للأندية|الخطوط التركية',
]
  .join('|')
  .split('|');

const UNTOLD_LATIN =
  'the and for with from not new now live news breaking watch video update updated exclusive photos opinion analysis ' +
  'ceo cfo gdp gmt utc est bst edt pst am pm tv https http www com org net html afp bbc cnn spa wam sana kuna qna mena upi dpa ' +
  'reuters via of or as an be we he in on at to by is it mid pre post under over early late non';

/** Latin words that tell nothing of what a text is about: common words, news agencies, parts of an address. */
export const SAYS_NOTHING: ReadonlySet<string> = new Set(UNTOLD_LATIN.split(' '));
