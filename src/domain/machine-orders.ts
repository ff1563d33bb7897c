import { normalize } from '../text/normalize.ts';
import { sentences } from '../text/sentences.ts';

/** Where an order begins: at the start, behind a stop, or behind a word that leads up to it. */
const EN_START = String.raw`(?:^|[.:;!?"'()\-–—]\s*|\b(?:please|then|now|and|must|should|just|simply|to|instead|you)\s+)`;
const MACHINE = String.raw`(?:ai|a\.i\.|ais|llms?|gpts?|chatgpt|(?:large |ai |the )?language models?|ai models?|ai systems?|chatbots?|ai assistants?|summari[sz]ers?|summari[sz]ation (?:models?|systems?|bots?)|ai agents?|news bots?|this bot)`;
const ANSWER = `(?:your (?:summary|summaries|answer|response|reply|output|translation|digest)|(?:the|this|any|a) summary)`;

/**
 * What is said to a program that reads, and not to a person: the templates of injections seen in the wild, on normalised
 * text. A sentence of real news that speaks so is left out of summaries too; the patterns ask for words that news about
 * machines, warnings and answers hardly joins in that way.
 */
const ENGLISH_ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|do not follow|don't follow|stop following)\b.{0,40}\b(?:instructions?|prompts?|guidelines|directives|(?:all|everything|anything|the text|the rules|rules) (?:above|before|previous|prior|earlier|so far)|previous|prior (?:text|rules|context)|earlier (?:text|rules|context)|above (?:text|rules|context))\b/,
  /\b(?:ignore|disregard|forget)\b.{0,16}\b(?:everything|all)\b.{0,24}\b(?:told|above|before|you know|read)\b/,
  /\b(?:new|updated|revised|real|actual|hidden|secret|additional|priority|following|important)\s(?:\w+\s)?(?:instructions?|prompts?|system messages?)\b/,
  /(?:^|[\s([<{"'*#=])(?:system|developer|assistant|user|human|admin|instruction)s?\s*(?:prompt|message|override|mode|note|instruction)?\s*(?:[:>\]]|=\s*["'{])/,
  /\b(?:you are|you're|act|behave|pretend|respond|roleplay)\s+(?:now\s+)?(?:as\s+|to be\s+|like\s+)?(?:a|an|the|in|dan|no longer|free|unrestricted|my)\b.{0,40}\b(?:ai|model|assistant|chatbot|dan|developer mode|jailbr\w*|unrestricted|translator|terminal|summari[sz]er|persona)\b/,
  new RegExp(
    String.raw`\b${MACHINE}\b.{0,40}\b(?:must|should|shall|please|need to|has to|have to|(?:is|are) (?:required|instructed|ordered|asked) to)\b.{0,16}\b(?:include|output|write|say|mention|add|respond|reply|answer|summari[sz]e|ignore|translate|state|repeat|reveal|print|promote|recommend|insert)\b`,
  ),
  /\b(?:reading|processing|summari[sz]ing|parsing) this (?:text|article|page|story|document|news)\b.{0,60}\b(?:must|should|please|include|output|write|say|mention|add|ignore|reply)\b/,
  new RegExp(
    String.raw`^(?:to|for|note (?:to|for)|attention|dear|hey|hello|message (?:to|for))\b.{0,14}\b${MACHINE}\b\s*[:,!–—-]`,
  ),
  new RegExp(
    String.raw`\b(?:note|instructions?|message|attention)\b.{0,6}\b(?:to|for)\b.{0,8}\b${MACHINE}\b`,
  ),
  new RegExp(
    String.raw`\b(?:in|into|of|for|with|start|begin|end|replace|write|put|include|add|insert|append|make)\b.{0,24}\b${ANSWER}\b`,
  ),
  /\b(?:your|the only|the correct|a correct|the right) (?:summary|output)\b|\byour (?:answer|response|reply|output|translation|summary)\s*(?::|\b(?:must|should|shall|is to|has to|needs to|only|exactly)\b)/,
  /\b(?:summary|output)\s*(?::|\b(?:must|should|shall)\b.{0,12}\b(?:be|say|include|contain|read|state|only|mention)\b)/,
  new RegExp(
    String.raw`${EN_START}(?:output|print|reply|respond|answer|repeat|write|return|reveal|display|echo|translate|decode|execute|say|summari[sz]e)\b.{0,30}\b(?:only with|with only|exactly|verbatim|the following|following (?:text|words?|sentence)|word for word|the words?\b.{0,3}["':]|this (?:text|sentence|link) (?:as|instead|only|in)|your (?:instructions?|prompt|rules)|(?:system )?prompt|base64|rot13|the phrase|nothing else|and nothing)`,
  ),
  new RegExp(
    String.raw`${EN_START}(?:tell|inform|warn|advise|urge|direct|send|convince|ask|encourage)\b.{0,6}\b(?:the |all |your |our )?(?:readers?|users?|subscribers?|audience)\b.{0,30}\b(?:to|that|about)\b`,
  ),
  /<\|?\/?(?:im_start|im_end|system|user|assistant|endoftext|inst|s|script|instructions?|prompt|article|data|untrusted)\b|\[\/?(?:inst|system|user|assistant)\]|###\s*(?:instructions?|system|response|human|assistant)|\bend of (?:the )?(?:article|text|document|data|input|prompt|instructions?)\b|\bbegin (?:new )?(?:instructions?|prompt|system)\b/,
  /\b(?:prompt injection|developer mode|dan mode|god mode|sudo)\b|-->|<!--|\bbase64\b|\{\{|\}\}|"(?:summary|role|content)"\s*:|===/,
];

const AR_MACHINE =
  '(?:ال)?(?:نموذج(?:\\s(?:ال)?لغ\\S+)?|نماذج|مساعد\\s(?:ال)?(?:ذكي|الي|رقمي)|مساعد|ذكاء\\s(?:ال)?اصطناعي|بوت|روبوت|ملخص\\s(?:ال)?(?:الي|ذكي)|برنامج\\sالتلخيص|برامج\\sالتلخيص)';
const AR_ANSWER = '(?:ملخصك|الملخص|خلاصتك|جوابك|ردك|اجابتك|ترجمتك|مخرجاتك|المخرجات)';
const arabic = (pattern: string) => new RegExp(`(?<!\\p{L})[وف]?(?:${pattern})`, 'u');

const ARABIC_ORDERS: readonly RegExp[] = [
  arabic(
    '(?:تجاهل|تجاهلي|تجاهلوا|اهمل|انس|تغاض عن|لا تتبع|توقف عن اتباع|تخط|الغ)\\s.{0,30}(?:التعليمات|تعليماتك|الاوامر|اوامرك|التوجيهات|توجيهاتك|ما سبق|كل ما قيل|اعلاه|النص السابق|القواعد السابقه|السياق السابق|الموجه|مهمتك)',
  ),
  arabic(
    '(?:تعليمات|اوامر|توجيهات|رساله|موجه|وضع)\\s(?:ال)?(?:نظام|مطور|سريه|مخفيه|جديده لك|مشرف العام)(?!\\p{L})',
  ),
  arabic('(?:النظام|المساعد|المستخدم|المطور|تعليمات|اوامر|تعليمات جديده)\\s?[:>\\]]'),
  arabic(
    '(?:انت|انك|اصبحت)\\s(?:الان\\s)?(?:مساعد|نموذج|روبوت|بوت|مترجم|نظام ذكي|مطور)(?!\\p{L})|(?:تصرف|تظاهر|اعتبر نفسك|العب دور|تقمص)\\s.{0,24}(?:مساعد|نموذج|روبوت|مترجم|مطور|بلا قيود)',
  ),
  arabic(
    `${AR_MACHINE}.{0,40}(?:يجب|عليك|ينبغي|مطلوب|الرجاء|يرجي|المطلوب)\\s?.{0,20}(?:ان ت|ان ي|كتاب|تلخيص|ذكر|اضاف|تضمين|تجاهل|طباع|ترجم|نشر)`,
  ),
  arabic(
    `${AR_MACHINE}.{0,30}(?<!\\p{L})(?:اكتب|لخص|اضف|اذكر|تجاهل|انشر|كرر)(?!\\p{L})|(?:تقرا|يقرا|تلخص|يلخص|تعالج|يعالج)\\sهذا\\s(?:النص|المقال|الخبر).{0,60}(?:عليك|عليه|يجب|اكتب|اضف|اذكر|تجاهل)`,
  ),
  arabic(
    `(?:ايها|ايتها|يا|عزيزي)\\s?${AR_MACHINE}|(?:ملاحظه|تنبيه|رساله|تعليمات|توجيه)\\s(?:الي|ل|لل)\\s?${AR_MACHINE}`,
  ),
  arabic(
    `(?:اكتب|اضف|ضع|ادرج|اذكر|ابدا|اختم|ضمن|استبدل|اجعل|انشر|ضمّن)(?!\\p{L}).{0,34}(?<!\\p{L})[بفل]?${AR_ANSWER}(?!\\p{L})`,
  ),
  arabic(`${AR_ANSWER}\\s?(?::|(?:الصحيح|الوحيد|المطلوب|يجب|ينبغي|هو:))`),
  arabic(
    '(?:كرر|ردد|اطبع|اكشف|ترجم|نفذ|اكتب|اكتف|اجب|لخص|انسخ)\\s.{0,30}(?:حرفيا|كما هو|كما هي|كلمه بكلمه|لا غير|العباره التاليه|الجمله التاليه|النص التالي|ما يلي|التعليمات|تعليماتك|الموجه|الاوامر|اعلاه|بيس ?64)',
  ),
  arabic(
    '(?:اخبر|ابلغ|حذر|انصح|ادع|اطلب من|اقنع|وجه)\\s(?:ال)?(?:قراء|قارئ|مشتركين|مشترك|متابعين|مستخدم)(?!\\p{L}).{0,30}(?:ب?ان|ب?ال|الي|علي)',
  ),
  arabic(
    '(?:نهايه|انتهي|انتهت)\\s(?:المقال|النص|الخبر|البيانات|التعليمات|المدخل)(?!\\p{L})|(?:بدايه|ابدا)\\s(?:تعليمات|التعليمات|النظام)|كسر الحمايه|حقن الاوامر',
  ),
];
/** Letters spelled apart, which no news does: I g n o r e. */
const SPELLED_APART = /(?<!\p{L})(?:\p{L}[\s.\-_*]){5,}\p{L}(?!\p{L})/u;
const LATIN = /[a-z<{#=-]/;
const ARABIC = /\p{Script=Arabic}/u;

/** Whether a sentence gives orders to a program instead of telling people something. */
export function isMachineOrder(sentence: string): boolean {
  const plain = normalize(sentence).replace(/[’‘]/g, "'");
  if (LATIN.test(plain) && ENGLISH_ORDERS.some((pattern) => pattern.test(plain))) return true;
  if (ARABIC.test(plain) && ARABIC_ORDERS.some((pattern) => pattern.test(plain))) return true;
  return SPELLED_APART.test(plain);
}

const LINK = /(?:https?:\/\/|www\.|t\.me\/)\S+/giu;
const AT = /[@＠﹫](?=[\p{L}\p{N}_]{2})/gu;

/**
 * A headline without what is no part of it: orders to programs and all behind them, links, the @ that makes a name a handle.
 * Empty when nothing else was in it.
 */
export function plainHeadline(title: string): string {
  const all = sentences(title);
  const order = all.findIndex(isMachineOrder);
  const told = order < 0 ? all : all.slice(0, order);
  return told.join(' ').replace(LINK, '').replace(AT, '').replace(/\s+/g, ' ').trim();
}
