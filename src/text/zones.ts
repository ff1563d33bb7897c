import type { Zone } from './civil-time.ts';

const HOUR = 60;

/**
 * Zone abbreviations by lower-case name, in minutes east of UTC or as an IANA name.
 * RFC 822 section 5.1 gives the American ones. BST is British and AST Arabian, as news in Arabic means them.
 * IST is left out (India, Israel and Ireland all use it) and so are the military letters other than Z (RFC 1123 5.2.14).
 */
export const ZONE_ABBREVIATIONS: ReadonlyMap<string, Zone> = new Map<string, Zone>([
  ['z', 0],
  ['gmt', 0],
  ['utc', 0],
  ['ut', 0],
  ['est', -5 * HOUR],
  ['edt', -4 * HOUR],
  ['cst', -6 * HOUR],
  ['cdt', -5 * HOUR],
  ['mst', -7 * HOUR],
  ['mdt', -6 * HOUR],
  ['pst', -8 * HOUR],
  ['pdt', -7 * HOUR],
  ['akst', -9 * HOUR],
  ['akdt', -8 * HOUR],
  ['hst', -10 * HOUR],
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  ['wet', 0],
  ['west', HOUR],
  ['bst', HOUR],
  ['cet', HOUR],
  ['cest', 2 * HOUR],
  ['mez', HOUR],
  ['mesz', 2 * HOUR],
  ['wat', HOUR],
  ['cat', 2 * HOUR],
  ['sast', 2 * HOUR],
  ['eet', 2 * HOUR],
  ['eest', 3 * HOUR],
  ['eat', 3 * HOUR],
  ['msk', 3 * HOUR],
  ['trt', 3 * HOUR],
  ['ast', 3 * HOUR],
  ['ksa', 3 * HOUR],
  ['gst', 4 * HOUR],
  ['pkt', 5 * HOUR],
  ['hkt', 8 * HOUR],
  ['sgt', 8 * HOUR],
  ['awst', 8 * HOUR],
  ['jst', 9 * HOUR],
  ['kst', 9 * HOUR],
  ['aest', 10 * HOUR],
  ['aedt', 11 * HOUR],
  ['nzst', 12 * HOUR],
  ['nzdt', 13 * HOUR],
  ...['غرينتش', 'جرينتش', 'غرينيتش', 'جرينيتش', 'غرينتش العالمي', 'ت غ', 'تغ'].map(
    (name) => [name, 0] as const,
  ),
]);

// Folded names. عمان is left out: without its marks it is both Amman and Oman; طرابلس is in Libya and in Lebanon.
const PLACES: Readonly<Record<string, string>> = {
  'Asia/Riyadh': 'مكه المكرمه|مكه|السعوديه|الرياض|المدينه المنوره|mecca|makkah|riyadh|saudi',
  'Asia/Jerusalem': 'القدس المحتله|القدس|jerusalem',
  'Asia/Gaza': 'غزه|فلسطين|gaza',
  'Asia/Hebron': 'رام الله|ramallah',
  'Africa/Cairo': 'القاهره|مصر|cairo',
  'Asia/Baghdad': 'بغداد|العراق|baghdad',
  'Asia/Dubai': 'ابوظبي|ابو ظبي|دبي|الامارات|dubai',
  'Asia/Beirut': 'بيروت|لبنان|beirut',
  'Asia/Qatar': 'الدوحه|قطر|doha',
  'Asia/Kuwait': 'الكويت|kuwait',
  'Asia/Bahrain': 'المنامه|البحرين',
  'Asia/Muscat': 'مسقط|سلطنه عمان|muscat',
  'Asia/Aden': 'صنعاء|عدن|اليمن',
  'Asia/Damascus': 'دمشق|سوريا|سوريه|damascus',
  'Asia/Amman': 'الاردن|amman',
  'Africa/Khartoum': 'الخرطوم|السودان',
  'Africa/Tripoli': 'ليبيا',
  'Africa/Tunis': 'تونس|tunis',
  'Africa/Algiers': 'الجزائر',
  'Africa/Casablanca': 'المغرب|الرباط|الدار البيضاء|rabat',
  'Africa/Nouakchott': 'نواكشوط|موريتانيا',
  'Africa/Mogadishu': 'مقديشو',
  'Asia/Tehran': 'طهران|tehran',
  'Europe/Istanbul': 'اسطنبول|تركيا|انقره|istanbul',
  'Europe/Moscow': 'موسكو|moscow',
  'Europe/London': 'لندن|london',
  'Europe/Paris': 'باريس|paris',
  'Europe/Berlin': 'برلين|berlin',
  'America/New_York': 'نيويورك|واشنطن|شرق الولايات المتحده',
};

/** IANA zones by folded place name, for `بتوقيت مكة` and its like. */
export const PLACE_ZONES: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([zone, names]) => names.split('|').map((name) => [name, zone] as const)),
);
