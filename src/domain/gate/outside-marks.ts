import type { Fault } from './fault.ts';

/** A link, with or without its scheme; `Booking.com` in an article's own words is refused as well, and the extract stands in. */
const LINK =
  /(?:[a-z][a-z0-9+.-]{1,12}:\/\/|www\.|\bt\.me\b|\btg:|mailto:|javascript:|data:[a-z]+\/|hxxp)|(?<![\p{L}\d@.])[\p{L}\d][\p{L}\d-]{1,62}(?:\.[\p{L}\d-]{2,62})*(?:\.|\s\.\s?)(?:com|net|org|info|biz|io|me|co|app|dev|ai|xyz|top|site|online|link|live|news|shop|club|ru|cn|ir|tk|ly|gg|cc|ws|to|example|test|invalid|bot|zip|mov|tech|money|store|space|website|icu|cyou|click|finance|crypto|page|mobi|su|pw|sh|tv|[a-z]{2}\/\S*)(?![\p{L}\d])|\[\.\]|\[dot\]|\(\.\)|\bdot\s+com\b|دوت\s*كوم/iu;
/** Names of the web that end in other letters than Latin ones: موقع.السعودية. */
const OTHER_DOMAIN =
  /(?<![\p{L}\d])[\p{L}\d][\p{L}\d-]{1,62}\.(?:السعودية|السعوديه|امارات|شبكة|موقع|بازار|كوم|عرب|اتصالات|مصر|المغرب|الجزائر|تونس|عمان|قطر|فلسطين|سورية|سوريا|الاردن|عراق|سودان|البحرين|موريتانيا|рф|рус|сайт|онлайн|москва|орг|ком|укр|бел|срб|ελ|中国|中國|公司|网络|한국|भारत)(?![\p{L}\d])/iu;
/** Schemes that need no slashes, and addresses of machines. */
const SCHEME = /(?<![\p{L}\d])(?:magnet|sms|tel|ipfs|bitcoin|ethereum|intent|viber|whatsapp|skype|urn):\S/iu;
const MACHINE = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/;
/** Accounts to pay into: the longer ones of other kinds are CODED. */
const ACCOUNT = /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,}/;
/** evil_bot: a handle without its sign. */
const SNAKE = /(?<![\p{L}\d_])[a-z][a-z0-9]*_[a-z0-9_]+/iu;
const MAIL = /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.|\s?\(dot\))/iu;
/** `@name`, also in the full-width form that clients fold. */
const HANDLE = /[@＠﹫]\s?[\p{L}\p{N}_]{2,}/u;
const HASHTAG = /[#＃][\p{L}_][\p{L}\p{N}_]*/u;
const COMMAND = /(?:^|\s)\/[a-z][a-z0-9_]{2,}/i;
const PHONE =
  /(?<![\d.,])0\d{8,}|(?:\+|00)\s?\d[\d\s().-]{6,}\d|(?<![\d.,])\d{2,4}[\s.-]\d{3}[\s.-]\d{3,4}(?!\d)/;
const MARKUP =
  /<\/?[a-z!][^>]*>|&(?:#\d+|[a-z]{2,8});|\]\s?[([]|`|\*\*|__|\|\||~~|^\s*#{1,6}\s|^\s*[-*•]\s|^\s*\d+[.)]\s|\{[^}]*\}|<\||\|>/imu;
/** Controls, bidi controls, zero-width characters, tags, private use; line ends too, for a summary is one paragraph. */
const CONTROL =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ue000-\uf8ff\u{e0000}-\u{e0fff}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const CODED = /[A-Za-z0-9+/_-]{28,}={0,2}/;

const MARKS: readonly RegExp[] = [
  LINK,
  OTHER_DOMAIN,
  SCHEME,
  MACHINE,
  ACCOUNT,
  SNAKE,
  MAIL,
  HANDLE,
  HASHTAG,
  COMMAND,
  PHONE,
  MARKUP,
  CONTROL,
  PICTURE,
  CODED,
];

/** What every one of the marks has something of: most sentences have none of it, and need no closer look. */
const ANY_SIGN =
  /[@＠﹫#＃<>&{}[\]`*_|~/\\]|[^\s.]\.[^\s.\d]|0\d{8}|[A-Z]{2}\d{2}|\d\.\d+\.|[a-z]:\S|www|\b(?:dot|at)\b|دوت|\.\s?[a-z]{2}|\d[\s.-]\d{3}|\+\d|00\d|[\w+/-]{28}|^\s*[-•\d]|[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u0600-\u061b\u061d-\u06ff\u2010-\u2023\u2026\u202f-\u203a\u20a0-\u20bf]/i;

/** Links, addresses, handles, numbers to call, markup and controls: a summary has none, even where the article has. */
export function outsideMark(text: string): Fault | undefined {
  // Digits of the East, full-width letters and look-alike points fold away before anything is looked for.
  const latin = text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  if (!ANY_SIGN.test(latin)) return undefined;
  const plain = latin.normalize('NFKC').replace(/[․。．｡]/g, '.');
  for (const pattern of MARKS) {
    const found = pattern.exec(plain) ?? pattern.exec(text);
    if (found) return { check: 'outside', what: found[0].slice(0, 60) };
  }
  return undefined;
}
